"""Exact runs of tokens that two documents share, weighed, and the groups that may be passages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter, mul
from typing import TypeVar

from plandraft.core.matching.background import SHINGLE
from plandraft.core.matching.fingerprint import Prepared, in_one_pool
from plandraft.core.matching.runs import BareRun, Run, find_bare_runs
from plandraft.core.matching.shingles import Repeated, find_repeated

AnyRun = TypeVar("AnyRun", bound=BareRun)


def find_runs(left: Prepared, right: Prepared) -> list[Run]:
    """Find the maximal runs of at least SHINGLE tokens that hold a shingle worth a seed.

    Ordered by left, then right. At most _SEEDS_PER_TOKEN seeds a token are looked at.
    """
    left, right = in_one_pool(left, right)
    repeated = find_repeated(left.shingles, right.shingles)
    return _weights(left, repeated).weigh(find_bare_runs(repeated, left, right))


def find_groups(left: Prepared, right: Prepared, gap: int, least: float) -> list[list[Run]]:
    """Find the runs and group them (see `group_runs`); leave out groups that weigh below `least`.

    Nine runs of ten are a few chance letters by themselves: they are never weighed.
    """
    left, right = in_one_pool(left, right)
    repeated = find_repeated(left.shingles, right.shingles)
    weights = _weights(left, repeated)
    groups = (
        weights.weigh(group)
        for group in group_runs(find_bare_runs(repeated, left, right), gap)
        if (group[0][2] if len(group) == 1 else sum([run[2] for run in group])) >= least
    )
    return [group for group in groups if sum([run.weight for run in group]) >= least]


@dataclass(frozen=True, slots=True)
class _Weights:
    """Weigh runs of a pair.

    `pairings` says in how many ways a shingle can be paired (1 where it is silent), `rarity` what a
    letter counts by that number.
    """

    left: Prepared
    pairings: dict[int, int]
    rarity: dict[int, float]

    def weigh(self, runs: Iterable[BareRun]) -> list[Run]:
        """Return `runs` with their weights."""
        return [
            Run(start, to, length, self._weight(start, length)) for start, to, length, _ in runs
        ]

    def _weight(self, start: int, length: int) -> float:
        """Return the sum of the rarity of a run's letters."""
        count = length - SHINGLE + 1
        proof, windows = self.left.proof, self.left.windows
        if count == 1:
            return proof[start] * self.rarity[self.pairings.get(windows[start], 1)] * length
        end = start + count
        ways = map(self.pairings.get, windows[start:end], repeat(1))
        total: float = sum(map(mul, proof[start:end], map(self.rarity.__getitem__, ways)))
        return total * length / count


def _weights(left: Prepared, repeated: Sequence[Repeated]) -> _Weights:
    pairings = {shingle: count for shingle, _, _, count in repeated}
    rarity = {count: 1 / math.sqrt(count) for count in {1, *pairings.values()}}
    return _Weights(left, pairings, rarity)


def group_runs(runs: Sequence[AnyRun], gap: int) -> list[list[AnyRun]]:
    """Group runs that lie within `gap` tokens of each other on both sides, in any order.

    `runs` is ordered by left; so is every group.
    """
    group_of = list(range(len(runs)))
    # Those which the next run may still touch, by stretches of the right side so wide that most
    # runs lie in one: (left end, right start less gap, right end and gap, index)
    width = 16 * gap + 1
    stretches: dict[int, list[tuple[int, int, int, int]]] = {}
    for index, (left, right, length, _) in enumerate(runs):
        right_end = right + length
        entry = (left + length, right - gap, right_end + gap, index)
        begins = left - gap
        for key in range((right - gap) // width, (right_end + gap) // width + 1):
            near = stretches.get(key)
            if near is None:
                stretches[key] = [entry]
                continue
            stretches[key] = kept = [other for other in near if other[0] >= begins]
            for _, first, last, other in kept:
                if first <= right_end and last >= right:
                    group_of[_root(group_of, index)] = _root(group_of, other)
            kept.append(entry)
    groups: dict[int, list[AnyRun]] = {}
    for index, run in enumerate(runs):
        root = group_of[index]
        if group_of[root] != root:
            root = _root(group_of, index)
        if root in groups:
            groups[root].append(run)
        else:
            groups[root] = [run]
    return sorted(groups.values(), key=itemgetter(0))


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
