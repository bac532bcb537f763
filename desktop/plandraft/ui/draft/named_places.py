"""Where in a draft something is that is known by its name."""

from __future__ import annotations

from collections.abc import Sequence

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.line_labels import label_of_line
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.draft.passages import PATH_SEPARATOR
from plandraft.ui.models.draft_outline_model import SectionRow

# Share of letters from which on two headings speak of the same.
_ALIKE = 0.6


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


def likely_first(names: Sequence[tuple[str, str]], path: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of id and heading, in front those called much like the last heading of `path`.

    Whoever takes a passage over from 基本原则 most likely wants it among the 基本原则.
    """
    wanted = set(_bare(path.rsplit(PATH_SEPARATOR, maxsplit=1)[-1]))

    def distance(pair: tuple[str, str]) -> float:
        letters = set(_bare(pair[1]))
        alike = 2 * len(letters & wanted) / max(1, len(letters) + len(wanted))
        return -alike if alike >= _ALIKE else 0.0

    return tuple(sorted(names, key=distance))


def _bare(heading: str) -> str:
    """Return a heading without its label."""
    label = label_of_line(heading)
    return heading[label.end :] if label is not None else heading
