"""The characters of a Word 97–2003 document that are shown, at the positions where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from plandraft.io.importers.doc_pieces import Piece, PieceTable
from plandraft.io.importers.doc_properties import Properties, Property, is_set
from plandraft.io.importers.reading import join_surrogates

CELL_MARK = "\x07"
PARAGRAPH_MARKS = "\r\x0c" + CELL_MARK
_FIELD = re.compile("[\x13-\x15]")
_BEGIN, _SEPARATE, _END = "\x13\x14\x15"
_NOTHING = "\0"
_SYMBOL = "("
_SYMBOL_FONT = range(0xF000, 0xF100)
# What is left of the control characters: tabs, line breaks, hyphens that are seen.
_SHOWN = dict.fromkeys(range(32)) | {
    0x09: "\t",
    0x0B: "\v",
    0x0E: "\v",
    0x1E: "-",
    0x7F: None,
}

CharacterRun = tuple[int, int, Properties]


@dataclass(frozen=True, slots=True)
class ShownText:
    """Hold the text with NUL for each unit that is not shown; count the tracked changes."""

    units: str
    tracked_changes: int


def shown_text(table: PieceTable, runs: list[CharacterRun]) -> ShownText:
    """Blank out deleted and hidden text and field codes, and put symbols in their places."""
    units = list(table.text)
    changes = 0
    for start, end, properties in _marked(table, runs):
        inserted = is_set(properties, Property.INSERTED)
        deleted = is_set(properties, Property.DELETED)
        changes += inserted or deleted
        if deleted:
            _blank(units, start, end, kept=CELL_MARK)
        elif is_set(properties, Property.HIDDEN):
            _blank(units, start, end, kept=PARAGRAPH_MARKS)
        elif Property.SYMBOL in properties:
            symbol = _symbol(properties[Property.SYMBOL])
            units[start:end] = [symbol if one == _SYMBOL else one for one in units[start:end]]
    for start, end in _field_codes(table.text):
        _blank(units, start, end, kept=CELL_MARK)
    return ShownText("".join(units), changes)


def clean(text: str) -> str:
    """Return `text` without control characters, surrogates joined."""
    return join_surrogates(text.translate(_SHOWN))


def _marked(table: PieceTable, runs: list[CharacterRun]) -> Iterator[CharacterRun]:
    """Yield the runs at their positions in the text, and the pieces with properties."""
    runs = sorted(
        (run for run in runs if run[2].keys() & _CHARACTER_PROPERTIES), key=lambda run: run[:2]
    )
    ends = [end for _, end, _ in runs]
    for piece in table.pieces:
        end = piece.offset + piece.length * piece.width
        for start, stop, properties in runs[bisect_left(ends, piece.offset + 1) :]:
            if start >= end:
                break
            yield (*_positions(piece, start, stop), properties)
        if piece.properties.keys() & _CHARACTER_PROPERTIES:
            yield piece.start, piece.start + piece.length, piece.properties


_CHARACTER_PROPERTIES = frozenset(
    {Property.DELETED, Property.INSERTED, Property.HIDDEN, Property.SYMBOL}
)


def _positions(piece: Piece, start: int, stop: int) -> tuple[int, int]:
    first = max(0, start - piece.offset) // piece.width
    last = min(piece.length, (stop - piece.offset) // piece.width)
    return piece.start + first, piece.start + max(first, last)


def _blank(units: list[str], start: int, end: int, *, kept: str) -> None:
    units[start:end] = [one if one in kept else _NOTHING for one in units[start:end]]


def _field_codes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the codes of whole fields stand; marks without a partner are no fields."""
    stack: list[tuple[int, int]] = []
    for found in _FIELD.finditer(text):
        mark, at = found.group(), found.start()
        if mark == _BEGIN:
            stack.append((at, -1))
        elif mark == _SEPARATE and stack:
            stack[-1] = (stack[-1][0], at)
        elif mark == _END and stack:
            begin, separator = stack.pop()
            if not stack or stack[-1][1] >= 0:
                # Inside a code nothing more needs blanking.
                yield begin, (at if separator < 0 else separator)
            elif separator < 0:
                yield begin, at


def _symbol(operand: bytes) -> str:
    code = int.from_bytes(operand[2:4], "little")
    # Word writes the letters of ordinary fonts as they are and those of symbol fonts at F000.
    return chr(code) if code and code not in _SYMBOL_FONT else _NOTHING
