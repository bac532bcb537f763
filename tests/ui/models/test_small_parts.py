"""Small parts that every page is made of, as hands and keys use them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionComboBox, QToolButton
from pytestqt.qtbot import QtBot

from plandraft.core.compare.versions import Reading
from plandraft.ui.compare.filter_bar import FilterBar
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.models.staying_menu import StayingMenu
from plandraft.ui.models.title_box import TitleBox
from plandraft.ui.models.widgets import ToolButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_tool_button_is_pressed_by_enter_too(qtbot: QtBot, key: Qt.Key) -> None:
    button = ToolButton()
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_enter_with_another_key_is_left_to_others(qtbot: QtBot) -> None:
    button = ToolButton()
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_opens_the_menu_of_a_button(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    button = ToolButton()
    qtbot.addWidget(button)
    button.setMenu(QMenu(button))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    opened: list[int] = []
    monkeypatch.setattr(button, "showMenu", lambda: opened.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert opened == [1]


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")
def test_a_menu_of_switches_stays_open(qtbot: QtBot) -> None:
    menu = StayingMenu()
    qtbot.addWidget(menu)
    switches = [QAction(name, menu, checkable=True) for name in ("地名", "数字")]
    menu.addActions(switches)
    command = menu.addAction("全部标出")
    menu.popup(QPoint(0, 0))
    for switch in switches:
        place = menu.actionGeometry(switch).center()
        qtbot.mouseMove(menu, place)
        menu.setActiveAction(switch)
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert switch.isChecked()
        assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert not switches[1].isChecked()
    assert menu.isVisible()
    menu.setActiveAction(command)
    with qtbot.waitSignal(command.triggered):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(command).center())
    assert not menu.isVisible()


def test_a_box_of_titles_asks_for_the_room_of_its_longest(qtbot: QtBot) -> None:
    box = TitleBox()
    qtbot.addWidget(box)
    box.addItems(["全部判断", "未定"])
    box.resize(box.sizeHint())
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    assert room.width() - 4 >= box.fontMetrics().horizontalAdvance("全部判断")


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")
def test_the_list_of_a_box_shows_titles_whole(qtbot: QtBot) -> None:
    box = TitleBox()
    qtbot.addWidget(box)
    title = "云汀市数字经济和信息化发展规划（2026—2030年）（征求意见稿）"
    box.addItems([title, "松屿市规划"])
    box.setFixedWidth(120)
    box.show()
    box.showPopup()
    assert box.view().width() >= box.fontMetrics().horizontalAdvance(title)
    box.hidePopup()


def test_a_cleared_filter_has_nothing_to_clear(qtbot: QtBot) -> None:
    """Its field was emptied behind its back and kept the cross."""
    bar = FilterBar(LIGHT)
    qtbot.addWidget(bar)
    bar.show()
    bar.words.setText("数据")
    (cross,) = bar.words.findChildren(QToolButton)
    qtbot.waitUntil(lambda: cross.property("opacity") == 1)
    with qtbot.waitSignal(bar.filter_changed) as told:
        bar.reset.click()
    assert told.args[0].text == ""
    qtbot.waitUntil(lambda: cross.property("opacity") == 0)


@pytest.mark.parametrize("width", [700, 828, 900, 1182, 1600])
@pytest.mark.parametrize("reading", list(Reading))
def test_the_filter_row_shortens_itself_until_it_fits(
    qtbot: QtBot, width: int, reading: Reading
) -> None:
    bar = FilterBar(LIGHT)
    qtbot.addWidget(bar)
    bar.show()
    bar.set_reading(reading)
    bar.set_counts(11, 11)
    bar.resize(width, bar.height())
    qtbot.wait(1)
    right = 0
    for part in (bar.words, *bar.kinds.values(), bar.similarity, bar.letters, bar.decisions):
        if part.isVisible():
            assert part.x() >= right, "one stands on the other"
            right = part.x() + part.width()
            assert part.width() >= part.minimumSizeHint().width()
    assert right <= width
    assert bar.words.width() >= 104
    assert not bar.counts.isVisible() or bar.counts.x() >= right
