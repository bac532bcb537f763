"""Reports to be put on pages."""

from __future__ import annotations

from datetime import datetime

from tests.ui.compare.comparisons import make_comparison

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import MatchOptions, PassageKind
from plandraft.services.printed_report import (
    ContentsRow,
    Piece,
    PrintedPassage,
    PrintedReport,
    PrintedSide,
    print_report,
)

MOMENT = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - printed as it is


def small_report(comparison: Comparison | None = None) -> PrintedReport:
    """Return the report of four passages."""
    return print_report(comparison or make_comparison(), made_at=MOMENT, options=MatchOptions())


def made_report(count: int, letters: int, *, other: int | None = None) -> PrintedReport:
    """Return a report of `count` passages of so many letters on the left, `other` on the right."""
    text, short = "港" * letters, "湾" * (letters if other is None else other)

    def passage(at: int) -> PrintedPassage:
        sides = tuple(
            PrintedSide(f"{name} · {len(one)} 字符", ((Piece(one),),))
            for name, one in (("甲", text), ("乙", short))
        )
        return PrintedPassage(at + 1, PassageKind.EDITED, f"第 {at + 1} 处", (sides[0], sides[1]))

    rows = (ContentsRow(at + 1, (str(at + 1), "开头", "一、", "二、", "90%", "改写", "无"))
            for at in range(count))  # fmt: skip
    return PrintedReport(
        "规划比对报告", ("甲", "乙"), "甲 ↔ 乙", (("甲", "甲市规划"),), (), (), tuple(rows), passage
    )
