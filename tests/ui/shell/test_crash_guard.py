"""What a user sees when the program met a bug."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from plandraft.ui.shell.crash_guard import CrashGuard


def boxes() -> list[QMessageBox]:
    found = QApplication.topLevelWidgets()
    return [box for box in found if isinstance(box, QMessageBox) and box.isVisible()]


def button(box: QMessageBox, text: str) -> QAbstractButton:
    return next(one for one in box.buttons() if one.text() == text)


def test_a_bug_on_any_thread_is_shown_once_with_its_trace(qtbot: QtBot, tmp_path: Path) -> None:
    opened: list[Path] = []
    guard = CrashGuard(tmp_path, opened.append)
    error = RuntimeError("a bug")
    thread = threading.Thread(target=guard.report, args=(error,))
    thread.start()
    thread.join()
    guard.report(ValueError("another"))
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "RuntimeError: a bug" in box.detailedText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)
    button(box, "打开日志文件夹").click()
    assert opened == [tmp_path]
    qtbot.waitUntil(lambda: not boxes())
    guard.report(error)
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())
