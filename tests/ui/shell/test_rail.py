"""The rail: a button a page, that says its keys and shows where one is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from plandraft.ui.shell.rail import Rail
from plandraft.ui.shell.workbench import Workbench


def test_buttons_lead_to_their_pages_and_show_where_one_is(
    sitting: Workbench, qtbot: QtBot
) -> None:
    buttons = sitting.window.findChild(Rail)
    assert buttons is not None
    for button, name in zip(
        buttons.buttons, ("library", "compare", "draft", "families"), strict=True
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert sitting.window.page == name
        assert [one.isChecked() for one in buttons.buttons].count(True) == 1
        assert button.isChecked()
        assert "Ctrl+" in button.toolTip()
        assert button.accessibleName()
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
