"""Which chapter of one plan is which of the other, whatever their numbers: by shared passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span


def link_chapters(
    left: Sequence[Section], right: Sequence[Section], pairs: Iterable[tuple[Span, Span]]
) -> tuple[int | None, ...]:
    """Return for each left section the right one with which it shares most letters, or None.

    `pairs` are places of both documents that belong together. Sections come in text order; each
    counts with its own text only, not with that of the sections below it.
    """
    starts = [section.span.start for section in left]
    theirs = [section.span.start for section in right]
    votes: Counter[tuple[int, int]] = Counter()
    for ours, other in pairs:
        if not ours.length or not other.length:
            continue
        first = max(0, bisect_right(starts, ours.start) - 1)
        for at in range(first, bisect_left(starts, ours.end)):
            own = Span(starts[at], starts[at + 1] if at + 1 < len(left) else left[at].span.end)
            shared = own.overlap(ours)
            if shared:
                middle = (max(own.start, ours.start) + min(own.end, ours.end)) / 2
                share = (middle - ours.start) / ours.length
                there = bisect_right(theirs, other.start + share * other.length) - 1
                if there >= 0:
                    votes[at, there] += shared
    best: list[int | None] = [None] * len(left)
    for (at, there), _ in sorted(votes.items(), key=lambda item: (item[1], -item[0][1])):
        best[at] = there
    return tuple(best)
