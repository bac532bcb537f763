"""Any Word file as the base of an export: its styles by role, its pages kept, a place for the text.

What a base calls by other names is used under those names; what it lacks is added to its styles.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import (
    COMMENTS,
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    TYPES,
    WORD,
    style_xml,
)
from plandraft.io.exporters.docx_base import SETTINGS, DocxBase, add_core, parse, to_bytes
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.table_widths import fit_table
from plandraft.io.exporters.word_text import tag
from plandraft.io.importers.docx_package import DocxPackage

_STYLES = "word/styles.xml"
# Where the text goes: a bookmark or a content control that is called one of these.
PLACE_NAMES = frozenset({"正文", "规划正文", "plandraft", "content"})
# What an office calls the styles of these roles; the first that is there is taken.
_NAMES: dict[str, tuple[str, ...]] = {
    official.TITLE.id: ("公文标题", "规划标题", "标题", "title"),
    official.BODY.id: ("公文正文", "规划正文", "body text", "正文文本"),
    **{
        style.id: (f"heading {level}", f"标题 {level}", f"标题{level}")
        for level, style in enumerate(official.HEADINGS, start=1)
    },
    official.ANNEX_NOTE.id: ("附件说明",),
    official.ANNEX_NOTE_NEXT.id: ("附件说明续",),
    official.TABLE_CELL.id: ("表格文字", "表格正文", "表内文字"),
    official.TABLE_HEAD.id: ("表头", "表格表头"),
    official.TABLE_CAPTION.id: ("表题", "表格标题", "题注", "caption"),
    official.BOX_TITLE.id: ("专栏标题", "专栏名称"),
    official.BOX_TEXT.id: ("专栏文字", "专栏正文"),
    official.COVER_TITLE.id: ("封面标题", "封面题目"),
    official.CONTENTS[0].id: ("toc 1", "目录 1"),
    official.CONTENTS[1].id: ("toc 2", "目录 2"),
    official.COMMENT_TEXT.id: ("annotation text", "批注文字"),
}
_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd")
_NEEDED = frozenset({TYPES, DOCUMENT_RELATIONS, "_rels/.rels"})
_CHANGED = _NEEDED | {SETTINGS, COMMENTS}
_ANY_MARK = re.compile(r"【[^【】\r\n]{1,30}】")


@dataclass(frozen=True, slots=True)
class BaseReport:
    """Say how a base was used.

    `matched` are (our name, the base's name) of styles found; `added` the names of those it
    lacked; `place` is the bookmark or control the text went to, "" for the end of the file;
    `notes` say what else a drafter should look at.
    """

    matched: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    place: str
    notes: tuple[str, ...]


class UserBase(DocxBase):
    """Hold a user's file: its own text stays around the place of the draft."""

    def __init__(
        self,
        parts: dict[str, bytes],
        document: etree._Element,
        place: etree._Element | None,
        names: Mapping[str, str],
        report: BaseReport,
    ) -> None:
        super().__init__(parts, document)
        self._place = place
        self._style_names = names
        self.report = report

    def fill(self, elements: Sequence[etree._Element]) -> None:
        """Put `elements` at the place, or before the last section's properties."""
        for element in elements:
            self._rename(element)
            fit_table(element, self.section)
        if self._place is None:
            at = self.section
            parent = at.getparent()
            assert parent is not None
            parent[parent.index(at) : parent.index(at)] = list(elements)
            return
        parent = self._place.getparent()
        assert parent is not None
        index = parent.index(self._place)
        parent[index : index + 1] = list(elements)

    def fill_texts(self, change: Callable[[str], str]) -> None:
        """Change the texts of the base itself (cover, header, footer), such as its open slots."""
        roots = {DOCUMENT: self._document}
        for name in self._parts:
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
                roots[name] = parse(self._parts[name])
        for name, root in roots.items():
            for text in root.iter(tag("t")):
                if _ANY_MARK.search(text.text or ""):
                    text.text = change(text.text or "")
            if name != DOCUMENT:
                self._parts[name] = to_bytes(root)

    def rename_in(self, part: bytes) -> bytes:
        """Return a part of ours (comments) with the base's names of styles."""
        root = parse(part)
        self._rename(root)
        return to_bytes(root)

    def _rename(self, element: etree._Element) -> None:
        for one in element.iter(tag("pStyle")):
            name = one.get(tag("val"), "")
            one.set(tag("val"), self._style_names.get(name, name))


def adopt_base(path: Path, data: bytes) -> UserBase:
    """Make a base of any .docx.

    Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE or FILE_UNSUPPORTED about `path`.
    """
    try:
        parts, document, styles = _open(data)
    except PlanError as error:
        raise PlanError(error.code, path, **error.details) from error
    except (zipfile.BadZipFile, EOFError, KeyError, etree.XMLSyntaxError) as error:
        raise PlanError(ErrorCode.FILE_DAMAGED, path, reason=str(error)) from error
    body = document.find(tag("body"))
    assert body is not None
    notes = []
    if body.find(tag("sectPr")) is None:
        etree.SubElement(body, tag("sectPr"))
        notes.append("模板没有页面设置，用 Word 的默认页面")
    if _drop_comments(parts, document):
        notes.append("模板中原有的批注没有带入")
    if not any(name.startswith("word/footer") for name in parts):
        notes.append("模板没有页脚，页码需自行设置")
    names, matched, added = _match_styles(styles)
    parts[_STYLES] = to_bytes(styles)
    if CORE not in parts:
        add_core(parts)
    place, place_name = _find_place(document)
    if place is None:
        notes.append("模板没有名为“正文”的书签或内容控件，正文接在文末")
    report = BaseReport(tuple(matched), tuple(added), place_name, tuple(notes))
    return UserBase(parts, document, place, names, report)


def _open(data: bytes) -> tuple[dict[str, bytes], etree._Element, etree._Element]:
    main = DocxPackage(data).main_name
    if main != DOCUMENT:
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason=main)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    document, styles = parse(parts[DOCUMENT]), parse(parts[_STYLES])
    for name, part in parts.items():
        # What is changed or asked later must be sound now; pictures and the like are only kept.
        if name in _CHANGED or name.startswith(("word/header", "word/footer")):
            parse(part)
    if not parts.keys() >= _NEEDED:
        raise KeyError(*sorted(_NEEDED - parts.keys()))
    if document.find(tag("body")) is None:
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="Strict Open XML")
    return parts, document, styles


