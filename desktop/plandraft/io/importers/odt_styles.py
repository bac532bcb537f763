"""Styles and numbered lists of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from plandraft.io.importers.docx_numbering import close_label
from plandraft.io.importers.docx_numbers import format_number
from plandraft.io.importers.docx_styles import (
    NO_STYLE,
    ParagraphStyle,
    heading_level_of,
    is_contents_name,
    is_title_name,
)

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_URN}text:1.0}}"
TABLE = f"{{{_URN}table:1.0}}"
OFFICE = f"{{{_URN}office:1.0}}"
DRAW = f"{{{_URN}drawing:1.0}}"
_STYLE = f"{{{_URN}style:1.0}}"
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "": "none", "一, 二, 三, ...": "chineseCounting", "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional", "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle", "１, ２, ３, ...": "decimalFullWidth",
}  # fmt: skip
_LEVELS = 10


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """Hold a paragraph style with its list style, and whether its text is hidden."""

    paragraph: ParagraphStyle = NO_STYLE
    list_style: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _ListLevel:
    bullet: bool
    number_format: str
    prefix: str
    suffix: str
    start: int
    shown: int


@dataclass(slots=True)
class OdtLists:
    """Count the items of lists, by the list style that numbers them."""

    levels: dict[str, dict[int, _ListLevel]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def restart(self, style: str) -> None:
        """Begin a new list: its numbers start again."""
        self._counts.pop(style, None)

    def next_label(self, style: str, level: int, start: int | None) -> tuple[str, bool]:
        """Return the label of the next item at `level` (from 1), and whether it is a bullet."""
        known = self.levels.get(style, {})
        definition = known.get(level)
        if definition is None:
            return "", False
        if definition.bullet:
            return "", True
        counts = self._counts.setdefault(style, {})
        counts[level] = counts.get(level, definition.start - 1) + 1 if start is None else start
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        numbers = []
        for above in range(max(1, level - definition.shown + 1), level + 1):
            one = known.get(above, definition)
            if not one.bullet and one.number_format != "none":
                value = counts.get(above, one.start)
                numbers.append(format_number(value, one.number_format))
        if not numbers:
            return "", False
        return close_label(f"{definition.prefix}{'.'.join(numbers)}{definition.suffix}"), False


def read_odt_styles(roots: list[etree._Element]) -> tuple[dict[str, OdtStyle], OdtLists]:
    """Return the paragraph and character styles by name, and the lists, of all `roots`."""
    elements = {
        name: element
        for root in roots
        for element in root.iter(f"{_STYLE}style")
        if (name := element.get(f"{_STYLE}name"))
    }
    lists = {
        name: dict(_list_levels(element))
        for root in roots
        for element in root.iter(f"{TEXT}list-style")
        if (name := element.get(f"{_STYLE}name"))
    }
    return {name: _style(name, elements) for name in elements}, OdtLists(lists)


def integer(element: etree._Element, name: str) -> int | None:
    """Return an attribute as a number below a million, or None."""
    value = (element.get(name) or "").strip()
    return int(value) if value.isdecimal() and len(value) < 7 else None


def _style(name: str, elements: dict[str, etree._Element]) -> OdtStyle:
    names: list[str] = []
    level: int | None = None
    list_style = ""
    hidden = False
    at: str | None = name
    while at in elements and at not in names:
        names.append(at)
        element = elements[at]
        if level is None:
            level = integer(element, f"{_STYLE}default-outline-level")
        list_style = list_style or element.get(f"{_STYLE}list-style-name") or ""
        hidden = hidden or any(
            one.get(f"{TEXT}display") == "none" for one in element.iter(f"{_STYLE}text-properties")
        )
        at = element.get(f"{_STYLE}parent-style-name")
    shown = [_shown_name(one, elements) for one in names]
    if level is None:
        level = next((found for one in shown if (found := heading_level_of(one))), 0)
    paragraph = replace(
        NO_STYLE,
        identifier=name,
        title=any(map(is_title_name, shown[:2])),
        contents=any(one.startswith("Contents ") or is_contents_name(one) for one in shown),
        level=level if level < _LEVELS else 0,
    )
    return OdtStyle(paragraph, list_style, hidden)


def _shown_name(name: str, elements: dict[str, etree._Element]) -> str:
    # Blanks and other marks are written as _20_ in names.
    return elements[name].get(f"{_STYLE}display-name") or name.replace("_20_", " ")


def _list_levels(style: etree._Element) -> Iterator[tuple[int, _ListLevel]]:
    for element in style:
        level = integer(element, f"{TEXT}level")
        if level is None:
            continue
        yield (
            level,
            _ListLevel(
                bullet=element.tag != f"{TEXT}list-level-style-number",
                number_format=_FORMATS.get(element.get(f"{_STYLE}num-format") or "", "decimal"),
                prefix=element.get(f"{_STYLE}num-prefix") or "",
                suffix=element.get(f"{_STYLE}num-suffix") or "",
                start=integer(element, f"{TEXT}start-value") or 1,
                shown=integer(element, f"{TEXT}display-levels") or 1,
            ),
        )
