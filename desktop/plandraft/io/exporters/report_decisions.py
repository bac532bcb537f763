"""What the reader decided, as every form of a comparison report says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.compare.decisions import EXCLUDING, Decision, Verdict, excluded_rows
from plandraft.core.compare.shares import shares_without
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import VERDICT_NAMES
from plandraft.io.exporters.report_values import percent

EXCLUDED_HEADING = "不计入比例的段落"

Decisions = Mapping[int, Decision]


def decision_rows(comparison: Comparison, decisions: Decisions) -> tuple[tuple[str, str], ...]:
    """Return names and values for a report's head; none where nothing was decided.

    `decisions` are those of the comparison's rows by their numbers.
    """
    numbers = {row.number for row in comparison.rows}
    made = [one for number, one in decisions.items() if number in numbers and not one.empty]
    if not made:
        return ()
    verdicts = Counter(one.verdict for one in made)
    counts = [
        f"{name} {verdicts[verdict]} 处"
        for verdict, name in VERDICT_NAMES.items()
        if verdict is not Verdict.OPEN and verdicts[verdict]
    ]
    decided = sum(count for verdict, count in verdicts.items() if verdict is not Verdict.OPEN)
    counts.append(f"{VERDICT_NAMES[Verdict.OPEN]} {len(numbers) - decided} 处")
    if noted := sum(bool(one.note) for one in made):
        counts.append(f"有备注 {noted} 处")
    rows = [("段落判断", "，".join(counts))]
    excluded = excluded_rows(decisions) & numbers
    # What is routine is left out of the shares above already.
    if excluded != comparison.routine_rows:
        left, right = shares_without(comparison, excluded)
        text = f"甲 {percent(left)}，乙 {percent(right)}（{len(excluded)} 处判为非借用或套话）"
        rows.append(("排除后的比例", text))
    return tuple(rows)


def decision_text(decision: Decision | None) -> str:
    """Return what was decided about a passage in one line, "" for nothing."""
    if decision is None or decision.empty:
        return ""
    parts = [] if decision.verdict is Verdict.OPEN else [f"判断：{VERDICT_NAMES[decision.verdict]}"]
    if note := clean_line(decision.note):
        parts.append(f"备注：{note}")
    return "　".join(parts)


def split_rows(
    comparison: Comparison, decisions: Decisions
) -> tuple[tuple[PassageRow, ...], tuple[PassageRow, ...]]:
    """Return the rows that count as re-use and those decided not to, each in their order."""
    counted: list[PassageRow] = []
    excluded: list[PassageRow] = []
    for row in comparison.rows:
        decision = decisions.get(row.number)
        out = decision is not None and decision.verdict in EXCLUDING
        (excluded if out else counted).append(row)
    return tuple(counted), tuple(excluded)
