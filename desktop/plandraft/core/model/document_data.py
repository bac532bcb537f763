"""Turn a document into plain lists and words and back: for the library and between processes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plandraft.core.model.document import (
    Block,
    BlockKind,
    Document,
    DocumentWarning,
    Origin,
    WarningCode,
)
from plandraft.core.model.spans import OffsetMap, OffsetRun, Span

# What a damaged payload raises in `document_from_data`.
UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)


def document_to_data(document: Document) -> dict[str, object]:
    """Return all of `document` but its text as values that JSON can hold."""
    origin = document.origin
    return {
        "title": document.title,
        "place": document.place,
        "origin": [origin.path, origin.format, origin.encoding, origin.sha256],
        "blocks": [
            [
                *(block.kind.value, block.span.start, block.span.end, block.level, block.number),
                *([] if block.confidence == 1.0 else [block.confidence]),
            ]
            for block in document.blocks
        ],
        "runs": [[run.target, run.source, run.length] for run in document.source_map.runs],
        "warnings": warnings_to_data(document.warnings),
    }


def document_from_data(text: str, data: Mapping[str, Any]) -> Document:
    """Return the document of `text` and what `document_to_data` gave.

    Raises one of UNREADABLE when the data is not of that form.
    """
    return Document(
        text=_word(text),
        blocks=tuple(_block(*row) for row in data["blocks"]),
        title=_word(data["title"]),
        place=_word(data["place"]),
        origin=Origin(*map(_word, data["origin"])),
        source_map=OffsetMap(tuple(OffsetRun(*map(_number, run)) for run in data["runs"])),
        warnings=warnings_from_data(data["warnings"]),
    )


def warnings_to_data(warnings: tuple[DocumentWarning, ...]) -> list[list[object]]:
    """Return `warnings` as values that JSON can hold."""
    return [[warning.code.value, warning.count, warning.detail] for warning in warnings]


def warnings_from_data(rows: list[Any]) -> tuple[DocumentWarning, ...]:
    """Return the warnings of `warnings_to_data`; raises one of UNREADABLE."""
    return tuple(
        DocumentWarning(WarningCode(code), _number(count), _word(detail))
        for code, count, detail in rows
    )


def _block(
    kind: str, start: int, end: int, level: int, number: str, confidence: float = 1.0
) -> Block:
    span = Span(_number(start), _number(end))
    return Block(BlockKind(kind), span, _number(level), _word(number), float(confidence))


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r:.40}")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r:.40}")
    return value