def _match_styles(
    styles: etree._Element,
) -> tuple[dict[str, str], list[tuple[str, str]], list[str]]:
    by_name: dict[str, str] = {}
    for one in styles.iter(tag("style")):
        name = one.find(tag("name"))
        if name is not None and one.get(tag("type"), "paragraph") == "paragraph":
            by_name.setdefault(name.get(tag("val"), "").casefold(), one.get(tag("styleId"), ""))
    taken = {one.get(tag("styleId"), "") for one in styles.iter(tag("style"))}
    default = _default_style(styles)
    names: dict[str, str] = {}
    matched: list[tuple[str, str]] = []
    added: list[str] = []
    for style in official.PLAN_STYLES:
        wanted = _NAMES.get(style.id, (style.name,))
        found = next((name for name in wanted if name.casefold() in by_name), None)
        if found is not None:
            names[style.id] = by_name[found.casefold()]
            matched.append((style.name, found))
            continue
        identity = style.id
        while identity in taken:
            identity += "X"
        names[style.id] = identity
        taken.add(identity)
        styles.append(_definition(style, identity, default))
        added.append(style.name)
    if "CommentReference" not in taken:
        reference = etree.SubElement(styles, tag("style"))
        reference.set(tag("type"), "character")
        reference.set(tag("styleId"), "CommentReference")
        etree.SubElement(reference, tag("name")).set(tag("val"), "annotation reference")
    return names, matched, added


def _definition(style: ParagraphStyle, identity: str, default: str) -> etree._Element:
    text = style_xml(style).replace("<w:style ", f'<w:style xmlns:w="{WORD}" ', 1)
    element = etree.fromstring(text)
    element.set(tag("styleId"), identity)
    for child in element.findall(tag("next")):
        element.remove(child)
    based = element.find(tag("basedOn"))
    assert based is not None
    if default:
        based.set(tag("val"), default)
    else:
        element.remove(based)
    return element


def _default_style(styles: etree._Element) -> str:
    for one in styles.iter(tag("style")):
        if one.get(tag("default")) in {"1", "true"} and one.get(tag("type")) == "paragraph":
            return one.get(tag("styleId"), "")
    return ""


def _find_place(document: etree._Element) -> tuple[etree._Element | None, str]:
    for control in document.iter(tag("sdt")):
        for kind in ("alias", "tag"):
            named = control.find(f"{tag('sdtPr')}/{tag(kind)}")
            name = "" if named is None else named.get(tag("val"), "")
            if name.casefold() in PLACE_NAMES:
                return _block_of(control), name
    for bookmark in document.iter(tag("bookmarkStart")):
        name = bookmark.get(tag("name"), "")
        if name.casefold() in PLACE_NAMES:
            for end in list(document.iter(tag("bookmarkEnd"))):
                if end.get(tag("id")) == bookmark.get(tag("id")):
                    _remove(end)
            place: etree._Element | None = _block_of(bookmark)
            if place is bookmark:
                place = bookmark.getnext()
                _remove(bookmark)
            return place, name
    return None, ""


def _block_of(element: etree._Element) -> etree._Element:
    """Return the paragraph around an element, the element itself where it is a block."""
    return next(element.iterancestors(tag("p")), element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_comments(parts: dict[str, bytes], document: etree._Element) -> bool:
    if COMMENTS not in parts:
        return False
    for kind in _COMMENT_MARKS:
        for one in list(document.iter(tag(kind))):
            _remove(one)
    for one in list(document.iter(tag("commentReference"))):
        run = one.getparent()
        if run is not None:
            _remove(run)
    # What extends the comments points at them and goes with them.
    gone = [name for name in parts if name.startswith("word/comments") or "/people" in name]
    for name in gone:
        del parts[name]
        parts.pop(f"word/_rels/{Path(name).name}.rels", None)
    types, relations = parse(parts[TYPES]), parse(parts[DOCUMENT_RELATIONS])
    for one in list(types):
        if one.get("PartName", "").lstrip("/") in gone:
            types.remove(one)
    for one in list(relations):
        if f"word/{one.get('Target', '')}" in gone:
            relations.remove(one)
    parts[TYPES], parts[DOCUMENT_RELATIONS] = to_bytes(types), to_bytes(relations)
    return True
