"""Classes of difference, the clause map and the tables of the difference panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document
from tests.ui.compare.comparisons import LEFT_EDITED, LEFT_ORDER, make_comparison
from tests.ui.compare.conftest import point_of

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.clauses import build_clause_map
from plandraft.core.compare.numbers import leading_value, list_numbers
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.ui.compare.class_switch import SWITCHED
from plandraft.ui.compare.clause_view import clause_rows
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.models.entries import view_pair


def cells(page: ComparePage, table: str) -> list[tuple[str, ...]]:
    return [row.cells for row in getattr(page.work.difference, table).rows.rows]


def test_a_class_that_is_switched_off_is_not_marked(page: ComparePage) -> None:
    page.set_current(2)
    pane = page.stage.left
    assert pane.page is not None
    number = pane.page.document.text.index("120个")
    assert pane.mark_at(number) is not None
    before = pane.view().value
    switch = page.work.difference.classes
    switch.switches[ChangeClass.NUMBER].trigger()
    assert pane.mark_at(number) is None
    assert pane.mark_at(pane.page.document.text.index(LEFT_EDITED)) is not None
    assert pane.view().value == before, "a switch does not scroll"
    assert "120" not in [one.upper for one in page.work.difference.box._columns]
    assert f"{len(SWITCHED) - 1} / {len(SWITCHED)}" in switch.text()
    switch.switches[ChangeClass.NUMBER].trigger()
    assert pane.mark_at(number) is not None


def test_the_clause_map_names_what_moved(page: ComparePage) -> None:
    page.set_current(3)
    page.work.difference.tabs.setCurrentIndex(1)
    assert page.work.difference.clauses.isVisible()
    left, right = page.work.difference.clauses._left, page.work.difference.clauses._right
    assert [row.text for row in left] == ["完善水库调度", "疏浚入海河道", "加固沿江堤防"]
    assert [row.partner for row in left] == [1, 2, 0]
    assert [row.moved for row in left] == [False, False, True]
    assert [row.moved for row in right] == [True, False, False]
    page.set_current(0)
    assert len(page.work.difference.clauses._left) == 2, "it follows the current passage"


def test_clauses_without_partner_stand_alone() -> None:
    comparison = make_comparison()
    view = view_pair(comparison, Reading.PASSAGES)
    links = build_clause_map(comparison, view.entries[2].as_passage())
    left, _ = clause_rows([one for one in links if one.right is None or one.left], "", "")
    assert len(left) == 2
    alone, _ = clause_rows(
        [type(one)(one.left, None) for one in links if one.left], LEFT_ORDER * 99, ""
    )
    assert [row.partner for row in alone] == [None, None]


def test_what_was_put_for_what_is_listed_and_leads_there(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(0)
    panel = page.work.difference
    panel.tabs.setCurrentIndex(3)
    qtbot.waitUntil(lambda: panel.collector.done)
    assert ("云汀", "松岭", "地名", "1") in cells(page, "swaps") or (
        "云汀市",
        "松岭市",
        "地名",
        "1",
    ) in cells(page, "swaps")
    assert ("120", "95", "数字", "1") in cells(page, "swaps")
    index = panel.swaps.rows.index(0, 0)
    qtbot.mouseClick(
        panel.swaps.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.swaps.visualRect(index).center(),
    )
    assert page.current == 2


def test_numbers_are_listed_with_their_indicator(qtbot: QtBot, page: ComparePage) -> None:
    panel = page.work.difference
    panel.tabs.setCurrentIndex(4)
    qtbot.waitUntil(lambda: panel.collector.done)
    ((indicator, left, right),) = cells(page, "numbers")
    assert indicator.endswith("年建成…社区服务站")
    assert (left, right) == ("120个", "95个")
    page.show_comparison(make_comparison(passages=False))
    qtbot.waitUntil(lambda: panel.collector.done)
    assert not cells(page, "numbers")
    assert "没有" in panel.hint.text()


def test_numbers_sort_by_value(page: ComparePage) -> None:
    from plandraft.ui.compare.rows_table import TableRow

    model = page.work.difference.numbers.rows
    model.set_rows([TableRow(0, ("甲", text, ""), 0) for text in ("120", "9.5", "1,200", "数百")])
    model.sort(1)
    assert [row.cells[1] for row in model.rows] == ["9.5", "120", "1,200", "数百"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.rows[-1].cells[1] == "9.5"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80%", 80.0),
        ("1,200", 1200.0),
        ("2.5亿", 250_000_000.0),
        ("9000万户", 90_000_000.0),
        ("三成", 30.0),
        ("三个工作日", 3.0),
        ("百分之六十", 60.0),
        ("若干", float("inf")),
        ("1.2.3", float("inf")),
    ],
)
def test_the_value_of_a_number(text: str, value: float) -> None:
    assert leading_value(text) == value


@pytest.mark.parametrize(
    ("words", "numbers", "indicator"),
    [
        ("到期末，城镇绿地率达到{}，污水处理率持平。", ("36%", "41%"), "城镇绿地率达到"),
        ("到{}，城镇绿地率全省领先。", ("2030年", "2035年"), "到…，城镇绿地率全省领先。"),
        ("到{}，绿地率达到36%。", ("2030年", "2035年"), "到…，绿地率达到"),
    ],
)
def test_an_indicator_says_what_the_number_is_of(
    words: str, numbers: tuple[str, str], indicator: str
) -> None:
    left, right = (
        make_document(f"云汀市规划\n一、目标\n{words.format(one)}\n二、其他") for one in numbers
    )
    start = left.text.index("到")
    span = Span(start, left.text.index("\n二、"))
    passage = Passage(span, span, 0.9, PassageKind.EDITED, ())
    comparison = build_comparison(left, right, MatchSet((passage,), 0.5, 0.5), 0.1)
    changes = view_pair(comparison, Reading.PASSAGES).inline(0)
    (only,) = list_numbers(comparison, changes)
    assert only.indicator == indicator
    assert (only.left, only.right) == numbers


def test_official_phrases_are_greyed_and_the_switch_acts_at_once(
    open_page: Callable[..., ComparePage],
) -> None:
    comparison = make_comparison()
    words = "本段说明现状的具体安排"
    start = comparison.left.text.index(words)
    page = open_page(replace(comparison, left_stock=(Span(start, start + len(words)),)))
    pane = page.stage.left
    pane.scroll_to(start, 0.3)
    at = point_of(pane, start + 3)

    def ground() -> int:
        image = pane.viewport().grab().toImage()
        return max(
            image.pixelColor(int(at.x()) + dx, int(at.y()) + 9).lightness() for dx in range(-6, 7)
        )

    greyed = ground()
    page.work.difference.classes.stock.trigger()
    assert ground() > greyed
    page.work.difference.classes.stock.trigger()
    assert ground() == greyed


def test_a_giant_one_sided_change_is_cut_in_the_box(open_page: Callable[..., ComparePage]) -> None:
    left = make_document("云汀市规划\n渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌。")
    right = make_document(left.text + "\n" + "新增文字" * 20_000)
    comparison = build_comparison(left, right, find_matches(left, right), 0.1)
    page = open_page(comparison)
    page.set_reading(Reading.VERSIONS)
    assert page.view is not None
    page.set_current(len(page.view.entries) - 1)
    shown = page.work.difference.box._columns
    assert sum(len(one.lower) for one in shown) < 5_000
    assert shown[-1].lower == "……"


def test_chapters_are_joined_and_a_click_brings_both_level(qtbot: QtBot, page: ComparePage) -> None:
    panel = page.work.difference
    panel.tabs.setCurrentIndex(2)
    assert [row.text for row in panel.chapters._left] == ["一、现状", "二、任务", "三、保障"]
    assert [row.partner for row in panel.chapters._left] == [None, 1, 2] or [
        row.partner for row in panel.chapters._left
    ] == [None, 0, 2]
    qtbot.mouseClick(
        panel.chapters.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10 + 2 * 26 + 13)
    )
    assert page.comparison is not None
    tops = []
    for pane, words in ((page.stage.left, "三、保障"), (page.stage.right, "三、措施")):
        geometry = pane.geometry_of_page()
        assert geometry is not None
        assert pane.page is not None
        at = pane.page.document.text.index(words)
        tops.append(geometry.extent(Span(at, at + 1)).top - pane.view().value)
    assert tops[0] == pytest.approx(tops[1], abs=1)


@pytest.mark.parametrize("width", [420, 470, 600])
def test_tabs_and_switch_stand_side_by_side(page: ComparePage, qtbot: QtBot, width: int) -> None:
    """Words are left out until nothing covers the tabs."""
    panel = page.work.difference
    panel.setParent(None)
    qtbot.addWidget(panel)
    for index, name in enumerate(("Letters", "Clauses", "Parts", "Swaps", "Numbers")):
        panel.tabs.setTabText(index, name)
    panel.classes.hide_classes(["place"])
    panel.resize(width, 300)
    panel.show()
    qtbot.wait(1)
    last = panel.tabs.tabRect(4)
    assert panel.tabs.x() + last.right() <= panel.classes.x()
    if width >= 600:
        assert "7" in panel.classes.text()
