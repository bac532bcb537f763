"""What of a picked passage goes into a draft."""

from __future__ import annotations

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.edits import Edit, RemoveBlock, apply_edit
from plandraft.core.draft.parts import section_of
from plandraft.core.model.document import BlockKind
from plandraft.core.model.spans import Span
from plandraft.ui.models.picks import TextPick


def without_cut_headings(pick: TextPick) -> Span:
    """Return the span of `pick` without pieces of headings at its ends.

    A passage that was matched may begin or end in the middle of a heading; nobody wants half of
    one. A heading that was picked whole stays.
    """
    start, end = pick.span.start, pick.span.end
    for block in pick.document.blocks:
        span = block.span
        if block.kind is not BlockKind.HEADING or span.end <= start or span.start >= end:
            continue
        if span.start < start and span.end < end:
            start = span.end
        elif span.end > end and span.start > start:
            end = span.start
    inside = Span(start, end).slice(pick.document.text)
    start += len(inside) - len(inside.lstrip("\n"))
    return Span(start, max(start, start + len(inside.strip("\n"))))


def without_empty(
    draft: Draft, section: str, index: int | None
) -> tuple[Draft, tuple[Edit, ...], int | None]:
    """Take the paragraph before `index` out of a section where nothing was written in it.

    Returns the draft, the edits that put it back, and where the passage goes now.
    """
    block = section_of(draft, section).blocks[index - 1] if index else None
    if index is None or block is None or block.text.strip() or block.provenance is not None:
        return draft, (), index
    after, back = apply_edit(draft, RemoveBlock(block.id))
    return after, (back,), index - 1
