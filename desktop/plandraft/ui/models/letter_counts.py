"""How many letters the entries of a pair have, counted when somebody asks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from plandraft.core.model.spans import Span
from plandraft.ui.models.entries import Entry, PairView

_MARK = re.compile(r"[\W_]")  # what str.isalnum denies


class LetterCounts:
    """Count the letters of the shorter side of an entry, or of the only one.

    A row on the screen is counted alone; `every` looks through both texts once.
    """

    def __init__(self, view: PairView | None) -> None:
        self._view = view
        self._every: list[int] | None = None
        self._known: dict[int, int] = {}

    def __getitem__(self, entry: int) -> int:
        if self._every is not None:
            return self._every[entry]
        if entry not in self._known:
            assert self._view is not None
            one, comparison = self._view.entries[entry], self._view.comparison
            ours = _count(comparison.left.text, one.left)
            self._known[entry] = _of_both(one, ours, _count(comparison.right.text, one.right))
        return self._known[entry]

    def every(self) -> list[int]:
        """Return the counts of all entries."""
        view = self._view
        if view is None:
            return []
        if self._every is None:
            left = _count_each(view.comparison.left.text, [one.left for one in view.entries])
            right = _count_each(view.comparison.right.text, [one.right for one in view.entries])
            self._every = list(map(_of_both, view.entries, left, right))
        return self._every


def _of_both(entry: Entry, left: int, right: int) -> int:
    return min(left, right) if entry.both else max(left, right)


def _count(text: str, span: Span) -> int:
    return sum(map(str.isalnum, span.slice(text)))


def _count_each(text: str, spans: Sequence[Span]) -> list[int]:
    """Return the letters of each span; those of a span may be half the text."""
    marks = [found.start() for found in _MARK.finditer(text)]
    return [
        span.end - span.start - bisect_left(marks, span.end) + bisect_left(marks, span.start)
        for span in spans
    ]
