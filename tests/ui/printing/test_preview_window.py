"""Paging through a preview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.printing.reports import made_report, small_report

from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.preview.fit import Fit
from plandraft.ui.printing.paging import make_pages
from plandraft.ui.printing.preview_window import PreviewWindow


@pytest.fixture
def window(qtbot: QtBot, repository: Path) -> Iterator[PreviewWindow]:
    made = PreviewWindow(IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_pages(make_pages(made_report(30, 300)))
    yield made
    made.close()


def test_buttons_number_and_keys_go_through_the_pages(window: PreviewWindow, qtbot: QtBot) -> None:
    view, last = window.view, window.view.page_count - 1
    assert (view.page, window.number.value()) == (0, 1)
    assert not window.previous.isEnabled()
    window.next.click()
    assert (view.page, window.number.value()) == (1, 2)
    window.number.setValue(4)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == last
    assert not window.next.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == last - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)
    assert window.count.text() == f"/ {last + 1}"


def test_scrolling_tells_the_page(window: PreviewWindow) -> None:
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert window.number.value() == window.view.page_count
    bar.setValue(0)
    assert window.number.value() == 1


def test_zoom_by_list_wheel_and_keys_keeps_the_place(window: PreviewWindow, qtbot: QtBot) -> None:
    view = window.view
    window.number.setValue(3)
    window.zooms.setCurrentIndex(window.zooms.findData(2.0))
    window.zooms.activated.emit(window.zooms.currentIndex())
    assert (view.zoom, view.fit, view.page) == (2.0, Fit.FREE, 2)
    event = QWheelEvent(
        QPointF(10, 10), view.mapToGlobal(QPointF(10, 10)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert 1.7 < view.zoom < 1.9
    assert window.zooms.currentIndex() == -1
    assert window.zooms.placeholderText() == f"{view.zoom:.0%}"
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fit is Fit.WIDTH
    assert view.page == 2


def test_a_page_fits_the_window_as_it_is_resized(window: PreviewWindow) -> None:
    view = window.view
    wide = view._sizes[0].width()
    assert view.viewport().width() - 40 <= wide <= view.viewport().width()
    window.zooms.setCurrentIndex(window.zooms.findData(Fit.PAGE))
    window.zooms.activated.emit(window.zooms.currentIndex())
    assert view._sizes[0].height() <= view.viewport().height()
    before = view.zoom
    window.resize(900, 500)
    assert view.zoom < before
    assert view._sizes[0].height() <= view.viewport().height()


def test_only_pages_in_sight_are_painted(window: PreviewWindow, qtbot: QtBot) -> None:
    view = window.view
    view.set_zoom(1.0)
    view.viewport().repaint()
    assert view.page_count > 6
    assert 1 <= len(view._pictures) <= 2
    for page in range(view.page_count):
        view.go_to(page)
        view.viewport().repaint()
    assert len(view._pictures) <= 8


def test_print_and_pdf_are_wished_for(window: PreviewWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.pdf_requested) as pdf:
        window.pdf.click()
    with qtbot.waitSignal(window.print_requested) as printed:
        window.print.click()
    assert pdf.args == printed.args == [window._paged]
    window.show_pages(make_pages(small_report()), has_printer=False)
    assert not window.print.isEnabled()
    assert "没有打印机" in window.print.toolTip()


def test_keys_for_print_do_no_more_than_the_button(window: PreviewWindow, qtbot: QtBot) -> None:
    asked: list[object] = []
    window.print_requested.connect(asked.append)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == [window._paged]
    window.show_pages(make_pages(small_report()), has_printer=False)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert "没有打印机" in window.note.text()


def test_who_has_typed_a_page_reads_on_there(window: PreviewWindow, qtbot: QtBot) -> None:
    window.number.setFocus()
    window.number.selectAll()
    qtbot.keyClicks(window.number, "3")
    assert (window.view.page, window.number.hasFocus()) == (2, True)
    qtbot.keyClick(window.number, Qt.Key.Key_Return)
    assert window.view.hasFocus()
    before = window.view.verticalScrollBar().value()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert window.view.verticalScrollBar().value() > before


def test_escape_closes(window: PreviewWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
