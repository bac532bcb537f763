"""Say what speaks against a heading, in terms of the text that a reader sees."""

from __future__ import annotations

from enum import StrEnum

from plandraft.core.model.document import BlockKind, Document, WarningCode
from plandraft.core.text.confidence import DOUBTFUL
from plandraft.core.text.numbering import Label, LabelForm, label_at


class HeadingDoubt(StrEnum):
    """Name what speaks against a heading."""

    NO_NUMBER = "no_number"
    OUT_OF_SEQUENCE = "out_of_sequence"
    ALONE = "alone"
    RUN_IN = "run_in"


def doubtful_headings(document: Document) -> dict[int, tuple[HeadingDoubt, ...]]:
    """Return the headings that a reader should look at himself, by the index of their block."""
    run_in = any(warning.code is WarningCode.RUN_IN_TEXT for warning in document.warnings)
    labels = [
        label_at(document.text, block.span.start, block.span.end) for block in document.blocks
    ]
    return {
        index: _doubts(labels, index, run_in=run_in)
        for index, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING and block.confidence < DOUBTFUL
    }


def _doubts(labels: list[Label | None], index: int, *, run_in: bool) -> tuple[HeadingDoubt, ...]:
    label = labels[index]
    found = []
    if label is None:
        found.append(HeadingDoubt.NO_NUMBER)
    else:
        before = _neighbour(labels[:index][::-1], label.form)
        behind = _neighbour(labels[index + 1 :], label.form)
        if label.value != 1 and before != label.value - 1:
            found.append(HeadingDoubt.OUT_OF_SEQUENCE)
        elif behind != label.value + 1:
            found.append(HeadingDoubt.ALONE)
    if run_in:
        found.append(HeadingDoubt.RUN_IN)
    return tuple(found)


def _neighbour(labels: list[Label | None], form: LabelForm) -> int | None:
    """Return the value of the next label of this form in the same list."""
    for label in labels:
        if label is not None and label.form == form:
            return label.value
        if label is not None and label.form < form:
            return None
    return None
