"""One plan of a set: where each place of it stands best, and what it alone has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.compare.own_phrases import is_made_of
from plandraft.core.compare.plan_sets import PlanSet, set_phrases
from plandraft.core.compare.similarity import covered_letters, letter_counts
from plandraft.core.matching.passages import Passage
from plandraft.core.model.document import BlockKind
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at, sections_of

# A paragraph with fewer letters says nothing of its own: a heading, a date, a line of a list.
_OWN_LETTERS = 20
# A formula or two do not make a paragraph somebody else's.
_OWN_SHARE = 0.2
_OWN_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class OwnStretch:
    """Hold a paragraph that no other plan has; `shared` is the part (0…1) that one has."""

    span: Span
    section: str
    letters: int
    shared: float


@dataclass(frozen=True, slots=True)
class SourceStretch:
    """Say that `span` of the plan stands best in document `source`, in `passage`.

    The plan's side is the left one of the passage; stretches do not overlap.
    """

    span: Span
    source: int
    passage: Passage


def own_stretches(plans: PlanSet, mine: int) -> tuple[OwnStretch, ...]:
    """Return the paragraphs of plan `mine` that stand in no other plan of the set.

    What counts and what does not is looked at alike: both stand elsewhere. Paragraphs of the user's
    own phrases are nobody's.
    """
    document = plans.documents[mine]
    before = letter_counts(document.text)
    phrases = set_phrases(plans, mine).own
    taken = sorted(
        one.left
        for other in range(len(plans.documents))
        for one in (*plans.passages(mine, other), *plans.quiet_passages(mine, other))
    )
    sections = sections_of(document)
    found = []
    for block in document.blocks:
        letters = before[block.span.end] - before[block.span.start]
        if block.kind not in _OWN_KINDS or letters < _OWN_LETTERS:
            continue
        shared = covered_letters(before, _inside(taken, block.span)) / letters
        if shared <= _OWN_SHARE and not is_made_of(phrases, document.text, block.span):
            section = section_at(sections, block.span.start)
            found.append(OwnStretch(block.span, section.title if section else "", letters, shared))
    return tuple(found)


def best_sources(plans: PlanSet, mine: int) -> tuple[SourceStretch, ...]:
    """Return for each place of plan `mine` that stands elsewhere where it stands best.

    Long and close passages go first; what they leave goes to the next best. What does not count
    has no source.
    """
    rated = [
        (one.similarity * one.left.length, -other, one)
        for other in range(len(plans.documents))
        for one in plans.passages(mine, other)
    ]
    rated.sort(key=lambda one: (-one[0], -one[1], one[2].left))
    owner: list[int] = [-1] * len(plans.documents[mine].text)
    for at, (_weight, _other, passage) in enumerate(rated):
        for offset in range(passage.left.start, passage.left.end):
            if owner[offset] < 0:
                owner[offset] = at
    return tuple(SourceStretch(span, -rated[at][1], rated[at][2]) for span, at in _stretches(owner))


def quiet_places(plans: PlanSet, mine: int) -> tuple[Span, ...]:
    """Return where plan `mine` has passages that do not count, in order; they may overlap."""
    found = {
        one.left
        for other in range(len(plans.documents))
        for one in plans.quiet_passages(mine, other)
    }
    return tuple(sorted(found))


def _stretches(owner: Sequence[int]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    start = 0
    for at in range(1, len(owner) + 1):
        if at == len(owner) or owner[at] != owner[start]:
            if owner[start] >= 0:
                found.append((Span(start, at), owner[start]))
            start = at
    return found


def _inside(spans: Sequence[Span], outer: Span) -> list[Span]:
    return [
        Span(max(span.start, outer.start), min(span.end, outer.end))
        for span in spans
        if span.overlap(outer)
    ]
