"""Rules for the file itself: what makes Word change the type, or tells where the file came from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import COMMENTS
from plandraft.io.exporters.word_text import tag
from plandraft.io.layout_check.faces import is_official
from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.judged import Judged
from plandraft.io.layout_check.word_file import FONTS, STYLES

_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_LIBRARY_AUTHORS = frozenset({"python-docx", "docx4j", "apache poi", "un-named", "openpyxl"})
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_DESCRIPTION = "{http://purl.org/dc/elements/1.1/}description"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_WANTED_MODE = "15"


def check_settings(judged: Judged) -> Iterator[Fault]:
    """Yield settings under which Word lays the file out differently."""
    settings = judged.file.settings
    modes = [
        one.get(tag("val"), "")
        for one in settings.iter(tag("compatSetting"))
        if one.get(tag("name")) == "compatibilityMode"
    ]
    if modes != [_WANTED_MODE]:
        found = modes[0] if modes else "没有"
        yield Fault("file.compatibility", "", f"兼容模式 {found}", f"兼容模式 {_WANTED_MODE}")
    control = settings.find(tag("characterSpacingControl"))
    value = "" if control is None else control.get(tag("val"), "")
    if value != "compressPunctuation":
        fix = None if control is None else partial(control.set, tag("val"), "compressPunctuation")
        yield Fault(
            "file.punctuation", "", value or "没有", "compressPunctuation（压缩标点）", fix=fix
        )
    language = settings.find(tag("themeFontLang"))
    value = "" if language is None else language.get(tag("eastAsia"), "")
    if value and value != "zh-CN":
        assert language is not None
        fix = partial(language.set, tag("eastAsia"), "zh-CN")
        yield Fault("file.theme_language", "", value, "zh-CN", fix=fix)


def check_fonts(judged: Judged) -> Iterator[Fault]:
    """Yield faces that are set by the theme, foreign to official documents, or without fallback."""
    for name in _text_parts(judged):
        for fonts in judged.file.optional_tree(name).iter(tag("rFonts")):
            themed = [one for one in _THEMES if fonts.get(tag(one)) is not None]
            if themed:
                yield Fault(
                    "file.theme_fonts", "", f"{name}：{'、'.join(themed)}", "写明字体名",
                    fix=partial(_drop_themes, judged),
                )  # fmt: skip
                return
    used = {
        fonts.get(tag(kind), "")
        for name in _text_parts(judged)
        for fonts in judged.file.optional_tree(name).iter(tag("rFonts"))
        for kind in ("ascii", "hAnsi", "eastAsia")
    } - {""}
    foreign = sorted(face for face in used if not is_official(face))
    if foreign:
        yield Fault("file.fonts", "5.2.2", "、".join(foreign), "仿宋、黑体、楷体、宋体、小标宋")
    listed = {
        one.get(tag("name")): one.find(tag("altName"))
        for one in judged.file.optional_tree(FONTS).iter(tag("font"))
    }
    bare = sorted(
        face for face in used & set(official.ALTERNATIVE_FACES) if listed.get(face) is None
    )
    if bare:
        yield Fault(
            "file.alternative_faces", "", f"没有替代字体：{'、'.join(bare)}", "字体表里写替代字体",
            fix=partial(_name_alternatives, judged.file.optional_tree(FONTS), bare),
        )  # fmt: skip
    language = judged.file.optional_tree(STYLES).find(
        f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}/{tag('lang')}"
    )
    value = "" if language is None else language.get(tag("eastAsia"), "")
    if value != "zh-CN":
        fix = None if language is None else partial(language.set, tag("eastAsia"), "zh-CN")
        yield Fault("file.language", "", value or "没有", "zh-CN", fix=fix)


def check_traces(judged: Judged) -> Iterator[Fault]:
    """Yield what a library left in the file, and parts that say nothing."""
    core = judged.file.core
    creator = core.find(_CREATOR)
    author = "" if creator is None else (creator.text or "").strip()
    if author.casefold() in _LIBRARY_AUTHORS:
        assert creator is not None
        yield Fault(
            "file.author", "", author, "单位或个人", fix=partial(setattr, creator, "text", "")
        )
    description = core.find(_DESCRIPTION)
    if description is not None and "python-docx" in (description.text or ""):
        yield Fault(
            "file.description", "", description.text or "", "空",
            fix=partial(setattr, description, "text", ""),
        )  # fmt: skip
    language = core.find(_LANGUAGE)
    if language is not None and (language.text or "") not in {"", "zh-CN"}:
        yield Fault(
            "file.core_language", "", language.text or "", "zh-CN",
            fix=partial(setattr, language, "text", "zh-CN"),
        )  # fmt: skip
    if any("thumbnail" in name for name in judged.file.parts):
        yield Fault("file.thumbnail", "", "有缩略图", "没有缩略图")
    comments = judged.file.optional_tree(COMMENTS)
    if COMMENTS in judged.file.parts and comments.find(tag("comment")) is None:
        yield Fault("file.empty_comments", "", "空的批注部分", "没有批注时不写批注部分")


def check_fields(judged: Judged) -> Iterator[Fault]:
    """Yield fields without a result: readers that do not count pages show nothing there."""
    for name in _text_parts(judged):
        depth, separated = 0, False
        for mark in judged.file.optional_tree(name).iter(tag("fldChar")):
            kind = mark.get(tag("fldCharType"))
            if kind == "begin":
                depth, separated = depth + 1, False
            elif kind == "separate":
                separated = True
            elif kind == "end":
                depth -= 1
                if not separated:
                    yield Fault("file.field_result", "", f"{name}：域没有结果", "域带结果")
                    return
        if depth:
            yield Fault("file.field_open", "", f"{name}：域没有结束", "每个域有始有终")


def _text_parts(judged: Judged) -> list[str]:
    kinds = ("word/document", "word/styles", "word/footer", "word/header", "word/comments")
    return sorted(name for name in judged.file.parts if name.startswith(kinds))


def _drop_themes(judged: Judged) -> None:
    for name in _text_parts(judged):
        for fonts in judged.file.optional_tree(name).iter(tag("rFonts")):
            for theme in _THEMES:
                fonts.attrib.pop(tag(theme), "")


def _name_alternatives(table: etree._Element, faces: list[str]) -> None:
    for face in faces:
        font = next((f for f in table.iter(tag("font")) if f.get(tag("name")) == face), None)
        if font is None:
            font = etree.SubElement(table, tag("font"))
            font.set(tag("name"), face)
        name = etree.Element(tag("altName"))
        name.set(tag("val"), official.ALTERNATIVE_FACES[face])
        font.insert(0, name)
