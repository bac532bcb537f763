"""Cutting a long title into centred lines between words, wide above narrow or evenly."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache
from itertools import pairwise

from plandraft.io.exporters.official_style import TITLE_CHARACTERS_A_LINE

# A line may begin with these: they open the next word of a plan's title.
_BEGINNINGS = re.compile(
    r"(?:“|《|（|国民经济|数字|高质量|发展|专项|总体|五年|建设|规划|方案|意见|通知|关于|实施)"
)
# A line may end with these.
_ENDINGS = re.compile(r"(?:”|》|）|、|省|市|县|区|州|年|化)$")
_NO_BEGINNING = frozenset("”》）〉】、，。：；！？%％")
_NO_ENDING = frozenset("“《（〈【")
_PARTICLE_END_COST = 20.0
# Particles belong to the word before them; a line that ends with one is less bad.
_PARTICLES = frozenset("的和与及于")
_POOR_BEGINNING = _PARTICLES | frozenset("化市省县区州")
_WORD_BREAK_COST = 60.0  # worth up to about eight characters of unevenness
_BROKEN_WORD_COST = 400.0  # cutting digits, Latin words, or a short quotation
_SHORTEST_LINE = 3
LONGEST_TITLE = 400  # characters; what is longer is no title, and words in it do not matter


def title_lines(title: str, limit: int = TITLE_CHARACTERS_A_LINE) -> tuple[str, ...]:
    """Return the title in the fewest lines of at most `limit` characters, cut between words.

    Two half-width characters count as one. A title without any place to cut is cut anyway.
    """
    if text_width(title) <= limit:
        return (title,)
    if len(title) > LONGEST_TITLE:
        return tuple(title[i : i + limit] for i in range(0, len(title), limit))
    count = math.ceil(text_width(title) / limit)
    while (lines := _best(title, count, limit)) is None:
        count += 1
    return lines


def text_width(text: str) -> float:
    """Return the width of a text in full-width characters."""
    return sum(map(_width, text))


@cache
def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def _best(title: str, count: int, limit: int) -> tuple[str, ...] | None:
    even = text_width(title) / count

    @cache
    def rest(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            line = title[start:]
            return (_line_cost(line, even), ()) if text_width(line) <= limit else None
        found: tuple[float, tuple[int, ...]] | None = None
        for end in range(start + _SHORTEST_LINE, len(title)):
            if text_width(title[start:end]) > limit:
                break
            after = rest(end, left - 1)
            if after is None:
                continue
            cost = _line_cost(title[start:end], even) + _cut_cost(title, end) + after[0]
            if found is None or cost < found[0]:
                found = (cost, (end, *after[1]))
        return found

    best = rest(0, count)
    if best is None:
        return None
    cuts = (0, *best[1], len(title))
    return tuple(title[a:b] for a, b in pairwise(cuts))


def _line_cost(line: str, even: float) -> float:
    return (text_width(line) - even) ** 2


def _cut_cost(title: str, at: int) -> float:
    before, after = title[at - 1], title[at]
    inside_word = before.isascii() and after.isascii() and (before + after).isalnum()
    if inside_word or after in _NO_BEGINNING or before in _NO_ENDING or _in_quotation(title, at):
        return _BROKEN_WORD_COST
    if after in _POOR_BEGINNING:
        return _WORD_BREAK_COST
    if _BEGINNINGS.match(title, at) or _ENDINGS.search(title[:at]):
        return 0.0
    return _PARTICLE_END_COST if before in _PARTICLES else _WORD_BREAK_COST


def _in_quotation(title: str, at: int) -> bool:
    return title.count("“", 0, at) > title.count("”", 0, at)
