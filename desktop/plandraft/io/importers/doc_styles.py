"""The styles of a Word 97–2003 document."""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass

from plandraft.io.importers.doc_properties import (
    Properties,
    Property,
    number,
    read_properties,
)
from plandraft.io.importers.docx_styles import ParagraphStyle, is_contents_name, is_title_name

_PARAGRAPH = 1
_HEADINGS = range(1, 10)
_CONTENTS = range(19, 28)
_TITLE = 62
_BODY_OUTLINE = 9
# The index of a style that is based on none.
_NO_STYLE = 0xFFF
_MOST_STYLES = 4096


@dataclass(frozen=True, slots=True)
class _Style:
    built_in: int
    base: int
    name: str
    properties: Properties


def read_doc_styles(sheet: bytes) -> dict[int, ParagraphStyle]:
    """Return the paragraph styles by index; what stands behind a damaged one is left out."""
    styles: dict[int, _Style] = {}
    # The text matters more than its styles: those read before the damage are used.
    with suppress(struct.error, IndexError):
        _read_all(sheet, styles)
    return {index: _resolve(index, styles) for index in styles}


def _read_all(sheet: bytes, styles: dict[int, _Style]) -> None:
    (head,) = struct.unpack_from("<H", sheet, 0)
    count, base_length = struct.unpack_from("<2H", sheet, 2)
    at = 2 + head
    for index in range(min(count, _MOST_STYLES)):
        (length,) = struct.unpack_from("<H", sheet, at)
        content = sheet[at + 2 : at + 2 + length]
        at += 2 + length
        style = _read_style(content, base_length) if length else None
        if style is not None:
            styles[index] = style


def _read_style(content: bytes, base_length: int) -> _Style | None:
    built_in, base = struct.unpack_from("<2H", content, 0)
    if base & 0xF != _PARAGRAPH:
        return None
    (letters,) = struct.unpack_from("<H", content, base_length)
    at = base_length + 2
    name = content[at : at + 2 * letters].decode("utf-16-le", errors="replace")
    at += 2 * letters + 2
    properties: Properties = {}
    if at + 2 <= len(content):
        (length,) = struct.unpack_from("<H", content, at)
        properties = read_properties(content[at + 4 : at + 2 + length])
    return _Style(built_in & 0xFFF, base >> 4, name, properties)


def _resolve(index: int, styles: dict[int, _Style]) -> ParagraphStyle:
    chain: list[_Style] = []
    at = index
    seen: set[int] = set()
    while at in styles and at not in seen and at != _NO_STYLE:
        seen.add(at)
        chain.append(styles[at])
        at = styles[at].base
    first = chain[0]
    list_id = _first(chain, Property.LIST)
    return ParagraphStyle(
        identifier=str(index),
        title=first.built_in == _TITLE or is_title_name(first.name),
        contents=first.built_in in _CONTENTS or is_contents_name(first.name),
        level=_level(chain),
        number_id=list_id,
        number_level=_first(chain, Property.LIST_LEVEL),
    )


def _first(chain: list[_Style], code: Property) -> int | None:
    values = (number(style.properties, code) for style in chain)
    return next((value for value in values if value is not None), None)


def _level(chain: list[_Style]) -> int:
    for style in chain:
        outline = number(style.properties, Property.OUTLINE_LEVEL)
        if outline is not None:
            return outline + 1 if outline < _BODY_OUTLINE else 0
        if style.built_in in _HEADINGS:
            return style.built_in
    return 0
