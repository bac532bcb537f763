"""From a template to a draft, and from a place in a document to its provenance."""

from __future__ import annotations

from collections.abc import Mapping

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.headings import number_headings
from plandraft.core.draft.parts import unknown_section
from plandraft.core.draft.slots import fill_slots, open_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at, sections_of

__all__ = [
    "fill_slots",
    "find_section",
    "number_headings",
    "open_slots",
    "provenance_of",
    "start_draft",
]

SECTION_SEPARATOR = " / "


def start_draft(template: DraftTemplate, slots: Mapping[str, str]) -> Draft:
    """Build the draft that `template` begins with: its sections, their starters, its slots.

    Starters become blocks, one a line, and so do the boxes behind them. Raises PlanError
    SLOT_UNKNOWN for a name the template does not have.
    """
    names = [slot.name for slot in template.slots]
    for name in slots:
        if name not in names:
            raise PlanError(ErrorCode.SLOT_UNKNOWN, name, known="、".join(names))
    sections = []
    next_block = 1
    for section in template.sections:
        lines = [(line, BlockForm.TEXT) for line in _lines(section.starter)]
        for number, line in enumerate(_lines(section.box)):
            lines.append((line, BlockForm.BOX_TEXT if number else BlockForm.BOX_TITLE))
        blocks = tuple(
            DraftBlock(next_block + i, line, form=form) for i, (line, form) in enumerate(lines)
        )
        next_block += len(blocks)
        sections.append(DraftSection(section.id, section.level, section.title, blocks))
    values = tuple((slot.name, slots.get(slot.name, slot.default)) for slot in template.slots)
    return Draft(template.id, template.title, values, tuple(sections), next_block)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def provenance_of(document: Document, span: Span) -> Provenance:
    """Return where `span` (code points of the document's text) comes from.

    Raises PlanError SPAN_OUTSIDE_TEXT when it is empty or reaches beyond the text.
    """
    if span.length == 0 or span.end > len(document.text):
        raise PlanError(
            ErrorCode.SPAN_OUTSIDE_TEXT,
            document.origin.path,
            length=len(document.text),
            start=span.start,
            end=span.end,
        )
    section = section_at(sections_of(document), span.start)
    return Provenance(
        document_title=document.title,
        place=document.place,
        path=document.origin.path,
        sha256=document.origin.sha256,
        section=SECTION_SEPARATOR.join(section.path) if section else "",
        span=span,
        text=span.slice(document.text),
    )


def find_section(draft: Draft, name: str) -> str:
    """Return the id of the section that `name` means: its id, or its title where only one has it.

    Raises PlanError SECTION_UNKNOWN with the known ids.
    """
    if any(section.id == name for section in draft.sections):
        return name
    slots = dict(draft.slots)
    titled = [s.id for s in draft.sections if name in {s.title, fill_slots(s.title, slots)}]
    if len(titled) == 1:
        return titled[0]
    raise unknown_section(draft, name)
