"""Read files in processes of their own, so that no file can hang or exhaust the program."""

from __future__ import annotations

import atexit
import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from plandraft.core.model.document import Document
from plandraft.core.model.document_data import UNREADABLE, document_from_data
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.worker_limits import ReadLimits
from plandraft.io.worker_process import (
    DIGEST,
    READ,
    Message,
    ReadFile,
    load_importers,
    pack,
    serve,
    unpack,
)
from plandraft.system.diagnostics import logger

# How often a waiting reader learns that it is no longer wanted.
_LISTEN_SECONDS = 0.05
# A cold start under a virus scanner takes seconds; more than this is a broken installation.
_START_SECONDS = 60.0
# Fresh processes now and then keep what native libraries leak from adding up.
_MOST_FILES = 200
# More processes than this wait for the disk, and each may use its share of the memory.
_MOST_PROCESSES = 8
_SPAWN = get_context("spawn")
_starting = threading.Lock()


def read_document(path: Path, progress: Progress = SILENT) -> Document:
    """Read the plan in `path` as the importers do, in a process of its own with limits.

    Raises PlanError as the importers do, and READING_TOO_SLOW, READING_TOO_LARGE or
    READING_CRASHED; Cancelled through `progress`, at once.
    """
    return shared_readers().read(path, progress)


@cache
def shared_readers() -> ReaderPool:
    """Return the reading processes of this program; none is started before it is needed."""
    pool = ReaderPool()
    atexit.register(pool.close)
    return pool


class ReaderPool:
    """Keep processes that read files; any thread may call."""

    def __init__(
        self,
        limits: ReadLimits | None = None,
        *,
        load: Callable[[], ReadFile] = load_importers,
        size: int | None = None,
    ) -> None:
        self.size = size or max(1, min(_MOST_PROCESSES, os.cpu_count() or 1))
        self._limits = limits or ReadLimits()
        self._load = load
        self._places = threading.BoundedSemaphore(self.size)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []

    def warm(self) -> None:
        """Start a process ahead, in the background, so that the first file need not wait."""
        threading.Thread(target=self._start_ahead, daemon=True, name="reader-start").start()

    def read(self, path: Path, progress: Progress = SILENT) -> Document:
        """Read the plan in `path`; raises PlanError, and Cancelled through `progress`."""
        answer = self._ask(READ, path, progress)
        try:
            document = document_from_data(answer["text"], answer["document"])
        except UNREADABLE as error:
            raise PlanError(ErrorCode.READING_CRASHED, path) from error
        if any(block.span.end > len(document.text) for block in document.blocks):
            raise PlanError(ErrorCode.READING_CRASHED, path)
        return document

    def digest(self, path: Path, progress: Progress = SILENT) -> str:
        """Return the SHA-256 of a file's bytes in hexadecimal digits; raises as `read`."""
        return str(self._ask(DIGEST, path, progress).get("digest", ""))

    def shrink(self, keep: int = 1) -> None:
        """End the idle processes but `keep`."""
        with self._lock:
            ended, self._idle = self._idle[keep:], self._idle[:keep]
        for worker in ended:
            worker.kill()

    def close(self) -> None:
        """End all idle processes; those at work end with their files."""
        self.shrink(keep=0)

    def _ask(self, operation: str, path: Path, progress: Progress) -> Message:
        with self._place(progress):
            worker = self._take()
            fresh = worker.files == 0
            try:
                return self._answer(worker, operation, path, progress)
            except PlanError as error:
                # What earlier files left behind may be what was too much.
                if fresh or error.code is not ErrorCode.READING_TOO_LARGE:
                    raise
            return self._answer(self._start(), operation, path, progress)

    def _answer(self, worker: _Worker, operation: str, path: Path, progress: Progress) -> Message:
        request = {"operation": operation, "path": str(path)}
        try:
            answer = worker.ask(request, path, self._limits, progress)
        except BaseException:
            worker.kill()
            raise
        error = _error_of(answer, path)
        spent = error is not None and error.code is ErrorCode.READING_TOO_LARGE
        if spent or worker.files >= _MOST_FILES:
            worker.kill()
        else:
            with self._lock:
                self._idle.append(worker)
        if error is not None:
            raise error
        return answer

    @contextlib.contextmanager
    def _place(self, progress: Progress) -> Iterator[None]:
        """Wait for one of the processes to be free."""
        while not self._places.acquire(timeout=_LISTEN_SECONDS):
            progress.step(0.0)
        try:
            yield
        finally:
            self._places.release()

    def _take(self) -> _Worker:
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            if worker is None:
                return self._start()
            if worker.is_alive():
                return worker
            worker.kill()

    def _start(self) -> _Worker:
        return _Worker(self._limits, self._load)

    def _start_ahead(self) -> None:
        with self._lock:
            if self._idle:
                return
        worker = self._start()
        with self._lock:
            self._idle.append(worker)


class _Worker:
    """Hold one reading process and the pipe to it."""

    def __init__(self, limits: ReadLimits, load: Callable[[], ReadFile]) -> None:
        ours, theirs = _SPAWN.Pipe()
        self._connection = ours
        self._process = _SPAWN.Process(
            target=serve, args=(theirs, limits, load), daemon=True, name="plandraft-reader"
        )
        with _starting:
            self._process.start()
        theirs.close()
        self._ready = False
        self.files = 0

    def is_alive(self) -> bool:
        """Tell whether the process is still there."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        with contextlib.suppress(ValueError):
            self._process.kill()
            self._process.join()
            self._process.close()
        self._connection.close()

    def ask(self, request: Message, path: Path, limits: ReadLimits, progress: Progress) -> Message:
        """Send a request and return the answer; raises PlanError READING_…, and Cancelled."""
        try:
            if not self._ready:
                self._receive(path, limits, _START_SECONDS, progress)
                self._ready = True
            self.files += request["operation"] == READ
            self._connection.send_bytes(pack(request))
            return self._receive(path, limits, limits.seconds, progress)
        except EOFError as error:
            raise PlanError(ErrorCode.READING_CRASHED, path) from error
        except OSError as error:
            # The pipe is closed when an answer is larger than was allowed.
            gone = isinstance(error, BrokenPipeError | ConnectionError)
            code = ErrorCode.READING_CRASHED if gone else ErrorCode.READING_TOO_LARGE
            raise PlanError(code, path) from error
        except ValueError as error:
            raise PlanError(ErrorCode.READING_CRASHED, path) from error

    def _receive(
        self, path: Path, limits: ReadLimits, seconds: float, progress: Progress
    ) -> Message:
        share = 0.0
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise PlanError(ErrorCode.READING_TOO_SLOW, path, seconds=f"{seconds:g}")
            if not self._connection.poll(min(left, _LISTEN_SECONDS)):
                progress.step(share)
                continue
            message = unpack(self._connection.recv_bytes(limits.answer))
            if "share" not in message:
                return message
            share = min(1.0, max(share, float(message["share"])))
            progress.step(share)


def _error_of(answer: Message, path: Path) -> PlanError | None:
    if "error" not in answer:
        return None
    if trace := answer.get("trace"):
        logger.error("a reader stumbled over %s:\n%s", path, trace)
    try:
        details = {str(name): str(value) for name, value in answer.get("details", {}).items()}
        return PlanError(ErrorCode(answer["error"]), answer.get("subject", path), **details)
    except (AttributeError, ValueError):
        return PlanError(ErrorCode.READING_CRASHED, path)
