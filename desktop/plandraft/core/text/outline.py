"""The outline of a document: its headings as nested sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from plandraft.core.model.document import BlockKind, Document, Section
from plandraft.core.model.spans import Span


def sections_of(document: Document) -> tuple[Section, ...]:
    """Build a section for each heading of `document`, in order.

    A section runs to the next heading of the same or a higher level, to the title of an annex, or
    to the end of the text.
    """
    ends = _section_ends(document)
    sections: list[Section] = []
    above: list[tuple[int, str]] = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.TITLE:
            above.clear()
        if block.kind is not BlockKind.HEADING:
            continue
        title = document.block_text(block)
        while above and above[-1][0] >= block.level:
            above.pop()
        above.append((block.level, title))
        path = tuple(name for _, name in above)
        span = Span(block.span.start, ends[index])
        sections.append(Section(index, block.level, title, span, path))
    return tuple(sections)


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """Return the deepest of `sections` (in order of their start) that holds `offset`, or None."""
    index = bisect_right(sections, offset, key=lambda section: section.span.start) - 1
    while index >= 0:
        section = sections[index]
        if section.span.contains(offset):
            return section
        index -= 1
    return None


def _section_ends(document: Document) -> dict[int, int]:
    """Return for each heading block where its section ends."""
    ends: dict[int, int] = {}
    open_headings: list[tuple[int, int]] = []
    last_end = 0
    for index, block in enumerate(document.blocks):
        closes_all = block.kind is BlockKind.TITLE
        if closes_all or block.kind is BlockKind.HEADING:
            while open_headings and (closes_all or open_headings[-1][1] >= block.level):
                ends[open_headings.pop()[0]] = last_end
            if not closes_all:
                open_headings.append((index, block.level))
        last_end = block.span.end
    ends.update({index: len(document.text) for index, _ in open_headings})
    return ends
