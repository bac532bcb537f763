"""What is on the screen after scrolling is what a fresh painting would show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.compare.comparisons import make_comparison
from tests.ui.compare.conftest import line_of, settle

from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.text_pane import TextPane

# The outlines of bold figures come out a little different where they are cut by what is painted.
_FIGURES = 120
_STEP = 60


def on_screen(pane: TextPane) -> QImage:
    """Return what the screen shows of a pane, moved pixels among it."""
    window, view = pane.window(), pane.viewport()
    corner = view.mapTo(window, QPoint(0, 0))
    shot = pane.screen().grabWindow(window.winId()).toImage()
    return shot.copy(corner.x(), corner.y(), view.width(), view.height())


def wrong_pixels(pane: TextPane) -> int:
    """Return how many pixels on the screen are not as they would be painted now."""
    shown = on_screen(pane).convertToFormat(QImage.Format.Format_RGB32)
    fresh = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert shown.size() == fresh.size()
    pairs = zip(bytes(shown.constBits()), bytes(fresh.constBits()), strict=True)
    wrong = {at // 4 for at, (one, other) in enumerate(pairs) if one != other}
    return len(wrong)


def scroll(qtbot: QtBot, pane: TextPane, steps: int) -> None:
    """Scroll as a wheel does: each step is painted."""
    bar = pane.verticalScrollBar()
    for _ in range(abs(steps)):
        bar.setValue(bar.value() + (_STEP if steps > 0 else -_STEP))
        qtbot.wait(1)


@pytest.fixture
def fresh_page(open_page: Callable[..., ComparePage]) -> ComparePage:
    """Return a page whose text is laid out in sight only."""
    page = open_page(make_comparison(paragraphs=60))
    for pane in (page.stage.left, page.stage.right):
        pane.fit_page()
        pane._rest.stop()
    page.stage.right.setFocus()
    return page


@pytest.mark.parametrize("steps", [3, 40, -3, -40])
def test_scrolling_leaves_no_old_rows(qtbot: QtBot, fresh_page: ComparePage, steps: int) -> None:
    """Text out of sight takes its true height while one scrolls into it, from either side."""
    left, right = fresh_page.stage.left, fresh_page.stage.right
    if steps < 0:
        left.verticalScrollBar().setValue(left.verticalScrollBar().maximum() * 2 // 3)
        qtbot.wait(1)
    scroll(qtbot, left, steps)
    assert wrong_pixels(left) <= _FIGURES
    assert wrong_pixels(right) <= _FIGURES


def test_pixels_go_with_the_bar_where_heights_moved_it(
    qtbot: QtBot, fresh_page: ComparePage
) -> None:
    """Text above takes another height and the bar goes along; the next step is no longer."""
    left = fresh_page.stage.left
    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum() // 2)
    qtbot.wait(1)
    left._take_heights(25)
    left.viewport().repaint()
    scroll(qtbot, left, 2)
    assert wrong_pixels(left) <= _FIGURES


def test_the_line_of_the_focus_stays_at_the_edge(qtbot: QtBot, page: ComparePage) -> None:
    left = page.stage.left
    left.setFocus()
    qtbot.waitUntil(left.hasFocus)
    settle(qtbot, page)
    scroll(qtbot, left, 3)
    assert wrong_pixels(left) <= _FIGURES
    scroll(qtbot, left, -2)
    assert wrong_pixels(left) <= _FIGURES


def test_the_frame_of_a_passage_has_no_edge_where_the_view_ended(
    qtbot: QtBot, page: ComparePage
) -> None:
    """Go down from a view that ends inside the current passage."""
    left = page.stage.left
    page.go_next()
    settle(qtbot, page)
    highlight = left._highlight
    assert highlight is not None
    geometry = left.geometry_of_page()
    assert geometry is not None
    place = geometry.extent(highlight.span)
    page.stage.sync.set_in_step(False)
    left.verticalScrollBar().setValue(round(place.top - left.viewport().height() + 10))
    qtbot.wait(1)
    scroll(qtbot, left, 1)
    assert wrong_pixels(left) <= _FIGURES


def test_the_caret_can_be_seen_where_the_keyboard_moves_it(
    qtbot: QtBot, page: ComparePage, qapp: QApplication
) -> None:
    """Arrow keys move it through the text: unseen, they would seem to do nothing."""
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    left = page.stage.left
    left.setFocus()
    qtbot.waitUntil(left.hasFocus)
    left.put_caret(left.offset_at_height(0.5))
    before = left.viewport().grab().toImage()
    qtbot.keyClick(left, Qt.Key.Key_Down)
    after = left.viewport().grab().toImage()
    line = line_of(left, left.caret_offset())
    x = round(line.x_at(left.caret_offset()))
    y = round(line.top + line.height / 2 - left.view().value)
    assert after.pixelColor(x, y).lightness() < before.pixelColor(x, y).lightness()
    qapp.setCursorFlashTime(flash)
