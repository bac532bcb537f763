"""The sentences of one version with their tokens."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from plandraft.core.matching.fingerprint import Prepared, prepare_text
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer
from plandraft.core.text.segment import sentences


@dataclass(frozen=True, slots=True)
class Units:
    """Hold the sentences of a document in order; a *unit* is the position of one.

    `tokens[u]` is the first token of unit u, with one entry more for the end.
    """

    text: str
    spans: list[Span]
    side: Prepared
    tokens: array[int]

    def cover(self, units: Span) -> Span:
        """Return the code points from the first to the last of `units`."""
        return Span(self.spans[units.start].start, self.spans[units.end - 1].end)

    def place_before(self, unit: int) -> Span:
        """Return the empty span behind the unit before `unit`."""
        at = self.spans[unit - 1].end if unit else 0
        return Span(at, at)

    def letters(self, unit: int) -> str:
        """Return the tokens of `unit`."""
        return self.side.tokens[self.tokens[unit] : self.tokens[unit + 1]]

    def unit_of(self, token: int) -> int:
        """Return the unit that a token stands in."""
        return max(0, bisect_right(self.tokens, token, hi=len(self.spans)) - 1)

    def left_in(self, unit: int, token: int) -> int:
        """Return how many tokens of `unit` stand from `token` on; at least one, that one."""
        return max(1, self.tokens[unit + 1] - token)

    def token_span(self, span: Span) -> Span:
        """Return the tokens whose first letter stands in `span`."""
        offsets, starts = self.side.letters.offsets, self.side.starts
        first, last = (bisect_left(offsets, at) for at in (span.start, span.end))
        count = len(self.side.tokens)
        return Span(bisect_left(starts, first, hi=count), bisect_left(starts, last, hi=count))

    def part(self, tokens: Span) -> Prepared:
        """Return a stretch of tokens as if it had been prepared alone."""
        return self.side.part(tokens)

    def wording(self, units: Span) -> tuple[str, tuple[str, ...]]:
        """Return letters and marks of `units`: labels, layout and the last mark do not count."""
        tokens = Span(self.tokens[units.start], self.tokens[units.end])
        letters = self.side.letter_span(tokens).slice(self.side.letters.text)
        if not letters:
            return "".join(self.cover(units).slice(self.text).split()), ()
        return letters, tuple(self.side.marks[tokens.start + 1 : tokens.end])


def cut_units(document: Document, gazetteer: Gazetteer) -> Units:
    """Cut `document` into sentences; linear in its length."""
    text = document.text
    side = prepare_text(text, gazetteer)
    spans = [_trimmed(text, span) for span in sentences(text)]
    offsets, starts, count = side.letters.offsets, side.starts, len(side.tokens)
    tokens = array("l")
    for span in spans:
        tokens.append(bisect_left(starts, bisect_left(offsets, span.start), hi=count))
    tokens.append(count)
    return Units(text, spans, side, tokens)


def _trimmed(text: str, span: Span) -> Span:
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
