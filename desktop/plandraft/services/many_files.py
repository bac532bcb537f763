"""Do the same with each of many files, several at a time, and hear a cancel at once."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path
from typing import TypeVar

from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Cancelled, Progress

Result = TypeVar("Result")

# So many results for each thread wait for a slow file before them; a plan has some 100 kB.
_AHEAD = 16
_LISTEN_SECONDS = 0.05


def for_each_file(
    files: Sequence[Path],
    work: Callable[[Path, Progress], Result],
    threads: int,
    progress: Progress,
) -> Iterator[tuple[int, Path, Result | PlanError]]:
    """Yield the index of each file, its path, and its result or error, in the order of `files`.

    `progress` is only asked whether to go on. Raises Cancelled through it, and what `work` raises
    but PlanError; the work under way is then told to stop and waited for.
    """
    stop = _Stop()
    waiting: deque[tuple[int, Future[Result]]] = deque()
    rest = enumerate(files)
    with ThreadPoolExecutor(threads, thread_name_prefix="import") as pool:
        try:
            for index, path in rest:
                waiting.append((index, pool.submit(work, path, stop)))
                if len(waiting) >= threads * _AHEAD:
                    found = _next(waiting, files, progress)
                    yield found
            while waiting:
                last = _next(waiting, files, progress)
                yield last
        finally:
            stop.wanted.set()
            for _, future in waiting:
                future.cancel()


def _next(
    waiting: deque[tuple[int, Future[Result]]], files: Sequence[Path], progress: Progress
) -> tuple[int, Path, Result | PlanError]:
    index, future = waiting.popleft()
    while True:
        try:
            return index, files[index], future.result(timeout=_LISTEN_SECONDS)
        except PlanError as error:
            return index, files[index], error
        except NotYet:
            progress.step(index / len(files), files[index].name)


class _Stop:
    """Tell the work in other threads that it is no longer wanted."""

    def __init__(self) -> None:
        self.wanted = threading.Event()

    def step(self, done: float, label: str = "") -> None:
        """Raise Cancelled once the work is no longer wanted."""
        if self.wanted.is_set():
            raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        """Return itself: how far a part is tells nothing here."""
        return self
