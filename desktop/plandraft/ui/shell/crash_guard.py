"""What the user sees when the program met a bug: that it goes on, and where the log is."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox


class CrashGuard(QObject):
    """Show exceptions that nobody caught; `report` may be called from any thread."""

    _reported = Signal(str)

    def __init__(self, log: Path, open_path: Callable[[Path], object]) -> None:
        super().__init__()
        self._log = log
        self._open_path = open_path
        self._box: QMessageBox | None = None
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Show `error` when the window's thread gets to it."""
        self._reported.emit("".join(traceback.format_exception(error)))

    def _show(self, trace: str) -> None:
        if self._box is not None:
            # One box says it; the log has them all.
            return
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("程序出错"))
        box.setText(self.tr("刚才的操作没有完成。可以继续工作，草稿会照常自动保存。"))
        box.setInformativeText(self.tr("详情已写入日志。如果反复出现，请把日志发给开发者。"))
        box.setDetailedText(trace)
        opener = box.addButton(self.tr("打开日志文件夹"), QMessageBox.ButtonRole.ActionRole)
        opener.clicked.connect(lambda: self._open_path(self._log))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        box.finished.connect(self._forget)
        self._box = box
        box.open()

    def _forget(self) -> None:
        self._box = None
