"""Where a part of a passage stands on the other side of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.clauses import ClauseLink, build_clause_map
from plandraft.core.compare.similarity import Pair
from plandraft.core.matching.passages import Passage
from plandraft.core.model.spans import Span

# A clause belongs to a stretch that holds this part of it.
_IN_STRETCH = 0.5
# Partners strewn over so many times the length are no place.
_STREWN = 3.0
# About the length of a passage, so that a look-up sees a few of them.
_BUCKET = 256


class Projection:
    """Map stretches of one document to another, clause by clause; clauses are linked once."""

    def __init__(
        self, pairs: Mapping[Pair, Comparison], passages: Mapping[Pair, Sequence[Passage]]
    ) -> None:
        self._pairs = pairs
        self._passages = passages
        self._near: dict[tuple[Pair, bool], dict[int, list[tuple[Span, Passage]]]] = {}
        self._links: dict[tuple[Pair, Passage], tuple[ClauseLink, ...]] = {}

    def passages_near(
        self, pair: Pair, span: Span, *, from_left: bool
    ) -> list[tuple[Span, Passage]]:
        """Return the passages of a pair, with their side, that may overlap `span` of a document."""
        key = (pair, from_left)
        if key not in self._near:
            near: defaultdict[int, list[tuple[Span, Passage]]] = defaultdict(list)
            for one in self._passages[pair]:
                side = one.left if from_left else one.right
                for bucket in range(side.start // _BUCKET, side.end // _BUCKET + 1):
                    near[bucket].append((side, one))
            self._near[key] = near
        buckets = self._near[key]
        found: dict[Passage, Span] = {}
        for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
            found.update({one: side for side, one in buckets.get(bucket, ())})
        return [(side, one) for one, side in found.items()]

    def project(self, pair: Pair, passage: Passage, span: Span, *, from_left: bool) -> Span | None:
        """Return where `span`, of the left or of the right document, stands on the other side.

        It is cut to the passage first; None where its clauses have no partners in one place.
        """
        ours, theirs = passage.left, passage.right
        if not from_left:
            ours, theirs = theirs, ours
        if ours.overlap(span) == ours.length:
            return theirs
        partners = [
            partner
            for here, partner in self._sides(pair, passage, from_left=from_left)
            if here.overlap(span) >= _IN_STRETCH * here.length
        ]
        if not partners:
            return None
        found = Span(min(one.start for one in partners), max(one.end for one in partners))
        return found if found.length <= _STREWN * ours.overlap(span) else None

    def _sides(self, pair: Pair, passage: Passage, *, from_left: bool) -> list[tuple[Span, Span]]:
        key = (pair, passage)
        if key not in self._links:
            self._links[key] = build_clause_map(self._pairs[pair], passage)
        both = [(one.left, one.right) for one in self._links[key] if one.left and one.right]
        return both if from_left else [(right, left) for left, right in both]
