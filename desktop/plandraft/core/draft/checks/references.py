"""References to tables and 专栏 whose numbers the draft does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plandraft.core.draft.boxes import BOX_WORD, TABLE_WORD, box_numbers, is_table_caption
from plandraft.core.draft.checks.findings import CheckFinding, CheckKind
from plandraft.core.draft.draft import Draft

# 意见表 and the like speak of no table.
_REFERENCE = re.compile(
    r"(?:(?<![意可常罕])见|按照?|列入|根据|参照)\s?(表|专栏)\s?(\d{1,3})(?![\d.年-])"
)

# A caption stands above a head and a row at least.
_LEAST_ROWS = 2


def find_lost_references(draft: Draft) -> Iterator[CheckFinding]:
    """Yield each reference to a table or a 专栏 that the export will not have under its number.

    Numbers are given through the whole draft when it is exported; one table or box alone has
    the number 1 to a reader.
    """
    there = {BOX_WORD: len(box_numbers(draft)), TABLE_WORD: _count_tables(draft)}
    for section in draft.sections:
        for block in section.blocks:
            for found in _REFERENCE.finditer(block.text):
                if not 1 <= int(found[2]) <= there[found[1]]:
                    words = f"{found[1]}{found[2]}"
                    yield CheckFinding(CheckKind.LOST_REFERENCE, section.id, block.id, words)


def _count_tables(draft: Draft) -> int:
    count = 0
    for section in draft.sections:
        lines = [line for block in section.blocks for line in block.text.split("\n")]
        for at, line in enumerate(lines):
            rows = [row for row in lines[at + 1 : at + 1 + _LEAST_ROWS] if "\t" in row]
            count += len(rows) == _LEAST_ROWS and is_table_caption(line.strip())
    return count
