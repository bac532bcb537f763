"""What of a picked passage goes into a draft."""

from __future__ import annotations

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
