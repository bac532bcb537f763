"""What the open window does when the program is started once more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from plandraft.ui.shell.workbench import Workbench


class OtherStarts(QObject):
    """Bring the window to the front and open what the other start was given."""

    _asked = Signal(object)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._asked.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def hear(self, files: tuple[Path, ...]) -> None:
        """Take the files of another start; may be called from any thread."""
        self._asked.emit(files)

    def _open(self, files: object) -> None:
        assert isinstance(files, tuple)
        window = self._bench.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if files:
            self._bench.open_files(files)
