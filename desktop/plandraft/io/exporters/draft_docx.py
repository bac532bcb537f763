"""A draft as a Word file in the official layout, alone or behind a 通知."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters.base_package import CORE, core_part, pack
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.docx_base import add_comments, read_base, update_fields_on_opening
from plandraft.io.exporters.draft_elements import draft_elements
from plandraft.io.exporters.house_styles import restyle
from plandraft.io.exporters.user_base import UserBase


def build_docx(  # noqa: PLR0913 - each is named in the call
    draft: Draft,
    template: DraftTemplate,
    base_docx: Path | UserBase,
    *,
    author: str,
    created: datetime,
    options: ExportOptions | None = None,
    pages: Sequence[str] | None = None,
    progress: Progress = SILENT,
) -> bytes:
    """Return `draft` as the bytes of a .docx file; the same input gives the same bytes.

    Slots are filled, open ones stay visible and highlighted; optional sections without text are
    left out. `pages` are the numbers for the rows of the 目录 where they are known; otherwise they
    are estimated, and Word is asked to set them right. A user's base keeps what is around the
    place of the text, its slots filled too; it can be used once. Raises PlanError
    TEMPLATE_DAMAGED when `base_docx` cannot be used, and Cancelled through `progress`.
    """
    options = options or ExportOptions()
    author = clean_line(author)
    base = base_docx if isinstance(base_docx, UserBase) else read_base(base_docx)
    made = draft_elements(
        draft,
        template,
        base.section,
        author=author,
        created=created,
        options=options,
        pages=pages,
        progress=progress,
    )
    if isinstance(base, UserBase):
        slots = dict(draft.slots)
        base.fill_texts(lambda text: fill_slots(text.replace("【标题】", made.title), slots))
    base.fill(made.elements)
    parts = base.parts_with_document()
    if options.house is not None and not isinstance(base, UserBase):
        restyle(parts, options.house)
    parts[CORE] = core_part(made.title, author, created)
    if options.contents and pages is None:
        update_fields_on_opening(parts)
    if len(made.comments):
        part = made.comments.part()
        add_comments(parts, base.rename_in(part) if isinstance(base, UserBase) else part)
    progress.step(0.95)
    data = pack(parts)
    progress.step(1.0)
    return data
