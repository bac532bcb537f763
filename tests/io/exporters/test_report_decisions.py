"""What reports say of the reader's decisions."""

from __future__ import annotations

import io
from datetime import datetime

import docx
import pytest
from lxml import html
from tests.ui.compare.comparisons import make_comparison

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.io.exporters.report_decisions import decision_rows, decision_text, split_rows
from plandraft.io.exporters.report_docx import build_report_docx
from plandraft.io.exporters.report_html import build_report_html

MADE_AT = datetime(2026, 11, 20, 9, 5)  # noqa: DTZ001 - printed as it is
DECISIONS = {
    1: Decision(Verdict.NOT_REUSE, "两地都引自 <上位> 规划"),
    3: Decision(Verdict.USED),
    4: Decision(Verdict.OPEN, "再看"),
}


def test_the_head_counts_and_tells_the_shares_left() -> None:
    rows = dict(decision_rows(make_comparison(), DECISIONS))
    assert rows["段落判断"] == "非借用 1 处，已采用 1 处，未定 2 处，有备注 2 处"
    assert rows["排除后的比例"].endswith("（1 处判为非借用或套话）")


def test_nothing_decided_says_nothing() -> None:
    comparison = make_comparison()
    assert decision_rows(comparison, {}) == ()
    assert decision_rows(comparison, {99: Decision(Verdict.FORMULA)}) == (), "of another pair"
    assert split_rows(comparison, {}) == (comparison.rows, ())


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        pytest.param(None, "", id="none"),
        pytest.param(Decision(Verdict.OPEN), "", id="taken back"),
        pytest.param(Decision(Verdict.ACCEPTED), "判断：认可", id="a verdict"),
        pytest.param(Decision(Verdict.OPEN, "再\n看"), "备注：再 看", id="a note of two lines"),
        pytest.param(Decision(Verdict.USED, "好"), "判断：已采用　备注：好", id="both"),
    ],
)
def test_a_decision_in_one_line(decision: Decision | None, text: str) -> None:
    assert decision_text(decision) == text


def test_the_page_marks_passages_and_sets_excluded_ones_apart() -> None:
    text = build_report_html(
        make_comparison(), lambda _passage: (), made_at=MADE_AT, decisions=DECISIONS
    )
    page = html.fromstring(text)
    assert [one.get("id") for one in page.xpath("//section")] == ["p2", "p3", "p4", "p1"]
    assert [one.text for one in page.xpath("//h2")][-1] == "不计入比例的段落"
    assert "备注：两地都引自 <上位> 规划" in page.get_element_by_id("p1").text_content()
    assert [row[-1].text for row in page.xpath("//tbody/tr")] == ["非借用", None, "已采用", "未定"]


def test_the_word_file_marks_passages_and_sets_excluded_ones_apart() -> None:
    data = build_report_docx(
        make_comparison(), lambda _passage: (), made_at=MADE_AT, decisions=DECISIONS
    )
    lines = [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
    apart = lines.index("不计入比例的段落")
    assert lines[apart + 1].startswith("第 1 处")
    assert lines[apart + 2] == "判断：非借用　备注：两地都引自 <上位> 规划"
    assert "判断：已采用" in lines[:apart]
