"""How much two plans share, and how alike two wordings are, whatever stands around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from plandraft.core.matching.passages import Passage
from plandraft.core.model.spans import Span
from plandraft.core.text.normalize import normalize

Pair = tuple[int, int]
# Two letters are a word of Chinese: shorter pieces are shared by any two texts.
_PIECE = 2


def letters_of(text: str) -> str:
    """Return the letters of `text`: no marks, no layout, width and case made equal."""
    return normalize(text).text


def resemblance(left: str, right: str) -> float:
    """Return how alike two runs of letters are, 0…1, with the order of clauses ignored.

    It is the Dice coefficient of their pairs of neighbouring letters.
    """
    if left == right:
        return 1.0 if left else 0.0
    ours, theirs = _pieces(left), _pieces(right)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0


def mirrored(passage: Passage) -> Passage:
    """Return a passage with its sides exchanged."""
    return replace(passage, left=passage.right, right=passage.left)


def letter_counts(text: str) -> tuple[int, ...]:
    """Return for each offset of `text` how many letters stand before it, and for its end."""
    return tuple(accumulate(map(str.isalnum, text), initial=0))


def covered_letters(before: Sequence[int], spans: Iterable[Span]) -> int:
    """Count the letters that lie in any of `spans`; `before` is what `letter_counts` gives."""
    total, reached = 0, 0
    for span in sorted(spans):
        start = max(span.start, reached)
        if span.end > start:
            total += before[span.end] - before[start]
            reached = span.end
    return total


def _pieces(letters: str) -> Counter[str]:
    return Counter(letters[at : at + _PIECE] for at in range(max(1, len(letters) - _PIECE + 1)))
