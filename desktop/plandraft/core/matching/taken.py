"""Which tokens of one side are used already, while tiles are laid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Taken:
    """Keep the used stretches of a side in order; they never overlap.

    Stretches, not single tokens: a passage is hundreds of tokens and a handful of tiles.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def add(self, start: int, end: int) -> None:
        """Take a stretch that is free."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def room_behind(self, at: int, limit: int) -> int:
        """Count the free tokens from `at` on, up to `limit`."""
        index = bisect_left(self._starts, at)
        return (self._starts[index] if index < len(self._starts) else limit) - at

    def room_before(self, at: int) -> int:
        """Count the free tokens in front of `at`."""
        index = bisect_right(self._ends, at)
        return at - self._ends[index - 1] if index else at

    def holes(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the free stretches between `start` and `end`, in order."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end, lo=first)
        if first == last:
            return [(start, end)] if start < end else []
        edges = [start]
        for at in range(first, last):
            edges += (self._starts[at], self._ends[at])
        edges.append(end)
        return [
            (edges[at], edges[at + 1])
            for at in range(0, len(edges), 2)
            if edges[at] < edges[at + 1]
        ]
