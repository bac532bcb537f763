"""What was decided about passages, found again by what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from plandraft.core.compare.decisions import Decision, DecisionRecord, PassageKey, Verdict
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.database import writing

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = (
    "first, second, verdict, note, decided_at, left_title, right_title, left_text, right_text"
)


def save_decision(database: Database, record: DecisionRecord) -> None:
    """Keep a decision; one about the very same letters gives way."""
    texts = (record.left_title, record.right_title, record.left_text, record.right_text)
    values = (
        record.key.digest,
        record.key.first,
        record.key.second,
        record.decision.verdict.value,
        record.decision.note,
        record.decided_at.isoformat(),
        *texts,
    )
    with writing(database):
        database.conn.execute("DELETE FROM decisions WHERE digest = ?", (record.key.digest,))
        identity = database.conn.execute(
            f"INSERT INTO decisions(digest, {_COLUMNS}) "  # noqa: S608 - names of our own
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(_storable(value) for value in values),
        ).lastrowid
        database.conn.executemany(
            "INSERT INTO decision_anchors(anchor, decision_id) VALUES (?, ?)",
            [(anchor, identity) for anchor in sorted(record.key.anchors)],
        )


def save_decisions(database: Database, records: Iterable[DecisionRecord]) -> None:
    """Keep several decisions, all or none of them."""
    with writing(database):
        for record in records:
            save_decision(database, record)


def count_decisions(database: Database) -> int:
    """Return how many decisions are kept, empty ones too."""
    (count,) = database.conn.execute("SELECT count(*) FROM decisions").fetchone()
    return int(count)


def find_decisions(database: Database, keys: Iterable[PassageKey]) -> tuple[DecisionRecord, ...]:
    """Return the decisions that may be about passages with these keys, newest first.

    Raises PlanError LIBRARY_DAMAGED where one is broken.
    """
    if not count_decisions(database):
        return ()
    wanted = tuple(keys)
    anchors = {anchor for key in wanted for anchor in key.anchors}
    return _records(
        database,
        "WHERE id IN (SELECT decision_id FROM decision_anchors "
        "WHERE anchor IN (SELECT value FROM json_each(?))) ORDER BY decided_at DESC, id DESC",
        (json.dumps(sorted(anchors)),),
    )


def list_decisions(database: Database) -> tuple[DecisionRecord, ...]:
    """Return all decisions that say something, oldest first; raises PlanError LIBRARY_DAMAGED."""
    found = _records(database, "ORDER BY decided_at, id")
    return tuple(record for record in found if not record.decision.empty)


def _records(
    database: Database, clauses: str, values: Sequence[object] = ()
) -> tuple[DecisionRecord, ...]:
    query = f"SELECT {_COLUMNS} FROM decisions {clauses}"  # noqa: S608 - fixed texts only
    return tuple(map(_record, database.conn.execute(query, tuple(values)).fetchall()))


def _record(row: Sequence[object]) -> DecisionRecord:
    first, second, verdict, note, decided_at, *texts = map(str, row)
    try:
        return DecisionRecord(
            PassageKey(first, second),
            Decision(Verdict(verdict), note),
            datetime.fromisoformat(decided_at),
            *texts,
        )
    except ValueError as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, "decisions", reason=error) from error


def _storable(value: str) -> str:
    """Return a text without half surrogate pairs, which UTF-8 cannot hold."""
    return value.encode("utf-8", "replace").decode("utf-8")
