"""Which texts a few typed letters mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

# A letter right behind the last one says more than one at the start of a word, that more than any.
_ADJACENT, _WORD_START, _ANYWHERE = 6, 4, 1


def score(query: str, text: str) -> int | None:
    """Return how well the letters of `query` stand in `text` in their order, None if they do not.

    White space and case make no difference.
    """
    wanted = "".join(query.split()).casefold()
    letters = text.casefold()
    total, last = 0, -2
    for letter in wanted:
        at = letters.find(letter, last + 1 if last >= 0 else 0)
        if at < 0:
            return None
        if at == last + 1:
            total += _ADJACENT
        elif at == 0 or not letters[at - 1].isalnum():
            total += _WORD_START
        else:
            total += _ANYWHERE
        last = at
    return total


def rank(query: str, items: Iterable[tuple[Item, Sequence[str]]]) -> list[Item]:
    """Return the items one of whose texts `query` means, best first; without query, all."""
    if not query.strip():
        return [item for item, _texts in items]
    scored = []
    for place, (item, texts) in enumerate(items):
        scores = [found for text in texts if (found := score(query, text)) is not None]
        if scores:
            scored.append((-max(scores), place, item))
    return [item for _score, _place, item in sorted(scored, key=lambda entry: entry[:2])]
