"""The drafts that are being written, with earlier states of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.serialize import draft_from_data, draft_to_data
from plandraft.core.draft.slots import fill_slots
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.database import writing

if TYPE_CHECKING:
    from sqlite_utils import Database

# Saving happens every few seconds; a state worth going back to is minutes old.
SNAPSHOT_INTERVAL = timedelta(minutes=5)
# Two hours of steady work are kept like that; of what is older the last state of each hour, and
# beyond two days that of each day, so that a plan of some weeks can be followed back.
SNAPSHOTS_CLOSE = 24
SNAPSHOTS_HOURLY = timedelta(days=2)
SNAPSHOT_LIMIT = 120


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """Hold what a list shows of a draft."""

    id: int
    title: str
    template: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SnapshotRecord:
    """Hold an earlier state of a draft."""

    id: int
    made_at: datetime


def save_draft(
    database: Database, draft: Draft, *, saved_at: datetime, identity: int | None
) -> int:
    """Keep `draft` as the present state of draft `identity`, or as a new one, and return the id.

    The state before is kept as a snapshot when the last snapshot is old enough. When this
    returns, the draft is on the disk. Raises PlanError DOCUMENT_GONE for an unknown id.
    """
    values = {
        "title": fill_slots(draft.title, dict(draft.slots)),
        "template": draft.template,
        "updated_at": saved_at.isoformat(),
        "removed_at": None,
        "payload": json.dumps(draft_to_data(draft), separators=(",", ":")),
    }
    with writing(database):
        table = database.table("drafts")
        if identity is None:
            return int(str(table.insert(values).last_pk))
        _keep_snapshot(database, identity, saved_at)
        table.update(identity, values)
    return identity


def load_draft(database: Database, identity: int) -> Draft:
    """Return the present state of a draft.

    Raises PlanError DOCUMENT_GONE for an unknown id and DRAFT_DAMAGED for a broken one.
    """
    return _draft(_payload(database, "drafts", identity))


def load_snapshot(database: Database, identity: int) -> Draft:
    """Return the draft as it was in snapshot `identity`; raises as `load_draft`."""
    return _draft(_payload(database, "draft_snapshots", identity))


def list_drafts(database: Database) -> tuple[DraftRecord, ...]:
    """Return all drafts, the one that was saved last first."""
    rows = database.conn.execute(
        "SELECT id, title, template, updated_at FROM drafts "
        "WHERE removed_at IS NULL ORDER BY updated_at DESC, id DESC"
    ).fetchall()
    return tuple(
        DraftRecord(identity, title, template, datetime.fromisoformat(moment))
        for identity, title, template, moment in rows
    )


def list_snapshots(database: Database, draft_id: int) -> tuple[SnapshotRecord, ...]:
    """Return the earlier states of a draft, newest first."""
    rows = database.conn.execute(
        "SELECT id, made_at FROM draft_snapshots WHERE draft_id = ? ORDER BY id DESC", (draft_id,)
    ).fetchall()
    return tuple(SnapshotRecord(number, datetime.fromisoformat(moment)) for number, moment in rows)


def superfluous(states: Sequence[SnapshotRecord], now: datetime) -> tuple[int, ...]:
    """Return the ids of the states, newest first, that give way at the moment `now`."""
    gone: list[int] = []
    seen: set[str] = set()
    for state in states[SNAPSHOTS_CLOSE:]:
        hourly = now - state.made_at < SNAPSHOTS_HOURLY
        period = state.made_at.strftime("%Y-%m-%d %H" if hourly else "%Y-%m-%d")
        if period in seen or len(seen) >= SNAPSHOT_LIMIT - SNAPSHOTS_CLOSE:
            gone.append(state.id)
        seen.add(period)
    return tuple(gone)


def set_draft_removed(database: Database, identity: int, removed_at: datetime | None) -> None:
    """Take a draft out of the list, or bring it back with None."""
    moment = None if removed_at is None else removed_at.isoformat()
    with writing(database):
        database.conn.execute("UPDATE drafts SET removed_at = ? WHERE id = ?", (moment, identity))


def _keep_snapshot(database: Database, identity: int, saved_at: datetime) -> None:
    payload = _payload(database, "drafts", identity)
    (last,) = database.conn.execute(
        "SELECT max(made_at) FROM draft_snapshots WHERE draft_id = ?", (identity,)
    ).fetchone()
    if last is not None and saved_at - datetime.fromisoformat(last) < SNAPSHOT_INTERVAL:
        return
    database.table("draft_snapshots").insert(
        {"draft_id": identity, "made_at": saved_at.isoformat(), "payload": payload}
    )
    for number in superfluous(list_snapshots(database, identity), saved_at):
        database.conn.execute("DELETE FROM draft_snapshots WHERE id = ?", (number,))


def _payload(database: Database, table: str, identity: int) -> str:
    query = f"SELECT payload FROM {table} WHERE id = ?"  # noqa: S608 - one of our own two tables
    row = database.conn.execute(query, (identity,)).fetchone()
    if row is None:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    return str(row[0])


def _draft(payload: str) -> Draft:
    try:
        data = json.loads(payload)
    except ValueError as error:
        raise PlanError(ErrorCode.DRAFT_DAMAGED, "", reason=error) from error
    return draft_from_data(data)
