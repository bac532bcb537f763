"""Which five-year period a plan is for."""

from __future__ import annotations

import re
from collections import Counter

from plandraft.core.model.spans import Span

# From 八五 (1991–1995) on; before it there were no plans of this kind for cities.
_NAMES = ("八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五")
_FIRST_YEAR = 1991
_YEARS_EACH = 5
# The body talks of periods past and present; the beginning says which one it is about.
_HEAD_LENGTH = 3000
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_MARKED = re.compile(rf"[“\"'‘「『]({_NAME})[”\"'’」』]|({_NAME})(?=规划|计划|时期|期间)")
_BARE = re.compile(rf"(?<![一二三四五六七八九十])({_NAME})(?![一二三四五六七八九十])")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*年?\s*[-—–－~～至到]+\s*((?:19|20)\d\d)")


def own_period(title: str, text: str) -> str:
    """Return the period that a plan is for, such as "十四五", or "" where it cannot be told.

    The title decides, by name or by years; else the name that the beginning uses most.
    """
    in_title = _marked_names(title) or _BARE.findall(title)
    if in_title:
        return str(in_title[0])
    by_years = _period_of_years(title)
    if by_years:
        return by_years
    counts = Counter(_marked_names(text[:_HEAD_LENGTH]))
    if not counts:
        return _period_of_years(text[:_HEAD_LENGTH])
    return max(counts, key=lambda name: (counts[name], _NAMES.index(name)))


def period_years(name: str) -> tuple[int, int] | None:
    """Return the first and last year of a period: 十一五 → 2006, 2010; None for no period."""
    if name not in _NAMES:
        return None
    first = _FIRST_YEAR + _YEARS_EACH * _NAMES.index(name)
    return first, first + _YEARS_EACH - 1


def find_period(text: str, name: str, span: Span) -> Span | None:
    """Return where the period `name` is first named inside `span`, by name or by its years."""
    for pattern in (_MARKED, _BARE):
        for found in pattern.finditer(text, span.start, span.end):
            if name in found.groups():
                return Span(*found.span(found.lastindex or 0))
    years = period_years(name)
    for found in _YEARS.finditer(text, span.start, span.end):
        if years == (int(found[1]), int(found[2])):
            return Span(*found.span())
    return None


def find_periods(text: str) -> tuple[Span, ...]:
    """Find the names of periods in `text`, without quotation marks: 十五 in “十五”期间."""
    return tuple(Span(*found.span(found.lastindex or 0)) for found in _MARKED.finditer(text))


def _marked_names(text: str) -> list[str]:
    return [first or second for first, second in _MARKED.findall(text)]


def _period_of_years(text: str) -> str:
    for start, end in _YEARS.findall(text):
        index, rest = divmod(int(start) - _FIRST_YEAR, _YEARS_EACH)
        whole = rest == 0 and int(end) - int(start) == _YEARS_EACH - 1
        if whole and 0 <= index < len(_NAMES):
            return _NAMES[index]
    return ""
