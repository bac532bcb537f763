"""Correct what was read: garbled stretches, headings, what a document says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plandraft.core.model.document import Document
from plandraft.core.text.corrections import HeadingChoice, line_key
from plandraft.core.text.damage import DamagePlace, damage_places
from plandraft.core.text.metadata import find_metadata
from plandraft.core.text.places import Gazetteer
from plandraft.core.text.repairs import Repair, find_repairs
from plandraft.services.details import (
    DetailField,
    Fact,
    checked_values,
    found_spans,
    found_values,
)
from plandraft.store import documents, headings
from plandraft.store.database import Library, open_library
from plandraft.store.document_texts import (
    corrections_of,
    get_read_document,
    set_fields,
    set_repairs,
)
from plandraft.store.documents import DocumentRecord


@dataclass(frozen=True, slots=True)
class RepairOffer:
    """Hold a document as it was read, what is offered for it, and what is accepted of that.

    `damage` are the places that are only reported. All spans are of the text as it was read.
    """

    document: Document
    repairs: tuple[Repair, ...]
    accepted: tuple[Repair, ...]
    damage: tuple[DamagePlace, ...]


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Hold a document of the library with what is known of it, field by field.

    `province` is that of the place, "" where it cannot be told.
    """

    document: Document
    facts: tuple[Fact, ...]
    province: str = ""


class CorrectingService:
    """Correct documents of the library in the file `database`; any thread may call."""

    def __init__(self, database: Path, gazetteer: Callable[[], Gazetteer]) -> None:
        self._database = database
        self._load_gazetteer = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the places that are known; read from a file the first time."""
        return self._load_gazetteer()

    def offer_repairs(self, identity: int) -> RepairOffer:
        """Find what can be offered for a document; raises PlanError DOCUMENT_GONE."""
        with open_library(self._database) as database:
            read = get_read_document(database, identity)
            accepted = corrections_of(database, identity).repairs
        repairs = find_repairs(read.text)
        return RepairOffer(read, repairs, accepted, damage_places(read.text, repairs))

    def accept_repairs(self, identity: int, repairs: Sequence[Repair]) -> DocumentRecord:
        """Make these the repairs of a document; none gives back the text as it was read.

        Raises PlanError DOCUMENT_GONE; ValueError where a repair does not fit the text.
        """
        with open_library(self._database) as database:
            set_repairs(database, identity, tuple(repairs))
            return documents.get_record(database, identity)

    def choose_heading(self, identity: int, block: int, level: int | None) -> Document:
        """Say a block is a heading of `level`, text (0), or (None) what the reader took it for.

        Returns the document as it is then; raises PlanError DOCUMENT_GONE.
        """
        with open_library(self._database) as database:
            key = line_key(documents.get_document(database, identity), block)
            if level is None:
                headings.forget_choice(database, key)
            else:
                headings.keep_choice(database, HeadingChoice(key, level))
            return documents.get_document(database, identity)

    def list_facts(self, identity: int) -> DocumentFacts:
        """Return what a document says of itself and where; raises PlanError DOCUMENT_GONE."""
        with open_library(self._database) as database:
            return self._facts(database, identity)

    def edit(
        self, identities: Iterable[int], changes: Mapping[DetailField, str | None]
    ) -> tuple[DocumentRecord, ...]:
        """Write fields of documents, or set them back to what was found with None.

        Raises FieldError where a value does not fit, before anything is written, and PlanError
        DOCUMENT_GONE.
        """
        checked = checked_values(changes)
        with open_library(self._database) as database:
            return tuple(self._edit(database, identity, checked) for identity in identities)

    def _edit(
        self, database: Library, identity: int, changes: Mapping[DetailField, str | None]
    ) -> DocumentRecord:
        facts = self._facts(database, identity)
        found = {fact.field: fact.found for fact in facts.facts}
        edited = dict(corrections_of(database, identity).edited)
        record = documents.get_record(database, identity)
        values = {
            field.value: _kept_or_found(record, field, value) for field, value in found.items()
        }
        for field, value in changes.items():
            values[field.value] = found[field] if value is None else value
            if value is None or value == found[field]:
                edited.pop(field.value, None)
            else:
                edited[field.value] = value
        set_fields(database, identity, values, edited)
        return documents.get_record(database, identity)

    def _facts(self, database: Library, identity: int) -> DocumentFacts:
        record = documents.get_record(database, identity)
        shown = documents.get_document(database, identity)
        read = get_read_document(database, identity)
        document = replace(shown, title=read.title, place=read.place)
        metadata = find_metadata(document, self.gazetteer)
        found = found_values(document, metadata)
        spans = found_spans(document, metadata)
        facts = tuple(
            Fact(
                field,
                _kept_or_found(record, field, found[field]),
                found[field],
                spans[field],
                field.value in record.edited,
            )
            for field in DetailField
        )
        return DocumentFacts(shown, facts, metadata.province)


def _kept_or_found(record: DocumentRecord, field: DetailField, found: str) -> str:
    """Return what the library has; documents of older libraries lack what was not looked for."""
    kept = str(getattr(record, field.value))
    return kept if kept or field.value in record.edited else found
