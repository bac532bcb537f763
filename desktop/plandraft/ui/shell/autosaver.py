"""Keep the draft on the disk while it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from plandraft.core.draft.draft import Draft
from plandraft.core.model.errors import PlanError
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.jobs.runner import JobRunner

# At most so much is lost when the power goes.
SAVE_DELAY_MS = 2000

Save = Callable[[int | None, Draft], int]


class Autosaver(QObject):
    """Save one draft two seconds after a change, never two saves at a time.

    `saved` carries the id; `failed` the PlanError; what could not be saved is tried again with
    the next change and at `finish`.
    """

    saved = Signal(int)
    failed = Signal(object)

    def __init__(
        self, save: Save, runner: JobRunner, identity: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._runner = runner
        self.identity = identity
        self._slot = f"save-{identity}"
        self._waiting: Draft | None = None
        self._running: Draft | None = None
        self.timer = QTimer(self, singleShot=True, interval=SAVE_DELAY_MS)
        self.timer.timeout.connect(self.save_soon)

    @property
    def is_clean(self) -> bool:
        """Tell whether everything is on the disk."""
        return self._waiting is None and self._running is None

    def take(self, draft: Draft) -> None:
        """Save `draft` in a while."""
        self._waiting = draft
        # Not started anew by each letter: who types on and on is saved all the same.
        if not self.timer.isActive():
            self.timer.start()

    def save_soon(self) -> None:
        """Save what is waiting, after the save that is running."""
        if self._waiting is None or self._running is not None:
            return
        draft, self._waiting = self._waiting, None
        self._running = draft
        self._runner.submit(
            self._slot,
            lambda _progress: self._save(self.identity, draft),
            lane=Lane.LIBRARY,
            on_done=self._on_saved,
            on_error=self._on_failed,
        )

    def finish(self) -> None:
        """Save at once, in this thread; for the end, after the lanes have stopped.

        Raises PlanError.
        """
        self.timer.stop()
        draft = self._waiting or self._running
        self._waiting = self._running = None
        if draft is not None:
            self._save(self.identity, draft)

    def _on_saved(self, identity: int) -> None:
        self._running = None
        self.saved.emit(identity)
        if self._waiting is not None and not self.timer.isActive():
            self.timer.start()

    def _on_failed(self, error: PlanError) -> None:
        self._waiting = self._waiting or self._running
        self._running = None
        self.failed.emit(error)
