"""A page with a comparison in it, as large as a small screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from tests.ui.compare.comparisons import make_comparison

from plandraft.core.compare.changes import Comparison
from plandraft.core.model.spans import Span
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT


@pytest.fixture
def icons(qapp: object, repository: Path) -> IconSet:
    """Return the product's icons."""
    return IconSet(repository / "resources" / "icons", LIGHT)


@pytest.fixture
def open_page(qtbot: QtBot, icons: IconSet) -> Callable[..., ComparePage]:
    """Return a function that shows a page with a comparison."""

    def opened(
        comparison: Comparison | None = None, *, width: int = 1100, height: int = 720
    ) -> ComparePage:
        page = ComparePage(icons)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.show_comparison(comparison or make_comparison())
        settle(qtbot, page)
        return page

    return opened


@pytest.fixture
def page(open_page: Callable[..., ComparePage]) -> ComparePage:
    """Return a page with the four passages."""
    return open_page()


def settle(qtbot: QtBot, page: ComparePage) -> None:
    """Wait until layouts that were put off are done."""
    panes = (page.stage.left, page.stage.right)
    timers = [page.stage._measure, *(one for pane in panes for one in (pane._relayout, pane._rest))]
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))


def line_of(pane: TextPane, offset: int) -> PageLine:
    """Return the line on which a letter stands, in pixels of the page."""
    geometry = pane.geometry_of_page()
    assert geometry is not None
    middle = geometry.extent(Span(offset, offset + 1)).middle
    return next(iter(geometry.lines(middle, middle + 0.01)))


def point_of(pane: TextPane, offset: int) -> QPointF:
    """Return the middle of a letter in pixels of the viewport."""
    line = line_of(pane, offset)
    x = (line.x_at(offset) + line.x_at(offset + 1)) / 2
    return QPointF(x, line.top + line.height / 2 - pane.view().value)
