"""Which passage of two plans is meant by a place on both sides."""

from __future__ import annotations

from collections.abc import Iterable

from plandraft.core.model.spans import Span


def passage_at(sides: Iterable[tuple[Span, Span]], left: int, right: int) -> int | None:
    """Return which of several passages, by their sides, holds these code points of both plans.

    It is the shortest of those that do, and the first of equal ones.
    """
    found = [
        (one.length + other.length, at)
        for at, (one, other) in enumerate(sides)
        if one.contains(left) and other.contains(right)
    ]
    return min(found)[1] if found else None
