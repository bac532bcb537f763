"""What hands do on the page: draw a slider, drag a passage, walk by keys from anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider, QStyle, QStyleOptionSlider, QWidget
from pytestqt.qtbot import QtBot

from plandraft.core.compare.versions import Reading
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.draft_drag import Dragged, mark_as
from plandraft.ui.compare.step_slider import StepSlider
from plandraft.ui.models.matches_model import Column
from plandraft.ui.models.picks import TextPick


def handle_of(track: QSlider) -> QPoint:
    """Return the middle of the handle."""
    option = QStyleOptionSlider()
    track.initStyleOption(option)
    style, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
    return track.style().subControlRect(style, option, part, track).center()


def drop_on(target: QWidget, data: QMimeData) -> bool:
    """Drop `data` as the system would, and tell whether it was taken."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(4, 4), copy, data, left, plain)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(4, 4), copy, data, left, plain, QEvent.Type.Drop)
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()


def test_drawing_a_slider_acts_at_once_and_moves_nothing_else(
    qtbot: QtBot, open_page: Callable[..., ComparePage]
) -> None:
    page = open_page(width=1366)
    filters = page.passages.filters
    others = [filters.similarity, filters.letters, filters.decisions, *filters.kinds.values()]
    before = [one.geometry() for one in others]
    track, shown = filters.similarity.track, []
    at = handle_of(track)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=at)
    for x in range(at.x(), track.width(), 4):
        QTest.mouseMove(track, QPoint(x, at.y()))
        shown.append(len(page.passages.model.shown))
        assert filters.wanted().min_similarity == filters.similarity.value() / 100
    assert (shown[0], shown[-1]) == (4, 1), "what is not the same goes while the hand still draws"
    assert [one.geometry() for one in others] == before
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width(), at.y()))
    assert filters.similarity.value() == 100
    assert "100 %" in filters.similarity.label.text()
    assert filters.reset.isVisible()
    filters.reset.click()
    assert filters.similarity.value() == track.value() == 0
    assert len(page.passages.model.shown) == 4


def test_a_slider_steps_by_key_and_keeps_a_value_between_stops(qtbot: QtBot) -> None:
    slider = StepSlider("名", "≥ {value} 字", "{value}", (0, 10, 30))
    qtbot.addWidget(slider)
    seen: list[int] = []
    slider.valueChanged.connect(seen.append)
    QTest.keyClick(slider.track, Qt.Key.Key_Right)
    slider.setValue(25)
    assert slider.track.value() == 1
    assert slider.label.text() == "≥ 25 字"
    QTest.keyClick(slider.track, Qt.Key.Key_Right)
    slider.show_short(short=True, narrow=True)
    assert slider.label.text() == "30"
    assert seen == [10, 25, 30]


def test_kinds_are_named_whole_in_both_readings(page: ComparePage) -> None:
    table, model = page.passages.table, page.passages.model
    for reading in Reading:
        page.set_reading(reading)
        kinds = [model.index(row, Column.KIND).data() for row in range(model.rowCount())]
        longest = max(map(table.fontMetrics().horizontalAdvance, kinds))
        # Swatch, its gap, and what the style sheet leaves at both sides.
        assert table.columnWidth(Column.KIND) >= longest + 14 + 4 + 12


def test_both_wordings_keep_room_on_a_small_screen(open_page: Callable[..., ComparePage]) -> None:
    table = open_page(width=1294, height=640).passages.table
    letter = table.fontMetrics().horizontalAdvance("字")
    assert min(table.columnWidth(Column.LEFT), table.columnWidth(Column.RIGHT)) > 9 * letter


@pytest.mark.parametrize("name", ["table", "words", "slider", "outline", "tabs", "right"])
def test_the_next_passage_from_any_focus(page: ComparePage, name: str) -> None:
    places: dict[str, QWidget] = {
        "table": page.passages.table,
        "words": page.passages.filters.words,
        "slider": page.passages.filters.letters.track,
        "outline": page.work.left_outline,
        "tabs": page.work.difference.tabs,
        "right": page.stage.right,
    }
    places[name].setFocus()
    QTest.keyClick(places[name], Qt.Key.Key_F8)
    assert page.current == 1


def test_without_a_current_passage_the_next_one_is_that_in_sight(page: ComparePage) -> None:
    page.set_current(2)
    page.set_current(None)
    QTest.keyClick(page.stage.left, Qt.Key.Key_F8)
    assert page.current == 2
    page.set_current(None)
    QTest.keyClick(page.stage.left, Qt.Key.Key_F7)
    assert page.current == 1


def test_after_the_current_passage_is_filtered_out_keys_go_on(page: ComparePage) -> None:
    page.set_current(3)
    page.passages.filters.similarity.setValue(100)
    left = list(page.passages.model.shown)
    assert page.current in {None, *left}
    QTest.keyClick(page.stage.left, Qt.Key.Key_F8)
    assert page.current in left


def test_keys_lead_from_the_words_to_the_list_and_back_to_the_text(page: ComparePage) -> None:
    words, table = page.passages.filters.words, page.passages.table
    QTest.keyClick(page.stage.left, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert words.hasFocus()
    QTest.keyClick(words, Qt.Key.Key_Down)
    assert table.hasFocus()
    words.setFocus()
    words.setText("没有这样的文字")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert words.hasFocus(), "there is nothing to go to"
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert words.text() == ""
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert page.stage.left.hasFocus()


def test_home_and_end_are_the_first_and_last_row(page: ComparePage) -> None:
    table = page.passages.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert page.current == page.passages.model.shown[-1]
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert page.current == page.passages.model.shown[0]


def test_what_is_dragged_to_the_draft_keeps_its_source(qtbot: QtBot, page: ComparePage) -> None:
    pane = page.stage.left
    page.set_current(2)
    entry = page.view.entries[2] if page.view else None
    assert entry is not None
    assert page.comparison is not None
    pane.moveCursor(pane.textCursor().MoveOperation.Start)
    pane.moveCursor(
        pane.textCursor().MoveOperation.EndOfBlock, pane.textCursor().MoveMode.KeepAnchor
    )
    selected = pane.selected_span()
    assert selected is not None
    with qtbot.waitSignal(page.send_to_draft_requested) as caught:
        assert drop_on(page.head.send, pane.createMimeDataFromSelection())
    assert caught.args == [TextPick(page.comparison.left, selected)]
    with qtbot.waitSignal(page.send_to_draft_requested) as caught:
        assert drop_on(page.head.send, page.passages.table.make_mime())
    assert caught.args == [TextPick(page.comparison.left, entry.left)], "not what is selected"


def test_other_things_are_not_taken(page: ComparePage) -> None:
    text = QMimeData()
    text.setText("别处的文字")
    assert not drop_on(page.head.send, text)
    assert drop_on(page.head.send, mark_as(QMimeData(), Dragged.PASSAGE))


def test_the_menu_tells_the_keys(page: ComparePage) -> None:
    lines = [action.text() for action in page.make_menu().actions()]
    assert any(line.startswith("下一处\t") for line in lines)
