"""Exact runs of tokens that two documents share, and the groups that may be passages."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from plandraft.core.matching.background import SHINGLE
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.tokens import count_masked

# A shingle that could be paired in more ways than this tells nothing about where it came from.
_MOST_PAIRINGS = 16
# The seeds of a pair stay below this many for each token, or rarer shingles only are used.
_SEEDS_PER_TOKEN = 4
# Wording of the official phrase list proves little: it is in every plan. By how many of a
# shingle's tokens stand in such a phrase.
_STOCK_WEIGHTS = (1.0, 0.6, 0.35, 0.2, 0.05)
# A shingle with masked tokens (2026年5月, 达到#万户) is shared by plans that share nothing else.
_MASKED_WEIGHTS = (1.0, 0.3, 0.05, 0.05, 0.05)


@dataclass(frozen=True, slots=True)
class Run:
    """Hold `length` equal tokens at `left` and `right`; `weight` counts its rare letters."""

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


def by_left(run: Run) -> tuple[int, int]:
    """Return the key that orders runs by left, then right."""
    return run.left, run.right


def find_runs(left: Prepared, right: Prepared) -> list[Run]:
    """Find the maximal runs of at least SHINGLE tokens that hold a shingle worth a seed.

    Ordered by left, then right. At most _SEEDS_PER_TOKEN seeds a token are looked at.
    """
    ours, theirs = left.shingles, right.shingles
    pairings = {
        shingle: len(ours[shingle]) * len(theirs[shingle])
        for shingle in ours.keys() & theirs.keys()
    }
    budget = _SEEDS_PER_TOKEN * (len(left.tokens) + len(right.tokens))
    seeds = sorted(_seeds(pairings, left, right, budget))
    rarity = {shingle: _rarity(shingle, count) for shingle, count in pairings.items()}
    runs = [_weighted(run, left, rarity) for run in _maximal(seeds, left, right)]
    return sorted(runs, key=by_left)


def _seeds(
    pairings: dict[str, int], left: Prepared, right: Prepared, budget: int
) -> Iterator[tuple[int, int]]:
    """Yield at most about `budget` seeds as (diagonal, left offset), rare shingles first."""
    limit = _MOST_PAIRINGS
    while limit > 1 and sum(count for count in pairings.values() if count <= limit) > budget:
        limit //= 2
    for shingle, count in pairings.items():
        if count <= limit:
            for at_left in left.shingles[shingle]:
                for at_right in right.shingles[shingle]:
                    yield at_left - at_right, at_left


def _maximal(seeds: list[tuple[int, int]], left: Prepared, right: Prepared) -> Iterator[Run]:
    """Yield for seeds sorted by diagonal the runs that they grow to, each once."""
    ours, theirs = left.tokens, right.tokens
    diagonal, reached = None, 0
    for seed_diagonal, start in seeds:
        if seed_diagonal == diagonal and start < reached:
            continue
        floor = reached if seed_diagonal == diagonal else 0
        diagonal = seed_diagonal
        first = start
        while (
            first > floor and first > diagonal and ours[first - 1] == theirs[first - 1 - diagonal]
        ):
            first -= 1
        end = start + SHINGLE
        most = min(len(ours), len(theirs) + diagonal)
        while end < most and ours[end] == theirs[end - diagonal]:
            end += 1
        reached = end
        yield Run(first, first - diagonal, end - first)


def _rarity(shingle: str, pairings: int) -> float:
    rarity = 1 / math.sqrt(pairings)
    # Masks are private-use characters, so that this one quick test tells most shingles apart.
    return rarity if shingle.isalnum() else rarity * _MASKED_WEIGHTS[count_masked(shingle)]


def _weighted(run: Run, left: Prepared, rarity: dict[str, float]) -> Run:
    """Return the run with the sum of the rarity of its letters, stock phrases nearly left out."""
    count = run.length - SHINGLE + 1
    weights = map(rarity.__getitem__, left.windows[run.left : run.left + count])
    stock = left.stock
    if stock.find(1, run.left, run.left_end) >= 0:
        total = sum(
            weight * _STOCK_WEIGHTS[stock.count(1, at, at + SHINGLE)]
            for at, weight in enumerate(weights, start=run.left)
        )
    else:
        total = sum(weights)
    return Run(run.left, run.right, run.length, total * run.length / count)


def group_runs(runs: list[Run], gap: int) -> list[list[Run]]:
    """Group runs that lie within `gap` tokens of each other on both sides, in any order.

    `runs` is ordered by left; so is every group.
    """
    group_of = list(range(len(runs)))
    # What the next run may still touch, by stretches of the right side:
    # (left end, right start, right end, index)
    width = max(1, gap)
    stretches: dict[int, list[tuple[int, int, int, int]]] = {}
    for index, run in enumerate(runs):
        right_end = run.right + run.length
        first, last, begins = run.right - gap, right_end + gap, run.left - gap
        for key in range(first // width, last // width + 1):
            near = stretches.get(key)
            if near:
                near = stretches[key] = [other for other in near if other[0] >= begins]
                for _, start, end, other in near:
                    if start <= last and end >= first:
                        group_of[_root(group_of, index)] = _root(group_of, other)
        entry = (run.left + run.length, run.right, right_end, index)
        for key in range(run.right // width, right_end // width + 1):
            stretches.setdefault(key, []).append(entry)
    groups: dict[int, list[Run]] = {}
    for index, run in enumerate(runs):
        groups.setdefault(_root(group_of, index), []).append(run)
    return sorted(groups.values(), key=lambda group: by_left(group[0]))


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
