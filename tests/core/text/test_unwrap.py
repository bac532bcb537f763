"""Lines that were broken at a fixed width, and lines that only look like it."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.genres import SIMPLIFIED, TRADITIONAL

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.spans import OffsetMap, OffsetRun, Span, compose
from plandraft.core.text.structure import LineHint, Recovered, recover_structure
from plandraft.core.text.unwrap import unwrap

NOT_AT_A_BEGINNING = "，。、；：！？”’）》%"
PLAN = [
    "云汀市信息化规划",
    "".join(SIMPLIFIED[:3]),
    "一、总体要求",
    "（一）指导思想",
    "".join(SIMPLIFIED[3:6]),
    "（二）加快建设覆盖全市城乡的高速宽带网络，推动基础设施共建共享，努力提升城市信息化水平和服务能力",
    "1.统筹规划。" + SIMPLIFIED[6],
    "2.安全可靠。" + SIMPLIFIED[7],
    "".join(SIMPLIFIED[8:11]),
    "附件：任务分工表",
    "云汀市人民政府",
    "2026年3月8日",
]
PROSE = [text for text in SIMPLIFIED if "附件" not in text]
# What stands by itself, whatever the width.
APART = [PLAN[at] for at in (0, 2, 3, 9, 10, 11)]


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def wrapped(text: str, width: int, *, marks: str = "cut") -> str:
    """Break at `width` columns; a mark at a line's beginning is `cut`, `hang`s or is `push`ed."""
    lines, line = [], ""
    for one in text:
        if columns(line + one) > width:
            early = one in NOT_AT_A_BEGINNING
            if early and marks == "hang":
                lines.append(line + one)
                line = ""
                continue
            cut = -1 if early and marks == "push" else len(line)
            lines.append(line[:cut])
            line = line[cut:]
        line += one
    return "\n".join([*lines, line])


def texts_of(recovered: Recovered) -> list[str]:
    return [block.span.slice(recovered.text) for block in recovered.blocks]


def codes(recovered: Recovered) -> set[WarningCode]:
    return {warning.code for warning in recovered.warnings}


@pytest.mark.parametrize("marks", ["cut", "push", "hang"])
@pytest.mark.parametrize("indent", ["\u3000\u3000", "    "])
@pytest.mark.parametrize("width", [60, 64, 76, 78, 80])
def test_paragraphs_set_in(width: int, indent: str, marks: str) -> None:
    source = "\n".join(
        text if text in APART else wrapped(indent + text, width, marks=marks) for text in PLAN
    )
    recovered = recover_structure(source)
    assert texts_of(recovered) == PLAN
    assert WarningCode.WRAPPED_LINES in codes(recovered)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\v", "  \n"])
def test_paragraphs_parted_by_blank_lines(end: str) -> None:
    source = "\n\n".join(wrapped(text, 76) for text in PLAN).replace("\n", end)
    assert texts_of(recover_structure(source)) == PLAN


def test_paragraphs_by_their_marks_alone() -> None:
    source = "\n".join(wrapped(text, 72) for text in PLAN)
    assert texts_of(recover_structure(source)) == PLAN


def test_margin_before_every_line() -> None:
    source = "\n\n".join(wrapped(text, 72) for text in PLAN)
    assert texts_of(recover_structure(textwrap.indent(source, "   "))) == PLAN


def test_words_keep_their_blanks_and_numbers_stay_whole() -> None:
    text = (
        "The plan of {} names all projects and every one of the measures, so that in 2030 people "
        "of all {} towns, whatever their age, find each {} of the services that they may need."
    )
    words = ("Yunting", "the neighbouring prefecture", "a county", "Lanchuan and others")
    texts = [text.format(*words[at:], *words[:at]) for at in range(4)]
    source = "\n\n".join("\n".join(textwrap.wrap(text, 60)) for text in texts)
    assert texts_of(recover_structure(source)) == texts
    han = "建设5G基站16500个并采用CIMS系统，" * 20
    assert texts_of(recover_structure(wrapped(han, 61))) == [han]


