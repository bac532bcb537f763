"""Changes of a draft as values; applying one gives the next draft and the change that undoes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TypeAlias

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.parts import find_block, put, section_of, with_blocks, with_section
from plandraft.core.draft.passages import Place, passage_parts, renumbered_after
from plandraft.core.model.errors import ErrorCode, PlanError


@dataclass(frozen=True, slots=True)
class InsertBlock:
    """Put `block` before the `index`-th block of a section; beyond the end means at the end."""

    section: str
    index: int
    block: DraftBlock


@dataclass(frozen=True, slots=True)
class RemoveBlock:
    """Take the block with this id out."""

    block: int


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Give a block another text; where it came from stays."""

    block: int
    text: str


@dataclass(frozen=True, slots=True)
class SetForm:
    """Lay a block out otherwise: as running text, as the head or the text of a 专栏."""

    block: int
    form: BlockForm


@dataclass(frozen=True, slots=True)
class MoveBlock:
    """Move a block; `index` counts the blocks of the target section without it."""

    block: int
    section: str
    index: int


@dataclass(frozen=True, slots=True)
class SetSlot:
    """Fill a slot, or open it with ""."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SetTitle:
    """Give the draft another title."""

    title: str


@dataclass(frozen=True, slots=True)
class RenameSection:
    """Give a section another title."""

    section: str
    title: str


@dataclass(frozen=True, slots=True)
class InsertSection:
    """Put a section with its blocks before the `index`-th one."""

    index: int
    section: DraftSection


@dataclass(frozen=True, slots=True)
class RemoveSection:
    """Take a section out with its blocks."""

    section: str


@dataclass(frozen=True, slots=True)
class MoveSection:
    """Move a section; `index` counts the sections without it."""

    section: str
    index: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Apply several edits in order as one."""

    edits: tuple[Edit, ...]


Edit: TypeAlias = (
    InsertBlock
    | RemoveBlock
    | ReplaceText
    | SetForm
    | MoveBlock
    | SetSlot
    | SetTitle
    | RenameSection
    | InsertSection
    | RemoveSection
    | MoveSection
    | Batch
)


def apply_edit(draft: Draft, edit: Edit) -> tuple[Draft, Edit]:
    """Return the draft after `edit` and the edit that leads back.

    Leading back restores everything but `next_block`: ids are never used again. Raises PlanError
    SECTION_UNKNOWN or SLOT_UNKNOWN; KeyError for a block that is not there; ValueError for an id
    that is there already.
    """
    return _apply(edit, draft)


def new_block(draft: Draft, text: str, provenance: Provenance | None = None) -> DraftBlock:
    """Return a block with an id that is free in `draft`."""
    return DraftBlock(draft.next_block, text, provenance)


def add_passage(
    draft: Draft, section: str, text: str, provenance: Provenance, index: int | None = None
) -> tuple[Draft, Edit]:
    """Add a passage to a section (at its end without `index`), one block a line.

    Its headings are fitted into the section (see `passage_parts`), the numbers behind it follow
    on; a 专栏 in it stays one. Each block remembers its own part of the source when `text` is the
    source's wording, else the whole passage. Returns the draft and the edit that leads back.
    """
    there = section_of(draft, section).blocks
    place = Place(draft, section, len(there) if index is None else min(max(0, index), len(there)))
    parts = passage_parts(place, text, provenance)
    free = {one.id: len(one.blocks) for one in draft.sections} | {section: place.index}
    edits: list[Edit] = []
    for number, part in enumerate(parts):
        block = DraftBlock(draft.next_block + number, part.text, part.provenance, part.form)
        edits.append(InsertBlock(part.section, free[part.section], block))
        free[part.section] += 1
    follow = renumbered_after(place, parts)
    edits += (ReplaceText(block.id, changed) for block, changed in follow)
    return apply_edit(draft, edits[0] if len(edits) == 1 else Batch(tuple(edits)))


@singledispatch
def _apply(edit: object, draft: Draft) -> tuple[Draft, Edit]:
    raise TypeError(f"not an edit of {draft.template}: {edit!r}")


