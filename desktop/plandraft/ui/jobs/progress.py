"""The Progress that a job reports to: thrifty with signals, prompt with the wish to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from plandraft.core.model.progress import Cancelled, Progress

# Twenty reports a second look smooth; each one costs the window's thread an event.
REPORT_INTERVAL_SECONDS = 0.05

Report = Callable[[float, str], None]


class ReportGate:
    """Let through at most twenty reports a second, and the last one always."""

    def __init__(self, report: Report, stopped: Event, clock: Callable[[], float]) -> None:
        self._report = report
        self._stopped = stopped
        self._clock = clock
        self._last: float | None = None

    def pass_on(self, done: float, label: str) -> None:
        """Pass a report on when it is due; raises Cancelled when the job is not wanted any more."""
        if self._stopped.is_set():
            raise Cancelled
        now = self._clock()
        due = self._last is None or now - self._last >= REPORT_INTERVAL_SECONDS
        if due or done >= 1.0:
            self._last = now
            self._report(done, label)


@dataclass(frozen=True, slots=True)
class JobProgress:
    """Take the reports of one job, or of the part `start`…`end` (0…1) of it."""

    gate: ReportGate
    start: float = 0.0
    end: float = 1.0

    def step(self, done: float, label: str = "") -> None:
        """Report the share `done` (0…1) of this part; raises Cancelled."""
        inside = min(1.0, max(0.0, done))
        self.gate.pass_on(self.start + (self.end - self.start) * inside, label)

    def part(self, start: float, end: float) -> Progress:
        """Return the Progress of a part of this part."""
        width = self.end - self.start
        return JobProgress(self.gate, self.start + width * start, self.start + width * end)
