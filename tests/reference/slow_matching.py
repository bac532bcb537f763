"""The first steps of the engine, written so that nobody can doubt them."""

from __future__ import annotations

from plandraft.core.matching.background import SHINGLE
from plandraft.core.matching.runs import Run


def all_maximal_runs(left: str, right: str) -> set[tuple[int, int, int]]:
    """Return (left, right, length) of every maximal run of at least SHINGLE equal tokens."""
    found: set[tuple[int, int, int]] = set()
    for at in range(len(left)):
        for to in range(len(right)):
            if at and to and left[at - 1] == right[to - 1]:
                continue
            length = 0
            while (
                at + length < len(left)
                and to + length < len(right)
                and left[at + length] == right[to + length]
            ):
                length += 1
            if length >= SHINGLE:
                found.add((at, to, length))
    return found


def all_groups(runs: list[Run], gap: int) -> set[frozenset[Run]]:
    """Return the connected groups of runs, neighbours being at most `gap` apart on both sides."""
    groups = [{run} for run in runs]
    merged = True
    while merged:
        merged = False
        for one in groups:
            for other in groups:
                if one is not other and any(_near(a, b, gap) for a in one for b in other):
                    one |= other
                    groups.remove(other)
                    merged = True
                    break
            if merged:
                break
    return {frozenset(group) for group in groups}


def _near(one: Run, other: Run, gap: int) -> bool:
    return (
        max(one.left, other.left) - min(one.left_end, other.left_end) <= gap
        and max(one.right, other.right) - min(one.right_end, other.right_end) <= gap
    )
