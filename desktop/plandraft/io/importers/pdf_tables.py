"""Put the lines of a table's cells together: a cell that wraps stands on several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plandraft.io.importers.pdf_lines import (
    Cell,
    PageLine,
    PdfPage,
    joins_with_space,
    line_of_cells,
)

# Lines of one cell are set no further apart than this many sizes (official texts have 1.8) ...
_WRAP_PITCH = 1.9
# ... and closer than the rows of the table are.
_ROW_PITCH = 0.9


def merge_wrapped_cells(page: PdfPage) -> PdfPage:
    """Return the page with each row of a table on one line.

    A line joins the row above or below it (whichever is nearer) when all that it holds lies
    within cells of that row, the first one left out: prose below a table begins there.
    """
    lines = list(page.lines)
    closest = _closest_rows(lines)
    index = 1
    while index < len(lines):
        if _wraps(lines[index], lines[index - 1], lines[index + 1 :], closest):
            lines[index - 1 : index + 1] = [_merged(lines[index - 1], lines[index])]
        elif _wraps(lines[index - 1], lines[index], (), closest):
            lines[index - 1 : index + 1] = [_merged(lines[index], lines[index - 1], above=True)]
        else:
            index += 1
    return replace(page, lines=tuple(lines))


def _closest_rows(lines: Sequence[PageLine]) -> float:
    """Return how close two rows with as many cells stand at the least, in points."""
    pitches = [
        below.y - above.y
        for above, below in pairwise(lines)
        if 1 < len(above.cells) == len(below.cells)
    ]
    return min(pitches, default=float("inf"))


def _wraps(line: PageLine, row: PageLine, after: Sequence[PageLine], closest: float) -> bool:
    if not 0 < len(line.cells) < len(row.cells) or line.region != row.region:
        return False
    distance = min(abs(line.y - row.y), abs(line.y - row.last_y))
    if distance > _WRAP_PITCH * line.size:
        return False
    # A row of its own seldom holds nothing but one cell that is not its first.
    if len(line.cells) > 1 and distance > _ROW_PITCH * closest:
        return False
    if after and len(after[0].cells) > len(line.cells) and after[0].y - line.y < distance:
        return False
    return all(_column(cell, row) > 0 for cell in line.cells)


def _column(cell: Cell, row: PageLine) -> int:
    """Return the index of the cell of `row` that `cell` stands over or under, or -1."""
    for index, other in enumerate(row.cells):
        before = row.cells[index - 1].right if index else float("-inf")
        behind = row.cells[index + 1].left if index + 1 < len(row.cells) else float("inf")
        overlaps = cell.left < other.right and cell.right > other.left
        if overlaps and cell.left >= before and cell.right <= behind:
            return index
    return -1


def _merged(row: PageLine, line: PageLine, *, above: bool = False) -> PageLine:
    cells = list(row.cells)
    for cell in line.cells:
        index = _column(cell, row)
        other = cells[index]
        first, second = (cell.text, other.text) if above else (other.text, cell.text)
        gap = " " if joins_with_space(first, second) else ""
        cells[index] = Cell(
            f"{first}{gap}{second}", min(cell.left, other.left), max(cell.right, other.right)
        )
    last_y = row.last_y if above else line.y
    merged = line_of_cells(cells, row.y, max(row.size, line.size), last_y)
    return replace(merged, region=row.region)
