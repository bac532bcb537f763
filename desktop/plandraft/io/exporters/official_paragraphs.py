"""Paragraphs that more than one part of an official document needs."""

from __future__ import annotations

import re

from lxml import etree

from plandraft.core.draft.headings import heading_level_of_line
from plandraft.core.draft.slots import slot_marks
from plandraft.core.model.spans import Span
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.title_lines import text_width, title_lines
from plandraft.io.exporters.word_text import line_break, paragraph, runs, tag

# 署名 ends two characters from the edge, the date begins two characters right of its beginning.
_EDGE = 2.0
_STEP = 2.0
# With a seal the date ends four characters from the edge and the signature is centred above it.
_SEAL_EDGE = 4.0
_ENDS_OF_TITLE = "。；，、："

_DATE = re.compile(r"(\d{4})\s*(?:年|[-./])\s*0?(\d{1,2})\s*(?:月|[-./])\s*0?(\d{1,2})\s*[日号]?")


def blank(*, keep_next: bool = False, page_break: bool = False) -> etree._Element:
    """Return an empty line of the body."""
    element = paragraph(official.BODY)
    if keep_next:
        etree.SubElement(element[0], tag("keepNext"))
    if page_break:
        etree.SubElement(element[0], tag("pageBreakBefore"))
    return element


def style_of_line(text: str) -> ParagraphStyle:
    """Return the style of a line of the body by its number: a heading's or the body's."""
    level = heading_level_of_line(text)
    return official.HEADINGS[level - 1] if level else official.BODY


def line_paragraph(
    text: str, style: ParagraphStyle, marked: tuple[Span, ...] | None = None
) -> etree._Element:
    """Return a paragraph of one text; open slots in it, or the spans `marked`, are highlighted."""
    if marked is None:
        marked = tuple(mark.span for mark in slot_marks(text))
    return paragraph(style, runs(text, style, marked))


def title_paragraph(
    title: str, style: ParagraphStyle, limit: int = official.TITLE_CHARACTERS_A_LINE
) -> etree._Element:
    """Return a title broken into balanced lines of at most `limit` characters, between words."""
    content: list[etree._Element] = []
    for line in title_lines(title, limit):
        if content:
            content.append(line_break())
        content += runs(line, style, [mark.span for mark in slot_marks(line)])
    return paragraph(style, content)


def annex_note(titles: list[str]) -> list[etree._Element]:
    """Return the 附件说明 under the text: one annex has no number, none has a mark at its end."""
    titles = [title.rstrip(_ENDS_OF_TITLE) for title in titles]
    if not titles:
        return []
    if len(titles) == 1:
        first, rest = f"附件：{titles[0]}", []
    else:
        first, rest = f"附件：1.{titles[0]}", titles[1:]
    return [
        blank(keep_next=True),
        line_paragraph(first, official.ANNEX_NOTE),
        *(
            line_paragraph(f"{number}.{title}", official.ANNEX_NOTE_NEXT)
            for number, title in enumerate(rest, start=2)
        ),
    ]


def annex_label(label: str) -> etree._Element:
    """Return 附件 or 附件1 at the head of a new page."""
    return line_paragraph(label, official.ANNEX_LABEL)


def official_date(text: str) -> str:
    """Return a date as 2026年5月8日, digits without zeros before them; other text as it is."""
    match = _DATE.fullmatch(text.strip())
    return f"{match[1]}年{match[2]}月{match[3]}日" if match else text.strip()


def signature_indents(signature: str, date: str, *, sealed: bool = False) -> tuple[int, int]:
    """Return the right indents of 署名 and 成文日期 in hundredths of a character.

    Without a seal the date begins two characters right of the signature's beginning; whichever
    would reach further right ends two characters from the edge.
    """
    if sealed:
        half = (text_width(signature) - text_width(date)) / 2
        edge = max(_SEAL_EDGE, _EDGE + half)
        return round((edge - half) * 100), round(edge * 100)
    offset = text_width(signature) - _STEP - text_width(date)
    if offset >= 0:
        return round(_EDGE * 100), round((_EDGE + offset) * 100)
    return round((_EDGE - offset) * 100), round(_EDGE * 100)


def signature_paragraphs(
    signature: str, date: str, *, sealed: bool = False
) -> list[etree._Element]:
    """Return who signs and when, one blank line above; nothing where neither is given."""
    if not signature and not date:
        return []
    elements = [blank(keep_next=True)]
    of_signature, of_date = signature_indents(signature, date, sealed=sealed)
    if signature:
        right = of_signature if date else official.SIGNATURE.right
        elements.append(_indented(signature, official.SIGNATURE, right))
    if date:
        right = of_date if signature else official.DATE.right
        elements.append(_indented(date, official.DATE, right))
    return elements


def _indented(text: str, style: ParagraphStyle, right: int) -> etree._Element:
    element = line_paragraph(text, style)
    indent = etree.SubElement(element[0], tag("ind"))
    indent.set(tag("rightChars"), str(right))
    indent.set(tag("right"), str(right * style.size // 10))
    return element
