"""Which passages are joined between the panes, and how: pure values in pixels of the gutter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from plandraft.ui.compare.pieces import Extent
from plandraft.ui.models.entries import EntryKind

# Beyond this many view heights the curve would be a bundle of parallels that says nothing.
_FAR = 0.4
_STUB_HEIGHT = 26.0


@dataclass(frozen=True, slots=True)
class PairExtent:
    """Hold where both sides of a passage stand in pixels of their pages."""

    entry: int
    kind: EntryKind
    left: Extent
    right: Extent


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Hold a band between the panes; heights are in pixels of the gutter."""

    entry: int
    kind: EntryKind
    left: Extent
    right: Extent


@dataclass(frozen=True, slots=True)
class Stub:
    """Hold the short end of a passage whose partner is far away.

    `on_left` says at which edge it stands, `upward` where the partner is.
    """

    entry: int
    kind: EntryKind
    extent: Extent
    on_left: bool
    upward: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold what the panes show: the scrolled heights of both pages and the height in sight."""

    left_top: float
    right_top: float
    height: float


def visible_joints(pairs: Iterable[PairExtent], sight: Sight) -> Iterator[Ribbon | Stub]:
    """Yield the joints of the passages that are visible on at least one side."""
    for pair in pairs:
        left = _shifted(pair.left, sight.left_top)
        right = _shifted(pair.right, sight.right_top)
        left_seen, right_seen = _seen(left, sight.height), _seen(right, sight.height)
        if not (left_seen or right_seen):
            continue
        if _distance(left, sight.height) <= _FAR * sight.height >= _distance(right, sight.height):
            yield Ribbon(pair.entry, pair.kind, left, right)
        elif left_seen:
            yield _stub(pair, left, right, sight.height, on_left=True)
        else:
            yield _stub(pair, right, left, sight.height, on_left=False)


def _stub(pair: PairExtent, near: Extent, far: Extent, height: float, *, on_left: bool) -> Stub:
    top, bottom = max(0.0, near.top), min(height, near.bottom)
    middle = (top + bottom) / 2
    half = min(_STUB_HEIGHT, bottom - top) / 2
    extent = Extent(middle - half, middle + half)
    return Stub(pair.entry, pair.kind, extent, on_left, upward=far.middle < near.middle)


def _shifted(extent: Extent, top: float) -> Extent:
    return Extent(extent.top - top, extent.bottom - top)


def _seen(extent: Extent, height: float) -> bool:
    return extent.bottom > 0 and extent.top < height


def _distance(extent: Extent, height: float) -> float:
    """Return how far outside the view an extent stands; 0 where it is seen."""
    return max(0.0, extent.top - height, -extent.bottom)


class PairIndex:
    """Find the pairs that are in sight without looking at all of them.

    Built once a layout; a filter only changes which passages `show` lets through.
    """

    def __init__(self, pairs: Iterable[PairExtent] = ()) -> None:
        self._pairs = tuple(pairs)
        self._by_left = _Column([(pair.left, index) for index, pair in enumerate(self._pairs)])
        self._by_right = _Column([(pair.right, index) for index, pair in enumerate(self._pairs)])
        self._shown: Container[int] = {pair.entry for pair in self._pairs}

    def show(self, entries: Container[int]) -> None:
        """Let these passages through and no others."""
        self._shown = entries

    def in_sight(self, sight: Sight) -> list[PairExtent]:
        """Return the pairs that are visible on at least one side, in their given order."""
        left = self._by_left.between(sight.left_top, sight.left_top + sight.height)
        right = self._by_right.between(sight.right_top, sight.right_top + sight.height)
        found = (self._pairs[index] for index in sorted(left | right))
        return [pair for pair in found if pair.entry in self._shown]


class _Column:
    """Hold extents of one side by their tops; `_reach` is how far down any so far reaches."""

    def __init__(self, extents: list[tuple[Extent, int]]) -> None:
        ordered = sorted(extents, key=lambda item: item[0].top)
        self._extents = ordered
        self._tops = [extent.top for extent, _ in ordered]
        self._reach = list(accumulate((extent.bottom for extent, _ in ordered), max))

    def between(self, top: float, bottom: float) -> set[int]:
        first = bisect_right(self._reach, top)
        last = bisect_left(self._tops, bottom)
        return {index for extent, index in self._extents[first:last] if extent.bottom > top}
