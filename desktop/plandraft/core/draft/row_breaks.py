"""Break a paragraph into rows by the rules for Chinese text (避头尾).

No row begins with a closing mark or a comma, none ends with an opening one; numbers and words
stay whole; a comma or full stop that has no room hangs out behind the last character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plandraft.core.draft.letter_widths import is_square, letter_width
from plandraft.core.draft.page_flow import Align, FlowParagraph, FlowRun, FlowStyle, Mark

_OPENING = frozenset("“‘（《〈〔【［｛「『([{")
_HANGING = frozenset("，。、；：！？,.;:!?")
_NO_BEGINNING = _HANGING | frozenset("”’）》〉〕】］｝」』)]}%％‰℃·…—～")
_UNITS = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:/%‰+\-]*[0-9A-Za-z%‰+]|—+|…+|\n|\t|.", re.DOTALL)
# What is left of a division of twips must not cost a character.
_ROUNDING = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one row of a paragraph: the code points `start`…`end` of its text.

    `left` is from the edge of the column; each gap between two units is wider by `stretch`.
    """

    start: int
    end: int
    left: float
    width: float
    stretch: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold text that is drawn in one go, from `left` on, in a box of `width`."""

    text: str
    left: float
    width: float
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    text: str
    width: float
    gap: float = 0.0


def break_rows(paragraph: FlowParagraph, width: float) -> tuple[Row, ...]:
    """Return the rows of a paragraph in a column of `width`; an empty one has one row."""
    style = paragraph.style
    found: list[Row] = []
    start = 0
    for line in paragraph.text.split("\n"):
        units = [replace(unit, start=start + unit.start) for unit in _units(line, style)]
        first = not found
        for row in _fill(units, style, width, first=first):
            found.append(
                _placed(row, style, width, first=not found, last=row[-1].start == units[-1].start)
            )
        if not units:
            found.append(_placed([_Unit(start, "", 0.0)], style, width, first=first, last=True))
        start += len(line) + 1
    return tuple(found)


def row_pieces(paragraph: FlowParagraph, row: Row, column: float) -> Iterator[Piece]:
    """Yield what is drawn of a row, from left to right; `column` is the width of its column."""
    style = paragraph.style
    at = row.left
    units = list(_units(paragraph.text[row.start : row.end], style))
    for number, unit in enumerate(units):
        if unit.text == "\t":
            rest = sum(one.width for one in units[number + 1 :])
            goal = max(at, min(style.tab_right or column, column) - rest)
            if style.dots and goal > at:
                yield Piece("\t", at, goal - at)
            at = goal
            continue
        at += unit.gap
        for text, mark in _marked(paragraph.runs, row.start + unit.start, unit.text):
            wide = _width(text, style)
            yield Piece(text, at, wide, mark)
            at += wide
        at += row.stretch


def _units(text: str, style: FlowStyle) -> Iterator[_Unit]:
    before = ""
    for match in _UNITS.finditer(text):
        unit = match[0]
        gap = style.latin_gap if style.latin_gap and _changes_script(before, unit) else 0.0
        yield _Unit(match.start(), unit, _width(unit, style) + gap, gap)
        before = unit


def _changes_script(before: str, after: str) -> bool:
    if not (before[-1:].isalnum() and after[0].isalnum()):
        return False
    return before[-1].isascii() != after[0].isascii()


def _width(text: str, style: FlowStyle) -> float:
    if text in {"\t", "\n"}:
        return 0.0
    return sum(letter_width(one) * style.size + style.spacing for one in text)


def _fill(
    units: Sequence[_Unit], style: FlowStyle, width: float, *, first: bool
) -> Iterator[list[_Unit]]:
    """Yield the units of each row."""
    row: list[_Unit] = []
    filled, room = 0.0, _room(style, width, first=first)
    for following in units:
        unit = following
        fits = filled + unit.width <= room + _ROUNDING
        hangs = unit.text in _HANGING and bool(row) and filled <= room + _ROUNDING
        if row and not fits and not hangs and unit.text != " ":
            kept = _cut(row, unit)
            done, moved = row[:kept], row[kept:]
            yield done
            row = _at_head(moved)
            if not row:
                (unit,) = _at_head([unit])
            filled, room = sum(one.width for one in row), _room(style, width, first=False)
        row.append(unit)
        filled += unit.width
    if row:
        yield row


def _at_head(units: Sequence[_Unit]) -> list[_Unit]:
    """Return units that begin a row: there is no gap before the first."""
    return [
        replace(unit, width=unit.width - unit.gap, gap=0.0) if number == 0 else unit
        for number, unit in enumerate(units)
    ]


def _cut(row: Sequence[_Unit], following: _Unit) -> int:
    """Return how many units stay on a row that is full; those behind go with `following`."""
    kept = len(row)
    while kept > 1 and not _may_break(row[kept - 1].text, _next(row, kept, following)):
        kept -= 1
    # A row that cannot be broken anywhere is broken where it is full.
    return kept if _may_break(row[kept - 1].text, _next(row, kept, following)) else len(row)


def _next(row: Sequence[_Unit], at: int, following: _Unit) -> str:
    return row[at].text if at < len(row) else following.text


def _may_break(before: str, after: str) -> bool:
    if before[-1] in _OPENING or after[0] in _NO_BEGINNING:
        return False
    # Between two Latin pieces only a blank parts.
    return before.isspace() or after.isspace() or is_square(before[-1]) or is_square(after[0])


def _room(style: FlowStyle, width: float, *, first: bool) -> float:
    indent = style.first if first else style.hanging
    return max(style.size, width - style.left - style.right - indent)


def _placed(
    units: Sequence[_Unit], style: FlowStyle, width: float, *, first: bool, last: bool
) -> Row:
    indent = style.first if first else style.hanging
    room = _room(style, width, first=first)
    shown = list(units)
    while len(shown) > 1 and shown[-1].text == " ":
        shown.pop()
    natural = sum(unit.width for unit in shown)
    # What hangs out takes no part in the width of its row.
    over = natural - room
    inner = natural - shown[-1].width if over > _ROUNDING and len(shown) > 1 else natural
    left = style.left + indent
    free = room - inner
    stretch = 0.0
    if style.align is Align.CENTER:
        left += free / 2
    elif style.align is Align.RIGHT:
        left += free
    elif style.align is Align.BOTH and not last and len(shown) > 1 and free > 0:
        gaps = len(shown) - (2 if inner != natural else 1)
        stretch = free / max(1, gaps)
    end = units[-1].start + len(units[-1].text)
    return Row(units[0].start, end, left, natural, stretch)


def _marked(runs: Sequence[FlowRun], start: int, text: str) -> Iterator[tuple[str, Mark]]:
    """Yield the parts of `text`, which begins at `start`, with their marks."""
    at, end = 0, start + len(text)
    for run in runs:
        begin, at = at, at + len(run.text)
        if at <= start:
            continue
        if begin >= end:
            return
        yield text[max(0, begin - start) : at - start], run.mark
