"""Where the halves of a split paragraph come from, and where a joined one does."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from plandraft.core.draft.draft import DraftBlock, Provenance
from plandraft.core.model.spans import Span

# A character comparison of longer texts takes longer than a keystroke may.
LONGEST_ALIGNED = 3000


def split_provenance(block: DraftBlock, offset: int) -> tuple[Provenance | None, Provenance | None]:
    """Return the sources of a block's text before and from `offset` (code points) on.

    A half that holds nothing of the source has none. Where the place in the source cannot be
    told, both halves keep the whole.
    """
    source = block.provenance
    if source is None:
        return None, None
    if source.span.length != len(source.text):
        return source, source
    cut = _source_offset(source.text, block.text, offset)
    return (None, None) if cut is None else (_part(source, 0, cut), _part(source, cut, None))


def join_provenance(first: DraftBlock, second: DraftBlock) -> Provenance | None:
    """Return the source of two joined blocks.

    Neighbours in the same document give one source over both; else the longer borrowed text
    names its own.
    """
    one, other = first.provenance, second.provenance
    if one is None or other is None:
        return one or other
    if one == other:
        return one
    if one.sha256 == other.sha256 and one.path == other.path:
        gap = other.span.start - one.span.end
        # Split halves touch; paragraphs of one document have a line end between them.
        if gap in {0, 1} and one.span.length == len(one.text):
            text = one.text + "\n" * gap + other.text
            return replace(one, span=Span(one.span.start, other.span.end), text=text)
    return one if len(first.text) >= len(second.text) else other


def _source_offset(source: str, text: str, offset: int) -> int | None:
    if source == text:
        return offset
    if max(len(source), len(text)) > LONGEST_ALIGNED:
        return None
    matcher = SequenceMatcher(None, source, text, autojunk=False)
    for _tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if offset < b_end:
            inside = offset - b_start
            return min(a_start + inside, a_end)
    return len(source)


def _part(source: Provenance, start: int, end: int | None) -> Provenance | None:
    text = source.text[start:end]
    if not text:
        return None
    begin = source.span.start + start
    return replace(source, span=Span(begin, begin + len(text)), text=text)
