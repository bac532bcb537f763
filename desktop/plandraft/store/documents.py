"""The documents of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from plandraft.core.model.document import Document, DocumentWarning
from plandraft.core.model.document_data import UNREADABLE
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.character_tokens import character_tokens, phrase_query
from plandraft.store.database import writing
from plandraft.store.document_payload import (
    document_payload,
    load_document,
    load_warnings,
    warnings_payload,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = (
    "d.id, d.title, d.place, d.period, d.path, d.format, d.characters, d.added_at, d.warnings, "
    "d.level, d.year, d.organ, d.number, d.kind"
)


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """Hold what a document says of itself, as it was found or as a user corrected it.

    `place` is a short name, `level` a PlaceLevel, `period` such as "十四五", `year` that of issue,
    `kind` a DocumentKind; each is "" where it is not known.
    """

    place: str = ""
    level: str = ""
    period: str = ""
    year: str = ""
    organ: str = ""
    number: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """Hold what a list shows of a document; `characters` counts all but white space."""

    id: int
    title: str
    place: str
    period: str
    path: str
    format: str
    characters: int
    added_at: datetime
    warnings: tuple[DocumentWarning, ...]
    level: str = ""
    year: str = ""
    organ: str = ""
    number: str = ""
    kind: str = ""

    @property
    def details(self) -> DocumentDetails:
        """Return the part that a user can correct."""
        return DocumentDetails(
            self.place, self.level, self.period, self.year, self.organ, self.number, self.kind
        )


def add_document(
    database: Database, document: Document, *, details: DocumentDetails, added_at: datetime
) -> DocumentRecord:
    """Keep `document` and return its record.

    The same bytes are kept once: a known document is refreshed and, if removed, comes back.
    """
    with writing(database):
        known = _find_row(database, document.origin.sha256)
        if known is not None:
            _forget_tokens(database, known)
        values = {
            "sha256": document.origin.sha256,
            "title": document.title,
            **asdict(details),
            # Names on Linux are bytes: those that are not UTF-8 must survive as well.
            "path": document.origin.path.encode("utf-8", "surrogatepass"),
            "format": document.origin.format,
            "characters": sum(not char.isspace() for char in document.text),
            "added_at": added_at.isoformat(),
            "removed_at": None,
            "warnings": warnings_payload(document.warnings),
            "text": document.text,
            "payload": document_payload(document),
        }
        identity = _write_row(database, values, known)
        database.conn.execute(
            "INSERT INTO documents_search(rowid, title, body) VALUES (?, ?, ?)",
            (identity, character_tokens(document.title), character_tokens(document.text)),
        )
    (record,) = _records(database, "WHERE d.id = ?", (identity,))
    return record


def find_document(database: Database, sha256: str) -> DocumentRecord | None:
    """Return the record of the document with these bytes if it is kept and not removed."""
    found = _records(database, "WHERE d.sha256 = ? AND d.removed_at IS NULL", (sha256,))
    return found[0] if found else None


def get_document(database: Database, identity: int) -> Document:
    """Return the document with this id, removed or not.

    Raises PlanError DOCUMENT_GONE where there is none and LIBRARY_DAMAGED where it is broken.
    """
    row = database.conn.execute(
        "SELECT text, payload FROM documents WHERE id = ?", (identity,)
    ).fetchone()
    if row is None:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    try:
        return load_document(*row)
    except UNREADABLE as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, identity, reason=error) from error


def list_documents(database: Database, query: str = "") -> tuple[DocumentRecord, ...]:
    """Return the records of all documents, newest first, or of those with every word of `query`.

    Found ones come best first; a word in the title counts most.
    """
    if not query.strip():
        return _records(database, "WHERE d.removed_at IS NULL ORDER BY d.added_at DESC, d.id DESC")
    match = phrase_query(query)
    if not match:
        return ()
    return _records(
        database,
        "JOIN documents_search s ON s.rowid = d.id "
        "WHERE documents_search MATCH ? AND d.removed_at IS NULL "
        "ORDER BY bm25(documents_search, 10.0, 1.0), d.id",
        (match,),
    )


def set_removed(database: Database, identities: Iterable[int], removed_at: datetime | None) -> None:
    """Take documents out of every list, or bring them back with None."""
    moment = None if removed_at is None else removed_at.isoformat()
    with writing(database):
        database.conn.executemany(
            "UPDATE documents SET removed_at = ? WHERE id = ?",
            [(moment, identity) for identity in identities],
        )


def set_details(database: Database, identity: int, details: DocumentDetails) -> DocumentRecord:
    """Keep corrected details and return the record; raises PlanError DOCUMENT_GONE."""
    values = asdict(details)
    columns = ", ".join(f"{name} = :{name}" for name in values)
    with writing(database):
        changed = database.conn.execute(
            f"UPDATE documents SET {columns} WHERE id = :id",  # noqa: S608 - names of our own
            {**values, "id": identity},
        ).rowcount
    if not changed:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    (record,) = _records(database, "WHERE d.id = ?", (identity,))
    return record


def delete_removed(database: Database, before: datetime) -> int:
    """Delete for good what was removed before that moment, and return how many they were."""
    with writing(database):
        rows = database.conn.execute(
            "SELECT id, title, text FROM documents WHERE removed_at < ?", (before.isoformat(),)
        ).fetchall()
        for row in rows:
            _forget_tokens(database, row)
            database.conn.execute("DELETE FROM documents WHERE id = ?", (row[0],))
    return len(rows)


def _find_row(database: Database, sha256: str) -> tuple[int, str, str] | None:
    row: tuple[int, str, str] | None = database.conn.execute(
        "SELECT id, title, text FROM documents WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return row


def _write_row(
    database: Database, values: dict[str, object], known: tuple[int, str, str] | None
) -> int:
    table = database.table("documents")
    if known is None:
        return int(str(table.insert(values).last_pk))
    table.update(known[0], values)
    return known[0]


def _forget_tokens(database: Database, row: tuple[int, str, str]) -> None:
    """Take a document out of the index, which keeps no text and must be told what it held."""
    identity, title, text = row
    database.conn.execute(
        "INSERT INTO documents_search(documents_search, rowid, title, body) "
        "VALUES ('delete', ?, ?, ?)",
        (identity, character_tokens(title), character_tokens(text)),
    )


def _records(
    database: Database, clauses: str, values: Sequence[object] = ()
) -> tuple[DocumentRecord, ...]:
    query = f"SELECT {_COLUMNS} FROM documents d {clauses}"  # noqa: S608 - fixed texts only
    rows = database.conn.execute(query, tuple(values)).fetchall()
    return tuple(_record(row) for row in rows)


def _record(row: sqlite3.Row | tuple[object, ...]) -> DocumentRecord:
    identity, title, place, period, path, form, characters, added_at, warnings, *more = row
    level, year, organ, number, kind = map(str, more)
    try:
        return DocumentRecord(
            id=int(str(identity)),
            title=str(title),
            place=str(place),
            period=str(period),
            path=path.decode("utf-8", "surrogatepass") if isinstance(path, bytes) else str(path),
            format=str(form),
            characters=int(str(characters)),
            added_at=datetime.fromisoformat(str(added_at)),
            warnings=load_warnings(str(warnings)),
            level=level,
            year=year,
            organ=organ,
            number=number,
            kind=kind,
        )
    except UNREADABLE as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, identity, reason=error) from error
