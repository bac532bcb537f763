"""The text of a document in the library: as it was read, as it was repaired, as it is searched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plandraft.core.model.document import Document
from plandraft.core.model.document_data import UNREADABLE
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.core.text.repairs import Repair, apply_repairs
from plandraft.store.character_tokens import character_tokens
from plandraft.store.database import writing
from plandraft.store.document_payload import document_payload, load_document, warnings_payload

if TYPE_CHECKING:
    from sqlite_utils import Database

# A document as the index knows it: id, title, text.
IndexedRow = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Corrections:
    """Hold what the user wrote in place of what was found, by field, and the repairs accepted.

    Spans of repairs are of the text as it was read.
    """

    edited: Mapping[str, str] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()

    def repaired(self, document: Document) -> Document:
        """Return a document, as it was read, with the repairs that fit its text."""
        fitting = [one for one in self.repairs if one.span.slice(document.text) == one.original]
        return apply_repairs(document, fitting) if fitting else document


def corrections_of(database: Database, identity: int) -> Corrections:
    """Return what was corrected of a document; raises PlanError DOCUMENT_GONE, LIBRARY_DAMAGED."""
    row = database.conn.execute(
        "SELECT edited, repairs FROM documents WHERE id = ?", (identity,)
    ).fetchone()
    if row is None:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    try:
        return Corrections(load_edited(row[0]), load_repairs(row[1]))
    except UNREADABLE as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, identity, reason=error) from error


def get_read_document(database: Database, identity: int) -> Document:
    """Return a document as it was read, without any correction; raises as `corrections_of`."""
    row = database.conn.execute(
        "SELECT coalesce(read_text, text), coalesce(read_payload, payload) "
        "FROM documents WHERE id = ?",
        (identity,),
    ).fetchone()
    if row is None:
        raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
    try:
        return load_document(*row)
    except UNREADABLE as error:
        raise PlanError(ErrorCode.LIBRARY_DAMAGED, identity, reason=error) from error


def set_repairs(database: Database, identity: int, repairs: Sequence[Repair]) -> None:
    """Make the text of a document the read one with these repairs; none gives the read one back.

    Raises PlanError DOCUMENT_GONE, LIBRARY_DAMAGED; ValueError where a repair does not fit.
    """
    with writing(database):
        read = get_read_document(database, identity)
        repaired = apply_repairs(read, repairs) if repairs else read
        row = find_row(database, "id", identity)
        assert row is not None
        forget_tokens(database, row)
        values = text_values(repaired, read=read) | {"repairs": _repairs_payload(repairs)}
        update_row(database, identity, values)
        index_document(database, identity, index_texts(row[1], repaired.text))


def set_fields(
    database: Database, identity: int, values: Mapping[str, str], edited: Mapping[str, str]
) -> None:
    """Write fields of a document and which of all are the user's own; raises DOCUMENT_GONE."""
    with writing(database):
        row = find_row(database, "id", identity)
        if row is None:
            raise PlanError(ErrorCode.DOCUMENT_GONE, identity)
        if "title" in values:
            forget_tokens(database, row)
            index_document(database, identity, index_texts(values["title"], row[2]))
        payload = json.dumps(dict(edited), ensure_ascii=False)
        update_row(database, identity, {**values, "edited": payload})


def text_values(document: Document, read: Document | None = None) -> dict[str, object]:
    """Return the columns of a document's text; `read` is the text before repairs."""
    same = read is None or read == document
    return {
        "characters": len("".join(document.text.split())),
        "warnings": warnings_payload(document.warnings),
        "text": document.text,
        "payload": document_payload(document),
        "read_text": None if same or read is None else read.text,
        "read_payload": None if same or read is None else document_payload(read),
    }


def index_texts(title: str, text: str) -> tuple[str, str]:
    """Return title and text as the index wants them."""
    return character_tokens(title), character_tokens(text)


def index_document(database: Database, identity: int, texts: tuple[str, str]) -> None:
    """Put a document into the full-text index."""
    database.conn.execute(
        "INSERT INTO documents_search(rowid, title, body) VALUES (?, ?, ?)", (identity, *texts)
    )


def find_row(database: Database, column: str, value: object) -> IndexedRow | None:
    """Return the document whose `column` (id or sha256) has this value, as the index knows it."""
    row: IndexedRow | None = database.conn.execute(
        f"SELECT id, title, text FROM documents WHERE {column} = ?",  # noqa: S608 - our own names
        (value,),
    ).fetchone()
    return row


def forget_tokens(database: Database, row: IndexedRow) -> None:
    """Take a document out of the index, which keeps no text and must be told what it held."""
    identity, title, text = row
    database.conn.execute(
        "INSERT INTO documents_search(documents_search, rowid, title, body) "
        "VALUES ('delete', ?, ?, ?)",
        (identity, *index_texts(title, text)),
    )


def load_edited(payload: str) -> dict[str, str]:
    """Return the edited fields; raises one of UNREADABLE."""
    return {str(name): str(value) for name, value in json.loads(payload).items()}


def load_repairs(payload: str) -> tuple[Repair, ...]:
    """Return the accepted repairs; raises one of UNREADABLE."""
    return tuple(
        Repair(Span(int(start), int(start) + len(original)), original, repaired, float(confidence))
        for start, original, repaired, confidence in json.loads(payload)
    )


def update_row(database: Database, identity: int, values: Mapping[str, object]) -> None:
    """Write these columns of a document."""
    columns = ", ".join(f"{name} = :{name}" for name in values)
    database.conn.execute(
        f"UPDATE documents SET {columns} WHERE id = :id",  # noqa: S608 - names of our own
        {**values, "id": identity},
    )


def _repairs_payload(repairs: Sequence[Repair]) -> str:
    rows = [[one.span.start, one.original, one.repaired, one.confidence] for one in repairs]
    return json.dumps(rows, separators=(",", ":"))
