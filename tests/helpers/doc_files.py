"""Small Word 97–2003 documents written byte by byte, for tests of the reader."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.helpers.ole_files import ole

TEXT_AT = 0x600
MARKS = "\r\x07\x0c"
CHINESE = 0x0804
NO_STYLE = 0xFFF


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `place` orders the pieces in the stream, as a fast save leaves them."""

    text: str
    encoding: str = "utf-16-le"
    place: int = 0
    modifier: int = 0

    @property
    def narrow(self) -> bool:
        return self.encoding != "utf-16-le"

    @property
    def content(self) -> bytes:
        return self.text.encode(self.encoding, "surrogatepass")

    @property
    def units(self) -> int:
        return len(self.content) // (1 if self.narrow else 2)


@dataclass
class DocFile:
    """What a document is made of.

    `paragraphs` gives style and properties by the index of the paragraph's mark in the text,
    `characters` the properties of stretches of units; `stories` the lengths of main text, notes,
    headers, macros, comments, endnotes, text boxes.
    """

    pieces: Sequence[Piece]
    paragraphs: Mapping[int, tuple[int, bytes]] = field(default_factory=dict)
    characters: Mapping[tuple[int, int], bytes] = field(default_factory=dict)
    stories: Sequence[int] | None = None
    modifiers: Sequence[bytes] = ()
    styles: bytes = b""
    lists: bytes = b""
    levels: bytes = b""
    overrides: bytes = b""
    flags: int = 0x0200
    identifier: int = 0xA5EC
    version: int = 193
    language: int = CHINESE
    data: bytes = b""

    def build(self) -> bytes:
        """Write the compound file."""
        return ole(self.streams())

    def streams(self) -> dict[str, bytes]:
        """Write the streams."""
        body, offsets = self._place_text()
        papx, chpx = self._paragraph_page(offsets), self._character_page(offsets)
        body = body.ljust(-(-len(body) // 512) * 512, b"\0")
        first_page = len(body) // 512
        parts = {
            1: self.styles,
            12: _bins(TEXT_AT, len(body), first_page + 1),
            13: _bins(TEXT_AT, len(body), first_page),
            33: self._clx(offsets),
            74: self.overrides,
            73: self.lists,
        }
        table = bytearray(b"\0" * 16)
        places = {}
        for index, content in parts.items():
            places[index] = (len(table), len(content))
            table += content
        table += self.levels
        stream = self._head(places) + body[TEXT_AT:] + papx + chpx
        return {"WordDocument": stream, "1Table": bytes(table), "Data": self.data}

    def _place_text(self) -> tuple[bytes, list[int]]:
        body = b"\0" * TEXT_AT
        offsets = [0] * len(self.pieces)
        for index in sorted(range(len(self.pieces)), key=lambda one: self.pieces[one].place):
            body += b"\0" * (len(body) % 2)
            offsets[index] = len(body)
            body += self.pieces[index].content
        return body, offsets

    def _head(self, places: Mapping[int, tuple[int, int]]) -> bytes:
        total = sum(piece.units for piece in self.pieces)
        stories = list(self.stories or [total])
        counts = [0, 0, 0, *stories, *[0] * (19 - len(stories))]
        pairs = [number for index in range(93) for number in places.get(index, (0, 0))]
        head = struct.pack("<6H20x", self.identifier, self.version, 0, self.language, 0, self.flags)
        head += struct.pack("<H28x", 14) + struct.pack("<H22i", 22, *counts)
        return (head + struct.pack("<H186I", 93, *pairs)).ljust(TEXT_AT, b"\0")

    def _clx(self, offsets: Sequence[int]) -> bytes:
        positions = [0]
        entries = b""
        for piece, offset in zip(self.pieces, offsets, strict=True):
            positions.append(positions[-1] + piece.units)
            place = offset * 2 | 0x40000000 if piece.narrow else offset
            entries += struct.pack("<HIH", 0, place, piece.modifier)
        table = struct.pack(f"<{len(positions)}I", *positions) + entries
        modifiers = b"".join(b"\x01" + struct.pack("<H", len(one)) + one for one in self.modifiers)
        return modifiers + b"\x02" + struct.pack("<I", len(table)) + table

    def _paragraph_page(self, offsets: Sequence[int]) -> bytes:
        runs: list[tuple[int, int, bytes]] = []
        start = 0
        for piece, offset in zip(self.pieces, offsets, strict=True):
            width = 1 if piece.narrow else 2
            units = piece.content.decode("latin-1" if piece.narrow else "utf-16-le", "replace")
            first = 0
            for at, unit in enumerate(units):
                if unit in MARKS or at == len(units) - 1:
                    style, properties = self.paragraphs.get(start + at, (0, b""))
                    content = struct.pack("<H", style) + properties
                    content += b"\0" * (len(content) % 2)
                    papx = bytes([0, len(content) // 2]) + content
                    end = offset + (at + 1) * width
                    runs.append((offset + first * width, end, papx))
                    first = at + 1
            start += piece.units
        return _page(runs, entry=13)

    def _character_page(self, offsets: Sequence[int]) -> bytes:
        runs = []
        for (first, last), properties in self.characters.items():
            start = 0
            for piece, offset in zip(self.pieces, offsets, strict=True):
                if start <= first < start + piece.units:
                    width = 1 if piece.narrow else 2
                    at = offset + (first - start) * width
                    chpx = bytes([len(properties)]) + properties
                    runs.append((at, at + (last - first) * width, chpx))
                start += piece.units
        return _page(runs, entry=1)


def sprm(code: int, operand: int, size: int = 1) -> bytes:
    """Write a property modifier."""
    return struct.pack("<H", code) + operand.to_bytes(size, "little")


def doc(text: str, **parts: object) -> bytes:
    """Write a document with `text` in one piece."""
    return DocFile([Piece(text)], **parts).build()  # type: ignore[arg-type]


def style_sheet(*styles: tuple[int, str, int, bytes]) -> bytes:
    """Write a style sheet of (built-in number, name, base, properties)."""
    sheet = struct.pack("<HHH14x", 18, len(styles), 10)
    for built_in, name, base, properties in styles:
        content = struct.pack("<HHHHH", built_in, base << 4 | 1, 2, 0, 0)
        content += struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
        content += struct.pack("<HH", len(properties) + 2, 0) + properties
        content += b"\0" * (len(content) % 2)
        sheet += struct.pack("<H", len(content)) + content
    return sheet


def _bins(start: int, end: int, page: int) -> bytes:
    return struct.pack("<3I", start, end, page)


def _page(runs: Sequence[tuple[int, int, bytes]], *, entry: int) -> bytes:
    bounds: list[tuple[int, bytes]] = []
    ends = TEXT_AT
    for first, last, content in sorted(runs):
        if first > ends:
            bounds.append((ends, b""))
        bounds.append((first, content))
        ends = last
    page = bytearray(512)
    starts = [at for at, _ in bounds] + [ends]
    struct.pack_into(f"<{len(starts)}I", page, 0, *starts)
    free = 510
    for index, (_, content) in enumerate(bounds):
        if content:
            free = (free - len(content)) // 2 * 2
            page[free : free + len(content)] = content
            page[4 * len(starts) + entry * index] = free // 2
    page[511] = len(bounds)
    return bytes(page)
