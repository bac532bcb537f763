"""The wording of a row as one line: headings told from text, words that are searched for marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plandraft.core.compare.family_rows import FamilyRow
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

# Longer excerpts are cut by the column anyway, and a cell must stay cheap.
EXCERPT_LENGTH = 120
# What is searched for has to be in sight where a column shows so many letters.
_IN_SIGHT = 14
_BEFORE = 6
_GAP = "\u3000"


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Hold letters of a line that look alike; `hit` says that they were searched for."""

    text: str
    heading: bool = False
    hit: bool = False


def row_pieces(
    row: FamilyRow, document: Document, needle: str = ""
) -> tuple[tuple[TextPiece, ...], ...]:
    """Return the beginning of a row's wording, or the place where it has `needle`, line by line.

    `needle` is as `despaced` makes it.
    """
    lines = [(_flat(one.span.slice(document.text)), one.heading) for one in row.lines]
    whole = "".join(words for words, _heading in lines)
    hits = hits_in(whole, needle)
    start = max(0, hits[0].start - _BEFORE) if hits and hits[0].start > _IN_SIGHT else 0
    window = Span(start, min(len(whole), start + EXCERPT_LENGTH))
    found: list[tuple[TextPiece, ...]] = []
    reached = 0
    for words, heading in lines:
        line = Span(reached, reached + len(words))
        reached = line.end
        if line.overlap(window):
            shown = Span(max(line.start, window.start), min(line.end, window.end))
            found.append(tuple(_pieces(whole, shown, hits, heading=heading)))
    if start:
        found[0] = (TextPiece("…", found[0][0].heading), *found[0])
    if window.end < len(whole):
        found[-1] = (*found[-1], TextPiece("…", found[-1][-1].heading))
    return tuple(found)


def row_line(row: FamilyRow, document: Document, needle: str = "") -> str:
    """Return the same as plain text, with a gap behind each line."""
    lines = row_pieces(row, document, needle)
    return _GAP.join("".join(piece.text for piece in line) for line in lines)


def despaced(text: str) -> str:
    """Return a text as it is searched: without blanks, in small letters."""
    words = "".join(text.split())
    small = words.lower()
    return small if len(small) == len(words) else "".join(map(_small, words))


def hits_in(text: str, needle: str) -> tuple[Span, ...]:
    """Return where `text` has `needle`, which is despaced, whatever blanks stand inside."""
    if not needle:
        return ()
    offsets = [at for at, letter in enumerate(text) if not letter.isspace()]
    letters = "".join(_small(text[at]) for at in offsets)
    found = []
    at = letters.find(needle)
    while at >= 0:
        last = at + len(needle) - 1
        found.append(Span(offsets[at], offsets[last] + 1))
        at = letters.find(needle, last + 1)
    return tuple(found)


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


def _flat(text: str) -> str:
    return " ｜ ".join(" ".join(cell.split()) for cell in text.split("\t"))


def _pieces(
    whole: str, shown: Span, hits: tuple[Span, ...], *, heading: bool
) -> Iterator[TextPiece]:
    reached = shown.start
    for hit in hits:
        start, end = max(hit.start, reached), min(hit.end, shown.end)
        if start >= end:
            continue
        if start > reached:
            yield TextPiece(whole[reached:start], heading)
        yield TextPiece(whole[start:end], heading, hit=True)
        reached = end
    if reached < shown.end:
        yield TextPiece(whole[reached : shown.end], heading)
