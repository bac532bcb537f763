"""The head of a Word 97–2003 document: what it is and where its parts stand."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

from plandraft.core.model.errors import ErrorCode, PlanError

_WORD_97 = 0xA5EC
_WORD_6 = 0xA5DC
_OLDER_WORD = frozenset({0xA59B, 0xA59C, 0xA5DB, 0xA697, 0xA698, 0xA699})
# Word 95 has 104 and Word 97 has 193.
_LAST_OLD_VERSION = 106
_ENCRYPTED = 0x0100
_SECOND_TABLE = 0x0200
_FIXED_LENGTH = 32
_EAST_ASIAN_WORD = 13
_CHINESE = 0x04


class Part(IntEnum):
    """Name the places in the FIB's table of (offset, length) that are read."""

    STYLES = 1
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    PIECES = 33
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Fib:
    """Hold the head of a document; the counts are UTF-16 units of its stories.

    `boxes_start` is where the text of text boxes begins behind main text, notes, headers and
    comments.
    """

    table_name: str
    chinese: bool
    main_length: int
    boxes_start: int
    boxes_length: int
    places: tuple[tuple[int, int], ...]

    def part(self, table: bytes, part: Part) -> bytes:
        """Return the bytes of `part`; fewer or none where the table stream is cut."""
        offset, length = self.place(part)
        return table[offset : offset + length]

    def place(self, part: Part) -> tuple[int, int]:
        """Return offset and length of `part` in the table stream, (0, 0) without it."""
        return self.places[part] if part < len(self.places) else (0, 0)


def read_fib(stream: bytes) -> Fib:
    """Read the head of the WordDocument stream.

    Raises PlanError FILE_ENCRYPTED, FILE_UNSUPPORTED (Word 6/95 and older) or FILE_DAMAGED.
    """
    try:
        return _read(stream)
    except struct.error as error:
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="FIB") from error


def _read(stream: bytes) -> Fib:
    identifier, version, _, language, _, flags = struct.unpack_from("<6H", stream, 0)
    old = identifier in _OLDER_WORD or version < _LAST_OLD_VERSION
    if identifier == _WORD_6 or (old and identifier in {*_OLDER_WORD, _WORD_97}):
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="Word 6.0/95")
    if identifier != _WORD_97:
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="FIB")
    if flags & _ENCRYPTED:
        raise PlanError(ErrorCode.FILE_ENCRYPTED)
    (words,) = struct.unpack_from("<H", stream, _FIXED_LENGTH)
    at = _FIXED_LENGTH + 2
    east_asian = 0
    if words > _EAST_ASIAN_WORD:
        (east_asian,) = struct.unpack_from("<H", stream, at + 2 * _EAST_ASIAN_WORD)
    at += 2 * words
    (longs,) = struct.unpack_from("<H", stream, at)
    at += 2
    counts = struct.unpack_from(f"<{longs}i", stream, at)
    if longs < 11 or any(count < 0 for count in counts[3:11]):
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="FIB")
    at += 4 * longs
    (pairs,) = struct.unpack_from("<H", stream, at)
    numbers = struct.unpack_from(f"<{2 * pairs}I", stream, at + 2)
    return Fib(
        table_name="1Table" if flags & _SECOND_TABLE else "0Table",
        chinese=_CHINESE in {language & 0xFF, east_asian & 0xFF},
        main_length=counts[3],
        boxes_start=sum(counts[3:9]),
        boxes_length=counts[9],
        places=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
    )
