"""Which place of one pane belongs to which place of the other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.passages import Passage
from plandraft.core.matching.runs import Run


@dataclass(frozen=True, slots=True)
class ScrollMap:
    """Map positions of two panes to each other: monotone, start to start, end to end.

    `points` are (left, right) pairs that rise on both sides, from (0, 0) to both lengths. The
    unit is the caller's: code points or pixels.
    """

    points: tuple[tuple[float, float], ...]

    def to_right(self, position: float) -> float:
        """Return the right position that belongs to a left one."""
        return _interpolate(self.points, position, 0)

    def to_left(self, position: float) -> float:
        """Return the left position that belongs to a right one."""
        return _interpolate(self.points, position, 1)


def build_scroll_map(
    anchors: tuple[tuple[float, float], ...], left_length: float, right_length: float
) -> ScrollMap:
    """Build the map through `anchors`; those that would go back on a side are left out."""
    points = [(0.0, 0.0)]
    for left, right in sorted(anchors):
        inside = left < left_length and right < right_length
        if inside and left > points[-1][0] and right > points[-1][1]:
            points.append((left, right))
    points.append((max(left_length, points[-1][0]), max(right_length, points[-1][1])))
    return ScrollMap(tuple(points))


def chain_of(comparison: Comparison) -> tuple[Passage, ...]:
    """Return the chain of a comparison, computed beforehand or now."""
    if comparison.chain is not None:
        return comparison.chain
    return passage_chain(comparison.matches.passages)


def passage_chain(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return the passages in the same order on both sides that hold most letters."""
    tiles = {
        Run(one.left.start, one.right.start, min(one.left.length, one.right.length)): one
        for one in passages
    }
    return tuple(tiles[one] for one in heaviest_chain(list(tiles)))


def _interpolate(points: tuple[tuple[float, float], ...], position: float, side: int) -> float:
    other = 1 - side
    if position <= 0:
        return 0.0
    index = bisect_right(points, position, key=lambda point: point[side])
    if index >= len(points):
        return points[-1][other]
    before, after = points[index - 1], points[index]
    share = (position - before[side]) / (after[side] - before[side])
    return before[other] + share * (after[other] - before[other])
