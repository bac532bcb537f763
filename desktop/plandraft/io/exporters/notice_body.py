"""The 通知 in front of a plan: red head, number over the red rule, title, text, signature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from plandraft.core.draft.notice import Notice
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.clean_text import clean_line, clean_lines
from plandraft.io.exporters.official_paragraphs import (
    annex_note,
    blank,
    line_paragraph,
    official_date,
    signature_paragraphs,
    title_paragraph,
)
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.page_sections import low_line
from plandraft.io.exporters.title_lines import text_width
from plandraft.io.exporters.word_table import build_table
from plandraft.io.exporters.word_text import keep_next, tag

_BLANKS = 2
# Below 二号 a mark no longer stands over its title.
_SMALLEST_MARK = 44


def notice_paragraphs(notice: Notice, annexes: list[str]) -> list[etree._Element]:
    """Return the pages of a complete notice; `annexes` are the titles of its 附件说明."""
    number = clean_line(notice.number)
    recipients = clean_line(notice.recipients).rstrip("：:，。；") + "："
    sentences = [line_paragraph(line, official.BODY) for line in clean_lines(notice.sentence)]
    for last in sentences[-1:]:
        # Who signs and when never stand on a page of their own.
        keep_next(last)
    return [
        *_head(notice),
        *(blank() for _ in range(_BLANKS)),
        line_paragraph(number, official.DOCUMENT_NUMBER),
        *(blank() for _ in range(_BLANKS)),
        title_paragraph(clean_line(notice.title), official.TITLE),
        blank(),
        line_paragraph(recipients, official.RECIPIENT),
        *sentences,
        *annex_note(annexes),
        *signature_paragraphs(
            clean_line(notice.signature),
            official_date(clean_line(notice.date)),
            sealed=notice.sealed,
        ),
    ]


def imprint_paragraphs(notice: Notice) -> list[etree._Element]:
    """Return the 版记 at the foot of the last page; nothing where nothing is given."""
    copies = clean_line(notice.copies_to).rstrip("。")
    printed = clean_line(notice.printed_by)
    date = official_date(clean_line(notice.printed_on))
    lines: list[tuple[str, ParagraphStyle]] = []
    if copies:
        lines.append((f"抄送：{copies}。", official.COPIES))
    if printed or date:
        ending = f"{date}印发" if date else ""
        lines.append((f"{printed}\t{ending}" if ending else printed, official.PRINTED))
    if not lines:
        return []
    rows = [[[line_paragraph(text, style)]] for text, style in lines]
    table = build_table(rows, [official.OFFICIAL_PAGE.text_width])
    for properties in table.iter(tag("trPr")):
        for head in properties.findall(tag("tblHeader")):
            properties.remove(head)
    _hold_at_foot(table)
    # The table floats above the paragraph behind it.
    return [table, low_line()]


def _hold_at_foot(table: etree._Element) -> None:
    """Let the 版记 stand at the foot of the page between its three rules, none at the sides."""
    properties = table.find(tag("tblPr"))
    assert properties is not None
    place = etree.Element(tag("tblpPr"))
    for name, value in _FOOT.items():
        place.set(tag(name), value)
    properties.insert(0, place)
    outer, inner = official.RULE_IMPRINT_OUTER, official.RULE_IMPRINT_INNER
    sizes = {"top": outer, "bottom": outer, "insideH": inner}
    for side in properties.iterfind(f"{tag('tblBorders')}/*"):
        size = sizes.get(etree.QName(side).localname)
        side.set(tag("val"), "single" if size else "nil")
        side.set(tag("sz"), str(size or 0))
    margins = etree.SubElement(properties, tag("tblCellMar"))
    for name in ("left", "right"):
        margin = etree.SubElement(margins, tag(name))
        margin.set(tag("w"), "0")
        margin.set(tag("type"), "dxa")


# LibreOffice lets a table as wide as the text float only where it is placed from the sheet's edge.
_FOOT = {
    "vertAnchor": "margin",
    "horzAnchor": "page",
    "tblpX": str(official.OFFICIAL_PAGE.left),
    "tblpYSpec": "bottom",
}


def place_imprint(elements: Iterable[etree._Element], section: etree._Element) -> None:
    """Let the 版记 begin where the text of the last section begins."""
    margin = section.find(tag("pgMar"))
    left = "" if margin is None else margin.get(tag("left"), "")
    for element in elements:
        place = element.find(f"{tag('tblPr')}/{tag('tblpPr')}")
        if place is not None and left.isdecimal():
            place.set(tag("tblpX"), left)


def _head(notice: Notice) -> list[etree._Element]:
    above = [
        (notice.copy_number, official.COPY_NUMBER),
        (notice.secrecy, official.SECRECY),
        (notice.urgency, official.SECRECY),
    ]
    lines = [(clean_line(text), style) for text, style in above if clean_line(text)]
    before = official.ORGAN_MARK_BEFORE - len(lines) * official.LINE_PITCH
    text = clean_line(notice.organ_mark)
    mark = line_paragraph(text, _mark_style(text))
    if lines:
        spacing = etree.SubElement(mark[0], tag("spacing"))
        spacing.set(tag("before"), str(max(0, before)))
    _shrink(mark, _mark_style(text))
    return [*(line_paragraph(one, style) for one, style in lines), mark]


def _mark_style(text: str) -> ParagraphStyle:
    """Return the style of the mark, smaller where the name would not fit on one line."""
    points = official.OFFICIAL_PAGE.text_width / 20
    fits = int(points / max(1.0, text_width(text))) * 2
    size = max(_SMALLEST_MARK, min(official.SIZE_ORGAN_MARK, fits))
    return replace(official.ORGAN_MARK, size=size)


def _shrink(mark: etree._Element, style: ParagraphStyle) -> None:
    if style.size == official.SIZE_ORGAN_MARK:
        return
    for run in mark.iter(tag("r")):
        properties = run.find(tag("rPr"))
        if properties is None:
            properties = etree.Element(tag("rPr"))
            run.insert(0, properties)
        at = 0 if properties.find(tag("rFonts")) is None else 1
        for name in ("szCs", "sz"):
            size = etree.Element(tag(name))
            size.set(tag("val"), str(style.size))
            properties.insert(at, size)
