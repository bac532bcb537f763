"""The tables of the library, from the first version on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# "PLDT": tells a library from any other SQLite file.
APPLICATION_ID = 0x504C4454

_FIRST = (
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        place TEXT NOT NULL,
        period TEXT NOT NULL,
        path BLOB NOT NULL,
        format TEXT NOT NULL,
        characters INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        removed_at TEXT,
        warnings TEXT NOT NULL,
        text TEXT NOT NULL,
        payload TEXT NOT NULL
    )
    """,
    # Without content of its own: the text is in `documents` already. SQLite's trigram index
    # finds no words of two characters, so each letter is a token and a word is a phrase.
    """
    CREATE VIRTUAL TABLE documents_search USING fts5(
        title, body, content = '', tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TABLE drafts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        template TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT,
        payload TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE draft_snapshots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft_id INTEGER NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
        made_at TEXT NOT NULL,
        payload TEXT NOT NULL
    )
    """,
    "CREATE INDEX draft_snapshots_of_draft ON draft_snapshots(draft_id, id)",
)


def _make_first_tables(database: Database) -> None:
    for statement in _FIRST:
        database.conn.execute(statement)


def _add_details(database: Database) -> None:
    for column in ("level", "year", "organ", "number", "kind"):
        database.conn.execute(f"ALTER TABLE documents ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


_DECISIONS = (
    """
    CREATE TABLE decisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        digest TEXT NOT NULL UNIQUE,
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        verdict TEXT NOT NULL,
        note TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        left_title TEXT NOT NULL,
        right_title TEXT NOT NULL,
        left_text TEXT NOT NULL,
        right_text TEXT NOT NULL
    )
    """,
    # A few hashes of each passage, so that one that says nearly the same is found by an index.
    """
    CREATE TABLE decision_anchors (
        anchor INTEGER NOT NULL,
        decision_id INTEGER NOT NULL REFERENCES decisions(id) ON DELETE CASCADE,
        PRIMARY KEY (anchor, decision_id)
    ) WITHOUT ROWID
    """,
)


def _add_decisions(database: Database) -> None:
    for statement in _DECISIONS:
        database.conn.execute(statement)


_CORRECTIONS = (
    "ALTER TABLE documents ADD COLUMN date TEXT NOT NULL DEFAULT ''",
    # JSON: what the user wrote in place of what was found, by the name of the field.
    "ALTER TABLE documents ADD COLUMN edited TEXT NOT NULL DEFAULT '{}'",
    # JSON: the accepted repairs; the text as it was read is kept beside the repaired one.
    "ALTER TABLE documents ADD COLUMN repairs TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE documents ADD COLUMN read_text TEXT",
    "ALTER TABLE documents ADD COLUMN read_payload TEXT",
    # By content and not by document: a newer copy of a file keeps what was said of its lines.
    """
    CREATE TABLE heading_choices (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        line TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        level INTEGER NOT NULL,
        UNIQUE (line, before, after)
    )
    """,
)


def _add_corrections(database: Database) -> None:
    for statement in _CORRECTIONS:
        database.conn.execute(statement)


_OWN_WORDING = (
    """
    CREATE TABLE own_phrases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        letters TEXT NOT NULL UNIQUE,
        phrase TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE own_substitutions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        first_letters TEXT NOT NULL,
        second_letters TEXT NOT NULL,
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        UNIQUE (first_letters, second_letters)
    )
    """,
)


def _add_own_wording(database: Database) -> None:
    for statement in _OWN_WORDING:
        database.conn.execute(statement)


def _add_common_phrases(database: Database) -> None:
    database.conn.execute(
        "CREATE TABLE common_phrases "
        "(digest TEXT PRIMARY KEY, plans INTEGER NOT NULL, pieces TEXT NOT NULL)"
    )


MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    _make_first_tables,
    _add_details,
    _add_decisions,
    _add_corrections,
    _add_own_wording,
    _add_common_phrases,
)
LATEST = len(MIGRATIONS)


def migrate(database: Database, version: int) -> None:
    """Bring a database of schema `version` (0: empty) to the latest one.

    The caller holds the transaction; a step that fails takes all of them back.
    """
    for step in MIGRATIONS[version:]:
        step(database)
    database.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.conn.execute(f"PRAGMA user_version = {LATEST}")
