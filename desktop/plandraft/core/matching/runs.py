"""Maximal equal runs of tokens, found from the shingles that two documents share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from plandraft.core.matching.background import SHINGLE
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.shingles import Repeated

# A shingle that can be paired in more ways than this is a phrase of the field (信息化建…), or a
# passage that stands there several times: it counts as a seed only where twice as many tokens
# agree.
_FEW_PAIRINGS = 4
# One that can be paired in more ways than this tells nothing about where it came from.
_MOST_PAIRINGS = 16
# The seeds of a pair stay below this many for each token, or rarer shingles only are used.
_SEEDS_PER_TOKEN = 4


class Run(NamedTuple):
    """Hold `length` equal tokens at `left` and `right`; `weight` counts its rare letters.

    A tuple, because a pair has thousands of them: they are made and ordered twice as fast.
    """

    left: int
    right: int
    length: int
    weight: float = 0.0

    @property
    def left_end(self) -> int:
        """Return the offset behind the run on the left."""
        return self.left + self.length

    @property
    def right_end(self) -> int:
        """Return the offset behind the run on the right."""
        return self.right + self.length


# What a run is before it is weighed: as long, but twice as fast made.
BareRun = tuple[int, int, int, float]
# Where a run begins: left less right offset, and the left offset.
_Beginning = tuple[int, int]


def by_left(run: Run) -> tuple[int, int]:
    """Return the key that orders runs by left, then right."""
    return run.left, run.right


def find_bare_runs(repeated: Sequence[Repeated], left: Prepared, right: Prepared) -> list[BareRun]:
    """Find the maximal runs that hold a shingle worth a seed, in order, not weighed yet.

    Both have one pool; `repeated` is what `find_repeated` gives for the two. At most
    _SEEDS_PER_TOKEN seeds a token are looked at.
    """
    limit = _most_pairings(repeated, _SEEDS_PER_TOKEN * (len(left.tokens) + len(right.tokens)))
    few = [one for one in repeated if one[3] <= _FEW_PAIRINGS]
    often = [one for one in repeated if one[3] > _FEW_PAIRINGS]
    common = {shingle for shingle, _, _, _ in often}
    beginnings = _single_beginnings(left, right, common)
    beginnings += _beginnings(few, left, right, common)
    beginnings += _long_beginnings([one for one in often if one[3] <= limit], left, right, common)
    return sorted(_maximal(sorted(beginnings), left.windows, right.windows))


def _most_pairings(repeated: Sequence[Repeated], budget: int) -> int:
    """Return in how many ways a seed may be paired, so that there are about `budget` at most."""
    limit = _MOST_PAIRINGS
    counts = [count for _, _, _, count in repeated]
    if sum(counts) <= budget:
        return limit
    while limit > 1 and sum(count for count in counts if count <= limit) > budget:
        limit //= 2
    return limit


# Windows are compared, not tokens: taking a token out of a string makes a new string.
def _beginnings(
    seeds: Sequence[Repeated], left: Prepared, right: Prepared, others: AbstractSet[int]
) -> list[_Beginning]:
    """Return where a run of `seeds` begins.

    There the windows before differ, or are one of the `others`, which are no seeds. Most seeds lie
    inside a longer run: telling so from one window is all that is done for them.
    """
    before, there_before = left.before, right.before
    return [
        (start - to, start)
        for _, lefts, rights, _ in seeds
        for start in lefts
        for to in rights
        if before[start] != there_before[to] or before[start] in others
    ]


def _single_beginnings(
    left: Prepared, right: Prepared, others: AbstractSet[int]
) -> list[_Beginning]:
    """Do the same as `_beginnings` for the shingles that stand once on either side."""
    at, there = left.shingles.single, right.shingles.single
    before, there_before = left.before, right.before
    return [
        (start - to, start)
        for shingle in at.keys() & there.keys()
        if before[start := at[shingle]] != there_before[to := there[shingle]]
        or before[start] in others
    ]


def _long_beginnings(
    seeds: Sequence[Repeated], left: Prepared, right: Prepared, others: AbstractSet[int]
) -> list[_Beginning]:
    """Do the same as `_beginnings` where the windows behind the seeds agree as well."""
    before, there_before = left.before, right.before
    ours, theirs = left.windows, right.windows
    return [
        (start - to, start)
        for _, lefts, rights, _ in seeds
        for start in lefts
        for to in rights
        if ours[start + SHINGLE] == theirs[to + SHINGLE]
        and (before[start] != there_before[to] or before[start] in others)
    ]


def _maximal(beginnings: list[_Beginning], ours: list[int], theirs: list[int]) -> Iterator[BareRun]:
    """Yield the runs that `beginnings`, in order, grow to, each once."""
    last, reached = None, 0
    for diagonal, start in beginnings:
        if diagonal != last:
            last, reached = diagonal, max(0, diagonal)
        elif start < reached:
            continue
        first, end = start, start + SHINGLE
        while first > reached and ours[first - 1] == theirs[first - 1 - diagonal]:
            first -= 1
        while ours[end] == theirs[end - diagonal]:
            end += SHINGLE
        at = end - SHINGLE + 1
        while ours[at] == theirs[at - diagonal]:
            at += 1
        reached = end = at + SHINGLE - 1
        yield first, first - diagonal, end - first, 0.0
