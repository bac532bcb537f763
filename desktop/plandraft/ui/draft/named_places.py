"""Where in a draft something is that is known by its name."""

from __future__ import annotations

from collections.abc import Sequence

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.ui.models.draft_outline_model import SectionRow


def place_called(draft: Draft, rows: Sequence[SectionRow], text: str) -> FlowPlace | None:
    """Return the section whose heading is `text`, else the first block that holds 【text】."""
    for row in rows:
        if f"{row.label}{row.title}" == text:
            return FlowPlace(row.id)
    mark = f"【{text}】"
    for section in draft.sections:
        for block in section.blocks:
            if mark in block.text:
                return FlowPlace(section.id, block.id)
        if mark in section.title:
            return FlowPlace(section.id)
    return None


def first_section(rows: Sequence[SectionRow]) -> str:
    """Return the id of the section one most likely begins with, "" without any."""
    leaves = [row for row in rows if not row.holds_sections]
    return leaves[0].id if leaves else rows[0].id if rows else ""
