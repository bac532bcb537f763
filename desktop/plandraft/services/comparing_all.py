"""Compare every document of a set with every other one, on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from itertools import combinations
from multiprocessing import get_context

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import match_prepared
from plandraft.core.matching.fingerprint import Prepared, prepare
from plandraft.core.matching.passages import MatchOptions, MatchSet
from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress, each

Pair = tuple[int, int]

# Starting processes costs about half a second: as much as matching some twenty plans' pairs of
# this many letters times letters in all.
_WORTH_A_PROCESS = 3_000_000_000
# Small enough that a cancel is heard and progress moves, large enough that sending is nothing.
_PAIRS_A_TASK = 4
_PREPARING_SHARE = 0.1
_LISTEN_SECONDS = 0.1


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
    preparing = progress.part(0.0, _PREPARING_SHARE)
    prepared = tuple(prepare(one, background) for one in each(documents, len(documents), preparing))
    pairs = list(combinations(range(len(documents)), 2))
    matching = progress.part(_PREPARING_SHARE, 1.0)
    job = _Job(prepared, options)
    found = _in_processes if _is_long(prepared) else _in_place
    return dict(found(job, pairs, matching))


@dataclass(frozen=True, slots=True)
class _Job:
    """Hold what every pair needs; sent once to each process."""

    prepared: tuple[Prepared, ...]
    options: MatchOptions | None

    def match(self, pair: Pair) -> MatchSet:
        left, right = (self.prepared[index] for index in pair)
        return match_prepared(left, right, self.options)


def _is_long(prepared: Sequence[Prepared]) -> bool:
    cells = sum(len(a.tokens) * len(b.tokens) for a, b in combinations(prepared, 2))
    return cells > _WORTH_A_PROCESS and (os.cpu_count() or 1) > 1


def _in_place(job: _Job, pairs: list[Pair], progress: Progress) -> Iterator[tuple[Pair, MatchSet]]:
    for pair in each(pairs, len(pairs), progress):
        yield pair, job.match(pair)


def _in_processes(
    job: _Job, pairs: list[Pair], progress: Progress
) -> Iterator[tuple[Pair, MatchSet]]:
    # Spawned, not forked: the window's threads must not be copied in the middle of their work.
    pool = ProcessPoolExecutor(
        mp_context=get_context("spawn"), initializer=_receive, initargs=(job,)
    )
    try:
        pending: set[Future[list[tuple[Pair, MatchSet]]]] = {
            pool.submit(_match_batch, pairs[at : at + _PAIRS_A_TASK])
            for at in range(0, len(pairs), _PAIRS_A_TASK)
        }
        done = 0
        while pending:
            finished, pending = wait(pending, timeout=_LISTEN_SECONDS, return_when=FIRST_COMPLETED)
            for future in finished:
                results = future.result()
                done += len(results)
                yield from results
            progress.step(done / len(pairs))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


# The one value of a worker process: what `_receive` was given at its start.
_received: list[_Job] = []


def _receive(job: _Job) -> None:
    _received[:] = [job]


def _match_batch(pairs: list[Pair]) -> list[tuple[Pair, MatchSet]]:
    job = _received[0]
    return [(pair, job.match(pair)) for pair in pairs]
