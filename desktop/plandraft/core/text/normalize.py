"""Reduce a text to the letters that carry its meaning, with a map back."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from itertools import compress

from plandraft.core.model.spans import Span


class _Letters(dict[str, str]):
    """Remember for each character the letters that stand for it ("" for layout and marks)."""

    def __missing__(self, character: str) -> str:
        if "\u4e00" <= character <= "\u9fff":
            # Unified ideographs stand for themselves; a plan has a thousand different ones.
            self[character] = character
            return character
        folded = unicodedata.normalize("NFKC", character).casefold()
        letters = "".join(one for one in folded if unicodedata.category(one)[0] in "LN")
        self[character] = letters
        return letters


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """Hold the letters of a text: NFKC, lower case, no marks, no layout, no private-use marks.

    `offsets[i]` is the code point of the source that letter i came from.
    """

    text: str
    offsets: array[int]

    def to_source(self, span: Span) -> Span:
        """Return the smallest source span that holds the letters of `span`."""
        if span.length == 0:
            at = self.offsets[span.start] if span.start < len(self.offsets) else 0
            return Span(at, at)
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


def normalize(text: str) -> NormalizedText:
    """Normalise `text`; linear in its length."""
    table = _Letters()
    parts = list(map(table.__getitem__, text))
    letters = "".join(parts)
    if len(letters) == len(parts) - parts.count(""):
        # The usual case: no character became several letters.
        return NormalizedText(letters, array("I", compress(range(len(parts)), parts)))
    return NormalizedText(letters, array("I", (at for at, part in enumerate(parts) for _ in part)))


def count_letters(text: str) -> int:
    """Count the letters and digits of `text`: what users call 字数 without marks."""
    return sum(1 for character in text if unicodedata.category(character)[0] in "LN")
