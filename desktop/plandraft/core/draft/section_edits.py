"""Moves and removals of sections as one means them: what stands below a heading goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from plandraft.core.draft.draft import Draft, DraftSection
from plandraft.core.draft.edits import Batch, Edit, InsertSection, MoveSection, RemoveSection


def sections_below(draft: Draft, section_id: str) -> tuple[DraftSection, ...]:
    """Return the sections that stand below the heading of a section, in their order.

    What stands before the first heading (level 0) holds nothing. StopIteration for an unknown id.
    """
    start = _place(draft, section_id)
    return draft.sections[start + 1 : _end_of(draft.sections, start)]


def move_edit(draft: Draft, section_id: str, direction: int) -> Edit | None:
    """Return the edit that moves a section with what it holds up (-1) or down (1).

    It passes one of its like with all that stands below that one, or goes over into the chapter
    beside its own. None where there is no place to go to.
    """
    start = _place(draft, section_id)
    end = _end_of(draft.sections, start)
    if draft.sections[start].level == 0:
        return None
    goal = _above(draft.sections, start) if direction < 0 else _below(draft.sections, start, end)
    if goal is None:
        return None
    moved = draft.sections[start:end]
    if direction < 0:
        edits = [MoveSection(one.id, goal + number) for number, one in enumerate(moved)]
    else:
        edits = [MoveSection(one.id, goal - 1) for one in moved]
    return edits[0] if len(edits) == 1 else Batch(tuple(edits))


def removal_edit(draft: Draft, section_id: str) -> Edit | None:
    """Return the edit that removes a section with what it holds, None where nothing would stay."""
    below = sections_below(draft, section_id)
    if len(below) + 1 >= len(draft.sections):
        return None
    edits = [RemoveSection(one.id) for one in reversed(below)]
    edits.append(RemoveSection(section_id))
    return edits[0] if len(edits) == 1 else Batch(tuple(edits))


def _place(draft: Draft, section_id: str) -> int:
    return next(number for number, one in enumerate(draft.sections) if one.id == section_id)


def _end_of(sections: Sequence[DraftSection], start: int) -> int:
    """Return where the next section stands that is not below the one at `start`."""
    level, end = sections[start].level, start + 1
    while level and end < len(sections) and sections[end].level > level:
        end += 1
    return end


def _above(sections: Sequence[DraftSection], start: int) -> int | None:
    level, goal = sections[start].level, start - 1
    while goal >= 0 and sections[goal].level > level:
        goal -= 1
    if goal < 0 or sections[goal].level == 0:
        return None
    if sections[goal].level < level and (goal == 0 or sections[goal - 1].level == 0):
        # Before the first chapter there is none to go over into.
        return None
    return goal


def _below(sections: Sequence[DraftSection], start: int, end: int) -> int | None:
    if end >= len(sections):
        return None
    # Behind all that one of its like holds, but right below the heading of another chapter.
    alike = sections[end].level == sections[start].level
    return _end_of(sections, end) if alike else end + 1


def addition_edit(draft: Draft, section_id: str, title: str) -> InsertSection:
    """Return the edit that puts a section of the same level behind one and all it holds."""
    start = _place(draft, section_id)
    used = {section.id for section in draft.sections}
    number = next(n for n in range(1, len(used) + 2) if f"own.{n}" not in used)
    section = DraftSection(f"own.{number}", max(1, draft.sections[start].level), title)
    return InsertSection(_end_of(draft.sections, start), section)
