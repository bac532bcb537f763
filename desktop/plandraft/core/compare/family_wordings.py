"""One passage as each plan of a set has it: what differs, and what of a long one to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plandraft.core.compare.changes import InlineSpan
from plandraft.core.compare.family_rows import FamilyRow
from plandraft.core.compare.inline import compare_stretches
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.wording_lines import WordingLine
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer
from plandraft.core.text.segment import sentences

# Finding the differences of so many letters in all takes about 50 ms.
_MARKED_LETTERS = 20_000
# Less than that is shown sooner than said.
_LEAST_FOLDED = 20


@dataclass(frozen=True, slots=True)
class Wording:
    """Hold how a plan has a passage; the sides of `changes` are code points of the reference (left)
    and of the plan. They are None where the passage is too long to look for them.
    """

    document: int
    span: Span
    changes: tuple[InlineSpan, ...] | None


@dataclass(frozen=True, slots=True)
class ShownLine:
    """Hold one line of a wording; `parts` are stretches to show and numbers of letters left out."""

    parts: tuple[Span | int, ...]
    heading: bool = False


def wordings_of(plans: PlanSet, row: FamilyRow) -> tuple[Wording, ...]:
    """Return the wordings of a row, that of its reference first, then in the order of the plans."""
    found: list[Wording] = []
    own = row.cells[row.reference].span
    assert own is not None
    room = _MARKED_LETTERS
    for at in sorted(range(len(row.cells)), key=lambda one: (one != row.reference, one)):
        span = row.cells[at].span
        if span is None:
            continue
        changes: tuple[InlineSpan, ...] | None = ()
        if at != row.reference:
            room -= own.length + span.length
            changes = _changes(plans, row.reference, own, at, span) if room >= 0 else None
        found.append(Wording(at, span, changes))
    return tuple(found)


def shown_lines(
    text: str, lines: Iterable[WordingLine], changed: Iterable[Span], *, folded: bool
) -> tuple[ShownLine, ...]:
    """Return a wording line by line; `folded` leaves out sentences in which nothing is `changed`.

    Headings and the first sentence always stay.
    """
    marks = sorted(changed)
    found: list[ShownLine] = []
    begun = False
    for line in lines:
        if line.heading or not folded:
            found.append(ShownLine((line.span,), line.heading))
            continue
        parts = _folded(text, line.span, marks, first=not begun)
        begun = True
        left_out = _left_out(found[-1].parts) if found else 0
        if left_out and _left_out(parts):
            found[-1] = ShownLine((left_out + _left_out(parts),))
        else:
            found.append(ShownLine(parts))
    return tuple(found)


def _left_out(parts: Sequence[Span | int]) -> int:
    """Return how many letters a line leaves out when it shows none."""
    return parts[0] if len(parts) == 1 and isinstance(parts[0], int) else 0


def _folded(
    text: str, span: Span, changed: Sequence[Span], *, first: bool
) -> tuple[Span | int, ...]:
    parts: list[Span | int] = []
    for at, sentence in enumerate(sentences(text, span)):
        letters = sum(map(str.isalnum, sentence.slice(text)))
        kept = (first and at == 0) or any(_touches(mark, sentence) for mark in changed)
        last = parts[-1] if parts else None
        if not kept and letters >= _LEAST_FOLDED:
            if isinstance(last, int):
                parts[-1] = last + letters
            else:
                parts.append(letters)
        elif isinstance(last, Span):
            parts[-1] = Span(last.start, sentence.end)
        else:
            parts.append(sentence)
    return tuple(parts)


def _touches(mark: Span, sentence: Span) -> bool:
    """Tell whether a change lies in a sentence; an empty one says that something is missing."""
    if mark.length:
        return bool(mark.overlap(sentence))
    return sentence.start <= mark.start <= sentence.end


def _changes(
    plans: PlanSet, reference: int, own: Span, document: int, span: Span
) -> tuple[InlineSpan, ...]:
    comparison = plans.pairs.get((min(reference, document), max(reference, document)))
    names = (plans.documents[reference].place, plans.documents[document].place)
    return compare_stretches(
        (plans.documents[reference].text, own),
        (plans.documents[document].text, span),
        (comparison.gazetteer if comparison else Gazetteer()).with_names(*names),
        comparison.own.substitutions if comparison else (),
    )
