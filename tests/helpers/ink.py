"""Where ink stands on a page of a PDF, in millimetres; needs poppler's pdftoppm."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

DOTS_AN_INCH = 200
MILLIMETRES = 25.4 / DOTS_AN_INCH
_DARK = 128
_RED, _NOT_RED = 160, 110


@dataclass(frozen=True, slots=True)
class InkRow:
    """Hold a row of dots: its height on the page, from where to where it is black and red."""

    top: float
    black: tuple[float, float] | None
    red: tuple[float, float] | None


def ink_rows(pdf: Path, page: int) -> list[InkRow]:
    """Return the rows of a page that hold ink, from the top."""
    command = ["pdftoppm", "-r", str(DOTS_AN_INCH), "-f", str(page), "-l", str(page), pdf]
    made = subprocess.run(command, check=True, capture_output=True).stdout
    _, size, _, dots = made.split(b"\n", 3)
    width, height = map(int, size.split())
    found = []
    for row in range(height):
        line = dots[row * width * 3 : (row + 1) * width * 3]
        if line.count(255) == len(line):
            continue
        reds, greens = line[0::3], line[1::3]
        black = [x for x in range(width) if reds[x] < _DARK]
        red = [x for x in range(width) if reds[x] > _RED and greens[x] < _NOT_RED]
        found.append(InkRow(row * MILLIMETRES, _ends(black), _ends(red)))
    return found


def _ends(places: list[int]) -> tuple[float, float] | None:
    return (places[0] * MILLIMETRES, (places[-1] + 1) * MILLIMETRES) if places else None
