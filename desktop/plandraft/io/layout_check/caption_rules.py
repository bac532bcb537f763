"""Rules for 专栏 boxes, captions of tables, and the 封面."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from plandraft.core.draft.boxes import (
    BOX_WORD,
    TABLE_WORD,
    box_caption,
    is_box_title,
    is_table_caption,
    table_caption,
)
from plandraft.core.draft.headings import chinese_number
from plandraft.io.exporters.word_text import tag
from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.judged import Judged, at
from plandraft.io.layout_check.properties import is_on, set_paragraph
from plandraft.io.layout_check.roles import Role
from plandraft.io.layout_check.word_file import Paragraph

_MOST = 99
# Letters of some ten lines: a box that is longer leaves half a page empty when it is held.
_MOST_HELD = 400
_NUMBER = re.compile(
    r"(?:专\s?栏|表)"
    r"(?:\s?(?P<number>\d{1,3}(?!\d|年)|(?<!\s)[一二三四五六七八九十]{1,3}(?=[\s：:.、—-]|$)))?"
    r"(?P<part>[-－—.]\d)?"
)
# What must stand before the switch for a first page of its own, of what a section may hold.
_BEHIND_TITLE_PAGE = frozenset({
    "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
})  # fmt: skip


def check_boxes(judged: Judged) -> Iterator[Fault]:
    """Yield boxes whose numbers skip, and boxes that cannot break over a page."""
    heads = list(_box_heads(judged))
    for count, (head, table) in enumerate(heads, start=1):
        yield from _sequence(head, BOX_WORD, count, alone=len(heads) == 1)
        rows = table.findall(tag("tr"))
        held = rows[-1].find(f"{tag('trPr')}/{tag('cantSplit')}")
        letters = sum(len(one.text or "") for one in rows[-1].iter(tag("t")))
        if held is not None and letters > _MOST_HELD:
            yield at(
                head, "box.split", "", found="专栏不许跨页断开", wanted="允许跨页断行",
                fix=partial(_remove, held),
            )  # fmt: skip


def check_captions(judged: Judged) -> Iterator[Fault]:
    """Yield captions of tables whose numbers skip, that stand at the side, or part from them."""
    for count, paragraph in enumerate(judged.of(Role.CAPTION), start=1):
        if is_table_caption(paragraph.text.strip()):
            yield from _sequence(paragraph, TABLE_WORD, count, alone=False)
        if paragraph.properties.get("jc.val", "left") != "center":
            yield at(
                paragraph, "caption.align", "", found="没有居中", wanted="表题居中",
                fix=partial(set_paragraph, paragraph.element, "jc", {"val": "center"}),
            )  # fmt: skip
        if not is_on(paragraph.properties, "keepNext"):
            yield at(
                paragraph, "caption.keep_next", "", found="可能与表分在两页", wanted="与表同页",
                fix=partial(set_paragraph, paragraph.element, "keepNext", {"val": "1"}),
            )  # fmt: skip


def check_cover(judged: Judged) -> Iterator[Fault]:
    """Yield a 封面 that shows a page number."""
    cover = next(judged.of(Role.COVER), None)
    if cover is None:
        return
    section = _section_of(judged, cover)
    has_number = "first" in judged.file.footers(section) or section.find(tag("titlePg")) is None
    if has_number and judged.file.footers(section):
        yield at(
            cover, "cover.number", "7.5", found="封面有页码", wanted="封面不编页码",
            fix=partial(_without_number, section),
        )  # fmt: skip


def _box_heads(judged: Judged) -> Iterator[tuple[Paragraph, etree._Element]]:
    for paragraph in judged.of(Role.TABLE):
        cell = paragraph.element.getparent()
        if cell is None or cell.tag != tag("tc") or not is_box_title(paragraph.text.strip()):
            continue
        table = next(cell.iterancestors(tag("tbl")))
        if len(table.findall(f"{tag('tblGrid')}/{tag('gridCol')}")) == 1:
            yield paragraph, table


def _sequence(paragraph: Paragraph, word: str, count: int, *, alone: bool) -> Iterator[Fault]:
    """Yield the fault of a caption that has not the number `count`; one `alone` needs none."""
    text = paragraph.text.strip()
    found = _NUMBER.match(text)
    assert found is not None
    number = found["number"] or ""
    right = number in {str(count), chinese_number(min(count, _MOST))} or (alone and not number)
    # 表2-1 counts by chapters, which is as good.
    if right or found["part"]:
        return
    rule, change = (
        ("box.sequence", box_caption) if word == BOX_WORD else ("caption.sequence", table_caption)
    )
    yield at(
        paragraph, rule, "", found=f"{word}{number}", wanted=f"{word}{count}",
        fix=partial(_write, paragraph.element, change(text, count)),
    )  # fmt: skip


def _section_of(judged: Judged, paragraph: Paragraph) -> etree._Element:
    """Return the properties of the section that a paragraph belongs to."""
    seen = False
    for element in judged.file.body.iter(tag("p"), tag("sectPr")):
        seen = seen or element is paragraph.element
        if seen and element.tag == tag("sectPr"):
            return element
    return judged.file.sections[-1]


def _write(element: etree._Element, text: str) -> None:
    for number, one in enumerate(element.iter(tag("t"))):
        one.text = "" if number else text


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _without_number(section: etree._Element) -> None:
    for one in section.findall(tag("footerReference")):
        if one.get(tag("type")) == "first":
            section.remove(one)
    if section.find(tag("titlePg")) is None:
        places = (
            number
            for number, one in enumerate(section)
            if etree.QName(one).localname in _BEHIND_TITLE_PAGE
        )
        section.insert(next(places, len(section)), etree.Element(tag("titlePg")))
