"""Place names in a plan: which there are, and which one is the plan's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plandraft.core.model.spans import Span

# Ordinary words that a short place name also is; they count only with 市/县/区/省 behind them.
_AMBIGUOUS = frozenset(
    {"朝阳", "海南", "中山", "大理", "黄山", "白银", "安康", "平凉", "吉安", "长治", "三明", "海西"}
    | {"玉树", "文山", "阿里", "红河", "资阳", "新余", "南平", "固原"}
)
_SUFFIX = "(?:自治区|自治州|地区|新区|市|县|区|省|州|盟)"
_UNIT = re.compile(r"(?:自治区|自治州|地区|新区|市|县|区|省|州|盟)$")
# A title begins with the place, or names it after 关于印发 or after the issuing party committee.
_TITLE_PLACE = re.compile(
    r"^(?:中共|关于印发|关于|印发|《)*([\u3400-\u9fff]{2,6}?)(?:自治区|自治州|市|县|区|省|州)"
)
_NOT_A_PLACE = re.compile(r"^(?:我|全|本|各|该|城|新|老|市|为|推进|加快|关于)")
# So many mentions in the text make a name its own place where the title names none.
_MENTIONS_OF_OWN_PLACE = 3


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Hold one place name in a text; `name` is the short form without 市/县/区/省."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Hold the short names of places that are recognised wherever they stand."""

    names: frozenset[str] = frozenset()

    def with_names(self, *names: str) -> Gazetteer:
        """Return a gazetteer that knows `names` too; empty ones are left out."""
        return Gazetteer(self.names | {name for name in names if name})


def parse_gazetteer(text: str) -> Gazetteer:
    """Parse lines of `province<TAB>name name …`; `#` begins a comment."""
    names: set[str] = set()
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            province, _, below = line.partition("\t")
            names.add(province.strip())
            names.update(below.split())
    return Gazetteer(frozenset(names))


def find_places(text: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Find all mentions of the gazetteer's places, in order, without overlaps."""
    beginnings = set(map(str.__add__, text, text[1:]))
    pattern = _pattern([name for name in gazetteer.names if name[:2] in beginnings])
    if pattern is None:
        return ()
    return tuple(
        PlaceMention(Span(found.start(), found.end()), short_name(found.group()))
        for found in pattern.finditer(text)
    )


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Build the pattern that finds `names`, the longest first, or None without names."""
    parts = [
        re.escape(name) + (_SUFFIX if name in _AMBIGUOUS else f"{_SUFFIX}?")
        for name in sorted(names, key=lambda name: (-len(name), name))
    ]
    return re.compile("|".join(parts)) if parts else None


def short_name(name: str) -> str:
    """Return a place name without the unit behind it: 聊城市 → 聊城."""
    shorter = _UNIT.sub("", name)
    return shorter if len(shorter) >= 2 else name


def own_place(title: str, text: str) -> str:
    """Return the short name of the place that a plan is about, or "".

    The title decides; where it names none, the place that the text names as …市 most often does.
    """
    found = _TITLE_PLACE.match("".join(title.split()))
    if found and not _NOT_A_PLACE.match(found.group(1)):
        return found.group(1)
    return _most_frequent_city(text)


def _most_frequent_city(text: str) -> str:
    counts: dict[str, int] = {}
    for found in re.finditer(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,3})市", text):
        name = found.group(1)
        if not _NOT_A_PLACE.match(name):
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    name, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return name if count >= _MENTIONS_OF_OWN_PLACE else ""
