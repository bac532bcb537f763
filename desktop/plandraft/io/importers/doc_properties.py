"""Properties of paragraphs and characters in a Word 97–2003 document."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from plandraft.io.importers.doc_fib import Fib, Part

Properties = dict[int, bytes]

_PAGE = 512
_CHARACTER_ENTRY = 1
_PARAGRAPH_ENTRY = 13
_OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION = frozenset({0xD606, 0xD608})
_TABS = 0xC615
_TABS_COUNTED_INSIDE = 255
# The properties are too many for the page and stand in the Data stream.
_ELSEWHERE = frozenset({0x6645, 0x6646})


class Property(IntEnum):
    """Name the properties that the text depends on."""

    DELETED = 0x0800
    INSERTED = 0x0801
    HIDDEN = 0x083C
    SYMBOL = 0x6A09
    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    OUTLINE_LEVEL = 0x2640
    LIST_LEVEL = 0x260A
    LIST = 0x460B


@dataclass(frozen=True, slots=True)
class ParagraphRun:
    """Hold the style (an index) and own properties of a paragraph."""

    style: int = 0
    properties: Properties | None = None


@dataclass(frozen=True, slots=True)
class ParagraphRuns:
    """Find the properties of the paragraph whose mark stands at a byte of the stream."""

    _ends: tuple[int, ...]
    _runs: tuple[tuple[int, ParagraphRun], ...]

    def at(self, offset: int) -> ParagraphRun:
        """Return the run that covers `offset`, an empty one without any."""
        index = bisect_right(self._ends, offset)
        if index < len(self._runs) and self._runs[index][0] <= offset:
            return self._runs[index][1]
        return ParagraphRun()


def read_properties(content: bytes) -> Properties:
    """Read a list of property modifiers; what is behind a damaged one is left out."""
    found: Properties = {}
    at = 0
    while at + 2 < len(content):
        (code,) = struct.unpack_from("<H", content, at)
        at += 2
        size = _operand_size(code, content, at)
        found[code] = content[at : at + size]
        at += size
    return found


def is_set(properties: Properties, code: Property) -> bool:
    """Tell whether the switch `code` is on."""
    return properties.get(code, b"")[:1] == b"\x01"


def number(properties: Properties, code: Property) -> int | None:
    """Return the unsigned operand of `code`, or None without it."""
    operand = properties.get(code)
    return int.from_bytes(operand, "little") if operand else None


def read_character_runs(
    stream: bytes, table: bytes, fib: Fib
) -> Iterator[tuple[int, int, Properties]]:
    """Yield first byte, last byte (not included) and properties of runs that have any."""
    for page in _pages(stream, fib.part(table, Part.CHARACTER_PAGES)):
        offsets = _offsets(page, _CHARACTER_ENTRY)
        for index in range(len(offsets) - 1):
            at = 2 * page[4 * len(offsets) + index]
            if at and at < _PAGE:
                properties = read_properties(page[at + 1 : at + 1 + page[at]])
                yield offsets[index], offsets[index + 1], properties


def read_paragraph_runs(stream: bytes, table: bytes, data: bytes, fib: Fib) -> ParagraphRuns:
    """Read the properties of all paragraphs; `data` is the Data stream or empty."""
    runs: list[tuple[int, int, ParagraphRun]] = []
    for page in _pages(stream, fib.part(table, Part.PARAGRAPH_PAGES)):
        offsets = _offsets(page, _PARAGRAPH_ENTRY)
        for index in range(len(offsets) - 1):
            at = 2 * page[4 * len(offsets) + _PARAGRAPH_ENTRY * index]
            run = _paragraph_run(page, at, data) if 0 < at < _PAGE - 2 else ParagraphRun()
            runs.append((offsets[index + 1], offsets[index], run))
    runs.sort(key=lambda run: run[0])
    return ParagraphRuns(
        tuple(end for end, _, _ in runs), tuple((start, run) for _, start, run in runs)
    )


def _paragraph_run(page: bytes, at: int, data: bytes) -> ParagraphRun:
    content = (
        page[at + 1 : at + 2 * page[at]] if page[at] else page[at + 2 : at + 2 + 2 * page[at + 1]]
    )
    if len(content) < 2:
        return ParagraphRun()
    properties = read_properties(content[2:])
    for code in _ELSEWHERE & properties.keys():
        place = int.from_bytes(properties[code], "little")
        length = int.from_bytes(data[place : place + 2], "little")
        properties = properties | read_properties(data[place + 2 : place + 2 + length])
    return ParagraphRun(int.from_bytes(content[:2], "little"), properties)


def _operand_size(code: int, content: bytes, at: int) -> int:
    size = _OPERAND_SIZES[code >> 13]
    if size:
        return size
    if code in _TABLE_DEFINITION:
        return 1 + int.from_bytes(content[at : at + 2], "little")
    first = content[at] if at < len(content) else 0
    if code == _TABS and first == _TABS_COUNTED_INSIDE and at + 1 < len(content):
        deleted = content[at + 1]
        added_at = at + 2 + 4 * deleted
        added = content[added_at] if added_at < len(content) else 0
        return 3 + 4 * deleted + 3 * added
    return 1 + first


def _pages(stream: bytes, bins: bytes) -> Iterator[bytes]:
    count = (len(bins) - 4) // 8
    if count < 1:
        return
    numbers = struct.unpack_from(f"<{count}I", bins, 4 * (count + 1))
    # A page is read once, however often a damaged file names it.
    for page_number in dict.fromkeys(number & 0x3FFFFF for number in numbers):
        page = stream[page_number * _PAGE : (page_number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield page


def _offsets(page: bytes, entry: int) -> tuple[int, ...]:
    # Each run takes an offset and an entry; a damaged page says that it has more than fit.
    count = min(page[_PAGE - 1], (_PAGE - 5) // (4 + entry))
    return struct.unpack_from(f"<{count + 1}I", page, 0)
