"""The documents of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING

from plandraft.core.model.document import Document, DocumentWarning
from plandraft.core.model.document_data import UNREADABLE
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.text.corrections import choose_headings
from plandraft.store.character_tokens import phrase_query
from plandraft.store.database import writing
from plandraft.store.document_payload import load_document, load_warnings
from plandraft.store.document_texts import (
    IndexedRow,
    corrections_of,
    find_row,
    forget_tokens,
    index_document,
    index_texts,
    load_edited,
    load_repairs,
    text_values,
    update_row,
)
from plandraft.store.headings import list_choices

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = (
    "d.id, d.title, d.place, d.period, d.path, d.format, d.characters, d.added_at, d.warnings, "
    "d.level, d.year, d.organ, d.number, d.kind, d.date, d.edited, d.repairs"
)


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """Hold what a document says of itself, as it was found or as a user corrected it.

    `place` is a short name, `level` a PlaceLevel, `period` such as "十四五", `year` that of issue,
    `kind` a DocumentKind, `date` the 成文日期 as 2026-03-08 or 2026-03; each is "" where it is not
    known.
    """

    place: str = ""
    level: str = ""
    period: str = ""
    year: str = ""
    organ: str = ""
    number: str = ""
    kind: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """Hold what a list shows of a document; `characters` counts all but white space.

    `edited` names the fields that the user wrote himself ("title", "place" …), `repairs` counts
    the repairs that he accepted.
    """

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
    date: str = ""
    edited: tuple[str, ...] = ()
    repairs: int = 0

    @property
    def details(self) -> DocumentDetails:
        """Return the part that a user can correct."""
        names = (one.name for one in fields(DocumentDetails))
        return DocumentDetails(**{name: getattr(self, name) for name in names})


def add_document(
    database: Database, document: Document, *, details: DocumentDetails, added_at: datetime
) -> DocumentRecord:
    """Keep `document` and return its record.

    The same bytes are kept once: a known document is refreshed and, if removed, comes back; what
    the user corrected of it stays.
    """
    texts = index_texts(document.title, document.text)
    with writing(database):
        known = find_row(database, "sha256", document.origin.sha256)
        values = {
            "sha256": document.origin.sha256,
            "title": document.title,
            **asdict(details),
            # Names on Linux are bytes: those that are not UTF-8 must survive as well.
            "path": document.origin.path.encode("utf-8", "surrogatepass"),
            "format": document.origin.format,
            "added_at": added_at.isoformat(),
            "removed_at": None,
        }
        if known is None:
            values |= text_values(document)
        else:
            forget_tokens(database, known)
            corrections = corrections_of(database, known[0])
            repaired = corrections.repaired(document)
            values |= {**corrections.edited, **text_values(repaired, read=document)}
            texts = index_texts(str(values["title"]), repaired.text)
        identity = _write_row(database, values, known)
        index_document(database, identity, texts)
    return get_record(database, identity)


def get_record(database: Database, identity: int) -> DocumentRecord:
    """Return the record of a document, removed or not; raises PlanError DOCUMENT_GONE."""
    found = _records(database, "WHERE d.id = ?", (identity,))
    if not found:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    return found[0]


def kept_digests(database: Database) -> frozenset[str]:
    """Return the digests of all documents that are kept and not removed."""
    rows = database.conn.execute("SELECT sha256 FROM documents WHERE removed_at IS NULL")
    return frozenset(digest for (digest,) in rows)


def find_document(database: Database, sha256: str) -> DocumentRecord | None:
    """Return the record of the document with these bytes if it is kept and not removed."""
    found = _records(database, "WHERE d.sha256 = ? AND d.removed_at IS NULL", (sha256,))
    return found[0] if found else None


def get_document(database: Database, identity: int) -> Document:
    """Return the document with this id as the user corrected it, removed or not.

    Raises PlanError DOCUMENT_GONE where there is none and LIBRARY_DAMAGED where it is broken.
    """
    row = database.conn.execute(
        "SELECT text, payload FROM documents WHERE id = ?", (identity,)
    ).fetchone()
    if row is None:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    try:
        document = load_document(*row)
    except UNREADABLE as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, identity, reason=error) from error
    edited = corrections_of(database, identity).edited
    own = {name: edited[name] for name in ("title", "place") if name in edited}
    document = replace(document, **own) if own else document  # type: ignore[arg-type]
    return choose_headings(document, list_choices(database))


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


def delete_removed(database: Database, before: datetime) -> int:
    """Delete for good what was removed before that moment, and return how many they were."""
    with writing(database):
        rows = database.conn.execute(
            "SELECT id, title, text FROM documents WHERE removed_at < ?", (before.isoformat(),)
        ).fetchall()
        for row in rows:
            forget_tokens(database, row)
            database.conn.execute("DELETE FROM documents WHERE id = ?", (row[0],))
    return len(rows)


def _write_row(database: Database, values: dict[str, object], known: IndexedRow | None) -> int:
    if known is not None:
        update_row(database, known[0], values)
        return known[0]
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    added = database.conn.execute(
        f"INSERT INTO documents ({names}) VALUES ({marks})",  # noqa: S608 - names of our own
        values,
    )
    return int(str(added.lastrowid))


def _records(
    database: Database, clauses: str, values: Sequence[object] = ()
) -> tuple[DocumentRecord, ...]:
    query = f"SELECT {_COLUMNS} FROM documents d {clauses}"  # noqa: S608 - fixed texts only
    rows = database.conn.execute(query, tuple(values)).fetchall()
    return tuple(_record(row) for row in rows)


def _record(row: sqlite3.Row | tuple[object, ...]) -> DocumentRecord:
    identity, title, place, period, path, form, characters, added_at, warnings, *more = row
    level, year, organ, number, kind, date, edited, repairs = map(str, more)
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
            date=date,
            edited=tuple(load_edited(edited)),
            repairs=len(load_repairs(repairs)),
        )
    except UNREADABLE as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, identity, reason=error) from error
