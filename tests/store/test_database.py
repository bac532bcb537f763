"""The library file is opened safely: ours or not, whole or not, old, new, busy."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.store.store_samples import NOON, make_plan

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store import database as database_module
from plandraft.store import migrations
from plandraft.store.database import open_library, writing
from plandraft.store.document_payload import document_payload
from plandraft.store.documents import get_document, list_documents
from plandraft.store.migrations import APPLICATION_ID, LATEST


def refusal(path: Path) -> PlanError:
    """Return the error that opening `path` raises."""
    with pytest.raises(PlanError) as caught, open_library(path) as database:
        list_documents(database)
    return caught.value


def pragma(path: Path, name: str) -> object:
    """Return a pragma of the file, asked for without our code."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_new_library_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "数据" / "library.db"
    with open_library(path) as database:
        assert list_documents(database) == ()
    assert pragma(path, "journal_mode") == "wal"
    assert pragma(path, "user_version") == LATEST
    assert pragma(path, "application_id") == APPLICATION_ID


def test_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"")
    with open_library(path) as database:
        assert list_documents(database) == ()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"not a database at all, only text. " * 100, id="text"),
        pytest.param(b"\0" * 4096, id="zeros"),
        pytest.param(b"SQLite format 3\0" + b"\xff" * 5000, id="header with rubbish"),
    ],
)
def test_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    error = refusal(path)
    assert error.code is ErrorCode.LIBRARY_DAMAGED
    assert error.subject == str(path)
    assert path.read_bytes() == content


def test_library_damaged_in_the_middle_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path):
        pass
    content = bytearray(path.read_bytes())
    content[200:] = b"\xa5" * (len(content) - 200)
    path.write_bytes(content)
    assert refusal(path).code is ErrorCode.LIBRARY_DAMAGED
    assert path.read_bytes() == content


def test_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    before = path.read_bytes()
    assert refusal(path).code is ErrorCode.LIBRARY_DAMAGED
    assert path.read_bytes() == before


def test_library_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as database:
        database.conn.execute(f"PRAGMA user_version = {LATEST + 1}")
    before = path.read_bytes()
    assert refusal(path).code is ErrorCode.LIBRARY_TOO_NEW
    assert path.read_bytes() == before


def test_older_library_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with open_library(path):
        pass
    next_step = (
        *migrations.MIGRATIONS,
        lambda database: database.conn.execute("CREATE TABLE later (id INTEGER)"),
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", next_step)
    monkeypatch.setattr(migrations, "LATEST", LATEST + 1)
    monkeypatch.setattr(database_module, "LATEST", LATEST + 1)
    with open_library(path) as database:
        assert database.conn.execute("SELECT count(*) FROM later").fetchone() == (0,)
    assert pragma(path, "user_version") == LATEST + 1


def test_step_that_fails_leaves_the_old_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with open_library(path):
        pass

    def fail(database: object) -> None:
        database.conn.execute("CREATE TABLE half (id INTEGER)")  # type: ignore[attr-defined]
        raise RuntimeError("no")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, fail))
    monkeypatch.setattr(database_module, "LATEST", LATEST + 1)
    with pytest.raises(RuntimeError), open_library(path):
        pass
    assert pragma(path, "user_version") == LATEST
    with closing(sqlite3.connect(path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "half" not in names
    assert "documents" in names


def test_two_first_starts_at_once_make_one_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    failures: list[BaseException] = []
    gate = threading.Barrier(4)

    def start() -> None:
        gate.wait()
        try:
            with open_library(path) as database:
                list_documents(database)
        except Exception as error:  # noqa: BLE001 - judged below
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_library_that_another_one_writes_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    monkeypatch.setattr(database_module, "_BUSY_SECONDS", 0.05)
    with open_library(path) as first, writing(first):
        with pytest.raises(PlanError) as caught, open_library(path) as second, writing(second):
            pass
        assert caught.value.code is ErrorCode.LIBRARY_BUSY


def test_others_read_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as first, writing(first), open_library(path) as second:
        assert list_documents(second) == ()


def test_folder_in_the_place_of_the_library_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path).code is ErrorCode.TARGET_FAILED


def test_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert refusal(tmp_path / "file" / "library.db").code is ErrorCode.TARGET_FAILED


def test_full_disk_is_an_error_of_the_target(tmp_path: Path) -> None:
    def fill() -> None:
        with open_library(tmp_path / "library.db") as database:
            database.conn.execute("PRAGMA max_page_count = 1")
            with writing(database):
                database.conn.execute("CREATE TABLE t (b BLOB)")
                database.conn.execute("INSERT INTO t VALUES (zeroblob(10000000))")

    with pytest.raises(PlanError) as caught:
        fill()
    assert caught.value.code is ErrorCode.TARGET_FAILED


def test_mistake_of_ours_is_not_taken_for_a_damaged_library(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), open_library(tmp_path / "a.db") as database:
        database.conn.execute("SELECT nonsense")


def test_error_in_the_body_takes_the_writing_back(tmp_path: Path) -> None:
    def fail(database: Database) -> None:
        with writing(database):
            database.conn.execute("CREATE TABLE gone (id INTEGER)")
            raise RuntimeError("no")

    with open_library(tmp_path / "library.db") as database:
        with pytest.raises(RuntimeError):
            fail(database)
        names = {name for (name,) in database.conn.execute("SELECT name FROM sqlite_master")}
    assert "gone" not in names


def test_library_from_before_corrections_keeps_its_documents(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    plan = make_plan("一、目标\n建设网络。")
    with closing(sqlite3.connect(path)) as connection:
        database = Database(connection)
        for step in migrations.MIGRATIONS[:3]:
            step(database)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 3")
        connection.execute(
            "INSERT INTO documents (sha256, title, place, period, path, format, characters, "
            "added_at, warnings, text, payload) VALUES (?, ?, '', '', ?, 'txt', 9, ?, '[]', ?, ?)",
            (
                *(plan.origin.sha256, plan.title, b"/plans/a.txt", NOON.isoformat()),
                *(plan.text, document_payload(plan)),
            ),
        )
        connection.commit()
    with open_library(path) as database:
        (record,) = list_documents(database)
        assert (record.date, record.edited, record.repairs) == ("", (), 0)
        assert get_document(database, record.id) == plan
