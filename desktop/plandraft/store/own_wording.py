"""The user's own phrases and the words that stand for each other, in the order they were added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plandraft.core.compare.own_wording import OwnWording, Substitution, phrase_key
from plandraft.store.database import writing

if TYPE_CHECKING:
    from sqlite_utils import Database


def read_wording(database: Database) -> OwnWording:
    """Return both lists, the oldest first."""
    phrases = database.conn.execute("SELECT phrase FROM own_phrases ORDER BY id").fetchall()
    pairs = database.conn.execute(
        "SELECT first, second FROM own_substitutions ORDER BY id"
    ).fetchall()
    return OwnWording(
        tuple(str(phrase) for (phrase,) in phrases),
        tuple(Substitution(str(first), str(second)) for first, second in pairs),
    )


def change_wording(database: Database, *, add: OwnWording, remove: OwnWording) -> OwnWording:
    """Take out and put in, all or nothing, and return what is there then.

    Phrases and pairs are known by their letters; one that is there already stays as it is.
    """
    with writing(database):
        execute = database.conn.executemany
        execute(
            "DELETE FROM own_phrases WHERE letters = ?",
            [(phrase_key(one),) for one in remove.phrases],
        )
        execute(
            "DELETE FROM own_substitutions WHERE first_letters = ? AND second_letters = ?",
            [one.key for one in remove.substitutions],
        )
        execute(
            "INSERT OR IGNORE INTO own_phrases(letters, phrase) VALUES (?, ?)",
            [(phrase_key(one), one) for one in add.phrases],
        )
        execute(
            "INSERT OR IGNORE INTO own_substitutions(first_letters, second_letters, first, second) "
            "VALUES (?, ?, ?, ?)",
            [(*one.key, one.first, one.second) for one in add.substitutions],
        )
        return read_wording(database)
