"""A draft as the elements of a Word body, before any file is made: for files and for previews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, wants_title_page
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.plan_body import PlanBody, Shown
from plandraft.io.exporters.plan_layout import joined, joined_behind_cover, lay_out
from plandraft.io.exporters.word_changes import TrackedChanges
from plandraft.io.exporters.word_comments import SourceComments
from plandraft.io.exporters.word_slots import wrap_slots


@dataclass(frozen=True, slots=True)
class DraftElements:
    """Hold paragraphs and tables in order, with the properties of all sections but the last.

    `comments` are those that the elements refer to; `shown` says which paragraphs show which
    blocks of the draft.
    """

    title: str
    elements: list[etree._Element]
    comments: SourceComments
    shown: tuple[Shown, ...]


def draft_elements(  # noqa: PLR0913 - each is named in the call
    draft: Draft,
    template: DraftTemplate,
    section: etree._Element,
    *,
    author: str,
    created: datetime,
    options: ExportOptions,
    pages: Sequence[str] | None = None,
    progress: Progress = SILENT,
) -> DraftElements:
    """Return the body of an exported draft; `section` is the last section of the file, changed.

    `pages` as for `build_docx`. Raises Cancelled through `progress`.
    """
    author = clean_line(author)
    comments = SourceComments(author, created)
    body = PlanBody(
        draft,
        template,
        comments=comments if options.preset is Preset.SOURCES else None,
        changes=TrackedChanges(author, created) if options.preset is Preset.TRACKED else None,
    )
    layout = lay_out(draft, body, options, progress)
    if wants_title_page(options, template):
        elements = joined_behind_cover(layout, body, options, section, pages)
    else:
        elements = joined(layout, section, contents=options.contents, pages=pages)
    if options.preset is Preset.DISCUSSION:
        wrap_slots(elements)
    return DraftElements(body.title, elements, comments, tuple(body.shown))
