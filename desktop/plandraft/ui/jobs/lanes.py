"""Worker threads: each lane has its queue and its own threads, which end with the program."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from enum import Enum
from queue import SimpleQueue


class Lane(Enum):
    """Name the lanes: LIBRARY has one thread and writes; COMPUTE has the others and reads.

    IMPORT has one thread too: it takes minutes and writes some documents at a time, so that
    saving and looking things up need not wait for it.
    """

    LIBRARY = "library"
    IMPORT = "import"
    COMPUTE = "compute"


def worker_count(lane: Lane) -> int:
    """Return how many threads a lane has; the window keeps a processor for itself."""
    return max(1, (os.cpu_count() or 1) - 1) if lane is Lane.COMPUTE else 1


class LaneWorkers:
    """Run what is put into the lane, first come first served, on at most `size` threads.

    Threads start when they are needed. They are daemons: work that does not listen to its event
    cannot keep the program from ending.
    """

    def __init__(self, name: str, size: int) -> None:
        self._name = name
        self._size = size
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def put(self, work: Callable[[], None]) -> None:
        """Put work into the lane; it must not raise."""
        if len(self._threads) < self._size:
            thread = threading.Thread(
                target=self._serve, name=f"{self._name}-{len(self._threads)}", daemon=True
            )
            self._threads.append(thread)
            thread.start()
        self._queue.put(work)

    def stop(self) -> None:
        """Let each thread end after what is in the queue."""
        for _ in self._threads:
            self._queue.put(None)

    def join(self, seconds: float) -> None:
        """Wait at most `seconds` for one thread after the other."""
        for thread in self._threads:
            thread.join(max(0.0, seconds))

    def _serve(self) -> None:
        while (work := self._queue.get()) is not None:
            work()
