"""The administrative divisions of China: what they are called, in full and for short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_ETHNIC = re.compile(
    r"(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡"
    r"|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固"
    r"|独龙|鄂伦春|门巴|珞巴|各)族?"
)
_AUTONOMOUS = re.compile("(?:自治区|自治州|自治县|自治旗)$")
_UNIT = re.compile("(?:特别行政区|地区|林区|特区|新区|市|县|区|省|州|盟|旗)$")
_SHORTEST = 2


class PlaceLevel(StrEnum):
    """Name the levels of administration that make plans."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Place:
    """Hold one division: its full name, its level, what it lies in, whether the name is in use.

    `province` and `prefecture` are full names; each is "" from its own level upwards and where
    the place is under the province directly.
    """

    name: str
    level: PlaceLevel
    province: str = ""
    prefecture: str = ""
    former: bool = False

    @property
    def short(self) -> str:
        """Return the name without the unit behind it: 聊城市 → 聊城."""
        return short_division(self.name)


def short_division(name: str) -> str:
    """Return a name without its unit and people: 恩施土家族苗族自治州 → 恩施, 沛县 → 沛县."""
    stem = _AUTONOMOUS.sub("", name)
    if stem != name:
        for found in _ETHNIC.finditer(stem, _SHORTEST):
            if _is_ethnic(stem[found.start() :]):
                return stem[: found.start()]
        return stem
    stem = _UNIT.sub("", name)
    return stem if len(stem) >= _SHORTEST else name


def parse_divisions(text: str) -> Iterator[Place]:
    """Yield the places of lines `province<TAB>prefecture<TAB>county county …`.

    `*` behind a name says that it is not in use any more; `#` begins a comment. Lines with fewer
    columns are passed over.
    """
    provinces: set[str] = set()
    for line in text.splitlines():
        columns = line.split("\t")
        if line.startswith("#") or len(columns) != 3:
            continue
        province, prefecture, counties = columns
        if province not in provinces:
            provinces.add(province)
            yield Place(province, PlaceLevel.PROVINCE)
        above = prefecture.removesuffix("*")
        if above:
            former = above != prefecture
            yield Place(above, PlaceLevel.PREFECTURE, province, former=former)
        for county in counties.split():
            name = county.removesuffix("*")
            yield Place(name, PlaceLevel.COUNTY, province, above, former=name != county)


def _is_ethnic(text: str) -> bool:
    position = 0
    while position < len(text):
        found = _ETHNIC.match(text, position)
        if found is None:
            return False
        position = found.end()
    return True
