"""A comparison as an Excel file: a row a passage, what was swapped, every number that differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from plandraft.core.compare.changes import (
    ChangeClass,
    ChangeKind,
    Comparison,
    InlineSpan,
    PassageRow,
)
from plandraft.core.compare.decisions import Decision
from plandraft.core.compare.report_view import ReportView
from plandraft.core.compare.swaps import mine_swaps
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.text.normalize import count_letters
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import VERDICT_NAMES
from plandraft.io.exporters.report_decisions import decision_rows
from plandraft.io.exporters.report_settings import CLASS_NAMES, KIND_NAMES
from plandraft.io.exporters.report_values import (
    NOTHING_FOUND,
    InlineOf,
    Piece,
    Side,
    differs_text,
    head_rows,
    passage_lines,
)
from plandraft.io.exporters.workbook import Cell, CellKind, Column, Mark, Run, Sheet, build_workbook

TITLE = "规划比对报告"
_MARKS = {
    ChangeClass.NONE: Mark.NONE,
    ChangeClass.PUNCTUATION: Mark.MARKS,
    ChangeClass.WORDING: Mark.WORDING,
    ChangeClass.ORDER: Mark.MOVED,
    ChangeClass.SUBSTITUTE: Mark.NONE,
}
_PASSAGES = (
    Column("序号", 6, CellKind.COUNT),
    Column("甲", 52),
    Column("乙", 52),
    Column("相似度", 8, CellKind.PERCENT),
    Column("字数", 7, CellKind.COUNT),
    Column("类型", 7),
    Column("差异", 14),
    Column("甲的章节", 18),
    Column("乙的章节", 18),
    Column("甲的位置", 13),
    Column("乙的位置", 13),
    Column("判断", 9),
    Column("备注", 24),
)
_SWAPS = (Column("甲", 28), Column("乙", 28), Column("类别", 10), Column("次数", 8, CellKind.COUNT))
_NUMBERS = (
    Column("段落", 8, CellKind.COUNT),
    Column("甲", 20),
    Column("乙", 20),
    Column("上下文", 60),
)
_CONTEXT = 14


def build_report_xlsx(
    comparison: Comparison,
    inline: InlineOf,
    *,
    made_at: datetime,
    options: MatchOptions | None = None,
    decisions: Mapping[int, Decision] | None = None,
    view: ReportView | None = None,
) -> bytes:
    """Return a comparison as an .xlsx file; `decisions` are those of rows, by their numbers."""
    decided = decisions or {}
    changes = {row.number: tuple(inline(row.passage)) for row in comparison.rows}
    head = _head(comparison, made_at, options, decided, view)
    sheets = [
        Sheet("说明", (Column("", 16), Column("", 96)), head, plain=True),
        Sheet(
            "相似段落",
            _PASSAGES,
            tuple(
                _row(comparison, row, changes[row.number], decided.get(row.number))
                for row in comparison.rows
            ),
            frozen_columns=1,
        ),
        Sheet("替换", _SWAPS, _swaps(comparison, changes)),
        Sheet("数字", _NUMBERS, _numbers(comparison, changes)),
    ]
    return build_workbook(sheets, title=TITLE, made_at=made_at)


def _head(
    comparison: Comparison,
    made_at: datetime,
    options: MatchOptions | None,
    decided: Mapping[int, Decision],
    view: ReportView | None,
) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [
        *head_rows(comparison, made_at, options, view),
        *decision_rows(comparison, decided),
    ]
    if not comparison.rows:
        rows.append(("结果", NOTHING_FOUND))
    return tuple(rows)


def _row(
    comparison: Comparison,
    row: PassageRow,
    inline: Sequence[InlineSpan],
    decision: Decision | None,
) -> tuple[Cell, ...]:
    passage = row.passage
    texts = (passage.left.slice(comparison.left.text), passage.right.slice(comparison.right.text))
    return (
        row.number,
        _marked(comparison, row, inline, Side.LEFT),
        _marked(comparison, row, inline, Side.RIGHT),
        passage.similarity,
        min(map(count_letters, texts)),
        KIND_NAMES[passage.kind],
        differs_text(passage),
        clean_line(row.left_section),
        clean_line(row.right_section),
        f"{passage.left.start}–{passage.left.end}",
        f"{passage.right.start}–{passage.right.end}",
        VERDICT_NAMES[decision.verdict] if decision else "",
        decision.note if decision else "",
    )


def _marked(
    comparison: Comparison, row: PassageRow, inline: Sequence[InlineSpan], side: Side
) -> tuple[Run, ...]:
    runs: list[Run] = []
    for number, line in enumerate(passage_lines(comparison, row.passage, inline, side)):
        if number:
            runs.append(Run("\n"))
        runs += [Run(piece.text, _mark(piece)) for piece in line]
    return tuple(runs)


def _mark(piece: Piece) -> Mark:
    if piece.moved and piece.change_class is ChangeClass.NONE:
        return Mark.MOVED
    return _MARKS.get(piece.change_class, Mark.NAMED)


def _swaps(
    comparison: Comparison, changes: Mapping[int, Sequence[InlineSpan]]
) -> tuple[tuple[Cell, ...], ...]:
    every = (change for row in changes.values() for change in row)
    return tuple(
        (one.left, one.right, CLASS_NAMES[one.change_class], one.count)
        for one in mine_swaps(comparison, every)
    )


def _numbers(
    comparison: Comparison, changes: Mapping[int, Sequence[InlineSpan]]
) -> tuple[tuple[Cell, ...], ...]:
    left, right = comparison.left.text, comparison.right.text
    return tuple(
        (
            number,
            clean_line(one.left.slice(left)),
            clean_line(one.right.slice(right)),
            clean_line(left[max(0, one.left.start - _CONTEXT) : one.left.end + _CONTEXT]),
        )
        for number, row in changes.items()
        for one in row
        if one.change_class is ChangeClass.NUMBER and one.kind is ChangeKind.REPLACED
    )
