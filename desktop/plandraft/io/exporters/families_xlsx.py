"""Several plans as an Excel file: who shares how much with whom, and a row a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.family_cells import FamilyCell, Standing
from plandraft.core.compare.family_rows import (
    FamilyRow,
    family_rows,
    lacks_what_most_have,
    quiet_rows,
)
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sources import own_stretches
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.document import Document
from plandraft.io.exporters.clean_text import clean_line, clean_lines
from plandraft.io.exporters.decision_names import STANDING_NAMES, VERDICT_NAMES
from plandraft.io.exporters.report_settings import MASKS, match_settings
from plandraft.io.exporters.report_values import NO_SECTION, document_name, percent
from plandraft.io.exporters.workbook import (
    Cell,
    CellKind,
    Column,
    Filled,
    Mark,
    Run,
    Sheet,
    build_workbook,
)

TITLE = "多份规划比对报告"
_GROUNDS = {
    Standing.REFERENCE: "#E8E8E4",
    Standing.VERBATIM: "#C7E0F0",
    Standing.EDITED: "#FBE6BF",
    Standing.REORDERED: "#F5DCE9",
    Standing.INDIRECT: "#F4F4F1",
}
_LEFT_OUT = "#F4F4F1"
# Full warmth from here: plans of one subject seldom share more without being versions.
_HOT_SHARE = 0.6
_COLD, _HOT = (255, 255, 255), (230, 159, 0)
# What was edited is not all the same, however little it was.
_NOT_QUITE = 0.99
_NAME_LENGTH = 24


def build_families_xlsx(
    plans: PlanSet, mine: int, *, made_at: datetime, options: MatchOptions | None = None
) -> bytes:
    """Return several plans as an .xlsx file, with plan `mine` as the one the others stand beside.

    Sheets: what was compared, the shares of all pairs both ways, the passages, what most of the
    others have and `mine` lacks, the paragraphs that only `mine` has, and what does not count
    where there is something of that kind.
    """
    rows, quiet = family_rows(plans, mine), quiet_rows(plans, mine)
    lacking = tuple(row for row in rows if lacks_what_most_have(row, mine))
    columns = _family_columns(plans.documents)
    counts = _Counts(len(rows), len(lacking), len(quiet))
    sheets = [
        Sheet(
            "说明",
            (Column("", 16), Column("", 96)),
            _head(plans, mine, counts, made_at, options),
            plain=True,
        ),
        Sheet("相似度", _matrix_columns(plans.documents), _matrix(plans), frozen_columns=1),
        Sheet("段落", columns, _family_cells(plans, rows), frozen_columns=2),
        Sheet("多数有而我无", columns, _family_cells(plans, lacking), frozen_columns=2),
        _own_sheet(plans, mine),
    ]
    if quiet:
        sheets.append(Sheet("不计入", columns, _family_cells(plans, quiet), frozen_columns=2))
    return build_workbook(sheets, title=TITLE, made_at=made_at)


def short_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """Return a short name for each plan: its number and both ends of its title."""
    return tuple(
        f"{number} {_both_ends(document_name(document))}"
        for number, document in enumerate(documents, start=1)
    )


def _both_ends(title: str) -> str:
    """Cut a title in the middle: versions of a plan differ at its end."""
    if len(title) <= _NAME_LENGTH:
        return title
    half = (_NAME_LENGTH - 1) // 2
    return f"{title[:half]}…{title[-half:]}"


@dataclass(frozen=True, slots=True)
class _Counts:
    """Hold how many rows of a kind there are."""

    families: int
    lacking: int
    quiet: int


def _head(
    plans: PlanSet, mine: int, counts: _Counts, made_at: datetime, options: MatchOptions | None
) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [
        (f"规划 {number}", f"{document_name(document)}（{len(document.text):,} 字符）")
        for number, document in enumerate(plans.documents, start=1)
    ]
    rows += [
        ("我的规划", f"规划 {mine + 1}"),
        (
            "段落",
            f"共 {counts.families} 段见于两份以上规划；"
            f"其中 {counts.lacking} 段多数规划有而我的没有",
        ),
        ("相似度表", "每行：这份规划的文字有多少见于各列的规划"),
        ("各份写法", "与基准两份比对的结果；“大段”指那里的相似段落更长，“间接”指只经别的规划相连"),
    ]
    if plans.excluded:
        rows.append(
            (
                "不计入",
                f"各对规划中 {plans.excluded} 处判为非借用或套话（含自定套话），不计入相似度和段落"
                + (f"；另列 {counts.quiet} 段" if counts.quiet else ""),
            )
        )
    if told := _own_lists(plans):
        rows.append(("自定名单", told))
    if options:
        rows.append(("比对设置", match_settings(options)))
        rows.append(("比对口径", f"{MASKS}；官方套话几乎不作依据"))
    moment = f"{made_at:%Y}年{made_at.month}月{made_at.day}日 {made_at:%H:%M}"
    return (*rows, ("生成时间", moment))


def _own_lists(plans: PlanSet) -> str:
    """Return what the user's own lists say of all pairs, "" where they say nothing."""
    marks = [comparison.own for comparison in plans.pairs.values()]
    passages = sum(len(one.rows) for one in marks)
    substitutions = max((len(one.substitutions) for one in marks), default=0)
    told = [f"由自定套话组成的段落，各对规划中共 {passages} 处"] if passages else []
    if substitutions:
        told.append(f"替换 {substitutions} 对，视为相同")
    return "；".join(told)


