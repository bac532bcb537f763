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

    @property
    def begins_with_table(self) -> bool:
        """Tell whether its first element is a table."""
        return bool(self.elements) and self.elements[0].tag == tag("tbl")

    @property
    def ends_with_table(self) -> bool:
        """Tell whether its last element is a table."""
        return bool(self.elements) and self.elements[-1].tag == tag("tbl")

    def behind(self, element: etree._Element) -> Stretch:
        """Return the stretch with an element before it."""
        return Stretch([element, *self.elements], self.wide)


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


def close_section(
    elements: list[etree._Element],
    section: etree._Element,
    *,
    first_number: int = 0,
    number_format: str = "",
    numbered: bool = True,
) -> None:
    """End a section of its own behind `elements`, laid out as `section`.

    `first_number` begins its page numbers anew, 0 goes on; `number_format` is Word's name of
    other digits. One that is not `numbered` is a single page without header and footer.
    """
    if not elements or elements[-1].tag != tag("p"):
        elements.append(low_line())
    properties = elements[-1].find(tag("pPr"))
    assert properties is not None
    copy = deepcopy(section)
    begin_numbers(copy, first_number, number_format)
    if not numbered:
        # A first page of its own that has no footer is blank at its foot.
        for kind in ("headerReference", "footerReference"):
            for one in copy.findall(tag(kind)):
                if one.get(tag("type")) == "first":
                    copy.remove(one)
        if copy.find(tag("titlePg")) is None:
            _put_in_order(copy, "titlePg")
    properties.append(copy)


def begin_numbers(section: etree._Element, first: int, number_format: str = "") -> None:
    """Begin the page numbers of a section with `first`; 0 and "" change nothing."""
    if not first and not number_format:
        return
    numbers = section.find(tag("pgNumType"))
    if numbers is None:
        numbers = _put_in_order(section, "pgNumType")
    if number_format:
        numbers.set(tag("fmt"), number_format)
    if first:
        numbers.set(tag("start"), str(first))


def first_section(elements: Iterable[etree._Element], last: etree._Element) -> etree._Element:
    """Return the properties of the first section of a body; `last` are those at its end."""
    for element in elements:
        found = element.find(f"{tag('pPr')}/{tag('sectPr')}")
        if found is not None:
            return found
    return last


# What the schema wants before the numbers and the first page of a section, in its order.
_BEFORE = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
    "titlePg",
)  # fmt: skip


def _put_in_order(section: etree._Element, name: str) -> etree._Element:
    before = {tag(one) for one in _BEFORE[: _BEFORE.index(name)]}
    element = etree.Element(tag(name))
    section.insert(sum(child.tag in before for child in section), element)
    return element


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
