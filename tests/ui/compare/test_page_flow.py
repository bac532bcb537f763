"""Heights of a page: estimated first, true once a line was laid out."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.benchmarks.ui_scroll import made_comparison
from tests.helpers.documents import make_document
from tests.ui.compare.conftest import settle

from plandraft.core.model.document import BlockKind
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PAGE_MARGIN, PageStyle, make_look
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.page_flow import PageFlow
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.palette import LIGHT

STYLE = PageStyle(11, LIGHT)


def long_plan(paragraphs: int) -> str:
    draw = random.Random(7)
    words = ["沿河铺面", "统一更换木质招牌，", "夜间照明由", "值守站（Web 2.0）", "占 35.6% "]
    lines = ["云汀市规划"]
    for number in range(paragraphs):
        if number % 9 == 0:
            lines.append(f"{number // 9 + 1}、改造")
        lines.append("".join(draw.choices(words, k=draw.randrange(4, 60))) + "。")
    return "\n".join(lines)


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    pane = TextPane(left=True, style=STYLE)
    qtbot.addWidget(pane)
    pane.resize(520, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_blocks_stand_below_each_other_and_the_larger_space_counts(qapp: object) -> None:
    title = make_look((BlockKind.TITLE, 0), STYLE)
    body = make_look((BlockKind.PARAGRAPH, 0), STYLE)
    flow = PageFlow((title, body, body), (4.0, 100.0, 1.0), 10 * STYLE.em)
    assert flow.top(0) == title.above + PAGE_MARGIN
    assert flow.top(1) == flow.top(0) + title.pitch + max(title.below, body.above)
    assert flow.height(1) == 11 * body.pitch, "a hundred letters and two of indent, ten a line"
    assert flow.bottom == flow.top(2) + body.pitch
    assert flow.set_height(1, 12 * body.pitch) == body.pitch
    assert flow.bottom == flow.top(2) + body.pitch
    assert [flow.at(flow.top(at)) for at in range(3)] == [0, 1, 2]
    assert flow.at(-5) == 0
    assert flow.at(1e9) == 2


def test_what_is_not_looked_at_is_not_laid_out(pane: TextPane) -> None:
    pane.show_document(make_document(long_plan(2_000)))
    pane.viewport().grab()
    last = pane.document().lastBlock()
    assert pane.document().begin().layout().lineCount()
    assert not last.layout().lineCount()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    pane.viewport().grab()
    assert last.layout().lineCount()


def test_estimates_are_near_the_truth(pane: TextPane) -> None:
    pane.show_document(make_document(long_plan(400)))
    geometry = pane.geometry_of_page()
    assert geometry is not None
    estimated = geometry.text_height
    pane.finish_layout()
    finished = pane.geometry_of_page()
    assert finished is not None
    assert estimated == pytest.approx(finished.text_height, rel=0.05)


def test_lines_follow_each_other_without_gap_or_overlap(pane: TextPane) -> None:
    text = long_plan(60)
    pane.show_document(make_document(text))
    pane.finish_layout()
    geometry = pane.geometry_of_page()
    assert geometry is not None
    lines = list(geometry.lines(0, geometry.height))
    for one, other in pairwise(lines):
        assert other.top >= one.top + one.height
        assert one.span.end <= other.span.start
    for line in lines[::7]:
        assert geometry.extent(line.span).top == line.top
        assert geometry.rough_extent(line.span).top == line.top


def test_nothing_in_sight_moves_while_the_rest_is_laid_out(qtbot: QtBot, pane: TextPane) -> None:
    text = long_plan(1_500)
    pane.show_document(make_document(text))
    pane.scroll_to(len(text) // 2, 0.3)
    pane.viewport().grab()
    geometry = pane.geometry_of_page()
    assert geometry is not None

    def seen() -> list[tuple[Span, float]]:
        return [(line.span, line.top - pane.view().value) for line in pane.visible_lines()]

    before, version = seen(), geometry.version
    with qtbot.waitSignal(pane.shifted):
        qtbot.waitUntil(lambda: not pane._rest.isActive())
    assert geometry.version != version, "some heights were wrong"
    assert seen() == before
    assert pane.view().maximum == round(geometry.height) - pane.viewport().height()


def test_the_rest_is_laid_out_in_slices(pane: TextPane) -> None:
    pane.show_document(make_document(long_plan(3_000)))
    geometry = pane.geometry_of_page()
    assert geometry is not None
    before = sum(geometry._flow.laid)
    pane._lay_rest()
    assert 0 < sum(geometry._flow.laid) - before < 1_500
    assert pane._rest.isActive()


def test_keys_go_where_nothing_was_laid_out(pane: TextPane) -> None:
    text = long_plan(1_000)
    pane.show_document(make_document(text))
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert pane.visible_lines()[-1].span.end == len(text)
    assert pane.caret_offset() == len(text)
    QTest.keyClick(pane, Qt.Key.Key_Up)
    assert pane.caret_offset() < len(text)
    QTest.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert pane.view().value == 0


def test_all_that_is_selected_looks_selected(pane: TextPane) -> None:
    pane.show_document(make_document(long_plan(5)))
    line = pane.visible_lines()[2]
    at = (round(line.x_at(line.span.start)) + 1, round(line.top + 1))
    before = pane.viewport().grab().toImage().pixelColor(*at)
    pane.selectAll()
    image = pane.viewport().grab().toImage()
    found = {image.pixelColor(at[0], y).name() for y in range(at[1], at[1] + int(line.height))}
    assert LIGHT.selection in found
    assert before.name() != LIGHT.selection


def test_the_first_frame_shows_what_the_last_one_shows(
    qtbot: QtBot, open_page: Callable[..., ComparePage]
) -> None:
    """What is put off must not be seen: the pages, their marks and what joins them."""
    page = open_page(width=1366)
    page.clear()
    page.reader._memories.clear()
    page.show_comparison(made_comparison(60_000, 600))
    page.set_current(250)
    QApplication.processEvents()
    stage = page.stage
    parts = (stage.left.viewport(), stage.right.viewport(), stage.gutter)
    first = [part.grab().toImage() for part in parts]
    assert stage.left._rest.isActive(), "not all is laid out yet"
    settle(qtbot, page)
    assert [part.grab().toImage() for part in parts] == first
