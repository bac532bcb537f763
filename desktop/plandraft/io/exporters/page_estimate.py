"""On which page each element of a plan begins, counted by the line grid without any renderer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.title_lines import text_width
from plandraft.io.exporters.word_text import style_of, tag

_UNITS = re.compile(r"[“‘（《〈〔【]*(?:[0-9A-Za-z.,%]+|.)")
_HANGING = frozenset("，。、；：！？”’）》〉〕】")
_ROUNDING = 0.02
# Single spacing is 1.3 times the size: twips of a half-point.
_SINGLE = 13
_CELL_MARGINS = 216  # twips
_BOX_ROWS = 2
_PAGE_HEIGHT = official.LINES_A_PAGE * official.LINE_PITCH
_STYLES = {style.id: style for style in official.PLAN_STYLES}


def page_numbers(elements: Sequence[etree._Element]) -> list[int]:
    """Return the page on which each element begins, by the line grid; a close estimate."""
    sizes = [_measure(element) for element in elements]
    page, filled, held = 1, 0.0, False
    found = []
    for index, size in enumerate(sizes):
        splits = size.keep_next and size.lines > 1
        together = 0.0 if held or splits else _kept_height(sizes, index)
        if size.whole:
            together = size.lines * size.line
        if filled and (size.page_break or filled + together > _PAGE_HEIGHT):
            page, filled = page + 1, 0.0
        filled += size.before
        found.append(page if filled + size.line <= _PAGE_HEIGHT else page + 1)
        for _ in range(size.lines):
            if filled + size.line > _PAGE_HEIGHT:
                page, filled = page + 1, 0.0
            filled += size.line
        if splits and filled + _kept_height(sizes, index + 1) > _PAGE_HEIGHT:
            # A paragraph of several lines leaves its last one to what it is kept with.
            page, filled = page + 1, size.line
        if size.ends_section:
            page, filled = page + 1, 0.0
        held = size.keep_next
    return found


@dataclass(frozen=True, slots=True)
class _Size:
    """Hold what an element takes of a page, lengths in twips."""

    lines: int
    line: float
    before: int = 0
    page_break: bool = False
    keep_next: bool = False
    ends_section: bool = False
    whole: bool = False


def _kept_height(sizes: Sequence[_Size], index: int) -> float:
    """Return the height that must stand on one page from `index` on; 0 when it cannot."""
    height = 0.0
    for size in sizes[index:]:
        if not size.keep_next:
            height += size.line
            break
        height += size.line * size.lines + size.before
    return height if height <= _PAGE_HEIGHT else 0.0


def _measure(element: etree._Element) -> _Size:
    if element.tag != tag("p"):
        return _measure_table(element)
    style = _style(element)
    properties = element.find(tag("pPr"))
    breaks = len(list(element.iter(tag("br"))))
    room = official.OFFICIAL_PAGE.text_width / (style.size * 10 + style.run_spacing)
    room -= (style.left + style.right) / 100
    lines = breaks + 1 if breaks else count_lines(_text(element), room, style.first / 100)
    return _Size(
        lines,
        float(style.line or style.size * _SINGLE),
        before=style.space_before,
        page_break=style.page_break or _has(properties, "pageBreakBefore"),
        keep_next=style.keep_next or _has(properties, "keepNext"),
        ends_section=_has(properties, "sectPr"),
    )


def _measure_table(table: etree._Element) -> _Size:
    """Return what a table takes; its rows break where its lines do."""
    widths = [int(one.get(tag("w"), "0")) for one in table.iter(tag("gridCol"))]
    lines, height = 0, 0.0
    for row in table.iterfind(tag("tr")):
        cells = [
            [_lines_in_cell(one, width) for one in cell.iter(tag("p"))]
            for cell, width in zip(row.iterfind(tag("tc")), widths, strict=False)
        ]
        tallest = max(cells, key=sum, default=[1])
        style = _style(next(row.iter(tag("p"))))
        lines += sum(tallest)
        height += max(
            float(style.line or official.TABLE_ROW_HEIGHT),
            sum(tallest) * float(style.line or style.size * _SINGLE),
        )
    rows = table.findall(tag("tr"))
    whole = len(rows) <= _BOX_ROWS and len(list(table.iter(tag("cantSplit")))) == len(rows)
    return _Size(lines, height / max(1, lines), whole=whole)


def _lines_in_cell(element: etree._Element, width: int) -> int:
    style = _style(element)
    room = (width - _CELL_MARGINS) / (style.size * 10)
    return count_lines(_text(element), max(1.0, room), style.first / 100)


def count_lines(text: str, room: float, first: float) -> int:
    """Return the lines of a paragraph; `room` and the `first` indent are in characters.

    Numbers and words stay whole, marks that may not begin a line hang out behind the last.
    """
    lines, filled, most = 1, first, room + _ROUNDING
    for unit in _UNITS.findall(text):
        filled += _width_of_unit(unit)
        if filled > most and unit not in _HANGING:
            lines, filled = lines + 1, _width_of_unit(unit)
    return lines


@lru_cache(maxsize=8192)
def _width_of_unit(unit: str) -> float:
    return text_width(unit)


def _style(element: etree._Element) -> ParagraphStyle:
    return _STYLES.get(style_of(element), official.BODY)


def _has(properties: etree._Element | None, name: str) -> bool:
    return properties is not None and properties.find(tag(name)) is not None


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(tag("t")))
