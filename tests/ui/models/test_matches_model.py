"""The list of passages: filter, order, and what the cells say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.ui.compare.comparisons import LEFT_EDITED, make_comparison

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.models.decision_names import DecisionChoice
from plandraft.ui.models.entries import view_pair
from plandraft.ui.models.matches_model import (
    KIND_ROLE,
    Column,
    MatchesModel,
    PassageFilter,
)
from plandraft.ui.models.passage_names import percent


@pytest.fixture
def model(qapp: object) -> MatchesModel:
    model = MatchesModel()
    model.set_view(view_pair(make_comparison(), Reading.PASSAGES))
    return model


def cells(model: MatchesModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_it_keeps_the_rules_of_models(model: MatchesModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter(PassageFilter(min_similarity=0.85))
    model.sort(Column.SIMILARITY, Qt.SortOrder.DescendingOrder)
    model.set_filter(PassageFilter())
    model.set_view(None)
    assert tester.model() is model


def test_cells_say_what_a_passage_is(model: MatchesModel) -> None:
    assert cells(model, Column.NUMBER) == ["1", "2", "3", "4"]
    assert cells(model, Column.KIND) == ["相同", "相同", "改写", "调序"]
    assert cells(model, Column.SIMILARITY) == ["100 %", "99 %", "90 %", "80 %"]
    assert cells(model, Column.DIFFERENCES)[2:] == ["地名、数字", "语序"]
    assert cells(model, Column.LEFT)[2] == LEFT_EDITED
    assert cells(model, Column.SECTION)[2] == "二、任务 ↔ 一、形势"
    letters = sum(map(str.isalnum, LEFT_EDITED)) - 1
    assert cells(model, Column.LETTERS)[2] == str(letters), "the shorter side, without marks"
    assert model.index(3, 0).data(KIND_ROLE) == PassageKind.REORDERED
    header = [model.headerData(one, Qt.Orientation.Horizontal) for one in Column]
    names = "# 左（A） 右（B） 相似度 字数 类型 对应 差异 章节 判断"
    assert header == names.split()


@pytest.mark.parametrize(
    ("wanted", "entries"),
    [
        pytest.param(PassageFilter(), [0, 1, 2, 3], id="all"),
        pytest.param(PassageFilter(min_similarity=0.9), [0, 1, 2], id="similarity, inclusive"),
        pytest.param(PassageFilter(min_letters=20), [0, 1, 2], id="length"),
        pytest.param(PassageFilter(text="松岭市"), [2], id="words of the right side"),
        pytest.param(PassageFilter(text=" 120 个 "), [2], id="blanks do not matter"),
        pytest.param(PassageFilter(text="三、措施"), [1, 3], id="a section"),
        pytest.param(PassageFilter(kinds=frozenset({PassageKind.REORDERED})), [3], id="a kind"),
        pytest.param(PassageFilter(kinds=frozenset()), [], id="no kind"),
    ],
)
def test_filters(model: MatchesModel, wanted: PassageFilter, entries: list[int]) -> None:
    model.set_filter(wanted)
    assert list(model.shown) == entries
    assert [model.row_of(entry) for entry in entries] == list(range(len(entries)))
    assert model.total == 4


@pytest.mark.parametrize(
    ("column", "order", "entries"),
    [
        pytest.param(Column.SIMILARITY, Qt.SortOrder.AscendingOrder, [3, 2, 1, 0], id="similar"),
        pytest.param(Column.RIGHT, Qt.SortOrder.AscendingOrder, [2, 0, 3, 1], id="right place"),
        pytest.param(Column.KIND, Qt.SortOrder.DescendingOrder, [3, 2, 1, 0], id="kind"),
        pytest.param(Column.NUMBER, Qt.SortOrder.DescendingOrder, [3, 2, 1, 0], id="number"),
    ],
)
def test_orders(
    model: MatchesModel, column: Column, order: Qt.SortOrder, entries: list[int]
) -> None:
    kept = QPersistentModelIndex(model.index(2, Column.LEFT))
    model.sort(column, order)
    assert list(model.shown) == entries
    assert kept.row() == entries.index(2), "a selection goes with its passage"


def test_an_order_outlives_a_filter(model: MatchesModel) -> None:
    model.sort(Column.SIMILARITY, Qt.SortOrder.AscendingOrder)
    model.set_filter(PassageFilter(min_similarity=0.85))
    assert list(model.shown) == [2, 1, 0]


def test_what_is_shown_is_told(model: MatchesModel) -> None:
    told = []
    model.shown_changed.connect(lambda: told.append(len(model.shown)))
    model.set_filter(PassageFilter(min_similarity=0.85))
    model.set_filter(PassageFilter(min_similarity=0.85))
    model.set_view(None)
    assert told == [3, 0]


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100 %"), (0.9999, "99 %"), (0.315, "32 %"), (0.0, "0 %")],
)
def test_percent(share: float, text: str) -> None:
    assert percent(share) == text


DECISIONS = {
    1: Decision(Verdict.NOT_REUSE, "上位规划"),
    3: Decision(Verdict.USED),
    4: Decision(Verdict.OPEN, "再看"),
}


def test_decisions_are_shown_by_sign_and_word_and_spoken(model: MatchesModel) -> None:
    model.set_quiet_color("#5b636b")
    model.set_decisions(DECISIONS)
    assert cells(model, Column.DECISION) == ["✕ 非借用 ✎", "", "● 已采用", "✎"]
    spoken = [
        model.index(row, Column.DECISION).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(4)
    ]
    assert spoken == ["非借用：上位规划", "未定", "已采用", "再看"]
    greyed = [model.index(row, 1).data(Qt.ItemDataRole.ForegroundRole) for row in range(4)]
    assert [one is not None for one in greyed] == [True, False, False, False]


@pytest.mark.parametrize(
    ("choice", "entries"),
    [
        pytest.param(DecisionChoice.ANY, [0, 1, 2, 3], id="any"),
        pytest.param(DecisionChoice.OPEN, [1, 3], id="a note is no verdict"),
        pytest.param(DecisionChoice.NOT_REUSE, [0], id="no re-use"),
        pytest.param(DecisionChoice.USED, [2], id="used"),
        pytest.param(DecisionChoice.ACCEPTED, [], id="none of these"),
        pytest.param(DecisionChoice.NOTED, [0, 3], id="with a note"),
    ],
)
def test_a_filter_by_decision(
    model: MatchesModel, choice: DecisionChoice, entries: list[int]
) -> None:
    model.set_filter(PassageFilter(decisions=choice))
    model.set_decisions(DECISIONS)
    assert list(model.shown) == entries, "also of what is decided while the filter is set"


def test_the_order_of_decisions_follows_what_is_decided(model: MatchesModel) -> None:
    model.sort(Column.DECISION)
    model.set_decisions(DECISIONS)
    assert list(model.shown) == [2, 0, 3, 1]
