"""Slots in 【】: which stand in a text, what their values are, what follows from a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.model.spans import Span

CITY = "城市"
PERIOD = "规划期"

# A name is one short line: longer brackets are somebody's prose, not a slot.
_MARK = re.compile(r"【([^【】\r\n]{1,30})】")

# First year of each five-year plan a draft may be about or look back on; each runs five years.
PERIOD_STARTS: dict[str, int] = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}
PERIOD_YEARS = 5

# What a city's name loses in its short form; longest first.
_CITY_ENDINGS = ("自治县", "新区", "地区", "市", "县", "区")
SHORTEST_CITY_NAME = 2  # 沙市 stays 沙市: no short name has one character

DERIVED_SLOTS = ("城市简称", "起始年", "目标年", "基期年", "上一规划期", "规划序数")


@dataclass(frozen=True, slots=True)
class SlotMark:
    """Hold one 【name】 that stands in a text; `span` covers the brackets too."""

    name: str
    span: Span


def slot_marks(text: str) -> Iterator[SlotMark]:
    """Yield the marks of `text` in order."""
    for match in _MARK.finditer(text):
        yield SlotMark(match[1], Span(match.start(), match.end()))


def slot_values(slots: Mapping[str, str]) -> dict[str, str]:
    """Return the filled slots together with what follows from them; given values come first."""
    given = {name: value for name, value in slots.items() if value}
    return {**_from_city(given.get(CITY, "")), **_from_period(given.get(PERIOD, "")), **given}


def fill_slots(text: str, slots: Mapping[str, str]) -> str:
    """Return `text` with each 【name】 that has a value, or follows from one, replaced by it."""
    if "【" not in text:
        return text
    values = slot_values(slots)
    return _MARK.sub(lambda match: values.get(match[1], match[0]), text)


def fill_block(block: DraftBlock, slots: Mapping[str, str]) -> str:
    """Return a block's text with its slots filled.

    Brackets that stood in the source of a borrowed passage are its wording and stay.
    """
    source = block.provenance.text if block.provenance else ""
    if "【" not in source:
        return fill_slots(block.text, slots)
    values = slot_values(slots)
    return _MARK.sub(
        lambda match: match[0] if match[0] in source else values.get(match[1], match[0]),
        block.text,
    )


def open_marks(block: DraftBlock, filled: str) -> tuple[SlotMark, ...]:
    """Return the marks still open in `filled`, the text of `block` after filling."""
    source = block.provenance.text if block.provenance else ""
    return tuple(mark for mark in slot_marks(filled) if f"【{mark.name}】" not in source)


def open_slots(draft: Draft) -> tuple[str, ...]:
    """Return the names of slots that stand in the draft without a value, in order of use."""
    slots = dict(draft.slots)
    names = [mark.name for mark in slot_marks(fill_slots(draft.title, slots))]
    for section in draft.sections:
        names += [mark.name for mark in slot_marks(fill_slots(section.title, slots))]
        for block in section.blocks:
            names += [mark.name for mark in open_marks(block, fill_block(block, slots))]
    return tuple(dict.fromkeys(names))


def _from_city(city: str) -> dict[str, str]:
    for ending in _CITY_ENDINGS:
        if city.endswith(ending) and len(city) - len(ending) >= SHORTEST_CITY_NAME:
            return {"城市简称": city.removesuffix(ending)}
    return {"城市简称": city} if city else {}


def _from_period(period: str) -> dict[str, str]:
    name = period.strip("“”\"' 　").removesuffix("时期")
    start = PERIOD_STARTS.get(name)
    if start is None:
        return {}
    years = {
        "起始年": str(start),
        "目标年": str(start + PERIOD_YEARS - 1),
        "基期年": str(start - 1),
        "规划序数": name.removesuffix("五"),
    }
    for other, first in PERIOD_STARTS.items():
        if first == start - PERIOD_YEARS:
            years["上一规划期"] = other
    return years
