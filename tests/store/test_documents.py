"""Documents come back as they went in, and are found by any run of letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.store.store_samples import NOON, later, make_plan

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.database import open_library
from plandraft.store.document_texts import set_fields
from plandraft.store.documents import (
    DocumentDetails,
    add_document,
    delete_removed,
    find_document,
    get_document,
    list_documents,
    set_removed,
)

TEXT = "推进电子政务建设，人才为本。\n到2025年，网上审批率达到90％；ＡＢＣ平台、𠮷林试点。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Database]:
    """Return an empty library."""
    with open_library(tmp_path / "library.db") as database:
        yield database


def test_document_comes_back_as_it_went_in(library: Database) -> None:
    document = make_plan(TEXT, path="/plans/\udcff坏名.txt")
    record = add_document(
        library, document, details=DocumentDetails("云汀", period="十四五"), added_at=NOON
    )
    assert get_document(library, record.id) == document
    assert (record.title, record.place, record.period) == (document.title, "云汀", "十四五")
    assert record.path == document.origin.path
    assert record.characters == len(TEXT) - 1
    assert record.added_at == NOON
    assert record.warnings == document.warnings
    assert list_documents(library) == (record,)
    assert find_document(library, document.origin.sha256) == record


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("政务", True),
        ("政", True),
        ("电子政务建设", True),
        ("子政务建", True),
        ("务政", False),
        ("网上审批", True),
        ("政务 审批", True),
        ("政务 工业", False),
        ("政务建设，人才", True),
        ("建设人才", True),
        ("abc平台", True),
        ("ABC", True),
        ("𠮷林", True),
        ("2025", True),
        ("90%", True),
        ("云汀市", True),
        ('a-b"c', True),
        ('" OR "政务', False),
        ("title:政务", False),
        ("*", False),
        ("！", False),
        ("NEAR(政 务)", False),
    ],
)
def test_full_text_finds_runs_of_letters(library: Database, query: str, found: bool) -> None:
    add_document(library, make_plan(TEXT), details=DocumentDetails(period=""), added_at=NOON)
    add_document(
        library,
        make_plan("与之无关。", title="甲", path="b"),
        details=DocumentDetails(period=""),
        added_at=later(1),
    )
    assert len(list_documents(library, query)) == int(found)


def test_title_counts_more_than_the_text(library: Database) -> None:
    body = add_document(
        library,
        make_plan("信息化" * 9, title="甲"),
        details=DocumentDetails(period=""),
        added_at=NOON,
    )
    title = add_document(
        library,
        make_plan("乙", title="信息化"),
        details=DocumentDetails(period=""),
        added_at=later(-1),
    )
    assert [record.id for record in list_documents(library, "信息化")] == [title.id, body.id]


def test_same_bytes_are_kept_once_and_refreshed(library: Database) -> None:
    document = make_plan(TEXT)
    first = add_document(library, document, details=DocumentDetails(period=""), added_at=NOON)
    moved = replace(document, title="新题", origin=replace(document.origin, path="/else.txt"))
    again = add_document(
        library, moved, details=DocumentDetails(period="十五五"), added_at=later(5)
    )
    assert again.id == first.id
    assert list_documents(library) == (again,)
    assert list_documents(library, "新题") == (again,)
    assert list_documents(library, "云汀市数字化") == ()


def test_removed_documents_come_back(library: Database) -> None:
    record = add_document(
        library, make_plan(TEXT), details=DocumentDetails(period=""), added_at=NOON
    )
    set_removed(library, [record.id], later(1))
    assert list_documents(library) == ()
    assert list_documents(library, "政务") == ()
    assert find_document(library, make_plan(TEXT).origin.sha256) is None
    set_removed(library, [record.id], None)
    assert list_documents(library, "政务") == (record,)


def test_adding_a_removed_document_brings_it_back(library: Database) -> None:
    record = add_document(
        library, make_plan(TEXT), details=DocumentDetails(period=""), added_at=NOON
    )
    set_removed(library, [record.id], later(1))
    add_document(library, make_plan(TEXT), details=DocumentDetails(period=""), added_at=later(2))
    assert [item.id for item in list_documents(library, "政务")] == [record.id]


def test_what_was_removed_long_ago_goes_for_good_and_the_index_with_it(library: Database) -> None:
    old = add_document(library, make_plan(TEXT), details=DocumentDetails(period=""), added_at=NOON)
    new = add_document(
        library, make_plan("政务二"), details=DocumentDetails(period=""), added_at=NOON
    )
    set_removed(library, [old.id], later(1))
    set_removed(library, [new.id], later(9))
    assert delete_removed(library, later(5)) == 1
    with pytest.raises(PlanError) as caught:
        get_document(library, old.id)
    assert caught.value.code is ErrorCode.DOCUMENT_GONE
    set_removed(library, [old.id, new.id], None)
    assert [record.id for record in list_documents(library, "政务")] == [new.id]
    library.conn.execute("INSERT INTO documents_search(documents_search) VALUES('integrity-check')")


def test_broken_row_is_a_damaged_library(library: Database) -> None:
    record = add_document(
        library, make_plan(TEXT), details=DocumentDetails(period=""), added_at=NOON
    )
    library.conn.execute("UPDATE documents SET payload = '{}'")
    with pytest.raises(PlanError) as caught:
        get_document(library, record.id)
    assert caught.value.code is ErrorCode.LIBRARY_DAMAGED


def test_fields_can_be_corrected(library: Database) -> None:
    record = add_document(library, make_plan(TEXT), details=DocumentDetails(), added_at=NOON)
    assert record.details == DocumentDetails()
    right = {"title": "澜川市数字规划", "place": "澜川", "kind": "plan"}
    set_fields(library, record.id, right, {"title": "澜川市数字规划", "place": "澜川"})
    (changed,) = list_documents(library, "澜川市数字")
    assert (changed.title, changed.place, changed.kind) == ("澜川市数字规划", "澜川", "plan")
    assert changed.edited == ("title", "place")
    assert list_documents(library, record.title) == ()
    document = get_document(library, record.id)
    assert (document.title, document.place) == ("澜川市数字规划", "澜川")
    # The same bytes again bring back nothing of what was corrected.
    add_document(library, make_plan(TEXT), details=DocumentDetails(), added_at=NOON)
    assert list_documents(library, "澜川市数字")[0].place == "澜川"
    with pytest.raises(PlanError) as caught:
        set_fields(library, 99, right, {})
    assert caught.value.code is ErrorCode.DOCUMENT_GONE
