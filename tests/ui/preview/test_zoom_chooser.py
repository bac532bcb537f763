"""The choice of a zoom says what is true of its pages, however they came to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.preview.samples import make_plan

from plandraft.ui.preview.fit import Fit
from plandraft.ui.preview.plan_view import PlanView
from plandraft.ui.preview.zoom_chooser import ZoomChooser


@pytest.fixture
def chooser(qtbot: QtBot) -> Iterator[ZoomChooser]:
    window = QWidget()
    qtbot.addWidget(window)
    view = PlanView()
    made = ZoomChooser(view)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(view)
    made.add_keys(window)
    window.resize(700, 600)
    with qtbot.waitExposed(window):
        window.show()
    view.show_plan(make_plan())
    yield made
    window.close()


def choose(chooser: ZoomChooser, text: str) -> None:
    chooser.setCurrentIndex(chooser.findText(text))
    chooser.activated.emit(chooser.currentIndex())


def shown(chooser: ZoomChooser) -> str:
    return chooser.currentText() or chooser.placeholderText()


def test_what_is_chosen_is_done(chooser: ZoomChooser) -> None:
    view = chooser._view
    choose(chooser, "整页")
    assert view.fit is Fit.PAGE
    choose(chooser, "150%")
    assert (view.fit, view.zoom) == (Fit.FREE, 1.5)
    choose(chooser, "适合宽度")
    assert view.fit is Fit.WIDTH


def test_it_shows_what_became_of_the_pages(chooser: ZoomChooser) -> None:
    view = chooser._view
    assert shown(chooser) == "适合宽度"
    view.set_zoom(1.1)
    assert shown(chooser) == "110%"
    view.set_zoom(1.25)
    assert shown(chooser) == "125%"
    view.set_fit(Fit.PAGE)
    assert shown(chooser) == "整页"
    view.set_zoom(view.zoom)
    assert shown(chooser) == f"{view.zoom:.0%}"


def test_keys_zoom_wherever_the_focus_is(chooser: ZoomChooser, qtbot: QtBot) -> None:
    view = chooser._view
    view.set_zoom(1.0)
    for focused in (view, chooser):
        focused.setFocus()
        qtbot.keyClick(focused, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(1.21)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert shown(chooser) == "110%"
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fit is Fit.WIDTH
    assert shown(chooser) == "适合宽度"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_after_a_choice_the_keys_page_again(chooser: ZoomChooser, qtbot: QtBot) -> None:
    view = chooser._view
    chooser.setFocus()
    chooser.showPopup()
    qtbot.waitUntil(chooser.view().isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(chooser.view(), key)
    assert (view.zoom, shown(chooser)) == (0.5, "50%")
    assert view.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert shown(chooser) == "50%"
    assert view.verticalScrollBar().value() > 0


def test_who_goes_through_the_choices_by_keys_may_go_on(chooser: ZoomChooser, qtbot: QtBot) -> None:
    chooser.setFocus()
    for expected in ("整页", "50%", "75%"):
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
        assert shown(chooser) == expected
    assert chooser.hasFocus()
    assert chooser._view.zoom == 0.75
