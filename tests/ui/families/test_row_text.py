"""Rows and column heads show what tells them apart."""

from __future__ import annotations

import pytest
from tests.core.compare.test_families import FERRY, STREET, four_plans, plan_set, row_with

from plandraft.core.compare.family_rows import family_rows
from plandraft.ui.families.row_text import EXCERPT_LENGTH, despaced, hits_in, row_line, row_pieces
from plandraft.ui.families.title_header import two_ends

LONG = f"{STREET}{STREET[::-1]}{FERRY}{FERRY[::-1]}"


def test_a_heading_is_told_from_its_text() -> None:
    plans = plan_set(f"甲市规划\n一、老街\n{STREET}", f"乙市规划\n一、老街\n{STREET}")
    row = family_rows(plans, 0)[0]
    pieces = row_pieces(row, plans.documents[0])
    (heading,), (text,) = pieces
    assert (heading.heading, text.heading) == (True, False)
    assert (heading.text, text.text) == ("老街", STREET)
    assert row_line(row, plans.documents[0]) == f"老街\u3000{STREET}"


def test_cells_of_a_table_are_told_apart() -> None:
    cells = "\t".join((STREET[:12], STREET[12:25], STREET[25:]))
    plans = plan_set(f"甲市规划\n{cells}", f"乙市规划\n{cells}")
    row = family_rows(plans, 0)[0]
    assert f"{STREET[:12]} ｜ {STREET[12:25]}" in row_line(row, plans.documents[0])


def test_what_is_searched_for_is_in_sight_and_marked() -> None:
    plans = plan_set(f"甲市规划\n{LONG}", f"乙市规划\n{LONG}")
    row = row_with(family_rows(plans, 0), "末班船")
    document = plans.documents[0]
    assert len(row_line(row, document)) <= EXCERPT_LENGTH + 1
    line = row_line(row, document, "末班船推")
    assert line.startswith("…")
    assert line.index("末班船") < 16
    (pieces,) = row_pieces(row, document, "末班船推")
    assert [piece.text for piece in pieces if piece.hit] == ["末班船推"]
    assert not row_line(row, document, "街").startswith("…")


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        pytest.param("数据 港 和数据港", "数据港", ["数据 港", "数据港"], id="blanks inside"),
        pytest.param("用 5g 和５G", "5G", ["5g"], id="small letters"),
        pytest.param("街街街", "街街", ["街街"], id="apart"),
        pytest.param("街", "", [], id="nothing"),
    ],
)
def test_hits(text: str, needle: str, found: list[str]) -> None:
    assert [span.slice(text) for span in hits_in(text, despaced(needle))] == found


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("甲市规划", "甲市规划", id="one line"),
        pytest.param("1 甲市信息化发展规划", "1 甲市信息化\n发展规划", id="two lines"),
        pytest.param(
            "2 甲市数字经济发展规划（征求意见稿）", "2 甲市数字经\n…求意见稿）", id="both ends"
        ),
        pytest.param("3 甲市的街数”字规划", "3 甲市的街\n数”字规划", id="no line begins with ”"),
        pytest.param("4 甲市的街“十五”", "4 甲市的街\n“十五”", id="no line ends with “"),
    ],
)
def test_column_heads_show_both_ends(title: str, shown: str) -> None:
    def measure(text: str) -> int:
        return sum(1 if letter in " 0123456789" else 2 for letter in text)

    assert two_ends(title, measure, 12 if "\n" in shown else 40) == shown


def test_a_plan_is_named_by_number_and_title() -> None:
    plans = four_plans()
    row = row_with(family_rows(plans, 3), "渡口")
    assert row_line(row, plans.documents[row.reference]).startswith("渡口")
