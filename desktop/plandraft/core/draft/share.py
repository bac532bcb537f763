"""How much of a borrowed passage the drafter has changed."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from plandraft.core.draft.draft import DraftBlock

# Above this many characters a side, sentences are compared instead of characters: the time of a
# character comparison grows with the square.
LONGEST_BY_CHARACTER = 3000
_ENDS = "。！？；\n"


def edited_share(block: DraftBlock) -> float:
    """Return the part (0…1) of a borrowed block that differs from its source; 1 for own text."""
    if block.provenance is None:
        return 1.0
    source, text = block.provenance.text, block.text
    if source == text:
        return 0.0
    if max(len(source), len(text)) > LONGEST_BY_CHARACTER:
        return _share_by_sentence(_sentences(source), _sentences(text))
    # What both begin and end with is equal; only the middle costs time.
    head, tail = common_ends(source, text)
    middle = source[head : len(source) - tail], text[head : len(text) - tail]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    kept = head + tail + sum(block.size for block in matcher.get_matching_blocks())
    return 1.0 - 2.0 * kept / (len(source) + len(text))


def common_ends(ours: Sequence[object], theirs: Sequence[object]) -> tuple[int, int]:
    """Return how many items two sequences share at the beginning, and behind it at the end."""
    most = min(len(ours), len(theirs))
    head = next((i for i in range(most) if ours[i] != theirs[i]), most)
    most -= head
    tail = next((i for i in range(most) if ours[-1 - i] != theirs[-1 - i]), most)
    return head, tail


def _share_by_sentence(source: list[str], text: list[str]) -> float:
    matcher = SequenceMatcher(None, source, text, autojunk=False)
    kept = sum(
        sum(map(len, source[block.a : block.a + block.size]))
        for block in matcher.get_matching_blocks()
    )
    total = sum(map(len, source)) + sum(map(len, text))
    return 1.0 - 2.0 * kept / total


def _sentences(text: str) -> list[str]:
    sentences = []
    start = 0
    for index, character in enumerate(text):
        if character in _ENDS:
            sentences.append(text[start : index + 1])
            start = index + 1
    if start < len(text):
        sentences.append(text[start:])
    return sentences
