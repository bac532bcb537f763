"""The 封面: title, what the file is for, who issues it and when, on a page without a number."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from plandraft.core.draft.export import Preset
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_paragraphs import (
    annex_label,
    blank,
    line_paragraph,
    title_paragraph,
)
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.title_lines import title_lines
from plandraft.io.exporters.word_text import tag

# What stands under the title, so that nobody takes a draft for the plan.
_NOTES = {
    Preset.DISCUSSION: "（讨论稿）",
    Preset.SOURCES: "（送审稿）",
    Preset.TRACKED: "（修改稿）",
}
_TITLE_CHARACTERS = 14
_BLANKS_ABOVE, _LEAST_BLANKS_ABOVE = 5, 1
_LINES_BELOW = 2
# Above this many lines 一号 is too large: a title takes half of the page at most.
_MOST_LARGE_LINES = 6
_PAGE = official.LINES_A_PAGE * official.LINE_PITCH


@dataclass(frozen=True, slots=True)
class Cover:
    """Hold what a title page says; `label` is 附件 where the plan is an annex, else ""."""

    title: str
    organ: str
    date: str
    preset: Preset
    label: str = ""


def cover_paragraphs(cover: Cover) -> list[etree._Element]:
    """Return the paragraphs of one page; who and when stand at its foot."""
    style, limit = _title_style(cover.title)
    title = title_paragraph(cover.title, style, limit)
    lines = 1 + sum(1 for _ in title.iter(tag("br")))
    note = _NOTES.get(cover.preset, "")
    foot = [one for one in (cover.organ, cover.date) if one]
    used = lines * style.line + (2 * bool(note) + bool(cover.label)) * official.LINE_PITCH
    room = _PAGE - used - (len(foot) + _LINES_BELOW) * official.LINE_PITCH
    above = max(_LEAST_BLANKS_ABOVE, min(_BLANKS_ABOVE, room // official.LINE_PITCH))
    elements = [_label(cover.label)] if cover.label else []
    elements += [blank() for _ in range(above)]
    elements.append(title)
    if note:
        elements += [blank(), line_paragraph(note, official.COVER_NOTE)]
    for number, text in enumerate(foot):
        line = line_paragraph(text, official.COVER_LINE)
        if number == 0:
            space = etree.SubElement(line[0], tag("spacing"))
            space.set(tag("before"), str(max(0, room - above * official.LINE_PITCH)))
        elements.append(line)
    return elements


def _title_style(title: str) -> tuple[ParagraphStyle, int]:
    """Return the style of the title and the most characters of its lines."""
    if len(title_lines(title, _TITLE_CHARACTERS)) <= _MOST_LARGE_LINES:
        return official.COVER_TITLE, _TITLE_CHARACTERS
    return official.TITLE, official.TITLE_CHARACTERS_A_LINE


def _label(text: str) -> etree._Element:
    """Return 附件 at the head of the page, which its section begins already."""
    element = annex_label(text)
    etree.SubElement(element[0], tag("pageBreakBefore")).set(tag("val"), "0")
    return element
