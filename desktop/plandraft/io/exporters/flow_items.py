"""Paragraphs and tables of a Word file as values that a page can be laid out from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from plandraft.core.draft.page_flow import (
    Align,
    FlowParagraph,
    FlowPlace,
    FlowRow,
    FlowRun,
    FlowStyle,
    FlowTable,
    Mark,
)
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.word_text import style_of, tag

# Marks on elements that never reach a file: where in the draft they come from.
BLOCK, SECTION, LISTED = ("{urn:plandraft}" + name for name in ("block", "section", "listed"))

_TWIPS = 20.0
_CELL_SIDE = 5.4  # points: the margin that Word gives cells left and right
ALIGNS = {align.value: align for align in Align} | {"start": Align.LEFT, "end": Align.RIGHT}


class ItemReader:
    """Read elements; `styles` by id as the file defines them, `sections` by block.

    A paragraph of no known style has the one called "".
    """

    def __init__(self, styles: Mapping[str, FlowStyle], sections: Mapping[int, str]) -> None:
        self._styles = styles
        self._sections = sections
        self._other = styles.get("") or flow_style(official.BODY)

    def item(self, element: etree._Element) -> FlowParagraph | FlowTable:
        """Return a paragraph or a table."""
        return self._table(element) if element.tag == tag("tbl") else self.paragraph(element)

    def paragraph(self, element: etree._Element) -> FlowParagraph:
        """Return a paragraph with what stands directly on it."""
        style = self._direct(element, self._styles.get(style_of(element), self._other))
        return FlowParagraph(style, tuple(_runs(element)), self._place(element))

    def _place(self, element: etree._Element) -> FlowPlace:
        block = int(element.get(BLOCK, "0"))
        section = element.get(SECTION, "") or self._sections.get(block, "")
        return FlowPlace(section, block, int(element.get(LISTED, "0")))

    def _direct(self, element: etree._Element, style: FlowStyle) -> FlowStyle:
        properties = element.find(tag("pPr"))
        if properties is None:
            return style
        changes: dict[str, float | bool | Align] = {}
        align = properties.find(tag("jc"))
        if align is not None:
            changes["align"] = ALIGNS.get(align.get(tag("val"), ""), style.align)
        for name, key in (("keepNext", "keep_next"), ("pageBreakBefore", "page_break")):
            found = properties.find(tag(name))
            if found is not None:
                changes[key] = found.get(tag("val"), "1") not in {"0", "false"}
        spacing = properties.find(tag("spacing"))
        for name in ("before", "after", "line"):
            value = None if spacing is None else number_of(spacing, name)
            if value is not None:
                changes[name] = value / _TWIPS
        indent = properties.find(tag("ind"))
        right = None if indent is None else number_of(indent, "right")
        if right is not None:
            changes["right"] = right / _TWIPS
        size = element.find(f"{tag('r')}/{tag('rPr')}/{tag('sz')}")
        if size is not None:
            changes["size"] = (number_of(size, "val") or 2 * style.size) / 2
        return replace(style, **changes) if changes else style  # type: ignore[arg-type]

    def _table(self, table: etree._Element) -> FlowTable:
        widths = tuple(
            (number_of(one, "w") or 0.0) / _TWIPS
            for one in table.iterfind(f"{tag('tblGrid')}/{tag('gridCol')}")
        )
        properties = table.find(tag("tblPr"))
        if properties is None:
            properties = etree.Element(tag("tblPr"))
        rows = tuple(self._row(row) for row in table.iterfind(tag("tr")))
        heads = sum(1 for _ in table.iter(tag("tblHeader")))
        side = properties.find(f"{tag('tblBorders')}/{tag('left')}")
        return FlowTable(
            widths,
            rows,
            heads if heads < len(rows) else 0,
            _margins(properties),
            sides=side is None or side.get(tag("val")) != "nil",
            at_foot=properties.find(tag("tblpPr")) is not None,
        )

    def _row(self, row: etree._Element) -> FlowRow:
        properties = row.find(tag("trPr"))
        height = None if properties is None else properties.find(tag("trHeight"))
        least = 0.0 if height is None else (number_of(height, "val") or 0.0) / _TWIPS
        whole = properties is not None and properties.find(tag("cantSplit")) is not None
        cells = tuple(
            tuple(self.paragraph(one) for one in cell.iterfind(tag("p")))
            for cell in row.iterfind(tag("tc"))
        )
        return FlowRow(cells, least, breaks=not whole and len(cells) == 1)


def number_of(element: etree._Element, name: str) -> float | None:
    """Return a number in an attribute, None where there is none."""
    value = element.get(tag(name), "")
    return float(value) if value.lstrip("-").isdecimal() else None


def flow_style(style: ParagraphStyle) -> FlowStyle:
    """Return how a style of ours sets a paragraph."""
    size = style.size / 2
    left, hanging = style.left * size / 100, style.hanging * size / 100
    return FlowStyle(
        face=style.face,
        size=size,
        line=style.line / _TWIPS,
        align=ALIGNS.get(style.align, Align.LEFT),
        first=style.first * size / 100,
        left=left - hanging,
        right=style.right * size / 100,
        hanging=hanging,
        spacing=style.run_spacing / _TWIPS,
        before=style.space_before / _TWIPS,
        after=style.space_after / _TWIPS,
        tab_right=style.tab_right / _TWIPS,
        dots=style.tab_leader == "dot",
        colour=style.colour.lower(),
        bold=style.bold,
        latin=style.latin,
        rule_below=official.RULE_RED_SPACE if style.rule_below else 0.0,
        keep_next=style.keep_next,
        page_break=style.page_break,
    )


def _runs(element: etree._Element) -> Iterator[FlowRun]:
    """Yield what is read of a paragraph; neighbours of one mark are one run."""
    text, mark = "", Mark.NONE
    for one in element.iter(tag("t"), tag("delText"), tag("tab"), tag("br")):
        piece = {tag("tab"): "\t", tag("br"): "\n"}.get(one.tag, one.text or "")
        if one.tag == tag("tab") and _inside(one, "tabs"):
            continue
        of_piece = _mark(one)
        if text and of_piece is not mark:
            yield FlowRun(text, mark)
            text = ""
        text, mark = text + piece, of_piece
    if text:
        yield FlowRun(text, mark)


def _mark(element: etree._Element) -> Mark:
    if element.tag == tag("delText"):
        return Mark.DELETED
    if _inside(element, "ins"):
        return Mark.INSERTED
    run = element.getparent()
    properties = None if run is None else run.find(f"{tag('rPr')}/{tag('highlight')}")
    return Mark.NONE if properties is None else Mark.OPEN


def _inside(element: etree._Element, name: str) -> bool:
    parent = element.getparent()
    while parent is not None and parent.tag != tag("p"):
        if parent.tag == tag(name):
            return True
        parent = parent.getparent()
    return False


def _margins(properties: etree._Element) -> tuple[float, float, float, float]:
    margins = properties.find(tag("tblCellMar"))
    found = {"left": _CELL_SIDE, "top": 0.0, "right": _CELL_SIDE, "bottom": 0.0}
    for margin in margins if margins is not None else ():
        name = etree.QName(margin).localname
        value = number_of(margin, "w")
        if name in found and value is not None:
            found[name] = value / _TWIPS
    return found["left"], found["top"], found["right"], found["bottom"]
