"""What a paragraph or a run looks like after its styles, and how that is changed in place."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from plandraft.io.exporters.word_text import tag

Properties = dict[str, str]


def _names(text: str) -> tuple[str, ...]:
    """Return the words of a list that would be long as literals."""
    return tuple(text.split())


_PARAGRAPH_ORDER = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr pPrChange"
)
_RUN_ORDER = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
    " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_THEMED = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia"}


def flat(properties: etree._Element | None) -> Properties:
    """Return the attributes of all children as "spacing.line", "pBdr.bottom.sz"; "1" for none."""
    found: Properties = {}
    if properties is not None:
        for child in properties:
            _flatten(child, "", found)
    return found


def merged(*levels: Properties) -> Properties:
    """Return what holds when each level overrides those before it, attribute by attribute.

    A theme's face beats a named one of the same level, not one of a later level.
    """
    found: Properties = {}
    for level in levels:
        for theme, plain in _THEMED.items():
            if f"rFonts.{plain}" in level and f"rFonts.{theme}" not in level:
                found.pop(f"rFonts.{theme}", None)
        found.update(level)
    return found


def is_on(properties: Properties, name: str) -> bool:
    """Tell whether a switch such as "keepNext" holds."""
    return properties.get(f"{name}.val", "0") not in {"0", "false", "off"}


def number(properties: Properties, name: str, default: int = 0) -> int:
    """Return a property as a number, the default where it is missing or none."""
    try:
        return int(float(properties[name]))
    except (KeyError, ValueError, OverflowError):
        return default


def attribute_number(element: etree._Element | None, name: str) -> int:
    """Return an attribute as a number, 0 where it is missing or none."""
    value = "0" if element is None else element.get(tag(name), "0")
    return number({name: value}, name)


def set_paragraph(paragraph: etree._Element, name: str, values: Mapping[str, str | None]) -> None:
    """Set attributes of a paragraph property; None takes one away, all None the property."""
    _set(_properties(paragraph, "pPr"), name, values, _PARAGRAPH_ORDER)


def set_run(run: etree._Element, name: str, values: Mapping[str, str | None]) -> None:
    """Set attributes of a run property; None takes one away, all None the property."""
    _set(_properties(run, "rPr"), name, values, _RUN_ORDER)


def _properties(element: etree._Element, name: str) -> etree._Element:
    properties = element.find(tag(name))
    if properties is None:
        properties = etree.Element(tag(name))
        element.insert(0, properties)
    return properties


def _set(
    properties: etree._Element, name: str, values: Mapping[str, str | None], order: tuple[str, ...]
) -> None:
    child = properties.find(tag(name))
    if child is None:
        child = etree.Element(tag(name))
        place = order.index(name)
        before = sum(etree.QName(one).localname in order[:place] for one in properties)
        properties.insert(before, child)
    for key, value in values.items():
        if value is None:
            child.attrib.pop(tag(key), "")
        else:
            child.set(tag(key), value)
    if not child.attrib and all(value is None for value in values.values()):
        properties.remove(child)


def _flatten(element: etree._Element, prefix: str, found: Properties) -> None:
    name = prefix + etree.QName(element).localname
    if not element.attrib and not len(element):
        found[f"{name}.val"] = "1"
    for key, value in element.attrib.items():
        found[f"{name}.{etree.QName(key).localname}"] = str(value)
    for child in element:
        _flatten(child, f"{name}.", found)
