"""Two wordings one above the other, cut into columns that belong together: pure values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from plandraft.core.compare.changes import ChangeClass, InlineSpan
from plandraft.core.model.spans import Span
from plandraft.ui.compare.pieces import Mark, side_marks

# Pixels; no letter of an interface font is thinner, and measuring whole plans takes long.
_THINNEST = 2.0
_CLOSING = "，。、；：？！）》”’"


@dataclass(frozen=True, slots=True)
class StackColumn:
    """Hold what stands above each other; NONE marks letters that are the same on both sides."""

    upper: str
    lower: str
    change_class: ChangeClass = ChangeClass.NONE


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """Hold a column with its place: the number of its row, left edge and width in pixels."""

    column: StackColumn
    row: int
    left: float
    width: float


@dataclass(slots=True)
class _Side:
    """Walk over one side; `mark` is the difference that begins or lies at `at`."""

    text: str
    at: int
    end: int
    marks: list[Mark]

    def mark(self) -> Mark | None:
        while self.marks and (self.marks[0].span.end <= self.at):
            self.marks.pop(0)
        if self.marks and self.marks[0].span.start <= self.at:
            return self.marks[0]
        return None

    def free(self) -> int:
        """Return how many letters stand before the next difference."""
        self.mark()
        upto = self.marks[0].span.start if self.marks else self.end
        return max(0, min(self.end, upto) - self.at)

    def take(self, length: int) -> str:
        taken = self.text[self.at : self.at + length]
        self.at += length
        return taken

    def take_mark(self, mark: Mark) -> str:
        return self.take(min(self.end, mark.span.end) - self.at)

    def take_parts(self, mark: Mark) -> Iterator[tuple[str, ChangeClass]]:
        """Take a mark with those inside it, each with its own class."""
        end = min(self.end, mark.span.end)
        inside = [one for one in self.marks if one is not mark and one.span.end <= end]
        for one in inside:
            if one.span.start > self.at:
                yield self.take(one.span.start - self.at), mark.change_class
            if one.span.start == self.at:
                yield self.take_mark(one), one.change_class
        if end > self.at:
            yield self.take(end - self.at), mark.change_class


def stack_columns(
    left_text: str, right_text: str, left: Span, right: Span, inline: Iterable[InlineSpan]
) -> list[StackColumn]:
    """Cut the two sides of a passage into columns; joined, each side is complete."""
    spans = list(inline)
    upper = _Side(left_text, left.start, left.end, _solid(side_marks(spans, left=True)))
    lower = _Side(right_text, right.start, right.end, _solid(side_marks(spans, left=False)))
    return list(_columns(upper, lower))


def _solid(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks with letters, an outer one before those inside it."""
    solid = [mark for mark in marks if mark.span.length]
    return sorted(solid, key=lambda mark: (mark.span.start, -mark.span.end))


def _columns(upper: _Side, lower: _Side) -> Iterator[StackColumn]:
    while upper.at < upper.end or lower.at < lower.end:
        above, below = upper.mark(), lower.mark()
        if above is not None and below is not None and above.other == below.span:
            change_class = above.change_class
            yield StackColumn(upper.take_mark(above), lower.take_mark(below), change_class)
        elif above is not None:
            for text, change_class in upper.take_parts(above):
                yield StackColumn(text, "", change_class)
        elif below is not None:
            for text, change_class in lower.take_parts(below):
                yield StackColumn("", text, change_class)
        else:
            yield _same(upper, lower)


def _same(upper: _Side, lower: _Side) -> StackColumn:
    """Take equal letters; blanks and punctuation of one side only do not shift the rest."""
    length = min(upper.free(), lower.free())
    if length == 0:
        return StackColumn(upper.take(upper.free()), lower.take(lower.free()))
    same = 0
    while same < length and _alike(upper, lower, same):
        same += 1
    if same:
        return StackColumn(upper.take(same), lower.take(same))
    above, below = upper.text[upper.at], lower.text[lower.at]
    if _is_mark(above) and _is_mark(below):
        return StackColumn(upper.take(1), lower.take(1), ChangeClass.PUNCTUATION)
    if above.isalnum() or (not above.isspace() and below.isspace()):
        return StackColumn("", lower.take(1))
    return StackColumn(upper.take(1), "")


def _alike(upper: _Side, lower: _Side, ahead: int) -> bool:
    above, below = upper.text[upper.at + ahead], lower.text[lower.at + ahead]
    if above.isalnum() and below.isalnum():
        return True
    return normalize("NFKC", above) == normalize("NFKC", below)


def _is_mark(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()


def place_columns(
    columns: Sequence[StackColumn], width: float, measure: Callable[[str], float]
) -> list[PlacedColumn]:
    """Break columns into rows of at most `width` pixels; equal letters break anywhere."""
    placed: list[PlacedColumn] = []
    row, x = 0, 0.0
    for column in columns:
        rest = column
        while rest.upper or rest.lower:
            fitting = _kept_together(rest, _fitting(rest, width - x, measure))
            if fitting == 0 and x > 0:
                row, x = row + 1, 0.0
                continue
            fitting = max(1, fitting)
            part = StackColumn(rest.upper[:fitting], rest.lower[:fitting], rest.change_class)
            wide = max(measure(part.upper), measure(part.lower))
            placed.append(PlacedColumn(part, row, x, wide))
            x += wide
            rest = StackColumn(rest.upper[fitting:], rest.lower[fitting:], rest.change_class)
    return placed


def _kept_together(column: StackColumn, fitting: int) -> int:
    """Take one letter less where the next row would begin with a mark that closes."""
    nexts = (column.upper[fitting : fitting + 1], column.lower[fitting : fitting + 1])
    closes = any(letter and letter in _CLOSING for letter in nexts)
    return fitting - 1 if closes and fitting else fitting


def _fitting(column: StackColumn, room: float, measure: Callable[[str], float]) -> int:
    """Return how many letters of the longer side fit into `room`."""
    longest = max(len(column.upper), len(column.lower))
    low, high = 0, min(longest, int(room / _THINNEST) + 1) if room > 0 else 0
    while low < high:
        middle = (low + high + 1) // 2
        if max(measure(column.upper[:middle]), measure(column.lower[:middle])) <= room:
            low = middle
        else:
            high = middle - 1
    return low
