"""A draft as a Word file in the official layout, alone or behind a 通知."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lxml import etree

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import DATE_SLOT, SIGNATURE_SLOT, Notice, complete_notice
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import CORE, core_part, pack
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.contents import insert_contents
from plandraft.io.exporters.docx_base import add_comments, read_base, update_fields_on_opening
from plandraft.io.exporters.house_styles import restyle
from plandraft.io.exporters.notice_body import imprint_paragraphs, notice_paragraphs
from plandraft.io.exporters.official_paragraphs import (
    annex_label,
    annex_note,
    blank,
    official_date,
    signature_paragraphs,
    title_paragraph,
)
from plandraft.io.exporters.page_sections import Stretch, with_sections
from plandraft.io.exporters.plan_body import PlanBody
from plandraft.io.exporters.user_base import UserBase
from plandraft.io.exporters.word_changes import TrackedChanges
from plandraft.io.exporters.word_comments import SourceComments
from plandraft.io.exporters.word_slots import wrap_slots
from plandraft.io.exporters.word_text import tag

BLANK_LINES_BEFORE_TITLE = 2
# Outline level 9 is the body text: the plan's own title is no row of its 目录.
_NO_LEVEL = "9"


def build_docx(
    draft: Draft,
    template: DraftTemplate,
    base_docx: Path | UserBase,
    *,
    author: str,
    created: datetime,
    options: ExportOptions | None = None,
    progress: Progress = SILENT,
) -> bytes:
    """Return `draft` as the bytes of a .docx file; the same input gives the same bytes.

    Slots are filled, open ones stay visible and highlighted; optional sections without text are
    left out. A user's base keeps what is around the place of the text, its slots filled too; it can
    be used once. Raises PlanError TEMPLATE_DAMAGED when `base_docx` cannot be used, and Cancelled
    through `progress`.
    """
    options = options or ExportOptions()
    author = clean_line(author)
    base = base_docx if isinstance(base_docx, UserBase) else read_base(base_docx)
    comments = SourceComments(author, created)
    body = PlanBody(
        draft,
        template,
        comments=comments if options.preset is Preset.SOURCES else None,
        changes=TrackedChanges(author, created) if options.preset is Preset.TRACKED else None,
    )
    before, after = _stretches(draft, body, options, progress)
    elements = with_sections([Stretch(before), *after], base.section)
    if options.contents:
        insert_contents(elements, len(before))
    if options.preset is Preset.DISCUSSION:
        wrap_slots(elements)
    if isinstance(base, UserBase):
        slots = dict(draft.slots)
        base.fill_texts(lambda text: fill_slots(text.replace("【标题】", body.title), slots))
    base.fill(elements)
    parts = base.parts_with_document()
    if options.house is not None and not isinstance(base, UserBase):
        restyle(parts, options.house)
    parts[CORE] = core_part(body.title, author, created)
    if options.contents:
        update_fields_on_opening(parts)
    if len(comments):
        part = comments.part()
        add_comments(parts, base.rename_in(part) if isinstance(base, UserBase) else part)
    progress.step(0.95)
    data = pack(parts)
    progress.step(1.0)
    return data


def _stretches(
    draft: Draft, body: PlanBody, options: ExportOptions, progress: Progress
) -> tuple[list[etree._Element], list[Stretch]]:
    """Return what stands before the text of the plan, and the rest of the file."""
    main = body.main(progress.part(0.0, 0.8))
    titles = body.annex_titles
    of_annexes = progress.part(0.8, 0.9)
    if options.wrapper is Wrapper.NOTICE_ANNEX:
        notice = complete_notice(options.notice, draft)
        before = [
            *notice_paragraphs(notice, [body.title, *titles]),
            annex_label("附件1" if titles else "附件"),
            blank(),
            _plan_title(body.title),
            blank(),
        ]
        annexes = body.annexes(of_annexes, first=2)
        return before, [*main, *annexes, *_imprint(notice, annexes or main)]
    ending = annex_note(titles)
    if options.wrapper is Wrapper.NOTICE_DIRECT:
        notice = complete_notice(options.notice, draft)
        before = [
            *notice_paragraphs(notice, []),
            blank(page_break=True),
            blank(),
        ]
    else:
        notice = Notice()
        before = [blank() for _ in range(BLANK_LINES_BEFORE_TITLE)]
        slots = dict(draft.slots)
        ending += signature_paragraphs(
            clean_line(slots.get(SIGNATURE_SLOT, "")),
            official_date(clean_line(slots.get(DATE_SLOT, ""))),
        )
    before += [title_paragraph(body.title, official.TITLE), blank()]
    annexes = body.annexes(of_annexes)
    rest = [*main, Stretch(ending), *annexes]
    return before, [*rest, *_imprint(notice, rest)]


def _imprint(notice: Notice, before: list[Stretch]) -> list[Stretch]:
    """Return the 版记, on an upright or a turned sheet like the text before it."""
    elements = imprint_paragraphs(notice)
    return [Stretch(elements, wide=before[-1].wide if before else False)] if elements else []


def _plan_title(title: str) -> etree._Element:
    element = title_paragraph(title, official.ANNEX_TITLE)
    etree.SubElement(element[0], tag("outlineLvl")).set(tag("val"), _NO_LEVEL)
    return element
