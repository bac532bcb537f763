"""What LibreOffice makes of a file: rows of a page, characters of a line, ink in the type area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from plandraft.io.exporters import official_style as official
from plandraft.io.importers.pdf_lines import PageLine, PdfPage
from plandraft.io.importers.pdf_reader import read_page_lines
from plandraft.io.layout_check.findings import Finding

_MILLIMETRE = 72 / 25.4  # points
_SHEET_WIDTH, _SHEET_HEIGHT = 210.0, 297.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 28.0, 184.0, 37.0, 262.0
_FOOT = 264.0  # below it stands the page number
_TOLERANCE = 1.0
# A mark may hang out at the end of a line: its ink stands in the near half of its square.
_HANGING_MARKS = frozenset("，。、；：！？”’）》")
_PITCH_TOLERANCE = 0.5
_LEAST_ROWS = 12  # fewer are a title page, or the end of the text
_HAN_LINE = re.compile(r"[\u4e00-\u9fff]+")
_CHARACTER = 5.7  # mm: a line that ends nearer to the edge than this is a whole one


def check_rendering(pdf: bytes) -> tuple[Finding, ...]:
    """Return what the pages of a PDF depart from the official page in, page by page.

    Turned sheets are left out. Raises PlanError FILE_DAMAGED or FILE_ENCRYPTED.
    """
    found: list[Finding] = []
    for number, page in enumerate(read_page_lines(pdf), start=1):
        found += _page(page, f"第 {number} 页")
    return tuple(found)


def _page(page: PdfPage, place: str) -> Iterator[Finding]:
    if abs(page.width / _MILLIMETRE - _SHEET_WIDTH) > _TOLERANCE:
        return
    lines = [line for line in page.lines if _height(line) < _FOOT]
    yield from _rows(lines, place)
    yield from _characters(lines, place)
    outside = [line for line in lines if _is_outside(line)]
    if outside:
        yield _finding(
            "render.area",
            "5.2.1",
            place,
            f"“{outside[0].text[:8]}…”超出版心",
            "文字在 156 × 225 mm 内",
        )


def _rows(lines: Sequence[PageLine], place: str) -> Iterator[Finding]:
    """Yield a finding for a full page of one pitch, empty lines allowed, without 22 rows."""
    heights = [_height(line) for line in lines]
    steps = [after - before for before, after in pairwise(heights)]
    if len(heights) < _LEAST_ROWS:
        return
    pitch = median(steps)
    even = all(abs(step - pitch * round(step / pitch)) <= _PITCH_TOLERANCE for step in steps)
    full = heights[0] < _TOP + pitch + _TOLERANCE and heights[-1] + pitch > _BOTTOM
    rows = round((heights[-1] - heights[0]) / pitch) + 1
    if even and full and rows != official.LINES_A_PAGE:
        yield _finding("render.rows", "5.2.3", place, f"满页 {rows} 行", "每面 22 行")


def _characters(lines: Sequence[PageLine], place: str) -> Iterator[Finding]:
    for line in lines:
        whole = (
            abs(line.left / _MILLIMETRE - _LEFT) < _TOLERANCE
            and line.right / _MILLIMETRE > _RIGHT - _CHARACTER
        )
        if whole and _HAN_LINE.fullmatch(line.text):
            count = len(line.text)
            if count != official.CHARACTERS_A_LINE:
                yield _finding(
                    "render.characters", "5.2.3", place, f"每行 {count} 字", "每行 28 字"
                )
                return


def _is_outside(line: PageLine) -> bool:
    height = _height(line)
    hanging = line.size / _MILLIMETRE if line.text[-1:] in _HANGING_MARKS else 0.0
    return (
        line.left / _MILLIMETRE < _LEFT - _TOLERANCE
        or line.right / _MILLIMETRE > _RIGHT + _TOLERANCE + hanging
        or height > _BOTTOM + _TOLERANCE
        or height < _TOP
    )


def _height(line: PageLine) -> float:
    """Return how far below the head of the sheet the line stands, in millimetres."""
    return _SHEET_HEIGHT + line.y / _MILLIMETRE


def _finding(rule: str, clause: str, place: str, found: str, wanted: str) -> Finding:
    return Finding(rule, clause, 0, place, found, wanted, fixable=False)
