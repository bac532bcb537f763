"""Finding and exchanging sections and blocks of an immutable draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.model.errors import ErrorCode, PlanError

Item = TypeVar("Item")


def unknown_section(draft: Draft, name: str) -> PlanError:
    """Return the error that says which sections there are instead of `name`."""
    known = "、".join(f"{section.id}（{section.title}）" for section in draft.sections)
    return PlanError(ErrorCode.SECTION_UNKNOWN, name, known=known)


def section_of(draft: Draft, section_id: str) -> DraftSection:
    """Return the section with this id; raises PlanError SECTION_UNKNOWN."""
    for section in draft.sections:
        if section.id == section_id:
            return section
    raise unknown_section(draft, section_id)


def find_block(draft: Draft, block_id: int) -> tuple[DraftSection, int, DraftBlock]:
    """Return the section of a block, its place there and the block; raises KeyError."""
    for section in draft.sections:
        for index, block in enumerate(section.blocks):
            if block.id == block_id:
                return section, index, block
    raise KeyError(block_id)


def with_section(draft: Draft, changed: DraftSection) -> Draft:
    """Return the draft with the section of the same id exchanged for `changed`."""
    sections = tuple(changed if s.id == changed.id else s for s in draft.sections)
    return replace(draft, sections=sections)


def with_blocks(
    draft: Draft,
    section_id: str,
    change: Callable[[tuple[DraftBlock, ...]], tuple[DraftBlock, ...]],
) -> Draft:
    """Return the draft with the blocks of a section changed; raises PlanError SECTION_UNKNOWN."""
    section = section_of(draft, section_id)
    return with_section(draft, replace(section, blocks=change(section.blocks)))


def put(items: tuple[Item, ...], index: int, item: Item) -> tuple[Item, ...]:
    """Return `items` with `item` before the `index`-th, or at the nearer end."""
    place = min(max(0, index), len(items))
    return (*items[:place], item, *items[place:])
