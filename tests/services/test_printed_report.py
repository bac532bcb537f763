"""What stands in a printed report."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.ui.compare.comparisons import make_comparison

from plandraft.core.compare.changes import ChangeClass, Comparison
from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.matching.passages import MatchOptions
from plandraft.services.printed_report import PrintedReport, print_report

MOMENT = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - printed as it is


def report(comparison: Comparison | None = None, **more: object) -> PrintedReport:
    shown = comparison or make_comparison()
    return print_report(shown, made_at=MOMENT, options=MatchOptions(), **more)  # type: ignore[arg-type]


def test_the_head_says_what_was_compared_when_and_how() -> None:
    head = dict(report().head)
    assert "云汀市防灾减灾规划" in head["甲"]
    assert head["生成时间"] == "2026年11月21日 09:30"
    assert "最短 16 字" in head["比对设置"]


def test_a_passage_has_both_sides_with_marks() -> None:
    made = report()
    assert [row.number for row in made.contents] == list(range(1, len(made.contents) + 1))
    passage = next(one for one in map(made.passage, range(len(made.contents))) if "改写" in one.bar)
    marked = {
        piece.change_class
        for side in passage.sides
        for line in side.lines
        for piece in line
        if piece.text in {"120", "95", "云汀市", "松岭市", "云汀", "松岭"}
    }
    assert marked == {ChangeClass.PLACE, ChangeClass.NUMBER}


def test_decisions_stand_in_the_bar() -> None:
    decisions = {1: Decision(Verdict.FORMULA, "见省规划"), 2: Decision(Verdict.OPEN, "")}
    made = report(decisions=decisions)
    assert made.passage(0).bar.endswith("判断：套话，见省规划")
    assert "判断" not in made.passage(1).bar


def test_nothing_found_is_said() -> None:
    made = report(make_comparison(passages=False))
    assert made.contents == ()
    assert "没有找到相似段落" in made.empty
    assert report().empty == ""


def test_endless_headings_and_titles_are_cut() -> None:
    whole = make_comparison()
    rows = tuple(replace(row, left_section="总体要求" * 100) for row in whole.rows)
    left = replace(whole.left, title="规划" * 400)
    made = report(replace(whole, left=left, rows=rows))
    assert len(made.contents[0].cells[2]) == 61
    assert len(made.names) < 130
    assert len(dict(made.head)["甲"]) <= 301
