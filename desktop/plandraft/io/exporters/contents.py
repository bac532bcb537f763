"""The 目录 as a field that Word can update, with rows that are right, or nearly, without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_paragraphs import blank, line_paragraph
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.title_lines import text_width
from plandraft.io.exporters.word_text import paragraph, run, tag

TITLE_TEXT = "目　录"
DEEPEST = 2
_UNITS = re.compile(r"[“‘（《〈〔【]*(?:[0-9A-Za-z.,%]+|.)")
_HANGING = frozenset("，。、；：！？”’）》〉〕】")
_ROUNDING = 0.02
_FIRST_WIDE, _WIDE = "\u3000", 1.0
_INSTRUCTION = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '
# Comments count from zero; bookmarks keep clear of them.
_FIRST_BOOKMARK = 900_000
_PAGE_HEIGHT = official.LINES_A_PAGE * official.LINE_PITCH
_LEVELS = {
    official.HEADINGS[0].id: 0,
    official.HEADINGS[1].id: 1,
    official.ANNEX_TITLE.id: 0,
}
_STYLES = {style.id: style for style in official.PLAN_STYLES}


def insert_contents(elements: list[etree._Element], at: int) -> None:
    """Put a 目录 before the element at `at`, which then begins a page; nothing without headings.

    Only headings behind `at` are listed. The page numbers count 22 lines of 28 characters a page;
    the field is marked so that Word sets them right when it opens the file.
    """
    headings = [one for one in elements[at:] if _level(one) is not None]
    if not headings:
        return
    rows = [_row(heading, number) for number, heading in enumerate(headings)]
    _open_field(rows[0])
    rows[-1].append(_mark("end"))
    if elements[at].tag == tag("p"):
        _begin_page(elements[at])
        following: list[etree._Element] = []
    else:
        following = [blank(page_break=True)]
    title = line_paragraph(TITLE_TEXT, official.CONTENTS_TITLE)
    elements[at:at] = [title, blank(), *rows, *following]
    pages = page_numbers(elements)
    for heading, row in zip(headings, rows, strict=True):
        shown = [one for one in row.iter(tag("t")) if one.text == _UNKNOWN][-1]
        shown.text = str(pages[elements.index(heading)])


_UNKNOWN = "?"


def page_numbers(elements: Sequence[etree._Element]) -> list[int]:
    """Return the page on which each element begins, by the line grid; a close estimate."""
    sizes = [_measure(element) for element in elements]
    page, filled, held = 1, 0.0, False
    found = []
    for index, size in enumerate(sizes):
        together = 0.0 if held else _kept_height(sizes, index)
        if filled and (size.page_break or filled + together > _PAGE_HEIGHT):
            page, filled = page + 1, 0.0
        filled += size.before
        found.append(page if filled + size.line <= _PAGE_HEIGHT else page + 1)
        for _ in range(size.lines):
            if filled + size.line > _PAGE_HEIGHT:
                page, filled = page + 1, 0.0
            filled += size.line
        if size.ends_section:
            page, filled = page + 1, 0.0
        held = size.keep_next
    return found


@dataclass(frozen=True, slots=True)
class _Size:
    """Hold what an element takes of a page, lengths in twips."""

    lines: int
    line: float
    before: int = 0
    page_break: bool = False
    keep_next: bool = False
    ends_section: bool = False


def _kept_height(sizes: Sequence[_Size], index: int) -> float:
    """Return the height that must stand on one page from `index` on; 0 when it cannot."""
    height = 0.0
    for size in sizes[index:]:
        if not size.keep_next:
            height += size.line
            break
        height += size.line * size.lines + size.before
    return height if height <= _PAGE_HEIGHT else 0.0


def _measure(element: etree._Element) -> _Size:
    if element.tag != tag("p"):
        rows = len(element.findall(tag("tr")))
        return _Size(rows, float(official.TABLE_ROW_HEIGHT))
    style = _style(element)
    properties = element.find(tag("pPr"))
    breaks = len(list(element.iter(tag("br"))))
    room = official.OFFICIAL_PAGE.text_width / (style.size * 10 + style.run_spacing)
    room -= (style.left + style.right) / 100
    lines = breaks + 1 if breaks else count_lines(_text(element), room, style.first / 100)
    return _Size(
        lines,
        float(style.line or style.size * 13),
        before=style.space_before,
        page_break=style.page_break or _has(properties, "pageBreakBefore"),
        keep_next=style.keep_next or _has(properties, "keepNext"),
        ends_section=_has(properties, "sectPr"),
    )


def count_lines(text: str, room: float, first: float) -> int:
    """Return the lines of a paragraph; `room` and the `first` indent are in characters.

    Numbers and words stay whole, marks that may not begin a line hang out behind the last.
    """
    lines, filled = 1, first
    for unit in _UNITS.findall(text):
        width = _WIDE if len(unit) == 1 and unit >= _FIRST_WIDE else text_width(unit)
        if filled + width > room + _ROUNDING and unit not in _HANGING:
            lines, filled = lines + 1, 0.0
        filled += width
    return lines


def _level(element: etree._Element) -> int | None:
    if element.tag != tag("p"):
        return None
    direct = element.find(f"{tag('pPr')}/{tag('outlineLvl')}")
    return None if direct is not None else _LEVELS.get(_style(element).id)


def _style(element: etree._Element) -> ParagraphStyle:
    named = element.find(f"{tag('pPr')}/{tag('pStyle')}")
    identity = "" if named is None else named.get(tag("val"), "")
    return _STYLES.get(identity, official.BODY)


def _has(properties: etree._Element | None, name: str) -> bool:
    return properties is not None and properties.find(tag(name)) is not None


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(tag("t")))


def _row(heading: etree._Element, number: int) -> etree._Element:
    name = f"_Toc{_FIRST_BOOKMARK + number}"
    _bookmark(heading, name, _FIRST_BOOKMARK + number)
    level = _level(heading)
    assert level is not None
    row = paragraph(official.CONTENTS[level])
    link = etree.SubElement(row, tag("hyperlink"))
    link.set(tag("anchor"), name)
    link.set(tag("history"), "1")
    link.append(run(_text(heading)))
    tab = etree.SubElement(etree.SubElement(link, tag("r")), tag("tab"))
    assert tab is not None
    link.extend(_field(f" PAGEREF {name} \\h ", _UNKNOWN))
    return row


def _bookmark(heading: etree._Element, name: str, identity: int) -> None:
    start = etree.Element(tag("bookmarkStart"))
    start.set(tag("id"), str(identity))
    start.set(tag("name"), name)
    heading.insert(1, start)
    etree.SubElement(heading, tag("bookmarkEnd")).set(tag("id"), str(identity))


def _open_field(row: etree._Element) -> None:
    begin = _mark("begin")
    begin[0].set(tag("dirty"), "true")
    for element in reversed([begin, _instruction(_INSTRUCTION), _mark("separate")]):
        row.insert(1, element)


def _field(instruction: str, shown: str) -> Iterable[etree._Element]:
    return (
        _mark("begin"),
        _instruction(instruction),
        _mark("separate"),
        run(shown),
        _mark("end"),
    )


def _mark(kind: str) -> etree._Element:
    element = etree.Element(tag("r"))
    etree.SubElement(element, tag("fldChar")).set(tag("fldCharType"), kind)
    return element


def _instruction(text: str) -> etree._Element:
    element = etree.Element(tag("r"))
    content = etree.SubElement(element, tag("instrText"))
    content.text = text
    content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _begin_page(element: etree._Element) -> None:
    properties = element.find(tag("pPr"))
    assert properties is not None
    if properties.find(tag("pageBreakBefore")) is not None:
        return
    # The schema wants it behind the style and the keeps.
    at = sum(
        child.tag in {tag("pStyle"), tag("keepNext"), tag("keepLines")} for child in properties
    )
    properties.insert(at, etree.Element(tag("pageBreakBefore")))
