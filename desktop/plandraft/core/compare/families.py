"""One passage over many plans: which of them have it, word for word or edited, and which lack it.

Documents are named by their index in the set.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.own_phrases import is_made_of
from plandraft.core.compare.projection import Projection
from plandraft.core.compare.similarity import Pair
from plandraft.core.matching.passages import Passage
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

# Two stretches of one plan are the same place when each holds this part of the other.
_SAME_PLACE = 0.5
# A family adds nothing when another one holds this part of each of its places.
_SWALLOWED = 0.8

Place = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class PassageFamily:
    """Hold one passage of several plans.

    `spans` has an entry a document: where the passage stands in it, or None. `links` are the
    passages that were found between two of them, the smaller index on the left.
    """

    spans: tuple[Span | None, ...]
    links: Mapping[Pair, Passage]

    @property
    def present(self) -> tuple[int, ...]:
        """Return the documents that have it."""
        return tuple(at for at, span in enumerate(self.spans) if span is not None)


def build_families(
    documents: Sequence[Document],
    pairs: Mapping[Pair, Comparison],
    passages: Mapping[Pair, Sequence[Passage]],
    *,
    phrases: bool = False,
) -> tuple[PassageFamily, ...]:
    """Gather `passages`, by pairs, into families, in the order of the first document with it.

    A plan belongs to a family too when only a part, but most, of the passage stands in it, unless
    that part is made of the user's own phrases; `phrases` lets those belong as well.
    """
    count = len(documents)
    joined = _Joined()
    for (left, right), found in passages.items():
        for passage in found:
            joined.join((left, passage.left), (right, passage.right))
    for document in range(count):
        _join_places(joined, document)
    builder = _Builder(pairs, passages, phrases=phrases)
    families = [builder.family(count, group) for group in joined.groups()]
    families = _without_composed(_without_swallowed(families))
    return tuple(sorted(families, key=_order))


def outside_of(
    families: Sequence[PassageFamily], others: Sequence[PassageFamily]
) -> tuple[PassageFamily, ...]:
    """Return those of `families` that stand inside none of `others` in all of their documents."""
    return tuple(one for one in families if not any(_swallows(other, one) for other in others))


class _Joined:
    """Keep which places belong together (a forest of disjoint sets)."""

    def __init__(self) -> None:
        self._above: dict[Place, Place] = {}

    def join(self, one: Place, other: Place) -> None:
        """Put two places and all that belongs to either together."""
        top, bottom = sorted((self._top(one), self._top(other)))
        self._above[bottom] = top

    def places(self, document: int) -> list[Place]:
        """Return the places in a document, in order."""
        return sorted(place for place in self._above if place[0] == document)

    def groups(self) -> list[list[Place]]:
        """Return what belongs together."""
        found: defaultdict[Place, list[Place]] = defaultdict(list)
        for place in self._above:
            found[self._top(place)].append(place)
        return [sorted(found[top]) for top in sorted(found)]

    def _top(self, place: Place) -> Place:
        above = self._above.setdefault(place, place)
        while above != place:
            self._above[place] = self._above[above]
            place, above = above, self._above[above]
        return place


def _join_places(joined: _Joined, document: int) -> None:
    """Join the stretches of a document that are the same place."""
    near: list[Place] = []
    for place in joined.places(document):
        near = [one for one in near if one[1].end > place[1].start]
        for one in near:
            if _is_same(one[1], place[1]):
                joined.join(one, place)
        near.append(place)


def _is_same(one: Span, other: Span) -> bool:
    return one.overlap(other) >= _SAME_PLACE * max(one.length, other.length)


class _Builder:
    """Build families out of the places of one each."""

    def __init__(
        self,
        pairs: Mapping[Pair, Comparison],
        passages: Mapping[Pair, Sequence[Passage]],
        *,
        phrases: bool,
    ) -> None:
        self._pairs = pairs
        self._passages = passages
        self._phrases = phrases
        self._projection = Projection(pairs, passages)

    def family(self, count: int, group: Sequence[Place]) -> PassageFamily:
        """Return the family that has these places, in `count` documents."""
        links = dict(_links(frozenset(group), self._passages))
        spans: list[Span | None] = [None] * count
        for document in sorted({place[0] for place in group}):
            spans[document] = _best_span(document, group, links)
        for document in (at for at in range(count) if spans[at] is None):
            spans[document] = self._partly(document, spans)
        return PassageFamily(tuple(spans), links)

    def _partly(self, document: int, spans: Sequence[Span | None]) -> Span | None:
        """Return where `document` has most of a place, in a passage of its own bounds."""
        found: list[tuple[int, Pair, Passage]] = []
        for other, span in enumerate(spans):
            pair = (min(document, other), max(document, other))
            if span is None or pair not in self._passages:
                continue
            near = self._projection.passages_near(pair, span, from_left=pair[0] == other)
            for theirs, one in near:
                shared = theirs.overlap(span)
                if shared >= _SAME_PLACE * span.length:
                    found.append((shared, pair, one))
        if not found:
            return None
        _shared, pair, passage = max(found, key=lambda one: (one[0], _weight(one[2])))
        other = pair[0] if pair[1] == document else pair[1]
        place = spans[other]
        assert place is not None
        part = self._projection.project(pair, passage, place, from_left=pair[0] == other)
        return None if part is None or self._is_phrases(pair, document, part) else part

    def _is_phrases(self, pair: Pair, document: int, part: Span) -> bool:
        if self._phrases:
            return False
        comparison = self._pairs[pair]
        if document == pair[0]:
            return is_made_of(comparison.own.left, comparison.left.text, part)
        return is_made_of(comparison.own.right, comparison.right.text, part)


def _links(
    places: frozenset[Place], passages: Mapping[Pair, Sequence[Passage]]
) -> Iterator[tuple[Pair, Passage]]:
    """Yield the best passage of each pair that lies between `places`."""
    documents = sorted({document for document, _span in places})
    for pair in ((one, other) for one in documents for other in documents if one < other):
        if pair in passages:
            inside = [
                one
                for one in passages[pair]
                if (pair[0], one.left) in places and (pair[1], one.right) in places
            ]
            if inside:
                yield pair, max(inside, key=_weight)


def _best_span(document: int, group: Iterable[Place], links: Mapping[Pair, Passage]) -> Span:
    """Return the stretch of a document that most links name; of those the shortest, as the core."""
    named = Counter(
        passage.left if pair[0] == document else passage.right
        for pair, passage in links.items()
        if document in pair
    )
    spans = [span for at, span in group if at == document]
    return max(spans, key=lambda span: (named[span], -span.length, -span.start))


def _weight(passage: Passage) -> tuple[float, int]:
    return passage.similarity * (passage.left.length + passage.right.length), -passage.left.start


def _without_swallowed(families: Sequence[PassageFamily]) -> list[PassageFamily]:
    """Leave out the families that stand inside another one in all of their documents."""
    ordered = sorted(families, key=_size, reverse=True)
    kept: list[PassageFamily] = []
    by_document: defaultdict[int, list[PassageFamily]] = defaultdict(list)
    for family in ordered:
        first = family.present[0]
        if any(_swallows(other, family) for other in by_document[first]):
            continue
        kept.append(family)
        for document in family.present:
            by_document[document].append(family)
    return kept


def _swallows(other: PassageFamily, family: PassageFamily) -> bool:
    for span, outer in zip(family.spans, other.spans, strict=True):
        if span and (outer is None or span.overlap(outer) < _SWALLOWED * span.length):
            return False
    return True


def _without_composed(families: Sequence[PassageFamily]) -> list[PassageFamily]:
    """Leave out the families that others with the same documents make up between them."""
    sets = {id(family): frozenset(family.present) for family in families}
    by_document: defaultdict[int, list[PassageFamily]] = defaultdict(list)
    for family in families:
        for document in family.present:
            by_document[document].append(family)
    dropped: set[int] = set()
    for family in sorted(families, key=_size, reverse=True):
        documents = sets[id(family)]
        parts = [
            one
            for one in by_document[family.present[0]]
            if one is not family and id(one) not in dropped and documents <= sets[id(one)]
        ]
        if all(_composed(family, parts, document) for document in family.present):
            dropped.add(id(family))
    return [family for family in families if id(family) not in dropped]


def _composed(family: PassageFamily, parts: Iterable[PassageFamily], document: int) -> bool:
    whole = family.spans[document]
    assert whole is not None
    covered, reached = 0, whole.start
    for span in sorted(span for one in parts if (span := one.spans[document])):
        start, end = max(span.start, reached), min(span.end, whole.end)
        if end > start:
            covered, reached = covered + end - start, end
    return covered >= _SWALLOWED * whole.length


def _size(family: PassageFamily) -> tuple[int, int]:
    return len(family.present), sum(span.length for span in family.spans if span)


def _order(family: PassageFamily) -> tuple[int, Span]:
    first = family.present[0]
    span = family.spans[first]
    assert span is not None
    return first, span
