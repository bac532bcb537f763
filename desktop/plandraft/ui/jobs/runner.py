"""The only bridge between threads: work goes out, results come back on the window's thread."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.ui.jobs.lanes import Lane, LaneWorkers, worker_count
from plandraft.ui.jobs.progress import JobProgress, ReportGate

# Longer than any single step of ours; then the program ends without waiting on.
CLOSE_SECONDS = 5.0

T = TypeVar("T")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobState:
    """Say where a job is: `done` is 0…1; `title` names the job, `label` the present step."""

    slot: str
    title: str
    done: float
    label: str = ""


@dataclass(eq=False, slots=True)
class JobHandle:
    """Hold one submitted job; `cancel` asks it to stop at its next report."""

    slot: str
    title: str
    on_done: Callable[[Any], None]
    on_error: Callable[[PlanError], None] | None
    on_progress: Callable[[float, str], None] | None
    on_end: Callable[[], None] | None
    stopped: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the job to stop; its result is dropped."""
        self.stopped.set()


class _What(Enum):
    PROGRESS = 0
    DONE = 1
    FAILED = 2
    CANCELLED = 3


@dataclass(frozen=True, slots=True)
class _Delivery:
    job: JobHandle
    what: _What
    value: Any = None


class _Mailbox(QObject):
    """Carry deliveries to the window's thread; jobs keep it alive as long as they run."""

    delivered = Signal(object)


class JobRunner(QObject):
    """Run work on lanes and call back on the window's thread.

    A job in a slot supersedes the one before it there: the older one is asked to stop and nothing
    of it is delivered any more, whatever it still returns. With `serial` the work runs inside
    `submit`. `job_changed` tells that a job began or moved on, `job_ended` that it is over.
    """

    job_changed = Signal(object)
    job_ended = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        serial: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._serial = serial
        self._clock = clock
        self._jobs: dict[str, JobHandle] = {}
        self._closed = False
        self._lanes = {lane: LaneWorkers(lane.value, worker_count(lane)) for lane in Lane}
        self._mailbox = _Mailbox()
        self._mailbox.delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)

    def submit(  # noqa: PLR0913 - one call says all about a job
        self,
        slot: str,
        work: Callable[[Progress], T],
        *,
        lane: Lane,
        on_done: Callable[[T], None],
        title: str = "",
        on_error: Callable[[PlanError], None] | None = None,
        on_progress: Callable[[float, str], None] | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> JobHandle:
        """Run `work` in `lane` and hand its result to `on_done`.

        A PlanError goes to `on_error`; another exception to `sys.excepthook`. `on_end` comes last
        in each of these cases and after a cancel, but not for a job that was superseded. Jobs with
        a `title` are told by `job_changed`. After `close` nothing is run.
        """
        job = JobHandle(slot, title, on_done, on_error, on_progress, on_end)
        if self._closed:
            job.cancel()
            return job
        before = self._jobs.get(slot)
        if before is not None:
            before.cancel()
        self._jobs[slot] = job
        if title:
            self.job_changed.emit(JobState(slot, title, 0.0))
        if self._serial:
            self._run(job, work, self._on_delivered)
        else:
            self._lanes[lane].put(lambda: self._run(job, work, self._mailbox.delivered.emit))
        return job

    def is_running(self, slot: str) -> bool:
        """Tell whether a job in `slot` has not ended yet."""
        return slot in self._jobs

    def cancel(self, slot: str) -> None:
        """Ask the job in `slot` to stop."""
        job = self._jobs.get(slot)
        if job is not None:
            job.cancel()

    def close(self, seconds: float = CLOSE_SECONDS) -> None:
        """Ask all jobs to stop, wait at most `seconds`, and deliver nothing any more."""
        self._closed = True
        for job in self._jobs.values():
            job.cancel()
        for workers in self._lanes.values():
            workers.stop()
        end = time.monotonic() + seconds
        for workers in self._lanes.values():
            workers.join(end - time.monotonic())
        self._jobs.clear()

    def _run(
        self,
        job: JobHandle,
        work: Callable[[Progress], Any],
        deliver: Callable[[_Delivery], None],
    ) -> None:
        def report(done: float, label: str) -> None:
            deliver(_Delivery(job, _What.PROGRESS, (done, label)))

        gate = ReportGate(report, job.stopped, self._clock)
        if job.stopped.is_set():
            deliver(_Delivery(job, _What.CANCELLED))
            return
        try:
            outcome = _Delivery(job, _What.DONE, work(JobProgress(gate)))
        except Cancelled:
            outcome = _Delivery(job, _What.CANCELLED)
        except Exception as error:  # noqa: BLE001 - it is told on the window's thread
            outcome = _Delivery(job, _What.FAILED, error)
        deliver(outcome)

    def _on_delivered(self, delivery: _Delivery) -> None:
        job = delivery.job
        if self._closed or self._jobs.get(job.slot) is not job:
            self._log_unheard(delivery)
            return
        if delivery.what is _What.PROGRESS:
            if not job.stopped.is_set():
                self._tell_progress(job, *delivery.value)
            return
        del self._jobs[job.slot]
        if job.title:
            self.job_ended.emit(job.slot)
        try:
            self._tell_outcome(job, delivery)
        finally:
            if job.on_end is not None:
                job.on_end()

    def _tell_progress(self, job: JobHandle, done: float, label: str) -> None:
        if job.title:
            self.job_changed.emit(JobState(job.slot, job.title, done, label))
        if job.on_progress is not None:
            job.on_progress(done, label)

    @staticmethod
    def _tell_outcome(job: JobHandle, delivery: _Delivery) -> None:
        value = delivery.value
        if delivery.what is _What.DONE and not job.stopped.is_set():
            job.on_done(value)
        elif delivery.what is _What.FAILED and not isinstance(value, PlanError):
            sys.excepthook(type(value), value, value.__traceback__)
        elif delivery.what is _What.FAILED and not job.stopped.is_set():
            if job.on_error is not None:
                job.on_error(value)
            else:
                logger.warning("nobody took the error of %s: %s", job.slot, value)

    @staticmethod
    def _log_unheard(delivery: _Delivery) -> None:
        if delivery.what is _What.FAILED and not isinstance(delivery.value, PlanError):
            logger.error("a dropped job failed: %s", delivery.job.slot, exc_info=delivery.value)
