"""What users said of lines: this is a heading, that is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plandraft.core.text.corrections import HeadingChoice, LineKey
from plandraft.store.database import writing

if TYPE_CHECKING:
    from sqlite_utils import Database


def list_choices(database: Database) -> tuple[HeadingChoice, ...]:
    """Return all choices, the oldest first."""
    rows = database.conn.execute(
        "SELECT line, before, after, level FROM heading_choices ORDER BY id"
    )
    return tuple(
        HeadingChoice(LineKey(line, before, after), int(level))
        for line, before, after, level in rows
    )


def keep_choice(database: Database, choice: HeadingChoice) -> None:
    """Keep a choice in place of what was said of that line before."""
    key = choice.key
    with writing(database):
        database.conn.execute(
            "INSERT OR REPLACE INTO heading_choices (line, before, after, level) "
            "VALUES (?, ?, ?, ?)",
            (key.line, key.before, key.after, choice.level),
        )


def forget_choice(database: Database, key: LineKey) -> None:
    """Take back every choice that is in force for a line; it is what the reader took it for."""
    with writing(database):
        database.conn.execute(
            "DELETE FROM heading_choices WHERE line = ? AND (before = ? OR after = ?)",
            (key.line, key.before, key.after),
        )
