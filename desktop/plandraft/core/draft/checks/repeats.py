"""Paragraphs that stand in a draft twice."""

from __future__ import annotations

from collections.abc import Iterator

from plandraft.core.draft.checks.findings import CheckFinding, CheckKind
from plandraft.core.draft.draft import Draft

# Shorter ones (rows of tables, headings) may well come again.
_SHORTEST = 40
_WORDS = 12


def find_repeats(draft: Draft) -> Iterator[CheckFinding]:
    """Yield each longer paragraph whose words stood in the draft before."""
    known: set[str] = set()
    for section in draft.sections:
        for block in section.blocks:
            text = "".join(block.text.split())
            if len(text) < _SHORTEST:
                continue
            if text in known:
                yield CheckFinding(CheckKind.REPEATED, section.id, block.id, text[:_WORDS])
            known.add(text)
