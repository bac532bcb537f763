"""Walk the body of a .docx: paragraphs, table rows and text boxes in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from plandraft.io.importers.docx_xml import (
    child,
    is_on,
    name_of,
    text_of,
    value_of,
)

# Marks of layout and revision, notes and comments, and what was deleted or moved away.
_SKIPPED = frozenset({
    "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
    "instrText", "delText", "delInstrText", "fldData", "footnoteReference", "endnoteReference",
    "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "rt", "softHyphen",
    # Word 2003 keeps notes where they are referred to.
    "footnote", "endnote", "binData",
})  # fmt: skip
_REMOVED = frozenset({"del", "moveFrom"})
_ADDED = frozenset({"ins", "moveTo"})
# A line break inside a paragraph keeps the paragraph's style for both lines.
_LINE_BREAK = "\v"
_SYMBOL_FONT_BASE = 0xF000


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """Hold a paragraph, or a table row with tabs between its cells."""

    text: str
    properties: etree._Element | None = None
    in_table: bool = False


@dataclass(slots=True)
class BodyWalker:
    """Walk one document; `tracked_changes` counts the revisions that were met."""

    tracked_changes: int = 0
    _boxes: list[etree._Element] = field(default_factory=list)
    _held: str = ""

    def walk(self, root: etree._Element) -> Iterator[SourceParagraph]:
        """Yield the paragraphs and rows below `root`."""
        for element in root:
            yield from self._block(element)
        if self._held:
            yield SourceParagraph(self._take_held())

    def _block(self, element: etree._Element) -> Iterator[SourceParagraph]:
        name = name_of(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield from self._table(element)
        elif _is_removed(element, name):
            self.tracked_changes += 1
        elif name == "mc:AlternateContent":
            yield from self.walk(_chosen(element))
        elif name not in _SKIPPED:
            for one in element:
                yield from self._block(one)

    def _paragraph(self, element: etree._Element) -> Iterator[SourceParagraph]:
        parts = [self._take_held()]
        self._inline(element, parts)
        text = "".join(parts)
        properties = child(element, "pPr")
        boxes, self._boxes = self._boxes, []
        mark = child(properties, "rPr")
        if child(mark, "ins") is not None:
            self.tracked_changes += 1
        if child(mark, "del") is not None:
            # The end of this paragraph was deleted: its text runs on in the next one.
            self.tracked_changes += 1
            self._held = text
        else:
            yield SourceParagraph(text, properties)
        for box in boxes:
            yield from self.walk(box)

    def _take_held(self) -> str:
        held, self._held = self._held, ""
        return held

    def _inline(self, element: etree._Element, parts: list[str]) -> None:
        """Add the text below `element` to `parts`; what is most frequent is asked for first."""
        for one in element:
            name = name_of(one)
            if name == "t":
                parts.append(text_of(one))
            elif name == "r":
                if not is_on(child(one, "rPr", "vanish")):
                    self._inline(one, parts)
            elif name in _SKIPPED or not name:
                continue
            elif _is_removed(one, name):
                self.tracked_changes += 1
            elif name in _CHARACTERS:
                parts.append(_CHARACTERS[name])
            elif name == "sym":
                parts.append(_symbol(one))
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name == "mc:AlternateContent":
                self._inline(_chosen(one), parts)
            else:
                self.tracked_changes += name in _ADDED
                self._inline(one, parts)

    def _table(self, element: etree._Element) -> Iterator[SourceParagraph]:
        rows = list(_below(element, "tr"))
        cells = [list(_below(row, "tc")) for row in rows]
        if all(len(row) <= 1 for row in cells):
            # A frame around paragraphs (专栏), not a table of values.
            for cell in (cell for in_row in cells for cell in in_row):
                yield from self.walk(cell)
            return
        for row, in_row in zip(rows, cells, strict=True):
            if child(row, "trPr", "del") is not None:
                self.tracked_changes += 1
                continue
            texts = [self._cell(cell) for cell in in_row]
            if any(texts):
                yield SourceParagraph("\t".join(texts), in_table=True)

    def _cell(self, cell: etree._Element) -> str:
        return " ".join(" ".join(paragraph.text.split()) for paragraph in self.walk(cell)).strip()


def _is_removed(element: etree._Element, name: str) -> bool:
    """Tell a deletion, and a comment of Word 2003, which writes both in one way."""
    if name == "x:annotation":
        return value_of(element, "type") in {"Word.Deletion", "Word.Comment"}
    return name in _REMOVED


_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": _LINE_BREAK,
    "cr": _LINE_BREAK,
    "noBreakHyphen": "-",
}


def _below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the nearest descendants called `name`, inside content controls and insertions too."""
    for one in element:
        found = name_of(one)
        if found == name:
            yield one
        elif found not in _SKIPPED and found not in _REMOVED and found not in {"p", "tbl"}:
            yield from _below(one, name)


def _chosen(element: etree._Element) -> etree._Element:
    """Return the one content of mc:AlternateContent to read: the choice, else the fallback."""
    options = {name_of(one): one for one in reversed(element)}
    for name in ("mc:Choice", "mc:Fallback"):
        if name in options:
            return options[name]
    return element


def _symbol(element: etree._Element) -> str:
    code = value_of(element, "char") or ""
    try:
        value = int(code, 16)
        # Word writes the letters of ordinary fonts as they are and those of symbol fonts at F000.
        return chr(value) if 0 < value < _SYMBOL_FONT_BASE or value > 0xF0FF else ""
    except (ValueError, OverflowError):
        return ""
