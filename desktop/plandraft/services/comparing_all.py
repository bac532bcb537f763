"""Compare every document of a set with every other one, on all cores."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import match_prepared
from plandraft.core.matching.fingerprint import Prepared, prepare
from plandraft.core.matching.passages import MatchOptions, MatchSet
from plandraft.core.matching.shingles import Pool
from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress
from plandraft.services.pair_processes import Pair, PairProcesses

# Starting processes costs about half a second: as much as matching some twenty plans' pairs of
# this many letters times letters in all.
_WORTH_A_PROCESS = 3_000_000_000
_PREPARING_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class AllComparisons:
    """Hold the comparisons of all pairs of `documents`, by their indexes (the smaller first).

    `seconds` is the matching of all pairs together.
    """

    documents: tuple[Document, ...]
    pairs: tuple[tuple[Pair, Comparison], ...]
    seconds: float


def match_all(
    documents: Sequence[Document],
    background: Background,
    options: MatchOptions | None = None,
    progress: Progress = SILENT,
) -> dict[Pair, MatchSet]:
    """Find what each pair of `documents` shares; the work on one document is done once.

    The result is that of matching each pair alone. Raises Cancelled through `progress`.
    """
    matcher = _Matcher(options)
    total = math.comb(len(documents), 2)
    found: dict[Pair, MatchSet] = {}
    # To start more processes than there are pairs to match in them is of no use.
    helpers = min(_cores() - 1, total) if _is_long(documents) else 0
    with PairProcesses(helpers) as processes:
        sides = (prepare(one, background, matcher.pool) for one in documents)
        for results in processes.match(matcher, sides):
            found.update(results)
            prepared, matched = matcher.count / len(documents), len(found) / max(1, total)
            progress.step(_PREPARING_SHARE * prepared + (1 - _PREPARING_SHARE) * matched)
    return found


class _Matcher:
    """Match the pairs of a set whose sides come one by one; a copy is in each process.

    Sides that were prepared with another pool than `pool` are numbered anew.
    """

    def __init__(self, options: MatchOptions | None) -> None:
        self._options = options
        self.pool = Pool()
        self._sides: list[Prepared] = []

    @property
    def count(self) -> int:
        """Return how many sides there are by now."""
        return len(self._sides)

    def add(self, side: object) -> None:
        """Take the next side."""
        assert isinstance(side, Prepared)
        self._sides.append(side.in_pool(self.pool))

    def match(self, pair: Pair) -> MatchSet:
        """Return what two sides share."""
        left, right = (self._sides[index] for index in pair)
        return match_prepared(left, right, self._options)


def _is_long(documents: Sequence[Document]) -> bool:
    cells = sum(len(a.text) * len(b.text) for a, b in combinations(documents, 2))
    return cells > _WORTH_A_PROCESS and _cores() > 1


def _cores() -> int:
    return os.cpu_count() or 1
