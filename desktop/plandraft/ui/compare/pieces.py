"""What of the passages is in sight: pure values that painting code takes as they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from plandraft.core.compare.changes import ChangeClass, ChangeKind, InlineSpan
from plandraft.core.model.spans import Span
from plandraft.ui.compare.shades import Shade, ShadeIndex
from plandraft.ui.models.entries import EntryKind


class LineBox(Protocol):
    """Hold one line of a page; `top` and `height` are its full pitch in pixels."""

    @property
    def span(self) -> Span:
        """Return the code points on the line."""

    @property
    def top(self) -> float:
        """Return the upper edge."""

    @property
    def height(self) -> float:
        """Return the distance to the next line."""

    @property
    def column(self) -> tuple[float, float]:
        """Return the left and right edge of the text column."""

    def x_at(self, offset: int) -> float:
        """Return where the code point at `offset` begins; the line's end is allowed."""


@dataclass(frozen=True, slots=True)
class Box:
    """Hold a rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Extent:
    """Hold the upper and lower edge of a span in pixels of the page."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height half-way."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold the part of a shade that stands on one line."""

    entries: tuple[int, ...]
    kind: EntryKind
    span: Span
    box: Box


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold one difference as one side sees it; `other` is the other side's stretch.

    An empty `span` says that the other side has words where this one has none.
    """

    span: Span
    other: Span
    kind: ChangeKind
    change_class: ChangeClass


@dataclass(frozen=True, slots=True)
class Highlight:
    """Hold the current passage as one side sees it."""

    entry: int
    span: Span
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class MarkPiece:
    """Hold the part of a mark that stands on one line; its width is 0 where nothing stands."""

    mark: Mark
    box: Box


def visible_pieces(lines: Iterable[LineBox], shades: ShadeIndex) -> Iterator[Piece]:
    """Yield the shaded rectangles on `lines`."""
    before: tuple[Shade, LineBox] | None = None
    for line in lines:
        for shade in shades.within(line.span):
            box = filled_on_line(line, shade.span)
            if box is None:
                continue
            if before is not None and before[0] == shade:
                box = _raised(box, before[1])
            before = (shade, line)
            part = Span(max(shade.span.start, line.span.start), min(shade.span.end, line.span.end))
            yield Piece(shade.entries, shade.kind, part, box)


def visible_boxes(lines: Iterable[LineBox], span: Span) -> Iterator[Box]:
    """Yield one rectangle for each line that `span` touches."""
    before: LineBox | None = None
    for line in lines:
        box = filled_on_line(line, span)
        if box is not None:
            yield _raised(box, before) if before is not None else box
            before = line


def span_over(spans: Sequence[Span], offset: int) -> Span | None:
    """Return which of `spans`, which are in order and apart, holds a place."""
    at = bisect_right(spans, offset, key=lambda one: one.start) - 1
    return spans[at] if at >= 0 and spans[at].contains(offset) else None


def spans_on(lines: Sequence[LineBox], spans: Sequence[Span]) -> Iterator[Box]:
    """Yield the rectangles of `spans`, which are in order and apart, on `lines`."""
    if not lines:
        return
    first = max(0, bisect_right(spans, lines[0].span.start, key=lambda one: one.start) - 1)
    last = bisect_right(spans, lines[-1].span.end, key=lambda one: one.start)
    for line in lines:
        for span in spans[first:last]:
            box = box_on_line(line, span)
            if box is not None:
                yield box


def filled_on(lines: Sequence[LineBox], spans: Sequence[Span]) -> Iterator[Box]:
    """Yield what `spans`, which are in order and apart, fill of `lines` up to their edges."""
    if not lines:
        return
    first = max(0, bisect_right(spans, lines[0].span.start, key=lambda one: one.start) - 1)
    last = bisect_right(spans, lines[-1].span.end, key=lambda one: one.start)
    for span in spans[first:last]:
        yield from visible_boxes(lines, span)


def visible_marks(lines: Iterable[LineBox], marks: Iterable[Mark]) -> Iterator[MarkPiece]:
    """Yield the rectangles of differences on `lines`."""
    ordered = sorted(marks, key=lambda mark: mark.span)
    for line in lines:
        for mark in ordered:
            if mark.span.length:
                box = box_on_line(line, mark.span)
            elif line.span.start <= mark.span.start < max(line.span.end, line.span.start + 1):
                box = Box(line.x_at(mark.span.start), line.top, 0.0, line.height)
            else:
                box = None
            if box is not None:
                yield MarkPiece(mark, box)


def box_on_line(line: LineBox, span: Span) -> Box | None:
    """Return the rectangle of `span` on `line`, or None where they do not meet."""
    start, end = max(span.start, line.span.start), min(span.end, line.span.end)
    if start >= end:
        return None
    left = line.x_at(start)
    return Box(left, line.top, line.x_at(end) - left, line.height)


def filled_on_line(line: LineBox, span: Span) -> Box | None:
    """Return what `span` fills of `line`, as a selection does: up to the edges of the column."""
    start, end = max(span.start, line.span.start), min(span.end, line.span.end)
    if start >= end:
        return None
    # Places of letters are asked for only where they count: in a paragraph that is a whole plan
    # each takes a third of a millisecond.
    left = line.column[0] if span.start < line.span.start else line.x_at(start)
    right = line.column[1] if span.end > line.span.end else line.x_at(end)
    return Box(left, line.top, right - left, line.height)


def _raised(box: Box, before: LineBox) -> Box:
    """Close the gap between two paragraphs of one passage."""
    top = before.top + before.height
    return Box(box.left, top, box.width, box.top + box.height - top)


def side_marks(inline: Iterable[InlineSpan], *, left: bool) -> tuple[Mark, ...]:
    """Return the differences as one side sees them, in its text order."""
    marks = [
        Mark(*((item.left, item.right) if left else (item.right, item.left)), *_what(item))
        for item in inline
        if item.kind is not ChangeKind.EQUAL
    ]
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _what(item: InlineSpan) -> tuple[ChangeKind, ChangeClass]:
    return item.kind, item.change_class
