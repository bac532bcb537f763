"""Offsets between Python's code points and Qt's UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# What Qt would take for the end of a block, for an object or for nothing at all; each becomes one
# harmless unit so that every offset holds.
_HARMLESS = {
    0x0B: " ",
    0x0C: " ",
    0x0D: " ",
    0x2029: "\u2028",
}
_DAMAGED = re.compile("[\x00\x0b\x0c\r\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")


class Utf16Map:
    """Convert offsets of one text: 𠮷 is one code point and two units."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [offset + index for index, offset in enumerate(self._astral)]

    def to_units(self, offset: int) -> int:
        """Return the UTF-16 offset of the code point offset `offset`."""
        return offset + bisect_left(self._astral, offset)

    def to_points(self, unit: int) -> int:
        """Return the code point offset; a unit inside a pair counts as its beginning."""
        return unit - bisect_left(self._units, unit)


def harmless(text: str) -> str:
    """Return `text` with the same offsets and nothing in it that Qt would split or swallow."""
    return _DAMAGED.sub(lambda found: _HARMLESS.get(ord(found.group()), "\ufffd"), text)
