"""The set phrases of the plans shown: official ones, those of the library, the user's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from plandraft.core.compare.common_phrases import CommonSpan
from plandraft.core.compare.plan_sets import SetPhrases
from plandraft.core.model.spans import Span


class Grey(Enum):
    """Name a kind of set phrases."""

    OFFICIAL = "official"
    LIBRARY = "library"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class LibraryPhrases:
    """Hold where each plan, by its index, has what most of the library's `plans` have."""

    plans: int = 0
    spans: tuple[tuple[CommonSpan, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Greys:
    """Hold the set phrases of each plan by its index, and which kinds are to be greyed."""

    own: tuple[tuple[Span, ...], ...] = ()
    official: tuple[tuple[Span, ...], ...] = ()
    library: LibraryPhrases = field(default_factory=LibraryPhrases)
    shown: Mapping[Grey, bool] = field(default_factory=dict)

    def spans(self, document: int) -> tuple[Span, ...]:
        """Return what of a plan is greyed, in order and apart."""
        found: list[Span] = []
        for span in sorted(span for kind in Grey for span in self._spans(kind, document)):
            if found and span.start <= found[-1].end:
                found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
            else:
                found.append(span)
        return tuple(found)

    def own_spans(self, document: int) -> tuple[Span, ...]:
        """Return the user's own phrases of a plan where they are greyed."""
        return tuple(self._spans(Grey.OWN, document))

    def kinds_at(self, document: int, offset: int) -> tuple[Grey, ...]:
        """Return the kinds of set phrases that a code point of a plan lies in."""
        return tuple(kind for kind in Grey if _over(self._spans(kind, document), offset))

    def plans_at(self, document: int, offset: int) -> int:
        """Return how many plans of the library have the phrase over a code point."""
        spans = self.library.spans[document] if document < len(self.library.spans) else ()
        return next((one.plans for one in spans if one.span.contains(offset)), 0)

    def _spans(self, kind: Grey, document: int) -> Sequence[Span]:
        if not self.shown.get(kind, True):
            return ()
        if kind is Grey.LIBRARY:
            spans = self.library.spans
            return [one.span for one in spans[document]] if document < len(spans) else ()
        every = self.own if kind is Grey.OWN else self.official
        return every[document] if document < len(every) else ()


def greys_of(found: Sequence[SetPhrases], before: Greys) -> Greys:
    """Return set phrases of each plan, with the library's and the switches as they are."""
    return Greys(
        tuple(one.own for one in found),
        tuple(one.official for one in found),
        before.library,
        before.shown,
    )


def _over(spans: Sequence[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].contains(offset)
