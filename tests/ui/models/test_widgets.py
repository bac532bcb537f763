"""Small parts behave alike wherever they are used."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from plandraft.ui.models.widgets import ElidedLabel

LINE = "5 份规划，28 段见于两份以上；多数有而“云汀市数字经济发展规划”没有 2 段，只有它有 35 段"


def test_a_long_line_asks_for_no_width_and_stands_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel(LINE)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == 0
    label.resize(120, 24)
    narrow = label.grab().toImage()
    assert label.toolTip() == LINE
    assert label.text() == LINE
    label.resize(2000, 24)
    wide: QImage = label.grab().toImage()
    assert label.toolTip() == ""
    assert wide.copy(narrow.rect()) != narrow, "cut at its end"