def test_map_leads_to_the_text_as_it_was_read() -> None:
    source = "\n".join(wrapped("\u3000\u3000" + text, 64) for text in PLAN)
    recovered = recover_structure(source)
    for at, letter in enumerate(recovered.text):
        if letter != "\n":
            assert source[recovered.source_map.to_source(at)] == letter
    for block in recovered.blocks:
        origin = recovered.source_map.span_to_source(block.span).slice(source)
        assert "".join(origin.split()) == block.span.slice(recovered.text)


def test_hints_stay_with_their_lines() -> None:
    body = wrapped("".join(PROSE), 60).split("\n")
    source = "\n".join([*body, "指标\t数", "题目", *body])
    hints = [LineHint()] * len(body)
    hints = [*hints, LineHint(BlockKind.TABLE_ROW), LineHint(level=2), *hints]
    kinds = [block.kind for block in recover_structure(source, hints).blocks]
    assert kinds == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE_ROW,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_table_within_wrapped_text_stays() -> None:
    table = [
        f"第{at}个指标名称      万户      {at * 100}      预期性指标      每年十二月"
        for at in range(4)
    ]
    prose = wrapped("".join(PROSE), 64)
    lines = texts_of(recover_structure("\n".join([prose, "", *table, "", prose])))
    assert lines[1:-1] == table


VERSE = "大江东去浪淘尽，千古风流人物。故垒西边人道是，三国周郎赤壁。"
STEMS = "甲乙丙丁戊己庚辛壬癸"
LOOKALIKES = {
    "verse": [VERSE[:16], VERSE[16:]] * 8,
    "long verse": ["夫学须静也才须学也是以君子处世贵乎有恒，不以物喜不以己悲。"] * 12,
    "paragraphs": SIMPLIFIED,
    "paragraphs of one length": [text[:36] + "。" for text in TRADITIONAL * 2],
    "names": [f"云汀市{one}区第{one}批数字经济和信息化重点建设工程项目" for one in STEMS * 2],
    "labelled names": [f"{at}.云汀市第{at}批数字经济、信息化项目名单" for at in range(10, 30)],
    "bullets": [f"——推进第{one}项重点任务，建设覆盖全市的高速宽带网络" for one in STEMS],
    "contents": [f"第{one}部分 建设任务{'.' * 40}1" for one in STEMS],
    "rows": [f"基站建设数量       个       {at}00       预期性，约束性" for at in range(10, 25)],
    "units": [f"{{0>Das sind {at} Euro.<}}0{{>These are {at} euros.<0}}" for at in range(20)],
    "code": [f"    result[{at}] = compute(alpha={at}, beta={at + 1})" for at in range(20)],
}


@pytest.mark.parametrize("source", LOOKALIKES.values(), ids=LOOKALIKES)
def test_what_only_looks_like_it_stays(source: list[str]) -> None:
    assert unwrap("\n".join(source)) is None


@given(
    st.lists(st.sampled_from([*SIMPLIFIED, *TRADITIONAL, "", "一、目标", "1.做。"]), max_size=30)
)
def test_one_line_a_paragraph_stays(lines: list[str]) -> None:
    assert unwrap("\n".join(lines)) is None


@given(st.text(alphabet="数字云汀，。 \n\v\tab1、一", max_size=600))
def test_no_letter_is_lost(source: str) -> None:
    found = unwrap(source)
    if found is not None:
        assert "".join(found.text.split()) == "".join(source.split())
        assert len(found.kept) == found.text.count("\n") + 1
        span = Span(0, len(found.text))
        assert found.source_map.span_to_source(span) == Span(0, len(source))


def test_maps_are_put_one_behind_the_other() -> None:
    first = OffsetMap((OffsetRun(0, 1, 3), OffsetRun(4, 5, 4)))
    second = OffsetMap((OffsetRun(0, 0, 2), OffsetRun(2, 10, 5), OffsetRun(8, 20, 9)))
    assert compose(first, second).runs == (
        OffsetRun(0, 1, 1),
        OffsetRun(1, 10, 2),
        OffsetRun(4, 13, 2),
        OffsetRun(7, 20, 1),
    )
