"""An earlier state of a draft: how it differs from the present one, and the way back to it."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.edits import (
    Batch,
    Edit,
    InsertSection,
    RemoveSection,
    SetSlot,
    SetTitle,
)
from plandraft.core.draft.headings import number_headings
from plandraft.core.draft.slots import fill_block, fill_slots


@dataclass(frozen=True, slots=True)
class StateLine:
    """Hold one line of a state: a heading with its level (0 for a paragraph).

    `gone` says that the present draft has no such line.
    """

    text: str
    level: int
    gone: bool


def state_lines(state: Draft, present: Draft) -> tuple[StateLine, ...]:
    """Return title, headings and paragraphs of an earlier state as they would be read."""
    there = {line.key for line in _lines(present)}
    return tuple(StateLine(one.text, one.level, one.key not in there) for one in _lines(state))


def letters_of(draft: Draft) -> int:
    """Return how many letters stand in the paragraphs of a draft, blanks left out."""
    return sum(len("".join(line.text.split())) for line in _lines(draft) if not line.level)


def edit_to(draft: Draft, state: Draft) -> Edit | None:
    """Return the one edit that makes a draft what it was in `state`, None where it still is."""
    edits: list[Edit] = []
    if draft.title != state.title:
        edits.append(SetTitle(state.title))
    slots = dict(draft.slots)
    edits += (
        SetSlot(name, value)
        for name, value in state.slots
        if name in slots and slots[name] != value
    )
    if draft.sections != state.sections:
        edits += (RemoveSection(section.id) for section in reversed(draft.sections))
        edits += (InsertSection(index, section) for index, section in enumerate(state.sections))
    return Batch(tuple(edits)) if edits else None


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold a line with what it is known by: another number makes no other heading."""

    text: str
    level: int
    key: tuple[str, int]


def _lines(draft: Draft) -> list[_Line]:
    slots = dict(draft.slots)
    title = fill_slots(draft.title, slots)
    found = [_Line(title, 1, (title, 1))]
    for section, label in zip(draft.sections, number_headings(draft), strict=True):
        if section.level:
            name, level = fill_slots(section.title, slots), section.level + 1
            found.append(_Line(label + name, level, (name, level)))
        texts = (fill_block(block, slots) for block in section.blocks)
        found += (_Line(text, 0, (text, 0)) for text in texts if text.strip())
    return found
