"""What was typed, as edits of the draft: the text before and after tells all.

Nothing is read from the editor's own bookkeeping, so whatever changed the text (keys, input
methods, drag, paste) ends up in the draft the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from plandraft.core.draft.draft import BlockForm, DraftBlock, DraftSection
from plandraft.core.draft.edits import Batch, Edit, InsertBlock, RemoveBlock, ReplaceText
from plandraft.ui.draft.provenance_parts import join_provenance, split_provenance
from plandraft.ui.draft.shown_text import ShownText
from plandraft.ui.models.text_units import from_paragraph


@dataclass(frozen=True, slots=True)
class _Change:
    """Hold a change of a section's shown text.

    Blocks `first`…`last` gave way to `lines`; `before` and `after` are the raw texts of the kept
    beginning and end, `kept` the shown length of that beginning.
    """

    first: int
    last: int
    before: str
    after: str
    lines: tuple[str, ...]


def find_edit(
    section: DraftSection, shown: Sequence[ShownText], text: str, next_block: int
) -> Edit | None:
    """Return the edit that makes the blocks of `section` what `text` says, None for no change.

    `shown` has an entry for each block; `text` is the new shown text with a line feed between
    paragraphs. A paragraph that keeps some of its text keeps its id and its source; halves of a
    split one share the source, a joined one has that of its parts; new paragraphs have none.
    """
    change = _find_change([one.shown for one in shown], shown, text)
    if change is None:
        return None
    old = section.blocks[change.first : change.last + 1]
    new = _new_blocks(old, change, next_block)
    if len(old) == len(section.blocks) and [(b.text, b.provenance) for b in new] == [("", None)]:
        new = []
    edits = tuple(_edits_between(section.id, change.first, old, new))
    if not edits:
        return None
    return edits[0] if len(edits) == 1 else Batch(edits)


def common_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many code points two texts share at the start, and behind that at the end."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] == after[start]:
        start += 1
    most = shorter - start
    end = 0
    while end < most and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _find_change(lines: list[str], shown: Sequence[ShownText], text: str) -> _Change | None:
    before = "\n".join(lines)
    if before == text:
        return None
    start, end = common_ends(before, text)
    typed = text[start : len(text) - end].split("\n")
    if not lines:
        return _Change(0, -1, "", "", tuple(map(from_paragraph, typed)))
    first = before.count("\n", 0, start)
    last = before.count("\n", 0, len(before) - end)
    column = start - (before.rfind("\n", 0, start) + 1)
    back = len(before) - end - (before.rfind("\n", 0, len(before) - end) + 1)
    return _Change(
        first,
        last,
        shown[first].raw_before(column),
        shown[last].raw_after(back),
        tuple(map(from_paragraph, typed)),
    )


def _new_blocks(old: Sequence[DraftBlock], change: _Change, next_block: int) -> list[DraftBlock]:
    ids = count(next_block)
    before, after, lines = change.before, change.after, change.lines
    if len(lines) == 1:
        return [_single(old, before, lines[0], after, ids)]
    return [
        _head(old, before, lines[0], after, ids),
        *(DraftBlock(next(ids), line, form=_form_behind(old, before)) for line in lines[1:-1]),
        _tail(old, before, lines[-1], after, ids),
    ]


def _form_behind(old: Sequence[DraftBlock], before: str) -> BlockForm:
    """Return the form of a new paragraph: a 专栏 goes on behind its head and in its text."""
    form = old[0].form if old else BlockForm.TEXT
    opens = form is BlockForm.BOX_TITLE and before
    return BlockForm.BOX_TEXT if opens or form is BlockForm.BOX_TEXT else BlockForm.TEXT


def _single(
    old: Sequence[DraftBlock], before: str, line: str, after: str, ids: Iterator[int]
) -> DraftBlock:
    text = before + line + after
    if not old:
        return DraftBlock(next(ids), text)
    first, last = old[0], old[-1]
    if not before and not after and first.provenance is not None:
        return DraftBlock(next(ids), text, form=first.form)
    if first is last or not after:
        return replace(first, text=text)
    if not before:
        return replace(last, text=text)
    return replace(first, text=text, provenance=join_provenance(first, last))


def _head(
    old: Sequence[DraftBlock], before: str, line: str, after: str, ids: Iterator[int]
) -> DraftBlock:
    if not before:
        return DraftBlock(next(ids), line, form=_form_behind(old, before))
    block = old[0]
    source = block.provenance
    if len(old) == 1 and after:
        source = split_provenance(block, min(len(before), len(block.text)))[0]
    return replace(block, text=before + line, provenance=source)


def _tail(
    old: Sequence[DraftBlock], before: str, line: str, after: str, ids: Iterator[int]
) -> DraftBlock:
    form = _form_behind(old, before)
    if not after:
        return DraftBlock(next(ids), line, form=form)
    block = old[-1]
    if len(old) == 1 and before:
        cut = max(0, len(block.text) - len(after))
        return DraftBlock(next(ids), line + after, split_provenance(block, cut)[1], form)
    return replace(block, text=line + after)


def _edits_between(
    section: str, start: int, old: Sequence[DraftBlock], new: Sequence[DraftBlock]
) -> Iterator[Edit]:
    wanted = {block.id: block for block in new}
    kept = {
        block.id: block
        for block in old
        if block.id in wanted and wanted[block.id].provenance == block.provenance
    }
    yield from (RemoveBlock(block.id) for block in old if block.id not in kept)
    for index, block in enumerate(new, start=start):
        if block.id not in kept:
            yield InsertBlock(section, index, block)
        elif kept[block.id].text != block.text:
            yield ReplaceText(block.id, block.text)
