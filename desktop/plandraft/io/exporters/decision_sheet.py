"""The decisions about passages as a table: .csv for any program, .xlsx for Excel."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from io import StringIO

from plandraft.core.compare.decisions import DecisionRecord
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import VERDICT_NAMES
from plandraft.io.exporters.workbook import Column, Sheet, build_workbook, cell_text

TITLE = "段落判断"
_COLUMNS = (
    Column("判断", 9),
    Column("备注", 28),
    Column("甲", 24),
    Column("甲的段落", 52),
    Column("乙", 24),
    Column("乙的段落", 52),
    Column("时间", 17),
)
# A spreadsheet takes a cell that begins so for a formula and runs it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def build_decisions_csv(records: Sequence[DecisionRecord]) -> bytes:
    """Return decisions as .csv in UTF-8 with a mark at the start, which Excel needs.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    target = StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column.title for column in _COLUMNS])
    for row in _rows(records):
        writer.writerow([_harmless(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig", "replace")


def build_decisions_xlsx(records: Sequence[DecisionRecord], *, made_at: datetime) -> bytes:
    """Return decisions as .xlsx."""
    sheet = Sheet(TITLE, _COLUMNS, tuple(_rows(records)))
    return build_workbook([sheet], title=TITLE, made_at=made_at)


def _rows(records: Sequence[DecisionRecord]) -> list[tuple[str, ...]]:
    return [
        (
            VERDICT_NAMES[record.decision.verdict],
            cell_text(record.decision.note),
            clean_line(record.left_title),
            cell_text(record.left_text),
            clean_line(record.right_title),
            cell_text(record.right_text),
            f"{record.decided_at:%Y-%m-%d %H:%M}",
        )
        for record in records
    ]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
