"""Drafts are kept, earlier states too, and a killed program loses nothing it had saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.store.store_samples import later, make_draft

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.database import open_library
from plandraft.store.drafts import (
    SNAPSHOT_LIMIT,
    SNAPSHOTS_CLOSE,
    SnapshotRecord,
    list_drafts,
    list_snapshots,
    load_draft,
    load_snapshot,
    save_draft,
    set_draft_removed,
    superfluous,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Database]:
    """Return an empty library."""
    with open_library(tmp_path / "library.db") as database:
        yield database


def test_draft_comes_back_as_it_was_saved(library: Database) -> None:
    draft = make_draft("第一稿 \ud800")
    identity = save_draft(library, draft, saved_at=later(0), identity=None)
    assert load_draft(library, identity) == draft
    changed = make_draft("第二稿", title="新题")
    assert save_draft(library, changed, saved_at=later(1), identity=identity) == identity
    assert load_draft(library, identity) == changed
    (record,) = list_drafts(library)
    assert (record.id, record.title, record.updated_at) == (identity, "新题", later(1))


def test_drafts_are_listed_by_their_last_saving(library: Database) -> None:
    first = save_draft(library, make_draft("甲"), saved_at=later(0), identity=None)
    second = save_draft(library, make_draft("乙"), saved_at=later(1), identity=None)
    assert [record.id for record in list_drafts(library)] == [second, first]
    save_draft(library, make_draft("甲二"), saved_at=later(2), identity=first)
    assert [record.id for record in list_drafts(library)] == [first, second]


def test_earlier_states_are_kept_some_minutes_apart(library: Database) -> None:
    identity = save_draft(library, make_draft("0"), saved_at=later(0), identity=None)
    for minute in range(1, 13):
        save_draft(library, make_draft(str(minute)), saved_at=later(minute), identity=identity)
    states = list_snapshots(library, identity)
    assert [state.made_at for state in states] == [later(11), later(6), later(1)]
    assert [load_snapshot(library, state.id) for state in states] == [
        make_draft("10"),
        make_draft("5"),
        make_draft("0"),
    ]


def test_old_states_give_way(library: Database) -> None:
    """The last hours are kept closely, the days before by the hour and then by the day."""
    identity = save_draft(library, make_draft("0"), saved_at=later(0), identity=None)
    for number in range(1, 80):
        save_draft(library, make_draft(str(number)), saved_at=later(6 * number), identity=identity)
    states = list_snapshots(library, identity)
    assert [state.made_at for state in states[:SNAPSHOTS_CLOSE]] == [
        later(6 * number) for number in range(79, 79 - SNAPSHOTS_CLOSE, -1)
    ]
    hours = [state.made_at.hour for state in states[SNAPSHOTS_CLOSE:]]
    assert hours == sorted(set(hours), reverse=True), "one an hour"
    assert load_snapshot(library, states[0].id) == make_draft("78")
    for day in range(1, 5):
        moment = later(6 * 80 + 24 * 60 * day)
        save_draft(library, make_draft(f"day {day}"), saved_at=moment, identity=identity)
    kept = list_snapshots(library, identity)
    assert kept[0].made_at == later(6 * 80 + 24 * 60 * 4)
    assert len(kept) < len(states), "the hours of the first day have become one state"


def test_states_are_not_kept_without_end() -> None:
    days = [SnapshotRecord(number, later(-24 * 60 * number)) for number in range(400)]
    gone = superfluous(days, later(0))
    assert len(days) - len(gone) == SNAPSHOT_LIMIT
    assert set(gone) == set(range(SNAPSHOT_LIMIT, 400)), "the oldest go"


def test_removed_draft_comes_back(library: Database) -> None:
    identity = save_draft(library, make_draft("甲"), saved_at=later(0), identity=None)
    set_draft_removed(library, identity, later(1))
    assert list_drafts(library) == ()
    set_draft_removed(library, identity, None)
    assert [record.id for record in list_drafts(library)] == [identity]


def test_unknown_draft_is_named(library: Database) -> None:
    for call in (
        lambda: load_draft(library, 7),
        lambda: load_snapshot(library, 7),
        lambda: save_draft(library, make_draft("甲"), saved_at=later(0), identity=7),
    ):
        with pytest.raises(PlanError) as caught:
            call()
        assert caught.value.code is ErrorCode.DOCUMENT_GONE


@pytest.mark.parametrize("payload", ["", "[]", "{}", '{"format": "plandraft-draft"}'])
def test_broken_draft_is_named(library: Database, payload: str) -> None:
    identity = save_draft(library, make_draft("甲"), saved_at=later(0), identity=None)
    library.conn.execute("UPDATE drafts SET payload = ?", (payload,))
    with pytest.raises(PlanError) as caught:
        load_draft(library, identity)
    assert caught.value.code is ErrorCode.DRAFT_DAMAGED


_SAVE_FOR_EVER = """
import itertools, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.store.database import open_library
from plandraft.store.drafts import save_draft

identity = None
for number in itertools.count():
    blocks = tuple(DraftBlock(i, f"{number}，" * 200) for i in range(100))
    draft = Draft("t", str(number), (), (DraftSection("s", 1, "s", blocks),), 100)
    with open_library(Path(sys.argv[1])) as database:
        identity = save_draft(database, draft, saved_at=datetime.now(UTC), identity=identity)
    sys.stdout.write(f"{identity} {number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("wanted", [1, 7, 20])
def test_killed_program_loses_no_acknowledged_state(tmp_path: Path, wanted: int) -> None:
    path = tmp_path / "library.db"
    saver = subprocess.Popen(
        [sys.executable, "-c", _SAVE_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert saver.stdout is not None
    with saver:
        acknowledged = [saver.stdout.readline() for _ in range(wanted)][-1]
        os.kill(saver.pid, signal.SIGKILL)
        acknowledged = ([acknowledged, *saver.stdout.read().split("\n")[:-1]])[-1]
    identity, number = map(int, acknowledged.split())
    with open_library(path) as database:
        draft = load_draft(database, identity)
        assert database.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert int(draft.title) in {number, number + 1}
    assert {block.text for block in draft.sections[0].blocks} == {f"{draft.title}，" * 200}
