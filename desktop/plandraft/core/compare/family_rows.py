"""Families as one plan sees them: what it shares, what it lacks, what it alone has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plandraft.core.compare.families import PassageFamily
from plandraft.core.compare.family_cells import CellFinder, FamilyCell, Standing
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sources import own_stretches
from plandraft.core.compare.similarity import letters_of
from plandraft.core.compare.wording_lines import WordingLine, section_names, wording_lines
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import sections_of


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """Hold a family as a plan sees it.

    `reference` is that plan, or the first that has the passage; `number` counts from 1. `text` is
    the reference's wording, `lines` what it is made of, `letters` its length, `sections` the
    headings above it ("" for before the first). `quiet` says that it does not count.
    """

    number: int
    reference: int
    cells: tuple[FamilyCell, ...]
    sections: tuple[str, ...]
    letters: int
    text: str
    lines: tuple[WordingLine, ...] = ()
    quiet: bool = False

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
        return max(others, key=lambda at: _closeness(self.cells[at]), default=-1)


def family_rows(plans: PlanSet, mine: int) -> tuple[FamilyRow, ...]:
    """Return the families as plan `mine` sees them: its own in its order, then the others."""
    return _rows(plans, plans.families, mine, quiet=False)


def quiet_rows(plans: PlanSet, mine: int) -> tuple[FamilyRow, ...]:
    """Return what does not count, in the same order as `family_rows`, numbered from 1."""
    return _rows(plans, plans.quiet, mine, quiet=True)


def lacks_what_most_have(row: FamilyRow, mine: int) -> bool:
    """Tell whether more than half of the other plans, and at least two, have what `mine` lacks."""
    absent = row.cells[mine].standing is Standing.ABSENT
    return absent and row.plans >= 2 and 2 * row.plans > len(row.cells) - 1


def own_rows(plans: PlanSet, mine: int) -> tuple[FamilyRow, ...]:
    """Return the paragraphs that only plan `mine` has as rows, numbered from 1."""
    count, document = len(plans.documents), plans.documents[mine]
    absent = FamilyCell(Standing.ABSENT)
    return tuple(
        FamilyRow(
            number,
            mine,
            tuple(
                FamilyCell(Standing.REFERENCE, one.span, 1.0, 1.0) if at == mine else absent
                for at in range(count)
            ),
            (one.section,),
            one.letters,
            one.span.slice(document.text),
            wording_lines(document, one.span),
        )
        for number, one in enumerate(own_stretches(plans, mine), start=1)
    )


def _rows(
    plans: PlanSet, families: Iterable[PassageFamily], mine: int, *, quiet: bool
) -> tuple[FamilyRow, ...]:
    finder = CellFinder(plans)
    outlines = [sections_of(document) for document in plans.documents]
    found = []
    ordered = sorted(families, key=lambda family: _order(family, mine))
    for number, family in enumerate(ordered, start=1):
        reference = _reference(family, mine)
        document, span = plans.documents[reference], _place(family, reference)
        lines = wording_lines(document, span)
        found.append(
            FamilyRow(
                number,
                reference,
                tuple(finder.cell(family, reference, at) for at in range(len(family.spans))),
                section_names(outlines[reference], lines),
                _letters(document, span),
                span.slice(document.text),
                lines,
                quiet,
            )
        )
    return tuple(found)


def _letters(document: Document, span: Span) -> int:
    return len(letters_of(span.slice(document.text)))


def _closeness(cell: FamilyCell) -> tuple[bool, float]:
    return cell.standing is not Standing.INDIRECT, cell.similarity


def _reference(family: PassageFamily, mine: int) -> int:
    return mine if family.spans[mine] is not None else family.present[0]


def _place(family: PassageFamily, document: int) -> Span:
    span = family.spans[document]
    assert span is not None
    return span


def _order(family: PassageFamily, mine: int) -> tuple[bool, int, int, Span]:
    reference = _reference(family, mine)
    span = _place(family, reference)
    if reference == mine:
        return False, 0, 0, span
    return True, -len(family.present), reference, span
