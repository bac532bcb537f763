"""Which passages are joined between the panes, and how: pure values in pixels of the gutter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plandraft.ui.compare.pieces import Extent
from plandraft.ui.models.entries import EntryKind

# Beyond this many view heights the curve would be a bundle of parallels that says nothing.
FAR = 0.4
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
        if _distance(left, sight.height) <= FAR * sight.height >= _distance(right, sight.height):
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
