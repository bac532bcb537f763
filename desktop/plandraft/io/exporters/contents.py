"""The 目录 as a field that Word can update, with rows that are right, or nearly, without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_paragraphs import blank, line_paragraph
from plandraft.io.exporters.page_estimate import page_numbers
from plandraft.io.exporters.word_text import paragraph, run, style_of, tag

TITLE_TEXT = "目　录"
DEEPEST = 2
_INSTRUCTION = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '
# Comments count from zero; bookmarks keep clear of them.
_FIRST_BOOKMARK = 900_000
_LEVELS = {
    official.HEADINGS[0].id: 0,
    official.HEADINGS[1].id: 1,
    official.ANNEX_TITLE.id: 0,
}


def insert_contents(
    elements: list[etree._Element], at: int, pages: Sequence[str] | None = None
) -> None:
    """Put a 目录 before the element at `at`, which then begins a page; nothing without headings.

    Only headings behind `at` are listed. `pages` are the numbers of their pages where they are
    known; without them 22 lines of 28 characters a page are counted, and the field is marked so
    that Word sets them right when it opens the file.
    """
    headings = listed_headings(elements[at:])
    if not headings:
        return
    rows = _rows(headings, known=pages is not None)
    if elements[at].tag == tag("p"):
        _begin_page(elements[at])
        following: list[etree._Element] = []
    else:
        following = [blank(page_break=True)]
    title = line_paragraph(TITLE_TEXT, official.CONTENTS_TITLE)
    elements[at:at] = [title, blank(), *rows, *following]
    _show_pages(rows, pages or _counted(elements, headings))


def contents_page(
    body: Sequence[etree._Element], pages: Sequence[str] | None = None
) -> list[etree._Element]:
    """Return a 目录 of all headings of `body`, whose pages count from 1; [] without headings.

    `pages` as for `insert_contents`.
    """
    headings = listed_headings(body)
    if not headings:
        return []
    rows = _rows(headings, known=pages is not None)
    _show_pages(rows, pages or _counted(body, headings))
    return [line_paragraph(TITLE_TEXT, official.CONTENTS_TITLE), blank(), *rows]


def listed_headings(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Return the headings that a 目录 lists."""
    return [one for one in elements if _level(one) is not None]


def _rows(headings: Sequence[etree._Element], *, known: bool) -> list[etree._Element]:
    rows = [_row(heading, number) for number, heading in enumerate(headings)]
    _open_field(rows[0], dirty=not known)
    rows[-1].append(_mark("end"))
    return rows


def _counted(elements: Sequence[etree._Element], headings: Sequence[etree._Element]) -> list[str]:
    pages = dict(zip(map(id, elements), page_numbers(elements), strict=True))
    return [str(pages[id(heading)]) for heading in headings]


def _show_pages(rows: Sequence[etree._Element], pages: Sequence[str]) -> None:
    for row, page in zip(rows, pages, strict=True):
        shown = [one for one in row.iter(tag("t")) if one.text == _UNKNOWN][-1]
        shown.text = page


_UNKNOWN = "?"


def _level(element: etree._Element) -> int | None:
    if element.tag != tag("p"):
        return None
    direct = element.find(f"{tag('pPr')}/{tag('outlineLvl')}")
    return None if direct is not None else _LEVELS.get(style_of(element))


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


def _open_field(row: etree._Element, *, dirty: bool) -> None:
    begin = _mark("begin")
    if dirty:
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
