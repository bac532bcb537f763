"""A second start of the program brings its files into the window that is open."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from plandraft.ui.shell.other_starts import OtherStarts
from plandraft.ui.shell.workbench import Workbench


@pytest.mark.qt_log_ignore("does not support raise")
def test_files_of_another_start_are_opened_in_front(
    open_sitting: Callable[..., Workbench], qtbot: QtBot, tmp_path: Path
) -> None:
    bench = open_sitting()
    plan = tmp_path / "a.txt"
    plan.write_text("松屿市供水规划\n\n一、现状\n海岛供水工程全部建成。\n", encoding="utf-8")
    bench.window.show_page("draft")
    bench.window.setWindowState(Qt.WindowState.WindowMinimized)
    starts = OtherStarts(bench)
    threading.Thread(target=starts.hear, args=((plan,),)).start()
    qtbot.waitUntil(lambda: bench.window.page == "library")
    assert not bench.window.isMinimized()
    assert [one.title for one in bench.services.library.list_documents()] == ["松屿市供水规划"]
    bench.window.show_page("draft")
    starts.hear(())
    qtbot.wait(20)
    assert bench.window.page == "draft", "it was only brought to the front"
