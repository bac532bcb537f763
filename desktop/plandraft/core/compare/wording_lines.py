"""What a stretch of a plan is made of: its lines, and the sections that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.model.document import BlockKind, Document, Section
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class WordingLine:
    """Hold one line, or the part of it that belongs to a stretch; code points of the document."""

    kind: BlockKind
    span: Span

    @property
    def heading(self) -> bool:
        """Tell whether it is a heading or a title."""
        return self.kind in _HEADINGS


def wording_lines(document: Document, span: Span) -> tuple[WordingLine, ...]:
    """Return the lines that `span` runs over, in order; those without text are left out."""
    blocks = document.blocks
    first = max(0, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1)
    found = []
    for block in blocks[first:]:
        if block.span.start >= span.end:
            break
        if block.span.overlap(span):
            start, end = max(block.span.start, span.start), min(block.span.end, span.end)
            if Span(start, end).slice(document.text).strip():
                found.append(WordingLine(block.kind, Span(start, end)))
    return tuple(found)


def section_names(sections: Sequence[Section], lines: Sequence[WordingLine]) -> tuple[str, ...]:
    """Return the headings above the text of `lines`, in order; "" for before the first of them.

    Headings that stand among the lines without text of their own are not named, unless there is no
    text at all.
    """
    found: list[str] = []
    for line in [one for one in lines if not one.heading] or lines:
        section = section_at(sections, line.span.start)
        title = section.title if section else ""
        if not found or found[-1] != title:
            found.append(title)
    return tuple(found)
