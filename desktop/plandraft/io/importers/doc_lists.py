"""The numbered lists of a Word 97–2003 document."""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass, replace

from plandraft.io.importers.docx_numbering import ListLevel, NumberedList, NumberingResolver

# What Word 2007 and later call the number formats of the older versions.
_FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimal", "decimal",
    "decimal", "decimal", "decimal", "ideographDigital", "japaneseCounting", "decimal", "decimal",
    "decimalFullWidth", "decimal", "chineseLegalSimplified", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "decimal", "decimal", "decimalZero", "bullet",
    "decimal", "decimal", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
    "ideographZodiac", "decimal", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
    "chineseCountingThousand",
)  # fmt: skip
_OTHER_FORMATS = {57: "numberInDash", 255: "none"}
_SUFFIXES = ("tab", "space", "nothing")
_DEFINITION = 28
_LEVEL = 28
_OVERRIDE = 16
_LEVELS = 9
_NO_STYLE = 0xFFF


@dataclass(slots=True)
class _Reader:
    """Read numbers one behind the other."""

    content: bytes
    at: int = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self.content, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values


def read_doc_lists(definitions: bytes, overrides: bytes) -> NumberingResolver:
    """Read the lists; `definitions` runs from the definitions to the end of the table stream.

    Lists are numbered from 1 in the order of `overrides`; damaged ones number nothing.
    """
    lists: dict[int, NumberedList] = {}
    # The text matters more than its numbers: the lists read before the damage are used.
    with suppress(struct.error, IndexError):
        _read_overrides(overrides, _read_definitions(definitions), lists)
    return NumberingResolver(lists)


def _read_definitions(content: bytes) -> dict[int, dict[int, ListLevel]]:
    (count,) = struct.unpack_from("<h", content, 0)
    reader = _Reader(content, 2 + max(0, count) * _DEFINITION)
    found: dict[int, dict[int, ListLevel]] = {}
    for index in range(count):
        at = 2 + index * _DEFINITION
        identifier, _, *styles = struct.unpack_from("<ii9H", content, at)
        simple = content[at + 26] & 1
        found[identifier] = {
            level: _read_level(reader, styles[level]) for level in range(1 if simple else _LEVELS)
        }
    return found


def _read_level(reader: _Reader, style: int) -> ListLevel:
    start, code, flags, *_ = reader.take("iBB9s")
    follow, _, _, characters, paragraphs, limit, _ = reader.take("BiiBBBB")
    reader.at += characters + paragraphs
    (length,) = reader.take("H")
    raw = reader.content[reader.at : reader.at + 2 * length].decode("utf-16-le", errors="replace")
    reader.at += 2 * length
    # A level's number stands in the text as the character of its index.
    pattern = "".join(f"%{ord(char) + 1}" if char < "\x09" else char for char in raw)
    return ListLevel(
        start=start,
        number_format=_OTHER_FORMATS.get(
            code, _FORMATS[code] if code < len(_FORMATS) else "decimal"
        ),
        pattern=pattern,
        suffix=_SUFFIXES[follow] if follow < len(_SUFFIXES) else "tab",
        legal=bool(flags & 0x04),
        restart=limit if flags & 0x08 else None,
        style="" if style == _NO_STYLE else str(style),
    )


def _read_overrides(
    content: bytes, levels: dict[int, dict[int, ListLevel]], lists: dict[int, NumberedList]
) -> None:
    (count,) = struct.unpack_from("<I", content, 0)
    reader = _Reader(content, 4 + count * _OVERRIDE)
    for index in range(count):
        identifier, _, _, changed = struct.unpack_from("<iiiB", content, 4 + index * _OVERRIDE)
        own = dict(levels.get(identifier, {}))
        starts: dict[int, int] = {}
        reader.take("I")
        for _ in range(changed):
            start, flags = reader.take("iI")
            level = flags & 0xF
            if flags & 0x20:
                own[level] = _read_level(reader, _NO_STYLE)
                start = own[level].start
            if flags & 0x10:
                starts[level] = start
                own[level] = replace(own.get(level, ListLevel()), start=start)
        lists[index + 1] = NumberedList(identifier, own, starts)
