"""Recover the structure of a document: its blocks, its title, and the map back to the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plandraft.core.model.document import (
    Block,
    BlockKind,
    Document,
    DocumentWarning,
    Origin,
    WarningCode,
)
from plandraft.core.model.spans import OffsetMap, OffsetRun, Span, compose
from plandraft.core.text.classify import NO_HINT, LineHint, classify
from plandraft.core.text.confidence import rate_headings
from plandraft.core.text.layout import find_lines
from plandraft.core.text.mojibake import damage_warnings, uses_full_stops_only
from plandraft.core.text.pieces import Piece, cut_lines
from plandraft.core.text.places import own_place
from plandraft.core.text.unwrap import unwrap

__all__ = ["NO_HINT", "LineHint", "Recovered", "build_document", "recover_structure"]

# One or two breaks set by spaces are a signature's layout, not a run-in text.
_RUN_IN_BREAKS = 3


@dataclass(frozen=True, slots=True)
class Recovered:
    """Hold what was recovered from a source text; `blocks` are spans of `text`."""

    text: str
    blocks: tuple[Block, ...]
    source_map: OffsetMap
    title: str
    warnings: tuple[DocumentWarning, ...]


def recover_structure(source: str, hints: Sequence[LineHint] = ()) -> Recovered:
    """Recover lines, blocks and title of `source`; only layout differs in the result.

    `hints[i]` belongs to the text between the line feeds number i and i + 1 of `source`. Lines
    that were broken at a fixed width are joined first. Linear in the length of `source`.
    """
    unwrapped = unwrap(source, _fixed(hints))
    if unwrapped is not None:
        recovered = _recover(unwrapped.text, _kept(hints, unwrapped.kept))
        return replace(
            recovered,
            source_map=compose(recovered.source_map, unwrapped.source_map),
            warnings=(
                DocumentWarning(WarningCode.WRAPPED_LINES, unwrapped.joints),
                *recovered.warnings,
            ),
        )
    return _recover(source, hints)


def _fixed(hints: Sequence[LineHint]) -> frozenset[int]:
    """Return the lines of which their file says what they are."""
    return frozenset(index for index, hint in enumerate(hints) if hint.kind or hint.level)


def _kept(hints: Sequence[LineHint], kept: Sequence[int]) -> Sequence[LineHint]:
    return [hints[index] for index in kept if index < len(hints)]


def _recover(source: str, hints: Sequence[LineHint]) -> Recovered:
    lines = find_lines(source)
    full_stops = uses_full_stops_only(source) > 0
    whole = frozenset(
        index
        for index, hint in enumerate(hints)
        if hint.kind in {BlockKind.TABLE_ROW, BlockKind.TITLE}
    )
    pieces = cut_lines(source, lines, full_stops=full_stops, whole=whole)
    blocks, title = classify(source, pieces, hints)
    blocks = rate_headings(blocks, pieces, hints)
    run_in = len(pieces) - len({piece.paragraph for piece in pieces})
    warnings = list(damage_warnings(source))
    if run_in >= _RUN_IN_BREAKS:
        warnings.insert(0, DocumentWarning(WarningCode.RUN_IN_TEXT, run_in))
    furniture = sum(1 for block in blocks if block.kind is BlockKind.FURNITURE)
    if furniture:
        warnings.append(DocumentWarning(WarningCode.FURNITURE_SET_APART, furniture))
    text = "\n".join(source[piece.start : piece.end] for piece in pieces)
    source_map = _map_of(pieces)
    # dataclasses.replace takes three times as long, for every block of a book.
    placed = tuple(
        Block(
            block.kind,
            Span(run.target, run.target + run.length),
            block.level,
            block.number,
            block.confidence,
        )
        for block, run in zip(blocks, source_map.runs, strict=True)
    )
    return Recovered(text, placed, source_map, title, tuple(warnings))


def build_document(
    source: str,
    origin: Origin,
    *,
    hints: Sequence[LineHint] = (),
    title: str = "",
    place: str = "",
    untitled: str = "",
    warnings: Sequence[DocumentWarning] = (),
) -> Document:
    """Build the document of a text as it was read.

    `title` and `place` win over what the text says where they are given; `untitled` is the title of
    a text without one; `warnings` of the reader come before those of the recovery.
    """
    recovered = recover_structure(source, hints)
    title = title or recovered.title or untitled
    return Document(
        text=recovered.text,
        blocks=recovered.blocks,
        title=title,
        place=place or own_place(title, recovered.text),
        origin=origin,
        source_map=recovered.source_map,
        warnings=(*warnings, *recovered.warnings),
    )


def _map_of(pieces: Sequence[Piece]) -> OffsetMap:
    runs: list[OffsetRun] = []
    target = 0
    for piece in pieces:
        length = piece.end - piece.start
        runs.append(OffsetRun(target, piece.start, length))
        target += length + 1
    return OffsetMap(tuple(runs))
