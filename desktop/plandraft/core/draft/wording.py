"""What was changed in a borrowed wording, as pieces that a reader of changes can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from plandraft.core.draft.share import common_ends

# A number, a Latin word or one other character: nobody reads half a number struck out.
_TOKENS = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|.", re.DOTALL)
_SENTENCES = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")
# Above this many tokens a side, sentences are compared first: the time grows with the square.
LONGEST_BY_TOKEN = 1500
# A single kept character between two changes is chance, and hard to read.
_LEAST_KEPT = 2


class PieceKind(StrEnum):
    """Name what happened to a piece of the source's wording."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of text and what happened to it."""

    kind: PieceKind
    text: str


def changed_pieces(source: str, text: str) -> tuple[Piece, ...]:
    """Return how `source` became `text`: kept and deleted pieces make the one, kept and inserted
    the other; a deletion stands before the insertion in its place.
    """
    if source == text:
        return (Piece(PieceKind.KEPT, text),) if text else ()
    ours, theirs = _TOKENS.findall(source), _TOKENS.findall(text)
    if max(len(ours), len(theirs)) > LONGEST_BY_TOKEN:
        pieces = list(_by_sentence(source, text))
    else:
        pieces = list(_compared(ours, theirs))
    return tuple(_tidied(pieces))


def _by_sentence(source: str, text: str) -> Iterator[Piece]:
    ours, theirs = _SENTENCES.findall(source), _SENTENCES.findall(text)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        before, after = "".join(ours[a:b]), "".join(theirs[c:d])
        if tag == "replace":
            old, new = _TOKENS.findall(before), _TOKENS.findall(after)
            if max(len(old), len(new)) <= LONGEST_BY_TOKEN:
                yield from _compared(old, new)
                continue
        yield from _pair(before, after, kept=tag == "equal")


def _compared(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Piece]:
    head, tail = common_ends(ours, theirs)
    if head:
        yield Piece(PieceKind.KEPT, "".join(ours[:head]))
    end = len(ours) - tail
    last = "".join(ours[end:])
    ours, theirs = ours[head:end], theirs[head : len(theirs) - tail]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield from _pair("".join(ours[a:b]), "".join(theirs[c:d]), kept=tag == "equal")
    if tail:
        yield Piece(PieceKind.KEPT, last)


def _pair(before: str, after: str, *, kept: bool) -> Iterator[Piece]:
    if kept:
        yield Piece(PieceKind.KEPT, before)
        return
    if before:
        yield Piece(PieceKind.DELETED, before)
    if after:
        yield Piece(PieceKind.INSERTED, after)


def _tidied(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, chance agreements between two changes given up, neighbours joined."""
    deleted: list[str] = []
    inserted: list[str] = []
    for index, piece in enumerate(pieces):
        inside = piece.kind is PieceKind.KEPT and 0 < index < len(pieces) - 1
        chance = inside and len(piece.text) < _LEAST_KEPT and piece.text.isalnum()
        if piece.kind is PieceKind.DELETED or chance:
            deleted.append(piece.text)
        if piece.kind is PieceKind.INSERTED or chance:
            inserted.append(piece.text)
        if piece.kind is PieceKind.KEPT and not chance:
            yield from _pair("".join(deleted), "".join(inserted), kept=False)
            deleted, inserted = [], []
            yield piece
    yield from _pair("".join(deleted), "".join(inserted), kept=False)
