"""What keeps a draft from being final: open slots, headings without text, a missing signature."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.headings import empty_optional_sections, has_text_below, number_headings
from plandraft.core.draft.notice import complete_notice
from plandraft.core.draft.slots import fill_slots, open_slots, slot_marks
from plandraft.core.draft.template import DraftTemplate


class ObstacleKind(StrEnum):
    """Name what is missing."""

    OPEN_SLOT = "open_slot"
    EMPTY_SECTION = "empty_section"
    NO_TITLE = "no_title"
    NO_TEXT = "no_text"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Hold one thing to be done before a draft is final; `name` is the slot or the heading."""

    kind: ObstacleKind
    name: str = ""


def find_obstacles(
    draft: Draft, template: DraftTemplate, options: ExportOptions | None = None
) -> tuple[Obstacle, ...]:
    """Return what keeps `draft` from being final, in reading order.

    Optional sections without text are left out of an export and are no obstacle.
    """
    options = options or ExportOptions()
    found = [Obstacle(ObstacleKind.OPEN_SLOT, name) for name in open_names(draft, options)]
    slots = dict(draft.slots)
    if not fill_slots(draft.title, slots).strip():
        found.append(Obstacle(ObstacleKind.NO_TITLE))
    left_out = empty_optional_sections(draft, template)
    labels = number_headings(draft, left_out)
    for index, (section, label) in enumerate(zip(draft.sections, labels, strict=True)):
        if section.id in left_out or section.level == 0 or has_text_below(draft, index):
            continue
        name = label + fill_slots(section.title, slots)
        found.append(Obstacle(ObstacleKind.EMPTY_SECTION, name))
    if not any(block.text.strip() for s in draft.sections for block in s.blocks):
        found.append(Obstacle(ObstacleKind.NO_TEXT))
    return tuple(found)


def open_names(draft: Draft, options: ExportOptions) -> tuple[str, ...]:
    """Return the names of the slots open in the draft, and in the notice where there is one."""
    names = list(open_slots(draft))
    if options.wrapper is not Wrapper.PLAN_ALONE and options.preset is not Preset.PLAIN:
        notice = complete_notice(options.notice, draft)
        values = (getattr(notice, one.name) for one in fields(notice))
        texts = [value for value in values if isinstance(value, str)]
        names += [mark.name for text in texts for mark in slot_marks(text)]
    return tuple(dict.fromkeys(names))
