"""Place names in a plan: which there are, and which one is the plan's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import compress, count
from operator import add
from types import MappingProxyType

from plandraft.core.model.spans import Span
from plandraft.core.text.divisions import Place, PlaceLevel, parse_divisions

# Ordinary words that a short place name also is; they count only with 市/县/区/省 behind them.
_AMBIGUOUS = frozenset(
    {"朝阳", "海南", "中山", "大理", "黄山", "白银", "安康", "平凉", "吉安", "长治", "三明", "海西"}
    | {"玉树", "文山", "阿里", "红河", "资阳", "新余", "南平", "固原", "来宾", "日照", "兴安"}
)
# Parts of the city that every plan speaks of, though some district is called so.
_ORDINARY = frozenset(
    """新城区 老城区 城区 郊区 矿区 新区 东区 西区 南区 北区 市区 城中区 城东区 城西区 城北区 新市区
    港口区 海港区 山城区 河口区 南市区 北市区 中原区 高新区 城关区 城厢区""".split()  # noqa: SIM905
)
# Counties that are named without their unit as often as cities are.
_KNOWN_SHORT = frozenset(
    "济源 仙桃 潜江 天门 石河子 神农架 昆山 江阴 常熟 义乌 晋江 即墨 寿光 慈溪".split()  # noqa: SIM905
)
# 峰峰矿区, 阿拉善左旗, 瀍河回族区: without 区 or 旗 this is no name.
_HALF_NAME_ENDS = ("矿", "左", "右", "前", "中", "后", "族", "联合")
# What ends before such a letter is no place: 沿|海口|岸, 西|南通|道, 经|济南.
_NOT_AFTER = {
    "济南": "经",
    "济宁": "经",
    "海口": "沿出",
    "南通": "西东",
    "大同": "扩加最巨",
    "大连": "重扩最",
    "河南": "黄",
    "河北": "黄",
    "海东": "沿",
    "海北": "沿",
}
_UNITS = "自治区|自治州|地区|新区|市|县|区|省|州|盟"
# 新兴区|域, 中山市|场, 山东省|级: the unit belongs to another word.
_SUFFIX = re.compile(
    rf"(?:{_UNITS})(?:(?<!区)|(?![域块间别位段划]))(?:(?<!市)|(?![场值]))(?:(?<![县省])|(?!级))"
)
_FULL_NAME_END = re.compile("(?<=区)[域块间别位段划]|(?<=市)[场值]|(?<=县)级")
_UNIT = re.compile(f"(?:{_UNITS})$")
# A title begins with the place, or names it after 关于印发 or after the issuing party committee.
_TITLE_PLACE = re.compile(
    r"^(?:中共|关于印发|关于|印发|《)*([\u3400-\u9fff]{2,6}?)(?:自治区|自治州|市|县|区|省|州)"
)
_NOT_A_PLACE = re.compile(r"^(?:我|全|本|各|该|城|新|老|市|为|推进|加快|关于)")
# So many mentions in the text make a name its own place where the title names none.
_MENTIONS_OF_OWN_PLACE = 3
_Names = Mapping[str, tuple[str, ...]]
_NONE: _Names = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Hold one place name in a text; `name` is the short form without 市/县/区/省."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Hold the places that are known.

    The short `names` are recognised wherever they stand, with their unit or without; the
    `full_names` only as they are.
    """

    names: frozenset[str] = frozenset()
    full_names: frozenset[str] = frozenset()
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    # All names by their first two letters, the longest first.
    _beginnings: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    _places_by_beginning: dict[str, list[Place]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        if not self._beginnings:
            self._beginnings.update(_by_beginning(self.names | self.full_names, _NONE))

    def with_names(self, *names: str) -> Gazetteer:
        """Return a gazetteer that knows `names` too; empty ones are left out."""
        more = frozenset(name for name in names if name) - self.names
        if not more:
            return self
        beginnings = {**self._beginnings, **_by_beginning(more, self._beginnings)}
        places = self._places_by_beginning
        return Gazetteer(self.names | more, self.full_names, self.places, beginnings, places)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return all places with this full or short name, those in use and the highest first."""
        # Full and short names begin alike; working out thousands of short ones would take 5 ms.
        if self.places and not self._places_by_beginning:
            for place in self.places:
                self._places_by_beginning.setdefault(place.name[:2], []).append(place)
        alike = self._places_by_beginning.get(name[:2], ())
        found = [place for place in alike if name in {place.name, place.short}]
        order = list(PlaceLevel)
        return tuple(sorted(found, key=lambda place: (place.former, order.index(place.level))))


def parse_gazetteer(text: str) -> Gazetteer:
    """Parse the names of places; `#` begins a comment.

    Lines are `province<TAB>name name …` with short names that count wherever they stand, or
    `province<TAB>prefecture<TAB>county …` with full names (see `parse_divisions`).
    """
    names: set[str] = set()
    for line in text.splitlines():
        columns = line.split("\t")
        if line.strip() and not line.startswith("#") and len(columns) <= 2:
            names.add(columns[0].strip())
            names.update(columns[-1].split())
    places = tuple(parse_divisions(text))
    full_names: set[str] = set()
    for place in places:
        if _stands_alone(place):
            names.add(place.short)
        # 通县, 道县: two letters with a unit are parts of words everywhere.
        if len(place.name) > 2 and place.name not in _ORDINARY:
            full_names.add(place.name)
    # With a unit of their own, short names are found already.
    full_names = {name for name in full_names if _UNIT.sub("", name) not in names}
    return Gazetteer(frozenset(names), frozenset(full_names - names), places)


def find_places(text: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Find all mentions of the gazetteer's places, in order, without overlaps.

    Linear in the length of `text`, whatever the number of names.
    """
    beginnings = gazetteer._beginnings  # noqa: SLF001 - the two halves of one thing
    mentions: list[PlaceMention] = []
    reached = 0
    pairs = map(add, text, text[1:])
    for at in compress(count(), map(beginnings.__contains__, pairs)):
        if at >= reached:
            end = _end_of_place(text, at, beginnings[text[at : at + 2]], gazetteer)
            if end:
                reached = end
                mentions.append(PlaceMention(Span(at, end), short_name(text[at:end])))
    return tuple(mentions)


def _end_of_place(text: str, at: int, names: Iterable[str], gazetteer: Gazetteer) -> int:
    """Return where the longest of `names` that stands at `at` ends, or 0."""
    for name in names:
        if not text.startswith(name, at):
            continue
        end = at + len(name)
        if name in gazetteer.names:
            if at and text[at - 1] in _NOT_AFTER.get(name, ""):
                continue
            unit = _SUFFIX.match(text, end)
            if unit is not None:
                return unit.end()
            if name not in _AMBIGUOUS:
                return end
        elif not _FULL_NAME_END.match(text, end):
            return end
    return 0


def _by_beginning(names: Iterable[str], known: _Names) -> dict[str, tuple[str, ...]]:
    """Group `names` by their first two letters, together with those that are `known`."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[:2], list(known.get(name[:2], ()))).append(name)
    return {
        pair: tuple(sorted(group, key=lambda name: (-len(name), name)))
        for pair, group in groups.items()
    }


def _stands_alone(place: Place) -> bool:
    """Tell whether the short name counts without its unit."""
    if place.level is PlaceLevel.COUNTY:
        whole = place.short != place.name and not place.short.endswith(_HALF_NAME_ENDS)
        return (len(place.short) > 2 and whole) or place.short in _KNOWN_SHORT
    return True


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