@_apply.register
def _(edit: InsertBlock, draft: Draft) -> tuple[Draft, Edit]:
    if any(block.id == edit.block.id for section in draft.sections for block in section.blocks):
        raise ValueError(f"block {edit.block.id} is in the draft already")
    after = with_blocks(draft, edit.section, lambda old: put(old, edit.index, edit.block))
    next_block = max(draft.next_block, edit.block.id + 1)
    return replace(after, next_block=next_block), RemoveBlock(edit.block.id)


@_apply.register
def _(edit: RemoveBlock, draft: Draft) -> tuple[Draft, Edit]:
    section, index, block = find_block(draft, edit.block)
    after = with_blocks(draft, section.id, lambda old: old[:index] + old[index + 1 :])
    return after, InsertBlock(section.id, index, block)


@_apply.register
def _(edit: ReplaceText, draft: Draft) -> tuple[Draft, Edit]:
    section, index, block = find_block(draft, edit.block)
    changed = (replace(block, text=edit.text),)
    after = with_blocks(draft, section.id, lambda old: old[:index] + changed + old[index + 1 :])
    return after, ReplaceText(edit.block, block.text)


@_apply.register
def _(edit: SetForm, draft: Draft) -> tuple[Draft, Edit]:
    section, index, block = find_block(draft, edit.block)
    changed = (replace(block, form=edit.form),)
    after = with_blocks(draft, section.id, lambda old: old[:index] + changed + old[index + 1 :])
    return after, SetForm(edit.block, block.form)


@_apply.register
def _(edit: MoveBlock, draft: Draft) -> tuple[Draft, Edit]:
    section_of(draft, edit.section)
    section, index, block = find_block(draft, edit.block)
    without, _back = apply_edit(draft, RemoveBlock(edit.block))
    after, _back = apply_edit(without, InsertBlock(edit.section, edit.index, block))
    return after, MoveBlock(edit.block, section.id, index)


@_apply.register
def _(edit: SetSlot, draft: Draft) -> tuple[Draft, Edit]:
    slots = dict(draft.slots)
    if edit.name not in slots:
        raise PlanError(ErrorCode.SLOT_UNKNOWN, edit.name, known="、".join(slots))
    before = slots[edit.name]
    slots[edit.name] = edit.value
    return replace(draft, slots=tuple(slots.items())), SetSlot(edit.name, before)


@_apply.register
def _(edit: SetTitle, draft: Draft) -> tuple[Draft, Edit]:
    return replace(draft, title=edit.title), SetTitle(draft.title)


@_apply.register
def _(edit: RenameSection, draft: Draft) -> tuple[Draft, Edit]:
    section = section_of(draft, edit.section)
    after = with_section(draft, replace(section, title=edit.title))
    return after, RenameSection(edit.section, section.title)


@_apply.register
def _(edit: InsertSection, draft: Draft) -> tuple[Draft, Edit]:
    if any(section.id == edit.section.id for section in draft.sections):
        raise ValueError(f"section {edit.section.id} is in the draft already")
    used = {block.id for section in draft.sections for block in section.blocks}
    own = [block.id for block in edit.section.blocks]
    if used.intersection(own) or len(own) != len(set(own)):
        raise ValueError(f"section {edit.section.id} brings a block that is in the draft already")
    after = replace(
        draft,
        sections=put(draft.sections, edit.index, edit.section),
        next_block=max([draft.next_block, *(block + 1 for block in own)]),
    )
    return after, RemoveSection(edit.section.id)


@_apply.register
def _(edit: RemoveSection, draft: Draft) -> tuple[Draft, Edit]:
    section = section_of(draft, edit.section)
    index = draft.sections.index(section)
    rest = draft.sections[:index] + draft.sections[index + 1 :]
    return replace(draft, sections=rest), InsertSection(index, section)


@_apply.register
def _(edit: MoveSection, draft: Draft) -> tuple[Draft, Edit]:
    section = section_of(draft, edit.section)
    index = draft.sections.index(section)
    rest = draft.sections[:index] + draft.sections[index + 1 :]
    after = replace(draft, sections=put(rest, edit.index, section))
    return after, MoveSection(edit.section, index)


@_apply.register
def _(edit: Batch, draft: Draft) -> tuple[Draft, Edit]:
    back: list[Edit] = []
    for part in edit.edits:
        draft, inverse = apply_edit(draft, part)
        back.append(inverse)
    return draft, Batch(tuple(reversed(back)))
