"""Which entries touch a stretch of one side, without looking at all of them: pure values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from plandraft.ui.models.entries import Entry


class SideIndex:
    """Hold the places of all entries on one side, in text order; built once a reading.

    `order` are entries; `starts` and `ends` (code points) stand in the same order, and `reach`
    is how far any entry so far reaches.
    """

    def __init__(self, entries: Sequence[Entry] = (), *, left: bool = True) -> None:
        spans = [one.left if left else one.right for one in entries]
        starts = [span.start for span in spans]
        self.order = sorted(range(len(spans)), key=starts.__getitem__)
        self.starts = [starts[entry] for entry in self.order]
        self.ends = [spans[entry].end for entry in self.order]
        self.reach = list(accumulate(self.ends, max))

    def touching(self, start: int, end: int) -> list[int]:
        """Return the entries that hold or border on a letter of `[start, end)`, in their order."""
        first = bisect_left(self.reach, start)
        last = bisect_right(self.starts, end)
        return sorted(self.order[at] for at in range(first, last) if self.ends[at] >= start)
