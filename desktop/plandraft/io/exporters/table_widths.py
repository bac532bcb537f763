"""Tables made for the official page, fitted to the type area of another one."""

from __future__ import annotations

from lxml import etree

from plandraft.io.exporters.official_style import OFFICIAL_PAGE, WIDE_PAGE
from plandraft.io.exporters.word_text import tag


def fit_table(table: etree._Element, section: etree._Element) -> None:
    """Give a table that fills the official type area the width of that of `section`.

    A wide one stands on the same sheet turned; other elements are left as they are.
    """
    if table.tag != tag("tbl"):
        return
    columns = list(table.iterfind(f"{tag('tblGrid')}/{tag('gridCol')}"))
    total = sum(_width(one) for one in columns)
    upright, turned = _type_area(section)
    room = {OFFICIAL_PAGE.text_width: upright, WIDE_PAGE.text_width: turned}.get(total, 0)
    if room <= 0 or room == total:
        return
    for one in (*columns, *table.iter(tag("tcW"), tag("tblW"))):
        if one.get(tag("type"), "dxa") == "dxa":
            one.set(tag("w"), str(round(_width(one) * room / total)))


def _type_area(section: etree._Element) -> tuple[int, int]:
    """Return the width and the height of the type area in twips, 0 where they are not said."""
    size, margins = section.find(tag("pgSz")), section.find(tag("pgMar"))
    if size is None or margins is None:
        return 0, 0
    sides = {name: _width(margins, name) for name in ("left", "right", "top", "bottom", "gutter")}
    wide = _width(size) - sides["left"] - sides["right"] - sides["gutter"]
    high = _width(size, "h") - abs(sides["top"]) - abs(sides["bottom"])
    return wide, high


def _width(element: etree._Element, name: str = "w") -> int:
    value = element.get(tag(name), "")
    return int(value) if value.lstrip("-").isdecimal() else 0
