"""Families as one plan sees them: what it shares, what it lacks, what it alone has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.compare.families import PassageFamily, PlanSet
from plandraft.core.compare.similarity import (
    covered_letters,
    letter_counts,
    letters_of,
    passages_between,
    resemblance,
)
from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.model.document import BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at, sections_of

# A link speaks for two places when each of its sides and the place share this part.
_WHOLE = 0.8
# A paragraph with fewer letters says nothing of its own: a heading, a date, a line of a list.
_OWN_LETTERS = 20
# A formula or two do not make a paragraph somebody else's.
_OWN_SHARE = 0.2
_OWN_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


class Standing(StrEnum):
    """Name how a plan has a passage."""

    REFERENCE = "reference"
    VERBATIM = "verbatim"
    EDITED = "edited"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class FamilyCell:
    """Hold how one plan has a passage; `similarity` (0…1) is that to the reference."""

    standing: Standing
    span: Span | None = None
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """Hold a family as a plan sees it.

    `reference` is that plan, or the first that has the passage; `number` counts from 1,
    `section` is the heading above the reference, `letters` its length.
    """

    number: int
    reference: int
    cells: tuple[FamilyCell, ...]
    section: str
    letters: int
    text: str

    @property
    def plans(self) -> int:
        """Return in how many plans the passage stands."""
        return sum(cell.standing is not Standing.ABSENT for cell in self.cells)

    @property
    def closest(self) -> int:
        """Return the plan with the wording closest to the reference, -1 where nobody has it."""
        others = (
            at
            for at, cell in enumerate(self.cells)
            if at != self.reference and cell.standing is not Standing.ABSENT
        )
        return max(others, key=lambda at: self.cells[at].similarity, default=-1)


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


def family_rows(plans: PlanSet, mine: int) -> tuple[FamilyRow, ...]:
    """Return the families as plan `mine` sees them: its own in its order, then the others."""
    ordered = sorted(plans.families, key=lambda family: _order(family, mine))
    sections = [sections_of(document) for document in plans.documents]
    rows = []
    for number, family in enumerate(ordered, start=1):
        reference = _reference(family, mine)
        span = family.spans[reference]
        assert span is not None
        section = section_at(sections[reference], span.start)
        text = span.slice(plans.documents[reference].text)
        rows.append(
            FamilyRow(
                number,
                reference,
                tuple(
                    _cell(plans.documents, family, reference, at) for at in range(len(family.spans))
                ),
                section.title if section else "",
                len(letters_of(text)),
                text,
            )
        )
    return tuple(rows)


def lacks_what_most_have(row: FamilyRow, mine: int) -> bool:
    """Tell whether more than half of the other plans, and at least two, have what `mine` lacks."""
    absent = row.cells[mine].standing is Standing.ABSENT
    return absent and row.plans >= 2 and 2 * row.plans > len(row.cells) - 1


def own_stretches(plans: PlanSet, mine: int) -> tuple[OwnStretch, ...]:
    """Return the paragraphs of plan `mine` that stand in no other plan of the set."""
    document = plans.documents[mine]
    before = letter_counts(document.text)
    taken = sorted(
        one.left
        for other in range(len(plans.documents))
        for one in passages_between(plans.pairs, mine, other)
    )
    sections = sections_of(document)
    found = []
    for block in document.blocks:
        letters = before[block.span.end] - before[block.span.start]
        if block.kind not in _OWN_KINDS or letters < _OWN_LETTERS:
            continue
        shared = covered_letters(before, _inside(taken, block.span)) / letters
        if shared <= _OWN_SHARE:
            section = section_at(sections, block.span.start)
            found.append(OwnStretch(block.span, section.title if section else "", letters, shared))
    return tuple(found)


def own_rows(plans: PlanSet, mine: int) -> tuple[FamilyRow, ...]:
    """Return the paragraphs that only plan `mine` has as rows, numbered from 1."""
    count, text = len(plans.documents), plans.documents[mine].text
    absent = FamilyCell(Standing.ABSENT)
    return tuple(
        FamilyRow(
            number,
            mine,
            tuple(
                FamilyCell(Standing.REFERENCE, one.span, 1.0) if at == mine else absent
                for at in range(count)
            ),
            one.section,
            one.letters,
            one.span.slice(text),
        )
        for number, one in enumerate(own_stretches(plans, mine), start=1)
    )


def best_sources(plans: PlanSet, mine: int) -> tuple[SourceStretch, ...]:
    """Return for each place of plan `mine` that stands elsewhere where it stands best.

    Long and close passages go first; what they leave goes to the next best.
    """
    rated = [
        (one.similarity * one.left.length, -other, one)
        for other in range(len(plans.documents))
        for one in passages_between(plans.pairs, mine, other)
    ]
    rated.sort(key=lambda one: (-one[0], -one[1], one[2].left))
    owner: list[int] = [-1] * len(plans.documents[mine].text)
    for at, (_weight, _other, passage) in enumerate(rated):
        for offset in range(passage.left.start, passage.left.end):
            if owner[offset] < 0:
                owner[offset] = at
    return tuple(SourceStretch(span, -rated[at][1], rated[at][2]) for span, at in _stretches(owner))


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


def _reference(family: PassageFamily, mine: int) -> int:
    return mine if family.spans[mine] is not None else family.present[0]


def _order(family: PassageFamily, mine: int) -> tuple[bool, int, int, Span]:
    reference = _reference(family, mine)
    span = family.spans[reference]
    assert span is not None
    if reference == mine:
        return False, 0, 0, span
    return True, -len(family.present), reference, span


def _cell(
    documents: Sequence[Document], family: PassageFamily, reference: int, document: int
) -> FamilyCell:
    span, own = family.spans[document], family.spans[reference]
    if span is None or own is None:
        return FamilyCell(Standing.ABSENT)
    if document == reference:
        return FamilyCell(Standing.REFERENCE, span, 1.0)
    link = family.link(reference, document)
    if link and _is_place(link.left, own) and _is_place(link.right, span):
        same = link.kind is PassageKind.IDENTICAL
        standing = Standing.VERBATIM if same else Standing.EDITED
        return FamilyCell(standing, span, link.similarity)
    ours = letters_of(own.slice(documents[reference].text))
    theirs = letters_of(span.slice(documents[document].text))
    similarity = resemblance(ours, theirs)
    standing = Standing.VERBATIM if ours == theirs else Standing.EDITED
    return FamilyCell(standing, span, similarity)


def _is_place(link: Span, place: Span) -> bool:
    return link.overlap(place) >= _WHOLE * max(link.length, place.length)
