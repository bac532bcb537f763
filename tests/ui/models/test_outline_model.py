"""The headings of a plan as a tree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.helpers.documents import make_document

from plandraft.core.text.outline import sections_of
from plandraft.ui.models.outline_model import (
    COUNT_ROLE,
    PARTNER_ROLE,
    ROW_ROLE,
    SECTION_ROLE,
    OutlineModel,
    Partner,
)

PLAN = make_document(
    """
    云汀市防灾规划
    一、现状
    （一）成效
    堤防全部达标。
    （二）问题
    预警还不及时。
    二、任务
    加快建设。
    """
)


@pytest.fixture
def model(qapp: object) -> OutlineModel:
    model = OutlineModel()
    model.set_sections(sections_of(PLAN))
    return model


def titles(model: OutlineModel, parent: QModelIndex | None = None) -> list[object]:
    parent = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [index.data(), titles(model, index)]
    return found


def test_it_keeps_the_rules_of_models(model: OutlineModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_counts([3, 1, 2, 0])
    model.set_sections(())
    assert tester.model() is model
    assert model.rowCount() == 0


def test_sections_hang_below_each_other(model: OutlineModel) -> None:
    assert titles(model) == ["一、现状", ["（一）成效", [], "（二）问题", []], "二、任务", []]


@pytest.mark.parametrize(
    ("words", "title"),
    [("预警", "（二）问题"), ("（一）", "（一）成效"), ("加快", "二、任务")],
)
def test_a_place_leads_to_its_deepest_section(model: OutlineModel, words: str, title: str) -> None:
    index = model.index_at(PLAN.text.index(words))
    assert index.data() == title
    assert index.data(SECTION_ROLE).title == title


def test_before_the_first_heading_there_is_no_section(model: OutlineModel) -> None:
    assert not model.index_at(0).isValid()


def test_counts_stand_beside_their_sections(model: OutlineModel) -> None:
    model.set_counts([3, 1, 2, 0])
    first = model.index(0, 0)
    assert first.data(COUNT_ROLE) == 3
    assert model.index(1, 0, first).data(COUNT_ROLE) == 2


def test_partners_are_named_and_told_to_those_who_cannot_see(model: OutlineModel) -> None:
    partner = Partner(("四(一)", "(一)"), "（一）短板", 5)
    model.set_partners([None, None, partner, None])
    index = model.index_of(2)
    assert index.data() == "（二）问题"
    assert (index.data(PARTNER_ROLE), index.data(ROW_ROLE)) == (partner, 2)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "（一）短板" in index.data(role)
    assert model.index(0, 0).data(PARTNER_ROLE) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "一、现状"
