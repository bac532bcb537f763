"""Read OpenDocument texts (.odt, and .fodt as one XML file)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from plandraft.core.model.document import BlockKind, DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.text.structure import LineHint
from plandraft.io.importers.docx_numbering import join_label
from plandraft.io.importers.docx_styles import hint_of_style
from plandraft.io.importers.lines import LineCollector
from plandraft.io.importers.odt_styles import (
    DRAW,
    OFFICE,
    TABLE,
    TEXT,
    OdtLists,
    OdtStyle,
    integer,
    read_odt_styles,
)
from plandraft.io.importers.reading import Reading
from plandraft.io.importers.zip_package import ZipPackage, damaged, parse_xml

_SKIPPED = frozenset({
    f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}ruby-text",
    f"{TEXT}index-title-template", f"{TEXT}sequence-decls", f"{OFFICE}forms",
    f"{TEXT}hidden-text", f"{TEXT}table-of-content-source", f"{OFFICE}binary-data",
})  # fmt: skip
_ROW_GROUPS = frozenset({
    f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group",
})  # fmt: skip
_CHANGES = frozenset({f"{TEXT}insertion", f"{TEXT}deletion"})
_FURNITURE = LineHint(BlockKind.FURNITURE)
# Blanks are written with a count, which a damaged file could make as high as it likes.
_MOST_BLANKS = 100


def read_odt(data: bytes) -> Reading:
    """Read the .odt in `data`; deletions, notes, headers, footers and comments are left out.

    Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE, or FILE_UNSUPPORTED for tables
    and slides.
    """
    package = ZipPackage(data)
    manifest = package.side_part("META-INF/manifest.xml")
    if manifest is not None and any(
        str(element.tag).endswith("encryption-data") for element in manifest.iter(etree.Element)
    ):
        raise PlanError(ErrorCode.FILE_ENCRYPTED)
    content = package.part("content.xml")
    if content is None:
        raise damaged("content.xml")
    styles = package.side_part("styles.xml")
    return _read(content, [content] if styles is None else [styles, content])


def read_flat_odt(data: bytes) -> Reading:
    """Read a text that is one XML file; raises PlanError as `read_odt`."""
    root = parse_xml(data, "XML")
    return _read(root, [root])


def _read(content: etree._Element, roots: list[etree._Element]) -> Reading:
    body = content.find(f"{OFFICE}body")
    text = body.find(f"{OFFICE}text") if body is not None else None
    if text is None:
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="ODF")
    styles, lists = read_odt_styles(roots)
    walker = _Walker(styles, lists)
    try:
        walker.walk(text)
    except RecursionError as error:
        raise damaged("XML depth") from error
    changes = sum(1 for element in text.iter(*_CHANGES))
    warnings = [DocumentWarning(WarningCode.TRACKED_CHANGES, changes)] if changes else []
    return walker.collector.reading("odt", warnings=warnings)


@dataclass(slots=True)
class _Walker:
    """Collect the paragraphs, list items and tables of one text."""

    styles: dict[str, OdtStyle]
    lists: OdtLists
    collector: LineCollector = field(default_factory=LineCollector)
    _boxes: list[etree._Element] = field(default_factory=list)
    _label: tuple[str, bool] | None = None

    def walk(self, parent: etree._Element, *, contents: bool = False) -> None:
        """Collect what stands below `parent`; `contents` says that it is a table of contents."""
        for element in parent:
            tag: object = element.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag in {f"{TEXT}p", f"{TEXT}h"}:
                self._paragraph(element, contents=contents)
            elif tag == f"{TEXT}list":
                self._list(element, 1, element.get(f"{TEXT}style-name") or "")
            elif tag == f"{TABLE}table":
                self._table(element)
            else:
                self.walk(element, contents=contents or tag == f"{TEXT}table-of-content")

    def _paragraph(self, element: etree._Element, *, contents: bool = False) -> None:
        style = self.styles.get(element.get(f"{TEXT}style-name") or "", OdtStyle())
        text = "" if style.hidden else "".join(self._inline(element)).strip(" ")
        label, self._label = self._label, None
        bullet = False
        if label is not None and text:
            bullet = label[1]
            text = join_label(label[0], text)
        outline = None
        if element.tag == f"{TEXT}h":
            outline = integer(element, f"{TEXT}outline-level") or 1
        hint = hint_of_style(style.paragraph, outline, bullet=bullet)
        self.collector.add(text, _FURNITURE if contents else hint)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.walk(box)

    def _inline(self, element: etree._Element) -> Iterator[str]:
        yield _collapsed(element.text)
        for one in element:
            # Entities have a function for a tag, which the type stubs do not know.
            tag: object = one.tag
            if tag == f"{TEXT}s":
                yield " " * min(_MOST_BLANKS, integer(one, f"{TEXT}c") or 1)
            elif tag == f"{TEXT}tab":
                yield "\t"
            elif tag == f"{TEXT}line-break":
                yield "\v"
            elif tag == f"{DRAW}text-box":
                self._boxes.append(one)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                style = self.styles.get(one.get(f"{TEXT}style-name") or "")
                if style is None or not style.hidden:
                    yield from self._inline(one)
            yield _collapsed(one.tail)

    def _list(self, element: etree._Element, level: int, style: str) -> None:
        goes_on = (
            element.get(f"{TEXT}continue-numbering") == "true"
            or element.get(f"{TEXT}continue-list") is not None
        )
        if level == 1 and not goes_on:
            self.lists.restart(style)
        for item in element:
            if item.tag not in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                continue
            numbered = item.tag == f"{TEXT}list-item"
            for one in item:
                if one.tag == f"{TEXT}list":
                    self._list(one, level + 1, one.get(f"{TEXT}style-name") or style)
                elif one.tag in {f"{TEXT}p", f"{TEXT}h"}:
                    if numbered:
                        start = integer(item, f"{TEXT}start-value")
                        self._label = self.lists.next_label(style, level, start)
                    numbered = False
                    self._paragraph(one)

    def _table(self, table: etree._Element) -> None:
        rows = []
        for row in _rows(table):
            cells = []
            for cell in row:
                if cell.tag == f"{TABLE}table-cell":
                    inner = _Walker(self.styles, self.lists)
                    inner.walk(cell)
                    cells.append(inner.collector)
            rows.append(cells)
        self.collector.add_table(rows)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == f"{TABLE}table-row":
            yield element
        elif element.tag in _ROW_GROUPS:
            yield from _rows(element)


def _collapsed(text: str | None) -> str:
    """Return text with runs of blanks as one: others are elements of their own."""
    if not text:
        return ""
    for blank in "\t\r\n":
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text
