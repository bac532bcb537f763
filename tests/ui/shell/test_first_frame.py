"""The first frame is there at once and gives way to the real window."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from plandraft.ui.models.palette import DARK, LIGHT
from plandraft.ui.shell.first_frame import FirstFrame, place_first


def test_it_tells_once_that_it_is_seen(qtbot: QtBot) -> None:
    frame = FirstFrame(LIGHT)
    qtbot.addWidget(frame)
    times: list[int] = []
    frame.painted.connect(lambda: times.append(1))
    with qtbot.waitSignal(frame.painted):
        frame.show()
    frame.repaint()
    qtbot.wait(20)
    assert times == [1]


def test_it_wears_the_colours_of_the_theme(qtbot: QtBot) -> None:
    frame = FirstFrame(DARK)
    qtbot.addWidget(frame)
    picture = frame.grab().toImage()
    assert picture.pixelColor(10, 200).name() == DARK.window
    assert picture.pixelColor(400, 400).name() == DARK.page


def test_it_stands_where_the_window_was_closed(qtbot: QtBot) -> None:
    first = FirstFrame(LIGHT)
    qtbot.addWidget(first)
    # Smaller than the 800 × 800 screen that tests run on, or Qt fits it in.
    first.setGeometry(40, 30, 640, 480)
    state = bytes(first.saveGeometry().toBase64().data()).decode("ascii")
    second = FirstFrame(LIGHT, state)
    qtbot.addWidget(second)
    assert second.geometry() == first.geometry()


def test_it_loads_nothing_of_the_program_but_colours_and_settings() -> None:
    program = (
        "import sys, plandraft.app\n"
        "heavy = ('lxml', 'docx', 'sqlite_utils', 'rapidfuzz', 'plandraft.services',"
        " 'plandraft.ui.compare', 'plandraft.io')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env=environment
    )
    assert done.stdout.decode().strip() == "[]"


def test_the_first_window_fits_the_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window taller than a small screen would have its messages and its foot below it."""
    frame = FirstFrame(LIGHT)
    qtbot.addWidget(frame)
    for room, size, whole in (
        ((1366, 728), (1350, 688), True),
        ((1376, 900), (1360, 860), False),
        ((1920, 1040), (1360, 860), False),
        ((1280, 1024), (1264, 860), True),
    ):
        monkeypatch.setattr(frame, "screen", lambda room=room: _Screen(*room))
        frame.setWindowState(Qt.WindowState.WindowNoState)
        place_first(frame)
        assert (frame.size().width(), frame.size().height()) == size
        assert frame.isMaximized() is whole


class _Screen:
    """Stand for a screen of a size."""

    def __init__(self, width: int, height: int) -> None:
        self._room = QRect(0, 0, width, height)

    def availableGeometry(self) -> QRect:
        """Return what is free of it."""
        return self._room
