"""The rows of a list: found whatever the case and the blanks, sorted with what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from plandraft.ui.phrases.list_model import ListModel

PAIRS = (("经信委", "工信局"), ("发改委", "Development Bureau"), ("安监局", "应急 管理局"))


@pytest.fixture
def model(qtbot: QtBot) -> ListModel:
    made = ListModel(("一种写法", "另一种写法"))
    made.set_rows(PAIRS)
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", (0, 1, 2)),
        ("  ", (0, 1, 2)),
        ("委", (0, 1)),
        ("工信局", (0,)),
        ("DEVELOPMENTbureau", (1,)),
        ("应急管理", (2,)),
        ("委工信", ()),
    ],
)
def test_rows_are_found_by_either_cell(
    model: ListModel, words: str, found: tuple[int, ...]
) -> None:
    model.search(words)
    assert list(model.shown) == [PAIRS[at] for at in found]
    assert model.rows == PAIRS, "what is not shown is not gone"


def test_what_is_searched_for_holds_for_new_rows(model: ListModel) -> None:
    model.search("局")
    model.set_rows((*PAIRS, ("文广新局", "文旅局"), ("林业", "林草")))
    assert [row[0] for row in model.shown] == ["经信委", "安监局", "文广新局"]


def test_a_column_sorts_and_what_is_chosen_stays_chosen(model: ListModel) -> None:
    chosen = QItemSelectionModel(model)
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    chosen.select(model.index(0, 0), rows)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert list(model.shown) == sorted(PAIRS, reverse=True)
    (index,) = chosen.selectedRows()
    assert model.shown[index.row()] == PAIRS[0]
