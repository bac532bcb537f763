"""Open the library's database for one job, and say in our own terms what is wrong with it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.migrations import APPLICATION_ID, LATEST, migrate

if TYPE_CHECKING:
    from sqlite_utils import Database

# Longer than any save of ours takes; then the user is told instead of waiting on.
_BUSY_SECONDS = 5.0
_BUSY_PAUSE_SECONDS = 0.02
# SQLite's primary result codes; the upper bits only refine them.
_PRIMARY = 0xFF
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_FAILED = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})


# What layers above hand back to the functions of this package.
Library: TypeAlias = "Database"


@contextmanager
def open_library(path: Path, *, in_bulk: bool = False) -> Iterator[Database]:
    """Open the database file `path` for the calling thread, made or brought up to date first.

    With `in_bulk` the disk is waited for at the end only, not at each of many writes: after a
    power cut in between the last ones may be missing, and the library is whole.

    Raises PlanError LIBRARY_DAMAGED, LIBRARY_TOO_NEW, LIBRARY_BUSY, TARGET_READ_ONLY or
    TARGET_FAILED, from the body as well. A file that is not ours is never written to.
    """
    # Loading it takes a fifth of a second, which the window's first picture should not wait for.
    from sqlite_utils import Database

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlanError(ErrorCode.TARGET_FAILED, path, reason=error.strerror or error) from error
    try:
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
            _check_identity(connection, path)
            # The journal of WAL lets others read while one writes; FULL keeps what was
            # acknowledged through a power cut too.
            _use_wal(connection)
            connection.execute(f"PRAGMA synchronous = {'NORMAL' if in_bulk else 'FULL'}")
            connection.execute("PRAGMA foreign_keys = ON")
            database = Database(connection, execute_plugins=False)
            if _version(connection) < LATEST:
                with writing(database):
                    migrate(database, _version(connection))
            try:
                yield database
            finally:
                if in_bulk:
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    except sqlite3.Error as error:
        raise _library_error(path, error) from error


@contextmanager
def writing(database: Database) -> Iterator[Database]:
    """Hold the right to write, and keep all that the body does or nothing of it.

    Inside another `writing` it is a part of that.
    """
    if database.conn.in_transaction:
        yield database
        return
    database.conn.execute("BEGIN IMMEDIATE")
    try:
        yield database
    except BaseException:
        database.conn.rollback()
        raise
    database.conn.commit()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn to WAL; SQLite itself does not wait when another start does the same just now."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY not in _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_BUSY_PAUSE_SECONDS)
        else:
            return


def _check_identity(connection: sqlite3.Connection, path: Path) -> None:
    # One transaction, lest the marks be read before and the tables after another first start.
    connection.execute("BEGIN")
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    version = _version(connection)
    connection.execute("COMMIT")
    if identity != APPLICATION_ID and (identity != 0 or tables):
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, path, reason="application_id")
    if version > LATEST:
        raise PlanError(ErrorCode.LIBRARY_TOO_NEW, path)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _library_error(path: Path, error: sqlite3.Error) -> Exception:
    primary = getattr(error, "sqlite_errorcode", -1) & _PRIMARY
    if primary in _BUSY:
        return PlanError(ErrorCode.LIBRARY_BUSY, path)
    if primary in _DAMAGED:
        return PlanError(ErrorCode.LIBRARY_DAMAGED, path, reason=error)
    if primary == sqlite3.SQLITE_READONLY:
        return PlanError(ErrorCode.TARGET_READ_ONLY, path)
    if primary in _FAILED:
        return PlanError(ErrorCode.TARGET_FAILED, path, reason=error)
    return error
