"""Icons follow the theme on whatever still stands there."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import DARK, LIGHT


def test_a_button_that_is_gone_takes_no_icon(qtbot: QtBot, repository: Path) -> None:
    icons = IconSet(repository / "resources" / "icons", LIGHT)
    gone, left = QPushButton(), QPushButton()
    qtbot.addWidget(left)
    for button in (gone, left):
        icons.assign(button, "search")
    before = left.icon().cacheKey()
    shiboken6.delete(gone)
    icons.apply_palette(DARK)
    assert left.icon().cacheKey() != before
