"""Sentences and clauses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.model.spans import Span
from plandraft.core.text.segment import clauses, sentences


def texts(text: str, spans: list[Span]) -> list[str]:
    return [span.slice(text) for span in spans]


def test_sentences_end_with_their_marks() -> None:
    text = "建设网络。推进“数字云汀。”抓好落实；明确责任！\n一、目标\n  \n建成……"
    assert texts(text, list(sentences(text))) == [
        "建设网络。",
        "推进“数字云汀。”",
        "抓好落实；",
        "明确责任！",
        "一、目标",
        "建成……",
    ]


def test_clauses_keep_numbers_whole() -> None:
    text = "投入1.5亿元，增长3,000户；供水、供电。"
    assert texts(text, list(clauses(text))) == [
        "投入1.5亿元，",
        "增长3,000户；",
        "供水、",
        "供电。",
    ]


def test_only_the_span_is_cut() -> None:
    text = "建设网络。完善平台。抓好落实。"
    assert texts(text, list(sentences(text, Span(2, 10)))) == ["网络。", "完善平台。"]


@given(st.text("网络。，；\n “”1.", max_size=60))
def test_spans_are_ordered_and_leave_out_blanks_only(text: str) -> None:
    for cut in (sentences, clauses):
        end = 0
        for span in cut(text):
            assert not text[end : span.start].strip()
            assert span.start >= end
            end = span.end
        assert not text[end:].strip()
