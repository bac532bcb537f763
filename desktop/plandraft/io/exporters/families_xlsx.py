"""Several plans as an Excel file: who shares how much with whom, and a row a passage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.family_rows import (
    FamilyCell,
    FamilyRow,
    Standing,
    family_rows,
    lacks_what_most_have,
    own_stretches,
)
from plandraft.core.compare.similarity import similarity_matrix
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.document import Document
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import STANDING_NAMES
from plandraft.io.exporters.report_settings import MASKS, match_settings
from plandraft.io.exporters.report_values import document_name, percent
from plandraft.io.exporters.workbook import (
    Cell,
    CellKind,
    Column,
    Filled,
    Sheet,
    build_workbook,
    sheet_line,
)

TITLE = "多份规划比对报告"
_GROUNDS = {
    Standing.REFERENCE: "#E8E8E4",
    Standing.VERBATIM: "#C7E0F0",
    Standing.EDITED: "#FBE6BF",
}
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
    others have and `mine` lacks, the paragraphs that only `mine` has.
    """
    rows = family_rows(plans, mine)
    lacking = tuple(row for row in rows if lacks_what_most_have(row, mine))
    columns = _family_columns(plans.documents)
    sheets = [
        Sheet(
            "说明",
            (Column("", 16), Column("", 96)),
            _head(plans, mine, len(rows), len(lacking), made_at, options),
            plain=True,
        ),
        Sheet("相似度", _matrix_columns(plans.documents), _matrix(plans), frozen_columns=1),
        Sheet("段落", columns, _family_cells(rows), frozen_columns=2),
        Sheet("多数有而我无", columns, _family_cells(lacking), frozen_columns=2),
        _own_sheet(plans, mine),
    ]
    return build_workbook(sheets, title=TITLE, made_at=made_at)


def short_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """Return a short name for each plan: its number and the beginning of its title."""
    return tuple(
        f"{number} {sheet_line(document_name(document), _NAME_LENGTH)}"
        for number, document in enumerate(documents, start=1)
    )


def _head(
    plans: PlanSet,
    mine: int,
    families: int,
    lacking: int,
    made_at: datetime,
    options: MatchOptions | None,
) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [
        (f"规划 {number}", f"{document_name(document)}（{len(document.text):,} 字符）")
        for number, document in enumerate(plans.documents, start=1)
    ]
    rows += [
        ("我的规划", f"规划 {mine + 1}"),
        ("段落", f"共 {families} 段见于两份以上规划；其中 {lacking} 段多数规划有而我的没有"),
        ("相似度表", "每行：这份规划的文字有多少见于各列的规划"),
    ]
    if options:
        rows.append(("比对设置", match_settings(options)))
        rows.append(("比对口径", f"{MASKS}；官方套话几乎不作依据"))
    moment = f"{made_at:%Y}年{made_at.month}月{made_at.day}日 {made_at:%H:%M}"
    return (*rows, ("生成时间", moment))


def _matrix_columns(documents: Sequence[Document]) -> tuple[Column, ...]:
    names = short_names(documents)
    return (
        Column("规划", 30),
        *(Column(f"见于 {name}", 16, CellKind.PERCENT) for name in names),
    )


def _matrix(plans: PlanSet) -> tuple[tuple[Cell, ...], ...]:
    names = short_names(plans.documents)
    shares = similarity_matrix(len(plans.documents), plans.pairs)
    return tuple(
        (name, *(None if share is None else Filled(share, _warmth(share)) for share in row))
        for name, row in zip(names, shares, strict=True)
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


def _family_cells(rows: Sequence[FamilyRow]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            row.number,
            row.text,
            clean_line(row.section),
            row.letters,
            row.plans,
            *(_standing(cell) for cell in row.cells),
        )
        for row in rows
    )


def _standing(cell: FamilyCell) -> Cell:
    name = STANDING_NAMES[cell.standing]
    if cell.standing is Standing.ABSENT:
        return name
    if cell.standing is Standing.EDITED:
        name = f"{name} {percent(min(cell.similarity, _NOT_QUITE))}"
    return Filled(name, _GROUNDS[cell.standing])


def _own_sheet(plans: PlanSet, mine: int) -> Sheet:
    text = plans.documents[mine].text
    columns = (
        Column("段落", 90),
        Column("章节", 24),
        Column("字数", 7, CellKind.COUNT),
        Column("与他人相同", 11, CellKind.PERCENT),
    )
    rows = tuple(
        (one.span.slice(text), clean_line(one.section), one.letters, one.shared)
        for one in own_stretches(plans, mine)
    )
    return Sheet("只有我有", columns, rows)
