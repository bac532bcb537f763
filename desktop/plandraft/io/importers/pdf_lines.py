"""Put the characters of a PDF page into lines, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plandraft.io.importers.reading import join_surrogates

# Characters of one line differ in height by less than this share of their size (notes, fractions).
_SAME_LINE = 0.45
# So many sizes from the beginning of one character to the next are a gap between cells.
_CELL_GAP = 2.6
# A blank that the file does not hold: the library tells a gap between letters by it.
MADE_UP_BLANK = "\x1f"
BLANKS = frozenset({" ", "\u3000", "\t", MADE_UP_BLANK})
_BETWEEN_WORDS = re.compile("(?<=[!-~])\x1f+(?=[!-~])")
_LATIN = re.compile(r"[A-Za-z0-9]")


class Character(NamedTuple):
    """Hold a character with the place of its origin; x grows to the right, y downwards."""

    y: float
    x: float
    order: int
    text: str
    size: float


class Cell(NamedTuple):
    """Hold the text of a cell, or of a line that is not one of a table, and its edges."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """Hold a line: its text (tabs between cells), its edges, size and height in points.

    `last_y` is the height of the last of the lines that were put together in a table; `region`
    counts the columns, and what stands between them, of its page.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    cells: tuple[Cell, ...]
    last_y: float
    region: int = 0


@dataclass(frozen=True, slots=True)
class PdfPage:
    """Hold the lines of a page in reading order, and its width in points.

    `apart` says that no paragraph goes on into it from the page before.
    """

    lines: tuple[PageLine, ...]
    width: float
    apart: bool = False


def group_lines(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each line from left to right, lines from top to bottom."""
    line: list[Character] = []
    for character in sorted(characters):
        down = character.y - line[0].y if line else 0.0
        if down > 0.0 and down > _SAME_LINE * max(character.size, line[0].size):
            yield _from_left(line)
            line = []
        line.append(character)
    if line:
        yield _from_left(line)


def read_line(line: Sequence[Character]) -> PageLine | None:
    """Return the line that characters form, cut into cells at wide gaps; None if it is blank."""
    cells: list[Cell] = []
    first = 0
    before: Character | None = None
    for index, character in enumerate(line):
        if character.text in BLANKS:
            continue
        if before is not None and character.x - before.x > _CELL_GAP * before.size:
            cells.append(_cell(line[first:index], before))
            first = index
        before = character
    if before is None:
        return None
    cells.append(_cell(line[first:], before))
    size = max([character.size for character in line])
    return line_of_cells(cells, line[0].y, size, line[0].y)


def line_of_cells(cells: Sequence[Cell], y: float, size: float, last_y: float) -> PageLine:
    """Return the line that holds `cells`."""
    return PageLine(
        "\t".join(cell.text for cell in cells),
        left=cells[0].left,
        right=cells[-1].right,
        y=y,
        size=size,
        cells=tuple(cells),
        last_y=last_y,
    )


def _cell(characters: Sequence[Character], last: Character) -> Cell:
    """Return a cell; `last` is its last character that is seen.

    Made-up blanks between Chinese letters are layout and left out; Latin words keep theirs.
    """
    text = _BETWEEN_WORDS.sub(" ", "".join([character.text for character in characters]))
    text = join_surrogates(text.replace(MADE_UP_BLANK, "").strip())
    first = next(one for one in characters if one.text not in BLANKS)
    width = last.size / 2 if last.text.isascii() else last.size
    return Cell(text, first.x, last.x + width)


def joins_with_space(before: str, after: str) -> bool:
    """Tell whether a word ends at the end of one line and another begins on the next."""
    return bool(_LATIN.match(before[-1:]) and _LATIN.match(after[:1]))


def _from_left(line: list[Character]) -> list[Character]:
    # Those of one height are in order already.
    return line if line[0].y == line[-1].y else sorted(line, key=_place)


def _place(character: Character) -> tuple[float, int]:
    return character.x, character.order
