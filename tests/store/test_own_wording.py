"""The user's lists stay in the library, each phrase and pair once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from plandraft.core.compare.own_wording import OwnWording, Substitution
from plandraft.store.database import open_library
from plandraft.store.migrations import APPLICATION_ID, MIGRATIONS
from plandraft.store.own_wording import change_wording, read_wording

NOTHING = OwnWording()
LISTS = OwnWording(("加强组织领导", "健全工作机制"), (Substitution("经信委", "工信局"),))


def test_lists_come_back_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as database:
        assert read_wording(database) == NOTHING
        assert change_wording(database, add=LISTS, remove=NOTHING) == LISTS
    with open_library(path) as database:
        assert read_wording(database) == LISTS


def test_what_is_there_is_not_added_again_and_is_removed_by_its_letters(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as database:
        change_wording(database, add=LISTS, remove=NOTHING)
        again = OwnWording(("加强，组织领导。",), (Substitution("工信局", "经信委"),))
        assert change_wording(database, add=again, remove=NOTHING) == LISTS
        left = change_wording(database, add=NOTHING, remove=again)
        assert left == OwnWording(("健全工作机制",))


def test_an_older_library_gets_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    before = [step.__name__ for step in MIGRATIONS].index("_add_own_wording")
    with closing(sqlite3.connect(path)) as connection:
        for step in MIGRATIONS[:before]:
            step(Database(connection))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {before}")
        connection.commit()
    with open_library(path) as database:
        assert read_wording(database) == NOTHING
        assert change_wording(database, add=LISTS, remove=NOTHING) == LISTS
