"""Put what a user corrected into a document: which lines are headings, and of which level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import normalize

from plandraft.core.model.document import Block, BlockKind, Document

# What may be made a heading, or be one that was none.
CORRECTABLE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
DEEPEST_LEVEL = 4
# So many letters of the lines around tell a heading from others with the same words.
_CONTEXT = 16


@dataclass(frozen=True, slots=True)
class LineKey:
    """Hold the letters of a line, the last ones before it and the first ones behind it.

    Nothing in it is an offset or an id, so that it finds the line in a newer copy of the file.
    """

    line: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HeadingChoice:
    """Say that a line is a heading of `level` (1…4), or text where that is 0."""

    key: LineKey
    level: int


def line_key(document: Document, index: int) -> LineKey:
    """Return what the block at `index` is known by."""
    blocks = document.blocks
    before = _letters(document.block_text(blocks[index - 1])) if index else ""
    after = _letters(document.block_text(blocks[index + 1])) if index + 1 < len(blocks) else ""
    line = _letters(document.block_text(blocks[index]))
    return LineKey(line, before[-_CONTEXT:], after[:_CONTEXT])


def choose_headings(document: Document, choices: Iterable[HeadingChoice]) -> Document:
    """Return `document` with its headings as chosen, the last choice for a line first.

    A line is the one that was meant where its letters and those of a neighbour are the same.
    """
    by_line: dict[str, list[HeadingChoice]] = {}
    for choice in choices:
        by_line.setdefault(choice.key.line, []).insert(0, choice)
    if not by_line:
        return document
    longest = max(map(len, by_line))
    blocks = list(document.blocks)
    for index, block in enumerate(document.blocks):
        if block.kind not in CORRECTABLE or block.span.length > _room(longest):
            continue
        key = line_key(document, index)
        for choice in by_line.get(key.line, ()):
            if key.before == choice.key.before or key.after == choice.key.after:
                blocks[index] = _chosen(block, choice.level)
                break
    return replace(document, blocks=tuple(blocks))


def _room(letters: int) -> int:
    """Return how long a line of so many letters may be with marks and blanks."""
    return 2 * letters + 40


def _chosen(block: Block, level: int) -> Block:
    if level:
        return replace(block, kind=BlockKind.HEADING, level=level, confidence=1.0)
    kind = BlockKind.LIST_ITEM if block.number else BlockKind.PARAGRAPH
    kept = block.kind if block.kind is not BlockKind.HEADING else kind
    return replace(block, kind=kept, level=0, confidence=1.0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, normalize("NFKC", text).casefold()))
