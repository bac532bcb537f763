"""Exact runs of tokens that two documents share, and the groups that may be passages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import repeat
from operator import itemgetter, mul
from typing import NamedTuple, TypeVar

from plandraft.core.matching.background import SHINGLE
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.shingles import count_pairings

# A shingle that can be paired in more ways than this is a phrase of the field (信息化建…), or a
# passage that stands there several times: it counts as a seed only where so many tokens agree.
_FEW_PAIRINGS = 4
_REPEATED = 8
# One that can be paired in more ways than this tells nothing about where it came from.
_MOST_PAIRINGS = 16
# The seeds of a pair stay below this many for each token, or rarer shingles only are used.
_SEEDS_PER_TOKEN = 4
# What stands outside the tokens of either side: equal to no token and not to each other.
_OUTSIDE_OURS, _OUTSIDE_THEIRS = "\0", "\1"


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
AnyRun = TypeVar("AnyRun", bound=BareRun)


def by_left(run: Run) -> tuple[int, int]:
    """Return the key that orders runs by left, then right."""
    return run.left, run.right


def find_runs(left: Prepared, right: Prepared) -> list[Run]:
    """Find the maximal runs of at least SHINGLE tokens that hold a shingle worth a seed.

    Ordered by left, then right. At most _SEEDS_PER_TOKEN seeds a token are looked at.
    """
    pairings = count_pairings(left.shingles, right.shingles)
    return _weighted(_bare_runs(pairings, left, right), left, _rarity(pairings))


def find_groups(left: Prepared, right: Prepared, gap: int, least: float) -> list[list[Run]]:
    """Find the runs and group them (see `group_runs`); leave out groups that weigh below `least`.

    Nine runs of ten are a few chance letters by themselves: they are never weighed.
    """
    pairings = count_pairings(left.shingles, right.shingles)
    rarity = _rarity(pairings)
    groups = (
        _weighted(group, left, rarity)
        for group in group_runs(_bare_runs(pairings, left, right), gap)
        if (group[0][2] if len(group) == 1 else sum(run[2] for run in group)) >= least
    )
    return [group for group in groups if sum(run.weight for run in group) >= least]


def _rarity(pairings: dict[str, int]) -> dict[str, float]:
    """Return what a letter of each shingle counts, for those that count less than 1."""
    return {shingle: 1 / math.sqrt(count) for shingle, count in pairings.items()}


def _bare_runs(pairings: dict[str, int], left: Prepared, right: Prepared) -> list[BareRun]:
    """Return the runs in order, not weighed yet."""
    limit = _most_pairings(pairings, _SEEDS_PER_TOKEN * (len(left.tokens) + len(right.tokens)))
    common = {shingle for shingle, count in pairings.items() if count > _FEW_PAIRINGS}
    repeated = {shingle for shingle in common if pairings[shingle] <= limit}
    ours, theirs = left.tokens, right.tokens
    beginnings = _single_beginnings(common, left, right)
    beginnings += _beginnings(pairings.keys() - common, common, left, right)
    beginnings += [
        (diagonal, start)
        for diagonal, start in _beginnings(repeated, common - repeated, left, right)
        if ours[start : start + _REPEATED]
        == theirs[start - diagonal : start - diagonal + _REPEATED]
    ]
    return sorted(_maximal(sorted(beginnings), left, right))


def _most_pairings(pairings: dict[str, int], budget: int) -> int:
    """Return in how many ways a seed may be paired, so that there are about `budget` at most."""
    limit = _MOST_PAIRINGS
    if sum(pairings.values()) <= budget:
        return limit
    while limit > 1 and sum(count for count in pairings.values() if count <= limit) > budget:
        limit //= 2
    return limit


def _single_beginnings(
    others: AbstractSet[str], left: Prepared, right: Prepared
) -> list[tuple[int, int]]:
    """Do the same as `_beginnings` for the shingles that stand once on either side."""
    ours, theirs, windows = left.shingles.single, right.shingles.single, left.windows
    before, there_before = _OUTSIDE_OURS + left.tokens, _OUTSIDE_THEIRS + right.tokens
    return [
        (start - to, start)
        for shingle in ours.keys() & theirs.keys()
        if before[start := ours[shingle]] != there_before[to := theirs[shingle]]
        or windows[start - 1] in others
    ]


def _beginnings(
    seeds: AbstractSet[str], others: AbstractSet[str], left: Prepared, right: Prepared
) -> list[tuple[int, int]]:
    """Return where a run of `seeds` begins, as (diagonal, left offset).

    There the tokens before differ, or begin one of the `others`, which are no seeds. Most seeds
    lie inside a longer run: telling so from one token is all that is done for them.
    """
    ours, theirs, windows = left.shingles.places, right.shingles.places, left.windows
    before, there_before = _OUTSIDE_OURS + left.tokens, _OUTSIDE_THEIRS + right.tokens
    return [
        (start - to, start)
        for shingle in seeds
        for there in (theirs(shingle),)
        for start in ours(shingle)
        for to in there
        if before[start] != there_before[to] or windows[start - 1] in others
    ]


def _maximal(
    beginnings: list[tuple[int, int]], left: Prepared, right: Prepared
) -> Iterator[BareRun]:
    """Yield the runs that `beginnings` grow to, each once."""
    ours, theirs = left.tokens + _OUTSIDE_OURS, right.tokens + _OUTSIDE_THEIRS
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
            end += 1
        reached = end
        yield first, first - diagonal, end - first, 0.0


def _weighted(runs: Iterable[BareRun], left: Prepared, rarity: dict[str, float]) -> list[Run]:
    return [
        Run(start, to, length, _weight(start, length, left, rarity))
        for start, to, length, _ in runs
    ]


def _weight(start: int, length: int, left: Prepared, rarity: dict[str, float]) -> float:
    """Return the sum of the rarity of a run's letters."""
    count = length - SHINGLE + 1
    if count == 1:
        return left.proof[start] * rarity.get(left.windows[start], 1.0) * length
    end = start + count
    rare = map(rarity.get, left.windows[start:end], repeat(1.0))
    total: float = sum(map(mul, left.proof[start:end], rare))
    return total * length / count


def group_runs(runs: Sequence[AnyRun], gap: int) -> list[list[AnyRun]]:
    """Group runs that lie within `gap` tokens of each other on both sides, in any order.

    `runs` is ordered by left; so is every group.
    """
    group_of = list(range(len(runs)))
    # What the next run may still touch, by stretches of the right side:
    # (left end, right start, right end, index)
    width = 4 * gap + 1
    stretches: dict[int, list[tuple[int, int, int, int]]] = {}
    for index, (left, right, length, _) in enumerate(runs):
        right_end = right + length
        first, last, begins = right - gap, right_end + gap, left - gap
        for key in range(first // width, last // width + 1):
            near = stretches.get(key)
            if near:
                near = stretches[key] = [other for other in near if other[0] >= begins]
                for _, start, end, other in near:
                    if start <= last and end >= first:
                        group_of[_root(group_of, index)] = _root(group_of, other)
        entry = (left + length, right, right_end, index)
        for key in range(right // width, right_end // width + 1):
            stretches.setdefault(key, []).append(entry)
    groups: dict[int, list[AnyRun]] = {}
    for index, run in enumerate(runs):
        groups.setdefault(_root(group_of, index), []).append(run)
    return sorted(groups.values(), key=itemgetter(0))


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
