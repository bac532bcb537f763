"""Text as Word runs: cleaned, with the hint for Chinese marks and a face for rare characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

from lxml import etree

from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.official_style import FULLER_FACES, ParagraphStyle

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# These are drawn in the Latin face, half as wide, unless the run says that it is Chinese.
_NEEDS_HINT = re.compile(r"[“”‘’—…·°×÷±§]")
_FIRST_HAN = "\u3400"
HIGHLIGHT = "yellow"


@cache
def tag(name: str) -> str:
    """Return the full name of an element or attribute of Word."""
    return f"{{{WORD}}}{name}"


@cache
def is_rare(character: str) -> bool:
    """Tell whether a Chinese character is missing from GB 2312 and so from its type faces."""
    if character == "〇":
        return True
    if character < _FIRST_HAN or unicodedata.category(character) != "Lo":
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def needs_hint(text: str) -> bool:
    """Tell whether a text has marks that print in the Latin face unless their run says not to."""
    return _NEEDS_HINT.search(text) is not None


def paragraph(style: ParagraphStyle, content: Iterable[etree._Element] = ()) -> etree._Element:
    """Return a paragraph of `style` that holds `content`."""
    element = etree.Element(tag("p"), nsmap={"w": WORD})
    properties = etree.SubElement(element, tag("pPr"))
    etree.SubElement(properties, tag("pStyle")).set(tag("val"), style.id)
    element.extend(content)
    return element


def keep_next(element: etree._Element) -> None:
    """Keep a paragraph on the page of the next one."""
    properties = element.find(tag("pPr"))
    if properties is not None and properties.find(tag("keepNext")) is None:
        at = sum(child.tag == tag("pStyle") for child in properties)
        properties.insert(at, etree.Element(tag("keepNext")))


def style_of(element: etree._Element) -> str:
    """Return the id of the style of a paragraph, "" for what is none."""
    named = element.find(f"{tag('pPr')}/{tag('pStyle')}")
    return "" if named is None else named.get(tag("val"), "")


def runs(text: str, style: ParagraphStyle, marked: Sequence[Span] = ()) -> list[etree._Element]:
    """Return the runs of a line in `style`; the spans in `marked` are highlighted."""
    fuller = FULLER_FACES.get(style.face, "")
    if not marked and not (fuller and any(map(is_rare, set(text)))):
        return [run(text)] if text else []
    marks = {i: number for number, span in enumerate(marked) for i in range(span.start, span.end)}
    kinds = [(bool(fuller) and is_rare(c), marks.get(i)) for i, c in enumerate(text)]
    found = []
    for (rare, mark), group in groupby(range(len(text)), key=kinds.__getitem__):
        piece = "".join(text[i] for i in group)
        highlight = "" if mark is None else HIGHLIGHT
        found.append(run(piece, fuller if rare else "", highlight=highlight))
    return found


def run(text: str, face: str = "", *, highlight: str = "", kind: str = "t") -> etree._Element:
    """Return one run; `face` replaces the style's Chinese face, `kind` is "delText" in w:del."""
    element = etree.Element(tag("r"), nsmap={"w": WORD})
    hint = bool(face) or needs_hint(text)
    if hint or highlight:
        properties = etree.SubElement(element, tag("rPr"))
        if hint:
            fonts = etree.SubElement(properties, tag("rFonts"))
            if face:
                fonts.set(tag("eastAsia"), face)
            fonts.set(tag("hint"), "eastAsia")
        if highlight:
            etree.SubElement(properties, tag("highlight")).set(tag("val"), highlight)
    for number, part in enumerate(text.split("\t")):
        if number:
            etree.SubElement(element, tag("tab"))
        if part:
            content = etree.SubElement(element, tag(kind))
            content.text = part
            content.set(_XML_SPACE, "preserve")
    return element


def line_break() -> etree._Element:
    """Return a run that ends the line inside a paragraph."""
    element = etree.Element(tag("r"), nsmap={"w": WORD})
    etree.SubElement(element, tag("br"))
    return element
