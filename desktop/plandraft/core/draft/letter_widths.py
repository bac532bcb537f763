"""How wide characters are, in parts of the size of the type."""

from __future__ import annotations

import unicodedata
from functools import cache

# Times New Roman and the faces made to its measure, in thousandths of the size, from U+0020 on.
_TIMES = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
)  # fmt: skip
_FIRST = 0x20
# They are set in the Chinese face of the paragraph, which gives them a whole square.
_SQUARE_MARKS = frozenset("“”‘’—…·°×÷±§")
_HALF = 0.5


@cache
def letter_width(character: str) -> float:
    """Return the width of one character; 0 for marks that stand on the one before."""
    at = ord(character) - _FIRST
    if 0 <= at < len(_TIMES):
        return _TIMES[at] / 1000
    if character in _SQUARE_MARKS or unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 0.0 if unicodedata.combining(character) else _HALF


@cache
def is_square(character: str) -> bool:
    """Tell whether a character takes a whole square, and a line may break beside it."""
    return letter_width(character) == 1.0 and not character.isascii()
