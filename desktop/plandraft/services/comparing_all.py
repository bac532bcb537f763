"""Compare every document of a set with every other one, on all cores."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import match_prepared
from plandraft.core.matching.fingerprint import Prepared, prepare
from plandraft.core.matching.passages import MatchOptions, MatchSet
from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress, each
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
    pairs = list(combinations(range(len(documents)), 2))
    if not _is_long(documents):
        job = _prepared(documents, background, options, progress)
        matching = progress.part(_PREPARING_SHARE, 1.0)
        return {pair: job.match(pair) for pair in each(pairs, len(pairs), matching)}
    found: dict[Pair, MatchSet] = {}
    with PairProcesses(max(1, _cores() - 1)) as processes:
        job = _prepared(documents, background, options, progress)
        matching = progress.part(_PREPARING_SHARE, 1.0)
        for results in processes.match(job, pairs):
            found.update(results)
            matching.step(len(found) / len(pairs))
    return found


@dataclass(frozen=True, slots=True)
class _Job:
    """Hold what every pair needs; sent once to each process."""

    prepared: tuple[Prepared, ...]
    options: MatchOptions | None

    def match(self, pair: Pair) -> MatchSet:
        left, right = (self.prepared[index] for index in pair)
        return match_prepared(left, right, self.options)


def _prepared(
    documents: Sequence[Document],
    background: Background,
    options: MatchOptions | None,
    progress: Progress,
) -> _Job:
    preparing = progress.part(0.0, _PREPARING_SHARE)
    each_document = each(documents, len(documents), preparing)
    return _Job(tuple(prepare(one, background) for one in each_document), options)


def _is_long(documents: Sequence[Document]) -> bool:
    cells = sum(len(a.text) * len(b.text) for a, b in combinations(documents, 2))
    return cells > _WORTH_A_PROCESS and _cores() > 1


def _cores() -> int:
    return os.cpu_count() or 1
