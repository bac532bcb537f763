"""How each plan has a passage of several plans: what a comparison of the two alone says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.compare.changes import PassageRow
from plandraft.core.compare.decisions import EXCLUDING, Decision
from plandraft.core.compare.families import PassageFamily
from plandraft.core.compare.pair_places import passage_at
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.similarity import Pair, letters_of, resemblance
from plandraft.core.matching.passages import PassageKind
from plandraft.core.model.spans import Span

# A passage of the pair is that of two places when each of its sides and the place share this part:
# a heading or a clause more on one side does not make it a longer one.
_WHOLE = 0.65
# About the length of a passage, so that a look-up sees a few of them.
_BUCKET = 256


class Standing(StrEnum):
    """Name how a plan has a passage; INDIRECT is known through other plans only."""

    REFERENCE = "reference"
    VERBATIM = "verbatim"
    EDITED = "edited"
    REORDERED = "reordered"
    INDIRECT = "indirect"
    ABSENT = "absent"


_STANDINGS = {
    PassageKind.IDENTICAL: Standing.VERBATIM,
    PassageKind.EDITED: Standing.EDITED,
    PassageKind.REORDERED: Standing.REORDERED,
}


@dataclass(frozen=True, slots=True)
class FamilyCell:
    """Hold how one plan has a passage.

    Standing and `similarity` (0…1) are those of the passage that the comparison with the reference
    has there, and so is `decision`; `part` says that this passage is longer. `here` is the
    similarity of the two places alone. `place` holds a code point of the reference and one of the
    plan that lead to the passage.
    """

    standing: Standing
    span: Span | None = None
    similarity: float = 0.0
    here: float = 0.0
    part: bool = False
    place: tuple[int, int] | None = None
    decision: Decision | None = None

    @property
    def excluded(self) -> bool:
        """Tell whether the passage of the pair was decided not to count."""
        return self.decision is not None and self.decision.verdict in EXCLUDING


class CellFinder:
    """Find cells of a set of plans; what is looked for in is put in order once."""

    def __init__(self, plans: PlanSet) -> None:
        self._plans = plans
        self._near: dict[Pair, dict[int, list[PassageRow]]] = {}

    def cell(self, family: PassageFamily, reference: int, document: int) -> FamilyCell:
        """Return how `document` has a family beside the plan `reference`, which has it."""
        own, span = family.spans[reference], family.spans[document]
        if own is None or span is None:
            return FamilyCell(Standing.ABSENT)
        if document == reference:
            return FamilyCell(Standing.REFERENCE, span, 1.0, 1.0)
        found = self._row_at(reference, own, document, span)
        if found is None:
            alike = self._alike(reference, own, document, span)
            place = _middle(own, own), _middle(span, span)
            return FamilyCell(Standing.INDIRECT, span, alike, alike, place=place)
        row, place = found
        left, right = _sides(row, turned=document < reference)
        part = not (_is_place(left, own) and _is_place(right, span))
        similarity = row.passage.similarity
        return FamilyCell(
            _STANDINGS[row.passage.kind],
            span,
            similarity,
            self._alike(reference, own, document, span) if part else similarity,
            part,
            place,
            self._plans.decisions.get(_pair(reference, document), {}).get(row.number),
        )

    def _row_at(
        self, reference: int, own: Span, document: int, span: Span
    ) -> tuple[PassageRow, tuple[int, int]] | None:
        """Return the row of the pair that two places stand in, and a place that leads to it.

        It is the one over the middle of both, else the one that shares most with them.
        """
        turned = document < reference
        near = self._rows_near(_pair(reference, document), own, turned=turned)
        sides = [_sides(row, turned=turned) for row in near]
        place = _middle(own, own), _middle(span, span)
        landed = passage_at(sides, *place)
        if landed is None:
            shared = [_shared(left, own) * _shared(right, span) for left, right in sides]
            if not any(shared):
                return None
            left, right = sides[shared.index(max(shared))]
            place = _middle(left, own), _middle(right, span)
            landed = passage_at(sides, *place)
            assert landed is not None  # the one that shares most holds both
        return near[landed], place

    def _rows_near(self, pair: Pair, own: Span, *, turned: bool) -> list[PassageRow]:
        """Return the rows of a pair whose side of the reference may touch `own`, in its order."""
        if pair not in self._plans.pairs:
            return []
        key = (pair[1], pair[0]) if turned else pair
        if key not in self._near:
            near: dict[int, list[PassageRow]] = {}
            for row in self._plans.pairs[pair].rows:
                side = _sides(row, turned=turned)[0]
                for bucket in range(side.start // _BUCKET, side.end // _BUCKET + 1):
                    near.setdefault(bucket, []).append(row)
            self._near[key] = near
        found: dict[int, PassageRow] = {}
        for bucket in range(own.start // _BUCKET, own.end // _BUCKET + 1):
            found.update({row.number: row for row in self._near[key].get(bucket, ())})
        return sorted(found.values(), key=lambda row: _sides(row, turned=turned))

    def _alike(self, reference: int, own: Span, document: int, span: Span) -> float:
        documents = self._plans.documents
        ours = letters_of(own.slice(documents[reference].text))
        theirs = letters_of(span.slice(documents[document].text))
        return resemblance(ours, theirs)


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _sides(row: PassageRow, *, turned: bool) -> tuple[Span, Span]:
    passage = row.passage
    return (passage.right, passage.left) if turned else (passage.left, passage.right)


def _middle(one: Span, other: Span) -> int:
    return (max(one.start, other.start) + min(one.end, other.end)) // 2


def _shared(side: Span, place: Span) -> int:
    """Return how many code points are shared, 0 where it is less than half of the shorter."""
    shared = side.overlap(place)
    return shared if 2 * shared >= min(side.length, place.length) else 0


def _is_place(side: Span, place: Span) -> bool:
    return side.overlap(place) >= _WHOLE * max(side.length, place.length)
