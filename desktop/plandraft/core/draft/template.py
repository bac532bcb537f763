"""The shape of a plan to be written: sections with a purpose, slots to be filled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold one value that the drafter fills in once, such as 城市.

    `name` is what the user types and what stands between 【 and 】 in the template's texts.
    """

    name: str
    purpose: str
    example: str = ""
    default: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """Hold one section of a template.

    `id` is stable ("tasks.infrastructure"); one that starts with "annex." is part of an annex.
    `level` 0 is text before the first heading, 1 一、, 2 （一）; `title` has no number; `minimum`
    and `maximum` are wanted lengths in letters, 0 for none; `guidance` is what the section should
    say; `starter` is text to begin with, slots in 【】; `box` is a 专栏 behind it, its head in the
    first line.
    """

    id: str
    level: int
    title: str
    purpose: str = ""
    guidance: str = ""
    starter: str = ""
    minimum: int = 0
    maximum: int = 0
    optional: bool = False
    box: str = ""


@dataclass(frozen=True, slots=True)
class DraftTemplate:
    """Hold a template: an ordered, flat outline and its slots; `title_page` asks for a 封面."""

    id: str
    name: str
    description: str
    title: str
    slots: tuple[Slot, ...]
    sections: tuple[TemplateSection, ...]
    title_page: bool = False
