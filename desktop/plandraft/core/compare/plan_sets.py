"""Several plans compared with each other, seen in the light of lists and decisions.

What counts is said where a pair is compared (`own_phrases.with_formulae`, then
`decisions.excluded_rows`), and here it is only asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.decisions import Decision, excluded_rows
from plandraft.core.compare.families import PassageFamily, build_families, outside_of
from plandraft.core.compare.own_phrases import with_formulae
from plandraft.core.compare.shares import shares_without
from plandraft.core.compare.similarity import Pair, mirrored
from plandraft.core.matching.passages import Passage
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

Shares = tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class PlanSet:
    """Hold several plans and their comparisons by pairs of indexes (the smaller first).

    `families` are made of the passages that count, `quiet` ones of those that do not; `decisions`
    are those about the rows of each pair, own phrases among them; `shares` as `counted_shares`
    gives them.
    """

    documents: tuple[Document, ...]
    pairs: Mapping[Pair, Comparison]
    families: tuple[PassageFamily, ...]
    quiet: tuple[PassageFamily, ...] = ()
    decisions: Mapping[Pair, Mapping[int, Decision]] = field(default_factory=dict)
    shares: Shares = ()

    @property
    def excluded(self) -> int:
        """Return how many passages of all pairs do not count."""
        return sum(len(excluded_rows(one)) for one in self.decisions.values())

    def share_of_all(self, document: int, other: int) -> float:
        """Return how much (0…1) of a plan stands in another, what does not count as well."""
        pair = (min(document, other), max(document, other))
        matches = self.pairs[pair].matches
        return matches.left_share if document == pair[0] else matches.right_share

    def passages(self, document: int, other: int) -> tuple[Passage, ...]:
        """Return what counts between two plans, the side of `document` on the left, in order."""
        return self._between(document, other, counted=True)

    def quiet_passages(self, document: int, other: int) -> tuple[Passage, ...]:
        """Return what does not count between two plans, as `passages` does."""
        return self._between(document, other, counted=False)

    def _between(self, document: int, other: int, *, counted: bool) -> tuple[Passage, ...]:
        pair = (min(document, other), max(document, other))
        if pair not in self.pairs:
            return ()
        excluded = excluded_rows(self.decisions.get(pair, {}))
        found = (
            row.passage for row in self.pairs[pair].rows if (row.number not in excluded) == counted
        )
        if document == pair[0]:
            return tuple(found)
        return tuple(sorted(map(mirrored, found), key=lambda one: (one.left, one.right)))


def build_plan_set(
    documents: Iterable[Document],
    pairs: Mapping[Pair, Comparison],
    decided: Mapping[Pair, Mapping[int, Decision]] | None = None,
) -> PlanSet:
    """Gather compared plans; `decided` is what the reader decided about the rows of each pair."""
    every = tuple(documents)
    decisions = {
        pair: with_formulae(comparison, (decided or {}).get(pair, {}).items())
        for pair, comparison in pairs.items()
    }
    counted: dict[Pair, tuple[Passage, ...]] = {}
    left_out: dict[Pair, tuple[Passage, ...]] = {}
    for pair, comparison in pairs.items():
        excluded = excluded_rows(decisions[pair])
        rows = comparison.rows
        counted[pair] = tuple(one.passage for one in rows if one.number not in excluded)
        left_out[pair] = tuple(one.passage for one in rows if one.number in excluded)
    families = build_families(every, pairs, counted)
    quiet = build_families(every, pairs, left_out, phrases=True) if any(left_out.values()) else ()
    return PlanSet(
        every,
        pairs,
        families,
        outside_of(quiet, families),
        decisions,
        counted_shares(len(every), pairs, decisions),
    )


def counted_shares(
    count: int,
    pairs: Mapping[Pair, Comparison],
    decisions: Mapping[Pair, Mapping[int, Decision]],
) -> Shares:
    """Return for each of `count` plans the share (0…1) of it that counts as standing in each other.

    Row i, column j: how much of plan i stands in plan j; None on the diagonal and for pairs that
    were not compared.
    """
    cells: list[list[float | None]] = [[None] * count for _ in range(count)]
    for (left, right), comparison in pairs.items():
        excluded = excluded_rows(decisions.get((left, right), {}))
        cells[left][right], cells[right][left] = shares_without(comparison, excluded)
    return tuple(map(tuple, cells))


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """Hold the set phrases of a plan: code points, in order."""

    official: tuple[Span, ...] = ()
    own: tuple[Span, ...] = ()


def set_phrases(plans: PlanSet, document: int) -> SetPhrases:
    """Return the set phrases of a plan, as its comparisons have them marked."""
    official: set[tuple[Span, ...]] = set()
    own: set[tuple[Span, ...]] = set()
    for (left, right), comparison in plans.pairs.items():
        if document == left:
            official.add(comparison.left_stock)
            own.add(comparison.own.left)
        elif document == right:
            official.add(comparison.right_stock)
            own.add(comparison.own.right)
    return SetPhrases(_together(official), _together(own))


def _together(found: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Return spans that were found in several comparisons once; most often they are the same."""
    return tuple(sorted({span for spans in found for span in spans}))
