"""Upright and turned sheets in one file: sections around what is too wide for a page."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from plandraft.io.exporters.official_paragraphs import blank
from plandraft.io.exporters.word_text import tag


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold elements that follow each other; `wide` ones stand on a turned sheet."""

    elements: list[etree._Element]
    wide: bool = False


def with_sections(stretches: Iterable[Stretch], section: etree._Element) -> list[etree._Element]:
    """Return all elements with a section break wherever the sheet is turned.

    `section` is the last section of the file, upright; it is turned where the file ends wide.
    """
    upright = deepcopy(section)
    groups: list[tuple[bool, list[etree._Element]]] = []
    for wide, parts in groupby((s for s in stretches if s.elements), key=lambda s: s.wide):
        groups.append((wide, [element for part in parts for element in part.elements]))
    found: list[etree._Element] = []
    for number, (wide, elements) in enumerate(groups):
        found += elements
        last = number == len(groups) - 1
        if last and wide:
            section[:] = list(turned(upright))
        if last and elements[-1].tag == tag("tbl"):
            # Word wants a paragraph behind a table at the end.
            found.append(low_line())
        if not last:
            if found[-1].tag != tag("p"):
                found.append(low_line())
            properties = found[-1].find(tag("pPr"))
            assert properties is not None
            properties.append(turned(upright) if wide else deepcopy(upright))
    return found


def turned(section: etree._Element) -> etree._Element:
    """Return the section with its sheet turned: the head becomes the binding edge."""
    copy = deepcopy(section)
    size, margin = copy.find(tag("pgSz")), copy.find(tag("pgMar"))
    if size is not None:
        width, height = size.get(tag("w"), "11906"), size.get(tag("h"), "16838")
        size.set(tag("w"), height)
        size.set(tag("h"), width)
        size.set(tag("orient"), "landscape")
    if margin is not None:
        sides = {name: _twips(margin, name) for name in _SIDES}
        for name, taken in _TURNED.items():
            margin.set(tag(name), str(sides[taken]))
        # The page number keeps its distance from the type area.
        below = sides["bottom"] - sides["footer"]
        margin.set(tag("footer"), str(max(0, sides["right"] - below)))
    return copy


def _twips(margin: etree._Element, name: str) -> int:
    """Return a margin; a user's base may hold anything."""
    value = margin.get(tag(name), "0")
    return int(value) if value.lstrip("-").isdecimal() else 0


_SIDES = ("top", "right", "bottom", "left", "footer")
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}


def low_line() -> etree._Element:
    """Return a line so low that it never opens a page of its own."""
    element = blank()
    for name, values in (("snapToGrid", {"val": "0"}), ("spacing", _LOW)):
        child = etree.SubElement(element[0], tag(name))
        for key, value in values.items():
            child.set(tag(key), value)
    return element


_LOW = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
