"""A comparison as the values of a printed report: what stands on paper, not where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plandraft.core.compare.changes import ChangeClass, Comparison, PassageRow
from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.report_view import ReportView
from plandraft.core.matching.passages import MatchOptions, Passage, PassageKind
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import VERDICT_NAMES
from plandraft.io.exporters.report_decisions import decision_rows
from plandraft.io.exporters.report_html import TITLE
from plandraft.io.exporters.report_settings import CLASS_NAMES, KIND_NAMES
from plandraft.io.exporters.report_values import (
    NO_SECTION,
    NOTHING_FOUND,
    ONE_SIDE_NAME,
    Piece,
    Side,
    differs_text,
    document_name,
    excerpt,
    head_rows,
    legend_classes,
    passage_lines,
    percent,
)

__all__ = ["ContentsRow", "Piece", "PrintedPassage", "PrintedReport", "PrintedSide", "print_report"]

CONTENTS_TITLES = ("序号", "开头", "甲的章节", "乙的章节", "相似度", "类型", "差异")
# A heading that is a whole paragraph would leave no room for the passage below it.
_LONGEST_SECTION = 60
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """Hold a row of the contents: its cells in the order of `CONTENTS_TITLES`."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedSide:
    """Hold one side of a passage: where it stands, and its lines of marked pieces."""

    where: str
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """Hold a passage: its bar (number, kind, similarity, what differs, verdict) and two sides."""

    number: int
    kind: PassageKind
    bar: str
    sides: tuple[PrintedSide, PrintedSide]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Hold a report; the sides of a passage are marked when `passage` is asked for it.

    `titles` are those of the two plans, `names` both in a line. `legend` shows each mark on its
    own name, `kinds` names the kinds, `empty` says why there is no passage, or nothing.
    """

    title: str
    titles: tuple[str, str]
    names: str
    head: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[PassageKind, str], ...]
    legend: tuple[Piece, ...]
    contents: tuple[ContentsRow, ...]
    passage: Callable[[int], PrintedPassage]
    empty: str = ""


def print_report(
    comparison: Comparison,
    *,
    made_at: datetime,
    options: MatchOptions | None = None,
    decisions: Mapping[int, Decision] | None = None,
    view: ReportView | None = None,
) -> PrintedReport:
    """Return the report of a comparison; `decisions` are those of the rows by their numbers."""
    decided = decisions or {}
    rows = comparison.rows
    left, right = (
        _cut(document_name(side.document(comparison)), _LONGEST_SECTION) for side in Side
    )
    head = (*head_rows(comparison, made_at, options, view), *decision_rows(comparison, decided))
    return PrintedReport(
        title=TITLE,
        titles=(left, right),
        names=f"{left} ↔ {right}",
        head=tuple((name, _cut(value, _LONGEST_VALUE)) for name, value in head),
        kinds=tuple(KIND_NAMES.items()),
        legend=_legend(comparison),
        contents=tuple(_contents_row(comparison, row) for row in rows),
        passage=lambda at: _passage(comparison, rows[at], decided.get(rows[at].number)),
        empty="" if rows else NOTHING_FOUND,
    )


def _legend(comparison: Comparison) -> tuple[Piece, ...]:
    classes = legend_classes(comparison)
    marks = [Piece(name, one) for one, name in classes if one is not ChangeClass.ORDER]
    moved = Piece(CLASS_NAMES[ChangeClass.ORDER], moved=True)
    return (*marks, moved, Piece(ONE_SIDE_NAME, ChangeClass.WORDING, one_sided=True))


def _contents_row(comparison: Comparison, row: PassageRow) -> ContentsRow:
    passage = row.passage
    return ContentsRow(
        row.number,
        (
            str(row.number),
            excerpt(comparison, passage),
            _section(row, Side.LEFT),
            _section(row, Side.RIGHT),
            percent(passage.similarity),
            KIND_NAMES[passage.kind],
            differs_text(passage),
        ),
    )


def _passage(comparison: Comparison, row: PassageRow, decision: Decision | None) -> PrintedPassage:
    passage = row.passage
    inline = build_inline(comparison, passage)
    left, right = (
        PrintedSide(
            _where(row, passage, side), passage_lines(comparison, passage, inline, side) or ((),)
        )
        for side in Side
    )
    bar = [
        f"第 {row.number} 处",
        KIND_NAMES[passage.kind],
        f"相似度 {percent(passage.similarity)}",
        f"差异：{differs_text(passage)}",
        *_decided(decision),
    ]
    return PrintedPassage(row.number, passage.kind, "　".join(bar), (left, right))


def _decided(decision: Decision | None) -> Sequence[str]:
    if decision is None:
        return ()
    named = "" if decision.verdict is Verdict.OPEN else VERDICT_NAMES[decision.verdict]
    told = "，".join(one for one in (named, _cut(clean_line(decision.note), 40)) if one)
    return (f"判断：{told}",) if told else ()


def _where(row: PassageRow, passage: Passage, side: Side) -> str:
    span = side.span(passage)
    return f"{side.value} · {span.length} 字符 · {_section(row, side)}"


def _section(row: PassageRow, side: Side) -> str:
    section = row.left_section if side is Side.LEFT else row.right_section
    return _cut(clean_line(section), _LONGEST_SECTION) or NO_SECTION


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
