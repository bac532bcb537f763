"""Keep what is remembered of the window on the disk while the window is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from plandraft.core.model.progress import Progress
from plandraft.system.settings import Settings
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.jobs.runner import JobRunner

# At most so much is forgotten when the program or the machine stops without closing the window.
KEEP_EACH_MS = 10_000


class SettingsKeeper(QObject):
    """Write what `remembered` returns each time it is other than before."""

    def __init__(
        self,
        runner: JobRunner,
        remembered: Callable[[], Settings],
        save: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._remembered = remembered
        self._save = save
        self._kept: Settings | None = None
        self._timer = QTimer(self, interval=KEEP_EACH_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def keep(self) -> None:
        """Write the settings in the background, unless nothing has changed."""
        settings = self._remembered()
        if settings == self._kept:
            return
        self._kept = settings

        def work(_progress: Progress) -> None:
            self._save(settings)

        self._runner.submit("settings", work, lane=Lane.LIBRARY, on_done=lambda _none: None)

    def stop(self) -> None:
        """Write no more: the last word is with who closes the window."""
        self._timer.stop()
