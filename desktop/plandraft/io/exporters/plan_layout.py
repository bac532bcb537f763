"""What stands where in an exported plan: notice, 封面, 目录, the plan, its ending, its annexes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Wrapper
from plandraft.core.draft.notice import DATE_SLOT, SIGNATURE_SLOT, Notice, complete_notice
from plandraft.core.model.progress import Progress
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.contents import contents_page, insert_contents
from plandraft.io.exporters.cover_page import Cover, cover_paragraphs
from plandraft.io.exporters.notice_body import imprint_paragraphs, notice_paragraphs, place_imprint
from plandraft.io.exporters.official_paragraphs import (
    annex_label,
    annex_note,
    blank,
    official_date,
    signature_paragraphs,
    title_paragraph,
)
from plandraft.io.exporters.page_sections import (
    Stretch,
    begin_numbers,
    close_section,
    first_section,
    low_line,
    with_sections,
)
from plandraft.io.exporters.plan_body import PlanBody
from plandraft.io.exporters.word_text import keep_next, tag

BLANK_LINES_BEFORE_TITLE = 2
# Outline level 9 is the body text: the plan's own title is no row of its 目录.
_NO_LEVEL = "9"
# The 目录 of a plan with a 封面 counts its own pages, so that the plan begins with page 1.
_CONTENTS_NUMBERS = "upperRoman"


@dataclass(frozen=True, slots=True)
class PlanLayout:
    """Hold the parts of a file: `notice` and `opening` stand before the plan's text.

    `label` is the 附件 of a plan that is an annex, `organ` and `date` are what a 封面 says.
    """

    notice: list[etree._Element]
    opening: list[etree._Element]
    rest: list[Stretch]
    label: str = ""
    organ: str = ""
    date: str = ""


def lay_out(draft: Draft, body: PlanBody, options: ExportOptions, progress: Progress) -> PlanLayout:
    """Return the parts of a plan as its wrapper wants them."""
    main = body.main(progress.part(0.0, 0.8))
    titles = body.annex_titles
    of_annexes = progress.part(0.8, 0.9)
    slots = dict(draft.slots)
    alone = options.wrapper is Wrapper.PLAN_ALONE
    notice = Notice() if alone else complete_notice(options.notice, draft)
    organ = clean_line(slots.get(SIGNATURE_SLOT, "") if alone else notice.signature)
    date = official_date(clean_line(slots.get(DATE_SLOT, "") if alone else notice.date))
    label = ""
    ending = annex_note(titles)
    opening = [title_paragraph(body.title, official.TITLE), blank()]
    before: list[etree._Element] = []
    first = 0
    if options.wrapper is Wrapper.NOTICE_ANNEX:
        label, ending, first = "附件1" if titles else "附件", [], 2
        opening = [annex_label(label), blank(), _annex_title(body.title), blank()]
        before = notice_paragraphs(notice, [body.title, *titles])
    elif options.wrapper is Wrapper.NOTICE_DIRECT:
        opening = [blank(page_break=True), blank(), *opening]
        before = notice_paragraphs(notice, [])
    else:
        opening = [*(blank() for _ in range(BLANK_LINES_BEFORE_TITLE)), *opening]
        ending += signature_paragraphs(organ, date)
    if ending:
        _hold_last(main)
    rest = [*main, Stretch(ending), *body.annexes(of_annexes, first=first)]
    rest += _imprint(notice, rest)
    return PlanLayout(before, opening, rest, label, organ, date)


def joined(
    layout: PlanLayout,
    section: etree._Element,
    *,
    contents: bool,
    pages: Sequence[str] | None,
) -> list[etree._Element]:
    """Return all elements in one flow of pages; `section` is the last one of the file.

    `pages` are the numbers for the rows of the 目录 where they are known.
    """
    before = [*layout.notice, *layout.opening]
    elements = with_sections([Stretch(before), *layout.rest], section)
    if contents:
        insert_contents(elements, len(before), pages)
    place_imprint(elements, section)
    return elements


def joined_behind_cover(
    layout: PlanLayout,
    body: PlanBody,
    options: ExportOptions,
    section: etree._Element,
    pages: Sequence[str] | None,
) -> list[etree._Element]:
    """Return notice, 封面, 目录 and plan, each a section; the plan begins with page 1."""
    upright = deepcopy(section)
    opening = [
        *(blank() for _ in range(BLANK_LINES_BEFORE_TITLE)),
        title_paragraph(body.title, official.TITLE),
        blank(),
    ]
    plan = with_sections([Stretch(opening), *layout.rest], section)
    begin_numbers(first_section(plan, section), 1)
    cover = cover_paragraphs(
        Cover(body.title, layout.organ, layout.date, options.preset, layout.label)
    )
    close_section(cover, upright, numbered=False)
    contents = contents_page(plan, pages) if options.contents else []
    if contents:
        # LibreOffice loses the page numbers of a section that ends inside a field.
        contents.append(low_line())
        close_section(contents, upright, first_number=1, number_format=_CONTENTS_NUMBERS)
    if layout.notice:
        close_section(layout.notice, upright)
    place_imprint(plan, section)
    return [*layout.notice, *cover, *contents, *plan]


def _imprint(notice: Notice, before: list[Stretch]) -> list[Stretch]:
    """Return the 版记, on an upright or a turned sheet like the text before it."""
    elements = imprint_paragraphs(notice)
    filled = [one for one in before if one.elements]
    if not elements:
        return []
    if filled and filled[-1].ends_with_table:
        # Without a line between them the two tables are one.
        elements.insert(0, low_line())
    return [Stretch(elements, wide=filled[-1].wide if filled else False)]


def _hold_last(stretches: list[Stretch]) -> None:
    """Keep the end of the text with what is behind it: no page holds a signature alone."""
    filled = [one for one in stretches if one.elements]
    if not filled:
        return
    last = filled[-1].elements[-1]
    rows = last.findall(tag("tr"))
    for element in rows[-1].iter(tag("p")) if len(rows) > 1 else [last]:
        if element.tag == tag("p"):
            keep_next(element)


def _annex_title(title: str) -> etree._Element:
    element = title_paragraph(title, official.ANNEX_TITLE)
    etree.SubElement(element[0], tag("outlineLvl")).set(tag("val"), _NO_LEVEL)
    return element
