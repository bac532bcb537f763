"""Put the characters of a PDF page into lines, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Characters of one line differ in height by less than this share of their size (notes, fractions).
_SAME_LINE = 0.45
# So many sizes from the beginning of one character to the next are a gap between cells.
_CELL_GAP = 2.6
# A blank that the file does not hold: the library tells a gap between letters by it.
MADE_UP_BLANK = "\x1f"
_BLANKS = frozenset({" ", "\u3000", "\t", MADE_UP_BLANK})
_BETWEEN_WORDS = re.compile("(?<=[!-~])\x1f+(?=[!-~])")
_LATIN = re.compile(r"[A-Za-z0-9]")


class Character(NamedTuple):
    """Hold a character with the place of its origin; x grows to the right, y downwards."""

    y: float
    x: float
    text: str
    index: int
    size: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """Hold a line: its text (tabs between cells), its edges and size in points, its height y."""

    text: str
    left: float
    right: float
    y: float
    size: float

    @property
    def cells(self) -> int:
        """Return how many cells stand in the line."""
        return self.text.count("\t") + 1


@dataclass(frozen=True, slots=True)
class PdfPage:
    """Hold the lines of a page from top to bottom, and its width in points."""

    lines: tuple[PageLine, ...]
    width: float


def group_lines(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each line from left to right, lines from top to bottom."""
    line: list[Character] = []
    for character in sorted(characters, key=_height):
        if line and character.y - line[0].y > _SAME_LINE * max(character.size, line[0].size):
            yield sorted(line, key=_place)
            line = []
        line.append(character)
    if line:
        yield sorted(line, key=_place)


def line_text(line: Sequence[Character]) -> str:
    """Return the text of a line, a tab for each gap between cells.

    Made-up blanks between Chinese letters are layout and left out; Latin words keep theirs.
    """
    parts: list[str] = []
    before: Character | None = None
    for character in line:
        if character.text not in _BLANKS:
            wide = _CELL_GAP * character.size
            if before is not None and character.x - before.x > max(wide, _CELL_GAP * before.size):
                while parts[-1] in _BLANKS:
                    parts.pop()
                parts.append("\t")
            before = character
        parts.append(character.text)
    text = _BETWEEN_WORDS.sub(" ", "".join(parts))
    return text.replace(MADE_UP_BLANK, "").strip()


def joins_with_space(before: str, after: str) -> bool:
    """Tell whether a word ends at the end of one line and another begins on the next."""
    return bool(_LATIN.match(before[-1:]) and _LATIN.match(after[:1]))


def _height(character: Character) -> tuple[float, int]:
    return character.y, character.index


def _place(character: Character) -> tuple[float, int]:
    return character.x, character.index
