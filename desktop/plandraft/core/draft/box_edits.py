"""Paragraphs made a 专栏, taken out of one, put into the one above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from plandraft.core.draft.boxes import bare_caption, forms_in_export, is_box_title
from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock
from plandraft.core.draft.edits import Batch, Edit, RemoveBlock, ReplaceText, SetForm
from plandraft.core.draft.parts import section_of

TEXT, TITLE, INSIDE = BlockForm.TEXT, BlockForm.BOX_TITLE, BlockForm.BOX_TEXT


class BoxChange(StrEnum):
    """Name what can be done with paragraphs and 专栏.

    MAKE one of them, the first its head; make the whole box of them text again (UNDO); let them
    LEAVE the end of their box; let them JOIN the box above.
    """

    MAKE = "make"
    UNDO = "undo"
    LEAVE = "leave"
    JOIN = "join"


def box_changes(forms: Sequence[BlockForm], first: int, last: int) -> tuple[BoxChange, ...]:
    """Return what can be done with the blocks `first`…`last`; `forms` as in the export."""
    chosen = forms[first : last + 1]
    if not chosen:
        return ()
    if all(form is not TEXT for form in chosen):
        # In the middle of a box there is nothing to leave to.
        leaves = TITLE not in chosen and forms[last + 1 : last + 2] != forms[last : last + 1]
        return (BoxChange.UNDO, *[BoxChange.LEAVE] * leaves)
    joins = first > 0 and forms[first - 1] is not TEXT and TITLE not in chosen
    return (BoxChange.MAKE, *[BoxChange.JOIN] * joins)


def box_edit(draft: Draft, section: str, first: int, last: int, change: BoxChange) -> Edit | None:
    """Return the edit for the blocks `first`…`last` of a section, None where it changes nothing.

    `change` is one of their `box_changes`. Raises PlanError SECTION_UNKNOWN.
    """
    blocks = section_of(draft, section).blocks
    forms = forms_in_export(blocks)
    if change not in box_changes(forms, first, last):
        return None
    wanted = list(forms)
    if change is BoxChange.UNDO:
        first, last = _whole(forms, first, last)
    if change in {BoxChange.UNDO, BoxChange.LEAVE}:
        wanted[first : last + 1] = [TEXT] * (last + 1 - first)
    elif change is BoxChange.JOIN:
        wanted[first : last + 1] = [INSIDE] * (last + 1 - first)
    else:
        wanted[first : last + 1] = [TITLE, *[INSIDE] * (last - first)]
    # What was found by its wording is written down, so that it stays what it is now.
    begin, end = _whole(wanted, max(0, first - 1), min(last + 1, len(forms) - 1))
    edits = tuple(_edits(blocks[begin : end + 1], wanted[begin : end + 1]))
    return Batch(edits) if edits else None


def _whole(forms: Sequence[BlockForm], first: int, last: int) -> tuple[int, int]:
    """Return the range with all of the boxes that reach into `first`…`last`."""
    while first > 0 and forms[first] is INSIDE and forms[first - 1] is not TEXT:
        first -= 1
    while last + 1 < len(forms) and forms[last] is not TEXT and forms[last + 1] is INSIDE:
        last += 1
    return first, last


def _edits(blocks: Sequence[DraftBlock], wanted: Sequence[BlockForm]) -> Iterator[Edit]:
    for block, form in zip(blocks, wanted, strict=True):
        if block.form is not form:
            yield SetForm(block.id, form)
        if form is TEXT and is_box_title(block.text.strip()):
            # With its word it would open a box again.
            words = bare_caption(block.text.strip())
            yield ReplaceText(block.id, words) if words else RemoveBlock(block.id)
