"""Shares, a threshold, the groups it makes, and a hint who was first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.core.compare.test_families import four_plans

from plandraft.core.compare.issue_dates import IssueDate
from plandraft.core.compare.plan_groups import PlanLink
from plandraft.ui.families.matrix_view import MatrixView
from plandraft.ui.models.palette import DARK, LIGHT

DATES = (IssueDate(2010, 5), IssueDate(2008), IssueDate(2011), None)


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    made = MatrixView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_plans(four_plans(), DATES)
    return made


def groups(view: MatrixView) -> list[list[str]]:
    """Return each group with what stands below it."""
    tops = [view.groups.topLevelItem(at) for at in range(view.groups.topLevelItemCount())]
    found = []
    for top in filter(None, tops):
        children = [top.child(at) for at in range(top.childCount())]
        lines = [f"{one.text(0)} | {one.text(1)}" for one in children if one is not None]
        found.append([top.text(0), *lines])
    return found


def test_the_threshold_makes_and_breaks_groups(view: MatrixView) -> None:
    view.set_threshold(1)
    assert len(groups(view)) == 1
    assert groups(view)[0][0] == "第 1 组 · 4 份"
    view.set_threshold(100)
    assert groups(view)[0][0] == "不在组内 · 4 份"
    assert view.threshold_label.text() == "100 %"


def test_the_first_is_a_hint_and_only_where_all_are_dated(view: MatrixView) -> None:
    view.set_threshold(1)
    assert not any("最早" in line for line in groups(view)[0])
    view.show_plans(four_plans(), (*DATES[:3], IssueDate(2009, 1, 1)))
    (first,) = [line for line in groups(view)[0] if "最早" in line]
    assert first == "2 乙市老街规划 | 2008 · 最早"
    top = view.groups.topLevelItem(0)
    assert top is not None
    tips = [one.toolTip(1) for at in range(top.childCount()) if (one := top.child(at))]
    assert [bool(tip) for tip in tips] == [False, True, False, False]


def test_shares_below_the_threshold_are_pale(view: MatrixView) -> None:
    tester = QAbstractItemModelTester(
        view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    view.set_threshold(1)
    cell = view.model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.BackgroundRole) is not None
    view.set_threshold(100)
    assert cell.data(Qt.ItemDataRole.BackgroundRole) is None
    muted = cell.data(Qt.ItemDataRole.ForegroundRole)
    assert muted.color().name() == LIGHT.muted
    view.set_colors(DARK)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).color().name() == DARK.muted
    tester.deleteLater()


def test_a_line_of_the_graph_opens_its_pair(view: MatrixView, qtbot: QtBot) -> None:
    view.set_threshold(1)
    graph = view.graph
    middle = (graph.place_of(0) + graph.place_of(2)) / 2
    near = middle + QPointF(2, 2)
    link = graph.link_at(near)
    assert link is not None
    with qtbot.waitSignal(view.pair_activated) as opened:
        qtbot.mouseDClick(graph, Qt.MouseButton.LeftButton, pos=near.toPoint())
    assert opened.args == [link.one, link.other]
    assert graph.link_at(QPointF(-50, -50)) is None
    with qtbot.assertNotEmitted(view.pair_activated):
        qtbot.mouseDClick(graph, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_a_cell_opens_its_pair_but_not_a_plan_with_itself(view: MatrixView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pair_activated) as opened:
        view.table.activated.emit(view.model.index(2, 1))
    assert opened.args == [2, 1]
    with qtbot.assertNotEmitted(view.pair_activated):
        view.table.activated.emit(view.model.index(1, 1))


def test_the_graph_is_told_to_who_cannot_see_it(view: MatrixView) -> None:
    view.graph.show_links(("甲", "乙", "丙"), (PlanLink(0, 2, 0.5),), ((0, 2), (1,)))
    assert view.graph.accessibleDescription() == "1–3 50 %"
    assert view.graph.grab().width() > 0


def test_nothing_to_show(view: MatrixView) -> None:
    view.show_plans(None)
    assert groups(view) == []
    assert view.graph.link_at(QPointF(100, 100)) is None
