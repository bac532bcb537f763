"""Tables out of lines whose cells are separated by tabs."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Protocol

from lxml import etree

from plandraft.core.draft.slots import slot_marks
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.official_style import (
    OFFICIAL_PAGE,
    RULE_THIN,
    SIZE_TABLE,
    TABLE_CELL,
    TABLE_HEAD,
    TABLE_ROW_HEIGHT,
    WIDE_PAGE,
    ParagraphStyle,
)
from plandraft.io.exporters.title_lines import text_width
from plandraft.io.exporters.word_changes import without_changes
from plandraft.io.exporters.word_text import paragraph, runs, tag

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# Characters that decide a column's share of the width; margins of a cell are two.
_NARROWEST, _WIDEST, _MARGINS = 2.0, 16.0, 2.0
# A cell of more than six characters may break into lines; fewer are hard to read.
_COMFORTABLE = 6.0
_CHARACTER = SIZE_TABLE * 10  # twips
_ROOM_UPRIGHT = OFFICIAL_PAGE.text_width / _CHARACTER
# Margins of cells give way a little before a table is cut.
_SQUEEZE = 1.2
_ROOM_TURNED = WIDE_PAGE.text_width / _CHARACTER


def build_table(
    rows: Sequence[Sequence[Sequence[etree._Element]]],
    widths: Sequence[int],
    *,
    row_height: int = 0,
) -> etree._Element:
    """Return a table of fixed columns in twips; a cell is a list of paragraphs.

    The first row is repeated on every page. With a `row_height` (twips, at least) the text stands
    in the middle of it.
    """
    table = etree.Element(tag("tbl"), nsmap={"w": WORD})
    properties = etree.SubElement(table, tag("tblPr"))
    _set(etree.SubElement(properties, tag("tblW")), w=sum(widths), type="dxa")
    borders = etree.SubElement(properties, tag("tblBorders"))
    for side in _SIDES:
        _set(
            etree.SubElement(borders, tag(side)), val="single", sz=RULE_THIN, space=0, color="auto"
        )
    _set(etree.SubElement(properties, tag("tblLayout")), type="fixed")
    grid = etree.SubElement(table, tag("tblGrid"))
    for width in widths:
        _set(etree.SubElement(grid, tag("gridCol")), w=width)
    for number, row in enumerate(rows):
        table.append(_row(row, widths, row_height, head=number == 0))
    return table


class Content(Protocol):
    """Give the runs of a cell, None where they are its plain text."""

    def __call__(
        self, row: int, column: int, style: ParagraphStyle, /
    ) -> list[etree._Element] | None:
        """Return the runs of the cell in `row` and `column`."""


def _no_content(_row: int, _column: int, _style: ParagraphStyle) -> None:
    """Leave every cell to its text."""


class LineTable:
    """Hold a table out of lines; its cells are made once, so that others can point at them.

    `content` gives the runs of a cell by row, column and style where they are not its plain text.

    A table that would be crowded on an upright page is `wide`; one that is too wide even for a
    turned page is cut into several, each with the first column of the whole.
    """

    def __init__(self, lines: Sequence[str], content: Content = _no_content) -> None:
        count = max(line.count("\t") + 1 for line in lines)
        self.cells = [
            _cell_paragraphs(line, count, number, content) for number, line in enumerate(lines)
        ]
        rows = [line.split("\t") for line in lines]
        self._wanted = [
            max(text_width(row[column].strip()) for row in rows if column < len(row))
            for column in range(count)
        ]
        comfortable = sum(_MARGINS + min(_COMFORTABLE, one) for one in self._wanted)
        self.wide = comfortable > _ROOM_UPRIGHT

    def elements(self) -> list[etree._Element]:
        """Return the table, or the tables with a low line between them."""
        total = (WIDE_PAGE if self.wide else OFFICIAL_PAGE).text_width
        found: list[etree._Element] = []
        for number, columns in enumerate(self._groups()):
            if number:
                found.append(paragraph(TABLE_CELL))
            widths = _shared([self._wanted[column] for column in columns], total)
            # The first column belongs to each part; the first part has the one pointed at.
            rows = [
                [
                    [without_changes(deepcopy(row[c])) if number and c == 0 else row[c]]
                    for c in columns
                ]
                for row in self.cells
            ]
            found.append(build_table(rows, widths, row_height=TABLE_ROW_HEIGHT))
        return found

    def _groups(self) -> list[list[int]]:
        """Return the columns of each part: as few parts as fit, none much narrower than others."""
        needed = [_MARGINS + min(_COMFORTABLE, one) for one in self._wanted]
        if not self.wide or sum(needed) <= _ROOM_TURNED * _SQUEEZE:
            return [list(range(len(needed)))]
        groups = _filled(needed, _ROOM_TURNED)
        room = sum(needed) / len(groups)
        while len(even := _filled(needed, room)) > len(groups):
            room += 1.0
        return even


def _filled(needed: Sequence[float], room: float) -> list[list[int]]:
    """Return groups of columns, each filled up to `room`, the first column in all of them."""
    groups: list[list[int]] = [[0]]
    used = needed[0]
    for column, one in enumerate(needed[1:], start=1):
        if used + one > room and len(groups[-1]) > 1:
            groups.append([0])
            used = needed[0]
        groups[-1].append(column)
        used += one
    return groups


def _cell_paragraphs(line: str, columns: int, row: int, content: Content) -> list[etree._Element]:
    """Return a paragraph for each cell of a line; missing cells are empty."""
    style = TABLE_CELL if row else TABLE_HEAD
    cells = [cell.strip() for cell in line.split("\t")]
    cells += [""] * (columns - len(cells))
    found = []
    for column, cell in enumerate(cells):
        given = content(row, column, style)
        if given is None:
            given = runs(cell, style, [mark.span for mark in slot_marks(cell)])
        found.append(paragraph(style, given))
    return found


def _shared(wanted: Sequence[float], total: int) -> list[int]:
    """Return the widths of columns in twips, by their longest cells in characters.

    Short columns get what they need; long ones, whose cells may break, share the rest.
    """
    short = [_MARGINS + min(_COMFORTABLE, max(_NARROWEST, one)) for one in wanted]
    long = [max(0.0, min(_WIDEST, one) - _COMFORTABLE) for one in wanted]
    rest = max(0.0, total / _CHARACTER - sum(short))
    given = rest / sum(long) if sum(long) else 0.0
    shares = [one + more * given for one, more in zip(short, long, strict=True)]
    widths = [int(total * share / sum(shares)) for share in shares]
    widths[-1] += total - sum(widths)
    return widths


def _row(
    cells: Sequence[Sequence[etree._Element]], widths: Sequence[int], height: int, *, head: bool
) -> etree._Element:
    row = etree.Element(tag("tr"))
    properties = etree.SubElement(row, tag("trPr"))
    if head or height:
        etree.SubElement(properties, tag("cantSplit"))
    if height:
        _set(etree.SubElement(properties, tag("trHeight")), val=height, hRule="atLeast")
    if head:
        etree.SubElement(properties, tag("tblHeader"))
    for cell, width in zip(cells, widths, strict=True):
        element = etree.SubElement(row, tag("tc"))
        of_cell = etree.SubElement(element, tag("tcPr"))
        _set(etree.SubElement(of_cell, tag("tcW")), w=width, type="dxa")
        if height:
            _set(etree.SubElement(of_cell, tag("vAlign")), val="center")
        element.extend(cell)
    return row


def _set(element: etree._Element, **values: object) -> None:
    for name, value in values.items():
        element.set(tag(name), str(value))
