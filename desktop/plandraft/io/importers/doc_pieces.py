"""The piece table of a Word 97–2003 document: which bytes are its text, in which order."""

from __future__ import annotations

import re
import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.doc_properties import Properties, read_properties

_PROPERTIES = 0x01
_PIECES = 0x02
_EIGHT_BIT = 0x40000000
_OFFSET = 0x3FFFFFFF
# Pieces may lie over each other, so a small file could ask for any amount of text.
_MOST_CHARACTERS = 5_000_000
# High bytes that only ever come in the pairs of GB 2312: never the quotes of Western text.
_GB2312 = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])*+")
# The marks that a property modifier of a piece can set by number instead of by a list.
_NUMBERED_MODIFIERS = {0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801}


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of the text.

    `start` is its position in UTF-16 units of the text, `offset` its byte in the stream,
    `width` the bytes of a unit there; `properties` hold for all of it.
    """

    start: int
    length: int
    offset: int
    width: int
    properties: Properties


@dataclass(frozen=True, slots=True)
class PieceTable:
    """Hold the pieces in the order of the text, and the text in UTF-16 units."""

    pieces: tuple[Piece, ...]
    text: str
    _starts: tuple[int, ...]

    def piece_at(self, position: int) -> Piece:
        """Return the piece that holds unit `position`."""
        return self.pieces[max(0, bisect_right(self._starts, position) - 1)]

    def offset_of(self, position: int) -> int:
        """Return the byte of the stream at which unit `position` stands."""
        piece = self.piece_at(position)
        return piece.offset + (position - piece.start) * piece.width


def read_pieces(stream: bytes, clx: bytes, *, chinese: bool) -> PieceTable:
    """Read the text through its piece table.

    `chinese` says that 8-bit pieces may be GBK. Raises PlanError FILE_DAMAGED.
    """
    try:
        modifiers, table = _split(clx)
        pieces = tuple(_pieces(table, modifiers))
        text = "".join(_text(stream, piece, chinese=chinese) for piece in pieces)
    except (struct.error, IndexError) as error:
        raise _damaged() from error
    return PieceTable(pieces, text, tuple(piece.start for piece in pieces))


def _split(clx: bytes) -> tuple[list[bytes], bytes]:
    modifiers: list[bytes] = []
    at = 0
    while clx[at] == _PROPERTIES:
        (length,) = struct.unpack_from("<H", clx, at + 1)
        modifiers.append(clx[at + 3 : at + 3 + length])
        at += 3 + length
    if clx[at] != _PIECES:
        raise _damaged()
    (length,) = struct.unpack_from("<I", clx, at + 1)
    return modifiers, clx[at + 5 : at + 5 + length]


def _pieces(table: bytes, modifiers: list[bytes]) -> Iterator[Piece]:
    count = (len(table) - 4) // 12
    if count < 1:
        raise _damaged()
    positions = struct.unpack_from(f"<{count + 1}I", table, 0)
    if positions[0] != 0 or positions[-1] > _MOST_CHARACTERS:
        raise _damaged()
    for index in range(count):
        start, end = positions[index : index + 2]
        if end < start:
            raise _damaged()
        _, place, modifier = struct.unpack_from("<HIH", table, 4 * (count + 1) + 8 * index)
        narrow = bool(place & _EIGHT_BIT)
        offset = (place & _OFFSET) // 2 if narrow else place & _OFFSET
        properties = _modifier(modifier, modifiers)
        yield Piece(start, end - start, offset, 1 if narrow else 2, properties)


def _modifier(modifier: int, modifiers: list[bytes]) -> Properties:
    if modifier & 1:
        index = modifier >> 1
        return read_properties(modifiers[index]) if index < len(modifiers) else {}
    code = _NUMBERED_MODIFIERS.get((modifier >> 1) & 0x7F)
    return {code: bytes([modifier >> 8])} if code else {}


def _text(stream: bytes, piece: Piece, *, chinese: bool) -> str:
    content = stream[piece.offset : piece.offset + piece.length * piece.width]
    if len(content) < piece.length * piece.width:
        raise _damaged()
    if piece.width == 1:
        return _narrow_text(content, chinese=chinese)
    text = content.decode("utf-16-le", errors="replace")
    if len(text) == piece.length:
        return text
    # Pairs of surrogates stay apart, so that positions go on counting units.
    units = array("H", content)
    if memoryview(struct.pack("=H", 1))[0] != 1:
        units.byteswap()
    return "".join(map(chr, units))


def _narrow_text(content: bytes, *, chinese: bool) -> str:
    if chinese and not content.isascii() and _GB2312.fullmatch(content):
        # Two bytes are one character but two positions: a NUL, dropped later, stands for one.
        decoded = content.decode("gb18030", errors="replace")
        return "".join(char if char.isascii() else f"{char}\0" for char in decoded)
    # Bytes that the code page leaves free are controls, as Windows itself has it.
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_WESTERN[byte] for byte in content)


_WESTERN = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]


def _damaged() -> PlanError:
    return PlanError(ErrorCode.FILE_DAMAGED, reason="piece table")
