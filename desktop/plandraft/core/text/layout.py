"""Tell layout from text: where the source breaks into lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from plandraft.core.text.mojibake import shifted_stretches

# GB18030 decodes the full-width space of old GBK fonts to U+E5E5.
_BLANK = "\\s\u200b\u2060\ufeff\ue5e5"
# Word processors and web editors leave marks of the GBK user area at paragraph ends.
_USER_AREA = "\ue000-\ue765"
_RUN = re.compile(f"[{_BLANK}{_USER_AREA}]+")
_EDGE = re.compile(f"[{_BLANK}]+")
_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WIDE = re.compile("[\u00a0\u3000\ue5e5]")
_MARK = re.compile(f"[{_USER_AREA}]")
_SENTENCE_END = "。！？；：!?;:”）"
# 目　　录 or 前　　言: so few letters in a line are one word set wide.
_WIDE_WORD = 4
_WIDE_WINDOW = 40
# 云汀市人民政府 2026年3月8日: the date of a signature on the same line.
_DATE_BEHIND = re.compile(
    r"[府会局厅室组部院处][ \t]+"
    r"(?=(?:[二一][〇○OＯo0零一二三四五六七八九]{3}|20\d\d|19\d\d)年[^，。]{2,8}$)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of the source without the layout around it.

    `start` and `end` are code points of the source; `paragraph` counts the line feeds before it;
    `soft` says that it was set apart by spaces or marks only.
    """

    start: int
    end: int
    paragraph: int
    soft: bool


def find_lines(source: str) -> tuple[Line, ...]:
    """Find the lines of `source`; linear in its length."""
    lines: list[Line] = []
    dates = {found.start() + 1 for found in _DATE_BEHIND.finditer(source)}
    shifted = shifted_stretches(source)
    start, paragraph, soft = 0, 0, False
    for run in _RUN.finditer(source):
        if _EDGE.search(run.group()) is None:
            continue
        first, last = _without_damage(source, run, shifted)
        layout = source[first:last]
        hard = _LINE_END.search(layout) is not None
        if hard or first in dates or _is_break(source, first, last):
            _add(lines, source, Line(start, first, paragraph, soft))
            paragraph += layout.count("\n")
            start, soft = last, not hard
    _add(lines, source, Line(start, len(source), paragraph, soft))
    return tuple(lines)


def strip_span(source: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks at its ends."""
    found = _EDGE.match(source, start, end)
    if found:
        start = found.end()
    while end > start and _EDGE.match(source, end - 1, end):
        end -= 1
    return start, end


def _add(lines: list[Line], source: str, line: Line) -> None:
    start, end = strip_span(source, line.start, line.end)
    if start < end:
        lines.append(Line(start, end, line.paragraph, line.soft))


def _without_damage(
    source: str, run: re.Match[str], shifted: tuple[tuple[int, int], ...]
) -> tuple[int, int]:
    """Leave private-use characters at the ends of `run` to the damaged stretch they belong to."""
    start, end = run.span()
    index = bisect_right(shifted, (end, end)) - 1
    if index < 0 or start - shifted[index][1] > 1:
        return start, end
    while _MARK.match(source[start]):
        start += 1
    while _MARK.match(source[end - 1]):
        end -= 1
    return start, end


def _is_break(source: str, start: int, end: int) -> bool:
    layout = source[start:end]
    if start == 0 or end == len(source):
        return True
    if len(layout) == 1:
        return False
    if _MARK.search(layout) and len(_MARK.sub("", layout)) > 1:
        return True
    if _WIDE.search(layout):
        return source[start - 1] in _SENTENCE_END or not _inside_wide_word(source, start, end)
    return source[start - 1] in _SENTENCE_END and layout.isspace() and "\t" not in layout


def _inside_wide_word(source: str, start: int, end: int) -> bool:
    left = max(source.rfind("\n", max(0, start - _WIDE_WINDOW), start) + 1, start - _WIDE_WINDOW)
    right = source.find("\n", end, end + _WIDE_WINDOW)
    right = min(len(source), end + _WIDE_WINDOW) if right < 0 else right
    return len("".join(source[left:right].split())) <= _WIDE_WORD
