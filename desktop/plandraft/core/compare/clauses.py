"""Which clause of a passage went where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.align import align_tokens
from plandraft.core.matching.fingerprint import Prepared, prepare_text
from plandraft.core.matching.passages import Passage
from plandraft.core.matching.runs import Run
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

# Less of the shorter clause in common than this is another clause that shares a word.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """Say that the clause `left` of one side is the clause `right` of the other.

    Spans are code points of the whole documents; None where the clause has no partner.
    """

    left: Span | None
    right: Span | None


def build_clause_map(comparison: Comparison, passage: Passage) -> tuple[ClauseLink, ...]:
    """Link the clauses of a passage, in left order; clauses of the right side alone come last."""
    places = comparison.gazetteer.with_names(comparison.left.place, comparison.right.place)
    links = link_clauses(
        passage.left.slice(comparison.left.text), passage.right.slice(comparison.right.text), places
    )
    return tuple(
        ClauseLink(_moved(one.left, passage.left.start), _moved(one.right, passage.right.start))
        for one in links
    )


def link_clauses(left: str, right: str, gazetteer: Gazetteer) -> tuple[ClauseLink, ...]:
    """Link the clauses of two wordings of one passage; spans are code points of each.

    Every clause has at most one partner: the one with which it shares most tokens.
    """
    ours, theirs = prepare_text(left, gazetteer), prepare_text(right, gazetteer)
    our_clauses, their_clauses = _clauses(ours), _clauses(theirs)
    partners = _partners(align_tokens(ours, theirs), our_clauses, their_clauses)
    links = [
        ClauseLink(
            ours.source_span(clause),
            theirs.source_span(their_clauses[partners[at]]) if at in partners else None,
        )
        for at, clause in enumerate(our_clauses)
    ]
    taken = set(partners.values())
    links += [
        ClauseLink(None, theirs.source_span(clause))
        for at, clause in enumerate(their_clauses)
        if at not in taken
    ]
    return tuple(links)


def _clauses(side: Prepared) -> list[Span]:
    """Return the spans of tokens between two edges."""
    edges = [at for at, edge in enumerate(side.edges) if edge]
    return [Span(start, end) for start, end in pairwise(edges)]


def _partners(tiles: list[Run], ours: list[Span], theirs: list[Span]) -> dict[int, int]:
    left_of = _clause_of(ours)
    right_of = _clause_of(theirs)
    shared: Counter[tuple[int, int]] = Counter()
    for one in tiles:
        shared.update(
            (left_of[one.left + at], right_of[one.right + at]) for at in range(one.length)
        )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for (left, right), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        shorter = min(ours[left].length, theirs[right].length)
        if left not in partners and right not in taken and count >= _SHARED * shorter:
            partners[left] = right
            taken.add(right)
    return partners


def _clause_of(clauses: list[Span]) -> list[int]:
    return [at for at, clause in enumerate(clauses) for _ in range(clause.length)]


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
