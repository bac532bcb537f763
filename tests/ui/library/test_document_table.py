"""Keys in the table of documents, and what is chosen in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.library.test_library_page import RECORDS

from plandraft.ui.library.document_table import DocumentTable
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.library_model import Column, LibraryModel
from plandraft.ui.models.palette import LIGHT


@pytest.fixture
def table(qtbot: QtBot, repository: Path) -> Iterator[DocumentTable]:
    model = LibraryModel()
    made = DocumentTable(model, IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    model.set_records(RECORDS)
    yield made
    made.close()


def test_enter_and_delete_act_on_what_is_chosen_only(table: DocumentTable, qtbot: QtBot) -> None:
    told: list[str] = []
    table.activated_rows.connect(lambda: told.append("opened"))
    table.remove_pressed.connect(lambda: told.append("removed"))
    table.clearSelection()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
        qtbot.keyClick(table, key)
    assert told == []
    table.choose((2,))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
        qtbot.keyClick(table, key)
    assert told == ["opened", "opened", "removed"]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert [one.id for one in table.chosen()] == [3], "the arrows go through the rows"


def test_chosen_documents_come_as_they_stand(table: DocumentTable) -> None:
    table.choose((3, 1))
    assert [one.id for one in table.chosen()] == [1, 3]
    table.sortByColumn(Column.ADDED, Qt.SortOrder.DescendingOrder)
    assert [one.id for one in table.chosen()] == [3, 1]
