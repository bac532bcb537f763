"""The table of the library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.services.library import DocumentRecord
from plandraft.ui.models.library_model import Column, Facet, FacetValue, LibraryModel
from plandraft.ui.models.warning_texts import warning_text

DAY = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def record(identity: int, title: str, place: str, **values: object) -> DocumentRecord:
    fields: dict[str, object] = {
        "period": "十五五",
        "path": f"/plans/{identity}.txt",
        "format": "txt",
        "characters": 1000 * identity,
        "added_at": DAY + timedelta(days=identity),
        "warnings": (),
    }
    return DocumentRecord(id=identity, title=title, place=place, **{**fields, **values})  # type: ignore[arg-type]


RECORDS = (
    record(1, "丙规划", "云汀"),
    record(
        2, "甲规划", "澜川", period="十四五",
        warnings=(DocumentWarning(WarningCode.SHIFTED_BYTES, 4),),
    ),
    record(3, "乙规划", "云汀", format="docx"),
    record(4, "", "", period=""),
)  # fmt: skip


@pytest.fixture
def model(qtbot: QtBot) -> LibraryModel:
    made = LibraryModel()
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.set_records(RECORDS)
    return made


def ids(model: LibraryModel) -> list[int]:
    return [shown.id for shown in model.shown]


def text(model: LibraryModel, row: int, column: Column) -> object:
    return model.index(row, column).data()


def test_it_keeps_the_order_of_the_library(model: LibraryModel) -> None:
    assert ids(model) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("column", "ascending"),
    [
        (Column.PLACE, [1, 3, 2, 4]),
        (Column.CHARACTERS, [1, 2, 3, 4]),
        (Column.WARNINGS, [1, 3, 4, 2]),
        (Column.ADDED, [1, 2, 3, 4]),
        (Column.FORMAT, [3, 4, 1, 2]),
    ],
)
def test_columns_sort(model: LibraryModel, column: Column, ascending: list[int]) -> None:
    model.sort(column)
    assert ids(model) == ascending
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert ids(model)[-1] == ascending[0]
    model.sort(-1)
    assert ids(model) == [1, 2, 3, 4]


def test_a_chosen_row_stays_with_its_document(model: LibraryModel) -> None:
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sort(Column.CHARACTERS, Qt.SortOrder.DescendingOrder)
    assert kept.row() == 2
    assert ids(model)[kept.row()] == 2


def test_facets_count_and_narrow(model: LibraryModel) -> None:
    assert model.facet_counts(Facet.PLACE) == [("云汀", 2), ("澜川", 1), ("", 1)]
    model.set_wanted([FacetValue(Facet.PLACE, "云汀")])
    assert ids(model) == [1, 3]
    model.set_wanted([FacetValue(Facet.PLACE, "云汀"), FacetValue(Facet.PLACE, "澜川")])
    assert ids(model) == [1, 2, 3]
    model.set_wanted([FacetValue(Facet.PLACE, "云汀"), FacetValue(Facet.FORMAT, "docx")])
    assert ids(model) == [3]
    assert model.facet_counts(Facet.PLACE)[0] == ("云汀", 2), "counts are those of all records"


def test_what_is_missing_is_shown_as_missing(model: LibraryModel) -> None:
    assert text(model, 3, Column.TITLE) == "（无标题）"
    assert text(model, 3, Column.PLACE) == "—"
    assert text(model, 2, Column.FORMAT) == "Word"


def test_warnings_are_counted_and_explained(model: LibraryModel) -> None:
    assert text(model, 0, Column.WARNINGS) == ""
    assert text(model, 1, Column.WARNINGS) == "1"
    tip = model.index(1, Column.WARNINGS).data(Qt.ItemDataRole.ToolTipRole)
    assert "4 处" in str(tip)


@pytest.mark.parametrize("code", list(WarningCode))
def test_every_warning_has_a_sentence(code: WarningCode) -> None:
    sentence = warning_text(DocumentWarning(code, 3, "x"))
    assert sentence.endswith("。")
    assert "{" not in sentence
