"""Rows of Chinese text: 28 characters, whole numbers, no mark where it must not stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plandraft.core.draft.page_flow import Align, FlowParagraph, FlowRun, FlowStyle, Mark
from plandraft.core.draft.row_breaks import break_rows, row_pieces

WIDTH = 442.2
PLAIN = FlowStyle("仿宋_GB2312", spacing=-0.25)
BODY = replace(PLAIN, first=32.0)


def rows(text: str, style: FlowStyle = PLAIN, width: float = WIDTH) -> list[str]:
    paragraph = FlowParagraph(style, (FlowRun(text),))
    return [text[row.start : row.end] for row in break_rows(paragraph, width)]


def test_a_row_holds_28_characters_the_first_of_a_paragraph_26() -> None:
    assert [len(row) for row in rows("字" * 60)] == [28, 28, 4]
    assert [len(row) for row in rows("字" * 60, BODY)] == [26, 28, 6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("字" * 28 + "，字", ["字" * 28 + "，", "字"], id="a comma hangs out"),
        pytest.param("字" * 28 + "。”字", ["字" * 27, "字。”字"], id="two marks do not"),
        pytest.param("字" * 28 + "）字", ["字" * 27, "字）字"], id="a bracket takes one along"),
        pytest.param("字" * 27 + "（字", ["字" * 27, "（字"], id="none ends with an opening one"),
        pytest.param("字" * 26 + "“《字", ["字" * 26, "“《字"], id="nor with two"),
        pytest.param("字" * 27 + "2030年", ["字" * 27, "2030年"], id="a number stays whole"),
        pytest.param("字" * 26 + "47.5%字", ["字" * 26, "47.5%字"], id="with point and percent"),
        pytest.param("字" * 27 + "——字", ["字" * 26, "字——字"], id="a dash is one"),
        pytest.param("字\n字", ["字", "字"], id="a line break"),
        pytest.param("", [""], id="an empty paragraph has a row"),
        pytest.param("，" * 60, ["，" * 60], id="what cannot be broken"),
    ],
)
def test_rows_begin_and_end_as_they_may(text: str, expected: list[str]) -> None:
    found = rows(text)
    assert "".join(found) == text.replace("\n", "")
    if text != "，" * 60:
        assert found == expected


def test_full_rows_reach_the_edge_and_the_last_does_not() -> None:
    paragraph = FlowParagraph(BODY, (FlowRun("字" * 27 + "2030年底建成，" + "字" * 20),))
    broken = break_rows(paragraph, WIDTH)
    ends = []
    for row in broken:
        last = list(row_pieces(paragraph, row, WIDTH))[-1]
        ends.append(last.left + last.width)
    assert ends[0] == pytest.approx(WIDTH, abs=0.1)
    assert ends[-1] < WIDTH
    assert broken[0].left == 32.0
    assert broken[1].left == 0.0


def test_a_hanging_mark_stands_outside_and_the_rest_inside() -> None:
    paragraph = FlowParagraph(PLAIN, (FlowRun("字" * 28 + "，" + "字" * 9),))
    row = break_rows(paragraph, WIDTH)[0]
    pieces = list(row_pieces(paragraph, row, WIDTH))
    assert pieces[-1].text == "，"
    assert pieces[-1].left == pytest.approx(WIDTH, abs=1.5)


@pytest.mark.parametrize(
    ("align", "left"), [(Align.CENTER, (WIDTH - 63) / 2), (Align.RIGHT, WIDTH - 63)]
)
def test_short_rows_stand_where_they_shall(align: Align, left: float) -> None:
    paragraph = FlowParagraph(replace(PLAIN, align=align), (FlowRun("字字字字"),))
    assert break_rows(paragraph, WIDTH)[0].left == pytest.approx(left)


def test_a_tab_leads_to_the_edge_with_dots_before_it() -> None:
    style = replace(PLAIN, align=Align.LEFT, tab_right=WIDTH, dots=True)
    paragraph = FlowParagraph(style, (FlowRun("一、基础\t12"),))
    (row,) = break_rows(paragraph, WIDTH)
    *_, dots, number = row_pieces(paragraph, row, WIDTH)
    assert dots.text == "\t"
    assert number.left + number.width == pytest.approx(WIDTH)
    assert dots.left + dots.width == pytest.approx(number.left)


def test_marks_stay_with_their_letters() -> None:
    runs = (FlowRun("由"), FlowRun("【部门】", Mark.OPEN), FlowRun("负责"))
    paragraph = FlowParagraph(PLAIN, runs)
    (row,) = break_rows(paragraph, WIDTH)
    opened = [one.text for one in row_pieces(paragraph, row, WIDTH) if one.mark is Mark.OPEN]
    assert "".join(opened) == "【部门】"


def test_a_gap_beside_latin_letters_takes_room() -> None:
    text = "字2030" * 20
    assert len(rows(text)[0]) > len(rows(text, replace(PLAIN, latin_gap=3.2))[0])