def _matrix_columns(documents: Sequence[Document]) -> tuple[Column, ...]:
    names = short_names(documents)
    return (
        Column("规划", 30),
        *(Column(f"见于 {name}", 16, CellKind.PERCENT) for name in names),
    )


def _matrix(plans: PlanSet) -> tuple[tuple[Cell, ...], ...]:
    names = short_names(plans.documents)
    return tuple(
        (name, *(None if share is None else Filled(share, _warmth(share)) for share in row))
        for name, row in zip(names, plans.shares, strict=True)
    )


def _warmth(share: float) -> str:
    heat = min(1.0, share / _HOT_SHARE)
    mixed = (round(cold + heat * (hot - cold)) for cold, hot in zip(_COLD, _HOT, strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _family_columns(documents: Sequence[Document]) -> tuple[Column, ...]:
    return (
        Column("序号", 6, CellKind.COUNT),
        Column("段落", 60),
        Column("章节", 18),
        Column("字数", 7, CellKind.COUNT),
        Column("份数", 7, CellKind.COUNT),
        *(Column(name, 14) for name in short_names(documents)),
    )


def _family_cells(plans: PlanSet, rows: Sequence[FamilyRow]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            row.number,
            _wording(plans, row),
            "；".join(clean_line(one) or NO_SECTION for one in row.sections),
            row.letters,
            row.plans,
            *(_standing(cell) for cell in row.cells),
        )
        for row in rows
    )


def _wording(plans: PlanSet, row: FamilyRow) -> Cell:
    """Return the wording of a row, its headings in bold."""
    if not any(line.heading for line in row.lines):
        return row.text
    text = plans.documents[row.reference].text
    runs: list[Run] = []
    for line in row.lines:
        words = "\n".join(clean_lines(line.span.slice(text)))
        if words:
            mark = Mark.HEADING if line.heading else Mark.NONE
            runs.append(Run(f"\n{words}" if runs else words, mark))
    return tuple(runs)


def _standing(cell: FamilyCell) -> Cell:
    name = STANDING_NAMES[cell.standing]
    if cell.standing is Standing.ABSENT:
        return name
    if cell.standing not in {Standing.REFERENCE, Standing.VERBATIM}:
        name = f"{name} {percent(min(cell.similarity, _NOT_QUITE))}"
    told = (f"大段{name}" if cell.part else name, _decision(cell.decision))
    ground = _LEFT_OUT if cell.excluded else _GROUNDS[cell.standing]
    return Filled("\n".join(part for part in told if part), ground)


def _decision(decision: Decision | None) -> str:
    if decision is None or decision.empty:
        return ""
    name = "" if decision.verdict is Verdict.OPEN else VERDICT_NAMES[decision.verdict]
    return "：".join(part for part in (name, clean_line(decision.note)) if part)


def _own_sheet(plans: PlanSet, mine: int) -> Sheet:
    text = plans.documents[mine].text
    columns = (
        Column("段落", 90),
        Column("章节", 24),
        Column("字数", 7, CellKind.COUNT),
        Column("与他人相同", 11, CellKind.PERCENT),
    )
    rows = tuple(
        (one.span.slice(text), clean_line(one.section) or NO_SECTION, one.letters, one.shared)
        for one in own_stretches(plans, mine)
    )
    return Sheet("只有我有", columns, rows)
