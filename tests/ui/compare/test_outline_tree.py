"""The outlines beside the pages, and which chapter of the one is which of the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document
from tests.ui.compare.comparisons import make_comparison
from tests.ui.compare.conftest import settle

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.engine import find_matches
from plandraft.core.model.spans import Span
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.outline_tree import OutlineTree
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.outline_model import COUNT_ROLE, PARTNER_ROLE

OpenPage = Callable[..., ComparePage]

STREET = "渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌，夜间照明由值守站远程调节。"
FACTORY = "棉纺旧厂改成社区食堂，二楼辟为儿童图书室，院内栽上香樟，围墙改作沿河长廊。"
OTHER = "河埠头增设自行车棚，船工宿舍加装电梯，渔市搬到堤外空场。\n"
OWN = "另有安排的事项由所在街道按照实际情况自行确定，逐年报送进度。\n"


def make_pair() -> Comparison:
    """Return two plans whose chapters changed their numbers and places."""
    left = make_document(
        f"云汀市规划\n一、老街\n{STREET}\n{OWN * 9}二、旧厂\n{FACTORY}\n{OWN * 9}三、其他\n事项。\n"
    )
    right = make_document(
        f"澜川市方案\n一、总则\n说明。\n{OTHER * 9}二、改造\n（一）厂房\n{FACTORY}\n{OTHER * 9}"
        f"（二）街区\n{STREET}\n"
    )
    return build_comparison(left, right, find_matches(left, right), 0.1)


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> ComparePage:
    page = open_page(make_pair(), width=1366)
    qtbot.waitUntil(lambda: not page.work.linker._timer.isActive())
    return page


def row_of(tree: OutlineTree, title: str) -> QModelIndex:
    model = tree.model()
    found = model.match(
        model.index(0, 0), Qt.ItemDataRole.DisplayRole, title, 1, Qt.MatchFlag.MatchRecursive
    )
    assert found, title
    return found[0]


def plate_of(tree: OutlineTree, title: str) -> QPoint:
    index = row_of(tree, title)
    rect = tree._rows.partner_rect(tree.visualRect(index), index)
    assert not rect.isEmpty()
    return rect.center()


def top_of(pane: TextPane, words: str) -> float:
    assert pane.page is not None
    geometry = pane.geometry_of_page()
    assert geometry is not None
    at = pane.page.document.text.index(words)
    return geometry.extent(Span(at, at + 1)).top - pane.view().value


def test_each_heading_names_its_partner_whatever_its_number(page: ComparePage) -> None:
    left, right = page.work.left_outline, page.work.right_outline
    assert row_of(left, "一、老街").data(PARTNER_ROLE).short == ("二(二)", "(二)")
    assert row_of(left, "三、其他").data(PARTNER_ROLE) is None
    assert row_of(right, "（一）厂房").data(PARTNER_ROLE).title == "二、旧厂"
    assert "二、旧厂" in row_of(right, "（一）厂房").data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_click_on_the_partner_brings_both_chapters_level(qtbot: QtBot, page: ComparePage) -> None:
    tree = page.work.left_outline
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=plate_of(tree, "二、旧厂"))
    left, right = top_of(page.stage.left, "二、旧厂"), top_of(page.stage.right, "（一）厂房")
    assert left == pytest.approx(right, abs=1)
    assert 0 <= left < page.stage.left.viewport().height()
    page.reader.go_back()
    assert top_of(page.stage.left, "二、旧厂") != left


def test_shift_and_enter_do_what_the_click_does(page: ComparePage) -> None:
    tree = page.work.right_outline
    tree.setCurrentIndex(row_of(tree, "（二）街区"))
    QTest.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    left, right = top_of(page.stage.left, "一、老街"), top_of(page.stage.right, "（二）街区")
    assert left == pytest.approx(right, abs=1)


def test_the_heading_itself_leads_to_its_own_side_only(qtbot: QtBot, page: ComparePage) -> None:
    tree = page.work.left_outline
    index = row_of(tree, "二、旧厂")
    at = tree.visualRect(index).topLeft() + QPoint(20, 8)
    with qtbot.assertNotEmitted(page.work.chapters_chosen):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert 0 <= top_of(page.stage.left, "二、旧厂") < 100


def test_the_partner_under_the_mouse_is_framed_on_the_other_side(
    qtbot: QtBot, page: ComparePage
) -> None:
    left, right = page.work.left_outline, page.work.right_outline
    before = right.viewport().grab().toImage()
    qtbot.mouseMove(left.viewport(), plate_of(left, "二、旧厂"))
    qtbot.waitUntil(lambda: right._rows.marked == 2)
    assert right.viewport().grab().toImage() != before
    qtbot.mouseMove(left.viewport(), QPoint(5, left.viewport().height() - 3))
    qtbot.waitUntil(lambda: right._rows.marked == -1)


def test_lines_between_the_pages_join_headings_in_sight(page: ComparePage) -> None:
    page.reader._on_chapters_chosen(page.work.linker.chapters().places(0, left=True))
    lines = page.stage.gutter.heading_lines()
    height = top_of(page.stage.left, "一、老街")
    assert any(abs(line.left.top - height) < 1 for line in lines)
    assert all(abs(line.left.top - line.right.top) < page.stage.height() for line in lines)


def test_counts_follow_the_filter_when_the_hand_rests(qtbot: QtBot, page: ComparePage) -> None:
    index = row_of(page.work.left_outline, "二、旧厂")
    qtbot.waitUntil(lambda: index.data(COUNT_ROLE) == 1)
    page.passages.filters.words.setText("没有这样的文字")
    qtbot.waitUntil(lambda: index.data(COUNT_ROLE) == 0)


def test_another_reading_and_no_pair_are_told_too(qtbot: QtBot, page: ComparePage) -> None:
    page.set_reading(Reading.VERSIONS)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: not page.work.linker._timer.isActive())
    assert page.work.linker.chapters().links.to_right[0] is not None
    page.show_comparison(make_comparison())
    assert page.stage.gutter.heading_lines() == [], "those of another pair are gone at once"
    page.clear()
    assert page.work.linker.chapters().left == ()
    assert page.stage.gutter.heading_lines() == []
