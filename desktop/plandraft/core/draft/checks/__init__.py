"""Checks of drafts: what a careful reader would look at again before a draft goes out.

A check is a pure function from a draft to findings; `check_draft` runs all of them.
"""

from __future__ import annotations

from plandraft.core.draft.checks.findings import CheckFinding, CheckKind
from plandraft.core.draft.checks.references import find_lost_references
from plandraft.core.draft.checks.repeats import find_repeats
from plandraft.core.draft.checks.source_names import find_source_names
from plandraft.core.draft.draft import Draft

__all__ = ["CHECKS", "CheckFinding", "CheckKind", "check_draft"]

CHECKS = (find_source_names, find_lost_references, find_repeats)


def check_draft(draft: Draft) -> tuple[CheckFinding, ...]:
    """Return what all checks find in a draft, in reading order."""
    order = {
        block.id: number
        for number, block in enumerate(
            block for section in draft.sections for block in section.blocks
        )
    }
    found = [finding for check in CHECKS for finding in check(draft)]
    return tuple(sorted(found, key=lambda finding: order[finding.block]))
