"""Turn a document into JSON and back; its text is kept beside it, not inside."""

from __future__ import annotations

import json

from plandraft.core.model.document import Document, DocumentWarning
from plandraft.core.model.document_data import (
    document_from_data,
    document_to_data,
    warnings_from_data,
    warnings_to_data,
)


def document_payload(document: Document) -> str:
    """Return all of `document` but its text as compact ASCII JSON."""
    return json.dumps(document_to_data(document), separators=(",", ":"))


def load_document(text: str, payload: str) -> Document:
    """Return the document of `text` and what `document_payload` gave.

    Raises ValueError, TypeError, KeyError or AttributeError when the payload is not one of ours.
    """
    return document_from_data(text, json.loads(payload))


def warnings_payload(warnings: tuple[DocumentWarning, ...]) -> str:
    """Return `warnings` as compact ASCII JSON."""
    return json.dumps(warnings_to_data(warnings), separators=(",", ":"))


def load_warnings(payload: str) -> tuple[DocumentWarning, ...]:
    """Return the warnings that `warnings_payload` wrote; raises ValueError or TypeError."""
    return warnings_from_data(json.loads(payload))
