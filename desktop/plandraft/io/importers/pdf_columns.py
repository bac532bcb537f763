"""Put the characters of a PDF's page into lines, those of each column of prose by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plandraft.io.importers.pdf_lines import (
    BLANKS,
    Character,
    PageLine,
    group_lines,
    read_line,
)

# Fewer lines than this beside each other are a table, a signature, a list.
_FEWEST_LINES = 6
# From the beginning of one letter to the next over a gutter, in sizes of the line.
_GUTTER = 1.35
# The share of lines that may run through the gutter: title, headings, a paragraph between.
_MOST_CROSSING = 0.4
# Prose fills its column: so many lines reach its right edge (short of it by so many letters) ...
_LEAST_FULL = 0.5
_SHORT = 2.2
# ... are one stretch each, and hold so many letters on the average.
_LEAST_WHOLE = 0.75
_FEWEST_LETTERS = 8
# Left edges so close together (in points) are the same.
_SAME_EDGE = 4.0
_MOST_COLUMNS = 4
_HANGING = frozenset("，。、；：！？”’）》")

_Line = list[Character]


def lines_in_order(
    characters: Sequence[Character], most: int = _MOST_COLUMNS
) -> tuple[PageLine, ...]:
    """Return the lines of a page, those of each column after those of the column before it.

    Lines through all columns part the page into bands. Each stretch of one column has a `region`
    of its own, in ascending order; on a page without columns all is one region.
    """
    groups = list(group_lines(characters))
    gutter = _gutter(groups, most) if most > 1 else None
    if gutter is None:
        return tuple(_read(groups))
    across = _across(groups, gutter)
    ordered: list[PageLine] = []
    for crosses, numbered in groupby(enumerate(groups), key=lambda item: item[0] in across):
        band = [line for _, line in numbered]
        if crosses:
            _append(ordered, tuple(_read(band)))
            continue
        left, right = _halves(band, gutter)
        _append(ordered, tuple(_read(group_lines(left))))
        _append(ordered, lines_in_order(right, most - 1))
    return tuple(ordered)


def _read(groups: Iterator[_Line] | Sequence[_Line]) -> Iterator[PageLine]:
    return (line for line in map(read_line, groups) if line is not None)


def _append(ordered: list[PageLine], lines: Sequence[PageLine]) -> None:
    first = ordered[-1].region + 1 if ordered else 0
    ordered += [replace(line, region=first + line.region) for line in lines]


def _gutter(groups: Sequence[_Line], most: int) -> float | None:
    """Return a place between the first column of prose and the next, or None."""
    if len(groups) < _FEWEST_LINES:
        return None
    edges: Counter[int] = Counter()
    for line in groups:
        edges.update({round(x / _SAME_EDGE) for x in _beginnings(line)})
    leftmost = min(edges, default=0)
    for edge in sorted(edges):
        if edge <= leftmost + 1 or edges[edge] + edges[edge + 1] < _FEWEST_LINES:
            continue
        gutter = (edge - 1) * _SAME_EDGE
        if _parts_columns(groups, gutter, most):
            return gutter
    return None


def _beginnings(line: _Line) -> Iterator[float]:
    """Yield where stretches of letters begin."""
    before: Character | None = None
    for one in line:
        if one.text in BLANKS:
            continue
        if before is None or one.x - before.x > _GUTTER * before.size:
            yield one.x
        before = one


def _parts_columns(groups: Sequence[_Line], gutter: float, most: int) -> bool:
    through = [line for line in groups if not _crosses(line, gutter)]
    if len(groups) - len(through) > _MOST_CROSSING * len(groups):
        return False
    left, right = _halves(through, gutter)
    if not _is_prose(tuple(_read(group_lines(left)))):
        return False
    others = list(group_lines(right))
    return _is_prose(tuple(_read(others))) or (most > 2 and _gutter(others, most - 1) is not None)


def _cut(line: _Line, gutter: float) -> int | None:
    """Return the index of the first letter behind the gutter; None where letters go on over it.

    A mark that hangs into the gutter belongs to the column before it.
    """
    before: Character | None = None
    for index, one in enumerate(line):
        if one.text in BLANKS:
            continue
        if one.x >= gutter and (before is None or one.x - before.x > _GUTTER * before.size):
            return index
        if one.x >= gutter and (one.text not in _HANGING or one.x > gutter + one.size):
            return None
        before = one
    return len(line)


def _across(groups: Sequence[_Line], gutter: float) -> frozenset[int]:
    """Return the indexes of the lines that stand across the gutter.

    The last line of a paragraph may be short: with nothing beside it, and set as close below a
    full line as that is below its own.
    """
    across: set[int] = set()
    right = max(line[-1].x for line in groups)
    for index, line in enumerate(groups):
        if _crosses(line, gutter):
            across.add(index)
        elif index >= 2 and {index - 1, index - 2} <= across and _cut(line, gutter) == len(line):
            before = groups[index - 1]
            pitch = before[0].y - groups[index - 2][0].y
            close = line[0].y - before[0].y <= pitch + _SAME_EDGE
            if close and before[-1].x > right - _SHORT * before[-1].size:
                across.add(index)
    return frozenset(across)


def _crosses(line: _Line, gutter: float) -> bool:
    return _cut(line, gutter) is None


def _halves(
    lines: Iterator[_Line] | Sequence[_Line], gutter: float
) -> tuple[list[Character], list[Character]]:
    left: list[Character] = []
    right: list[Character] = []
    for line in lines:
        at = _cut(line, gutter)
        left += line[:at]
        right += line[at:] if at is not None else []
    return left, right


def _is_prose(lines: Sequence[PageLine]) -> bool:
    if len(lines) < _FEWEST_LINES:
        return False
    whole = sum(1 for line in lines if len(line.cells) == 1)
    letters = sum(len(line.text) for line in lines)
    if whole < _LEAST_WHOLE * len(lines) or letters < _FEWEST_LETTERS * len(lines):
        return False
    rights = sorted(line.right for line in lines)
    edge = rights[int(len(rights) * 0.9)]
    full = sum(1 for line in lines if line.right >= edge - _SHORT * line.size)
    return full >= _LEAST_FULL * len(lines)
