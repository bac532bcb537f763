"""Which chapter of one plan is which of the other, whatever their numbers: by shared passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span
from plandraft.core.text.numbering import label_at

# Letters that stand for a heading without a number.
_SHORT = 4
_NARROW = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class ChapterLinks:
    """Hold for each section the one of the other side that shares most letters, or None."""

    to_right: tuple[int | None, ...] = ()
    to_left: tuple[int | None, ...] = ()


class ChapterVotes:
    """Count what the sections of two plans share, place by place.

    Sections come in text order; each counts with its own text only, not with that of the
    sections below it.
    """

    def __init__(self, left: Sequence[Section], right: Sequence[Section]) -> None:
        self._starts = [section.span.start for section in left]
        self._ends = [*self._starts[1:], left[-1].span.end] if left else []
        self._theirs = [section.span.start for section in right]
        self._votes: Counter[tuple[int, int]] = Counter()

    def add(self, ours: Span, other: Span) -> None:
        """Take two places (code points) that belong together."""
        if not ours.length or not other.length:
            return
        starts = self._starts
        first = max(0, bisect_right(starts, ours.start) - 1)
        for at in range(first, bisect_left(starts, ours.end)):
            begin, end = max(starts[at], ours.start), min(self._ends[at], ours.end)
            if begin < end:
                share = ((begin + end) / 2 - ours.start) / ours.length
                there = bisect_right(self._theirs, other.start + share * other.length) - 1
                if there >= 0:
                    self._votes[at, there] += end - begin

    def links(self) -> ChapterLinks:
        """Return the partners by what was counted so far."""
        to_right: list[int | None] = [None] * len(self._starts)
        to_left: list[int | None] = [None] * len(self._theirs)
        for (at, there), _ in sorted(self._votes.items(), key=lambda item: (item[1], -item[0][1])):
            to_right[at] = there
        for (at, there), _ in sorted(self._votes.items(), key=lambda item: (item[1], -item[0][0])):
            to_left[there] = at
        return ChapterLinks(tuple(to_right), tuple(to_left))


def short_names(section: Section) -> tuple[str, ...]:
    """Return what names a section in little room, the longest first.

    "四(二)" is its number below that of the one above; a heading without a number is named by its
    first letters.
    """
    numbers = []
    for title in section.path[-2:]:
        label = label_at(title, 0, len(title))
        numbers.append(label.number.translate(_NARROW) if label is not None else "")
    if not numbers[-1]:
        title = "".join(section.title.split())
        return (title if len(title) <= _SHORT else title[: _SHORT - 1] + "…",)
    return tuple(dict.fromkeys(("".join(numbers), numbers[-1])))
