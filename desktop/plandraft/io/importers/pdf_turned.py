"""Text of a PDF that does not run from left to right: turned, or set upright as books once were.

Each direction has a page of its own, on which its lines run from left to right as usual.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plandraft.io.importers.pdf_columns import lines_in_order
from plandraft.io.importers.pdf_lines import (
    BLANKS,
    MADE_UP_BLANK,
    Character,
    PdfPage,
    group_lines,
    read_line,
)

# Directions in degrees, anti-clockwise; letters one below the other count as turned to the right.
DOWNWARDS = 270
_ROUNDED = 5
# So many letters in a column make it one: cells of a table hold two or three above each other.
FEWEST_UPRIGHT = 4
# The next letter of a column stands straight below (within this share of the size), not far.
_STRAIGHT = 0.3
_NEXT = (0.7, 2.2)


# The same words across most pages are a mark behind the text, not part of it.
_FEWEST_REPEATS = 3


@dataclass(slots=True)
class SeenText:
    """Hold the characters of a page by the direction in which they run (0: level)."""

    width: float
    level: list[Character] = field(default_factory=list)
    turned: dict[int, list[Character]] = field(default_factory=dict)

    def pages(self) -> tuple[PdfPage, list[PdfPage]]:
        """Return the page in its main direction, and one for each other direction."""
        pages = [PdfPage(lines_in_order(self.level), self.width)]
        pages += [
            PdfPage(lines_in_order(as_usual(characters, degrees)), self.width)
            for degrees, characters in sorted(self.turned.items())
        ]
        pages.sort(key=_letters, reverse=True)
        return pages[0], [replace(page, apart=True) for page in pages[1:] if page.lines]

    def as_printed(self) -> PdfPage:
        """Return the page with its level text, each line from edge to edge."""
        found = (read_line(line) for line in group_lines(self.level))
        return PdfPage(tuple(line for line in found if line is not None), self.width)

    def letters_turned(self) -> int:
        """Return how many letters do not run level."""
        return sum(1 for run in self.turned.values() for one in run if not one.text.isspace())


def without_marks(others: Sequence[PdfPage], pages: int) -> list[PdfPage]:
    """Return the pages of other directions without the marks that most of all `pages` have."""
    counts = Counter(_words(page) for page in others)
    least = max(_FEWEST_REPEATS, pages // 2 + 1)
    return [page for page in others if counts[_words(page)] < least]


def _words(page: PdfPage) -> str:
    return "".join(line.text for line in page.lines)


def _letters(page: PdfPage) -> int:
    return sum(len(line.text) for line in page.lines)


def direction(radians: float, rotation: int) -> int:
    """Return the direction in which a letter runs on the page as it is seen, in whole fives."""
    if not math.isfinite(radians):
        return 0
    degrees = math.degrees(radians) - rotation
    return round(degrees / _ROUNDED) * _ROUNDED % 360


def as_usual(characters: Sequence[Character], turned: int) -> list[Character]:
    """Return the characters at the places where they stood if their lines were level."""
    cosine, sine = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    return [
        one._replace(x=one.x * cosine - one.y * sine, y=one.x * sine + one.y * cosine)
        for one in characters
    ]


def take_upright(
    characters: Sequence[Character],
) -> tuple[list[Character], list[Character]]:
    """Part the characters (as the file orders them) into those beside and those below another."""
    runs = list(_runs(characters))
    lengths = [sum(1 for one in run if one.text not in BLANKS) for run in runs]
    mostly = sum(one for one in lengths if one >= FEWEST_UPRIGHT) > len(characters) / 2
    beside: list[Character] = []
    below: list[Character] = []
    for run, letters in zip(runs, lengths, strict=True):
        # On a page set upright short runs stand between numbers, but page numbers lie level.
        upright = letters >= FEWEST_UPRIGHT or (mostly and not run[0].text.isascii())
        (below if upright else beside).extend(run)
    return beside, below


def _runs(characters: Sequence[Character]) -> Iterator[list[Character]]:
    run: list[Character] = []
    before: Character | None = None
    for one in characters:
        made_up = one.text == MADE_UP_BLANK
        if before is not None and not made_up and not _goes_below(before, one):
            yield run
            run = []
        run.append(one)
        before = before if made_up else one
    if run:
        yield run


def _goes_below(before: Character, one: Character) -> bool:
    size = before.size
    down = one.y - before.y
    return abs(one.x - before.x) <= _STRAIGHT * size and _NEXT[0] * size <= down <= _NEXT[1] * size
