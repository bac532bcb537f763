"""Own phrases are found whatever stands around them, and take passages off the shares."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.decisions import Decision, Verdict, excluded_rows
from plandraft.core.compare.own_phrases import mark_own_wording, with_formulae
from plandraft.core.compare.own_wording import OwnWording
from plandraft.core.compare.shares import shares_without
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.text.places import Gazetteer

FERRY = "渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌，夜间照明改用暖色路灯。"
ORCHARD = "北山果园引来滴灌管道，山脚设置冷库和分拣线，果农凭编号领取包装箱。"
QUAY = "码头两侧留出八米宽的堤顶步道，仓库改成船模陈列室，卸货挪到下游的新泊位。"
CABLE = "缆车下站旁边的旧车间拆去围墙，辟为苗圃和育种棚，雨天也能给中学生上植物课。"
LEFT = f"云汀市旧城规划\n一、街巷\n{FERRY}\n{QUAY}\n{QUAY[::-1]}\n二、果园\n{ORCHARD}"
RIGHT = f"松岭市山地规划\n一、果园\n{ORCHARD}\n{CABLE}\n{CABLE[::-1]}\n二、街巷\n{FERRY}"
PLACES = Gazetteer(frozenset({"云汀", "松岭"}))


def compare(left: str = LEFT, right: str = RIGHT) -> Comparison:
    """Compare two texts; the passages are the ferry and the orchard, in the left order."""
    documents = make_document(left), make_document(right)
    matches = find_matches(*documents, background=Background(PLACES))
    return build_comparison(*documents, matches, 0.0, PLACES)


def greyed(comparison: Comparison, *phrases: str) -> tuple[list[str], list[str]]:
    """Return what is greyed on both sides."""
    own = mark_own_wording(comparison, OwnWording(phrases)).own
    return (
        [span.slice(comparison.left.text) for span in own.left],
        [span.slice(comparison.right.text) for span in own.right],
    )


FOUND = {
    "as it stands": (FERRY[:16], FERRY[:16]),
    "other marks and width": (
        "渡口老街的巷道，全部完成管线入地",
        "渡口老街的巷道全部完成管线入地，",
    ),
    "with a label before": ("（三）渡口老街的巷道全部完成", "渡口老街的巷道全部完成"),
    "a short one as it is": ("暖色路灯", "暖色路灯。"),
    "a part of a longer one": (f"今后几年，{FERRY[:15]}，另作安排", FERRY[:16]),
}


@pytest.mark.parametrize("case", FOUND)
def test_a_phrase_is_greyed_on_both_sides(case: str) -> None:
    phrase, shown = FOUND[case]
    assert greyed(compare(), phrase) == ([shown], [shown])


def test_names_are_open_in_long_phrases_and_not_in_short_ones() -> None:
    left = "云汀市旧城规划\n云汀市把老街和码头连成步行环线。\n云汀市简史。"
    right = "松岭市旧城规划\n松岭市把老街和码头连成步行环线。\n松岭市简史。"
    comparison = compare(left, right)
    assert greyed(comparison, "云汀市把老街和码头连成步行环线") == (
        ["云汀市把老街和码头连成步行环线。"],
        ["松岭市把老街和码头连成步行环线。"],
    )
    assert greyed(comparison, "云汀市简史") == (["云汀市简史。"], [])


def test_many_numbers_in_a_row_are_no_phrase() -> None:
    left = "云汀市规划\n2001年、2002年、2003年、2004年、2005年、2006年依次为3、5、7、9、11、13户。"
    phrase = "1991年、1992年、1993年、1994年、1995年、1996年"
    assert greyed(compare(left, RIGHT), phrase)[0] == []


def test_a_passage_of_own_phrases_does_not_count() -> None:
    comparison = compare()
    assert len(comparison.rows) == 2
    marked = mark_own_wording(comparison, OwnWording((FERRY,)))
    (ferry,) = marked.own.rows
    row = next(row for row in marked.rows if row.number == ferry)
    assert "渡口" in row.passage.left.slice(marked.left.text)
    before = comparison.matches.left_share
    assert 0 < shares_without(marked, marked.own.rows)[0] < before
    assert marked.rows == comparison.rows, "passages stay as they were matched"


def test_a_passage_with_more_than_phrases_counts() -> None:
    marked = mark_own_wording(compare(), OwnWording((FERRY[:15],)))
    assert marked.own.left
    assert not marked.own.rows


def test_an_edited_passage_is_a_phrase_where_one_side_is_nothing_else() -> None:
    edited = FERRY.replace("木质招牌", "仿古的木质招牌").replace("暖色", "暖黄色")
    marked = mark_own_wording(compare(LEFT, RIGHT.replace(FERRY, edited)), OwnWording((FERRY,)))
    assert len(marked.own.rows) == 1


def test_own_phrases_are_formulae_unless_the_reader_said_otherwise() -> None:
    marked = mark_own_wording(compare(), OwnWording((FERRY, ORCHARD)))
    assert with_formulae(marked) == {
        1: Decision(Verdict.FORMULA),
        2: Decision(Verdict.FORMULA),
    }
    said = {1: Decision(Verdict.ACCEPTED), 2: Decision(Verdict.OPEN, "再看")}
    found = with_formulae(marked, said.items())
    assert found == {1: Decision(Verdict.ACCEPTED), 2: Decision(Verdict.FORMULA, "再看")}
    assert excluded_rows(found) == {2}


def test_an_empty_list_greys_nothing() -> None:
    comparison = compare()
    assert mark_own_wording(comparison, OwnWording()) == comparison


def test_routine_wording_is_a_formula_unless_the_reader_said_otherwise() -> None:
    comparison = compare()
    matches = comparison.matches
    first = replace(matches.passages[0], routine=True)
    told = build_comparison(
        comparison.left,
        comparison.right,
        replace(matches, passages=(first, *matches.passages[1:])),
        0.0,
    )
    assert with_formulae(told) == {1: Decision(Verdict.FORMULA)}
    said = {1: Decision(Verdict.ACCEPTED)}
    assert with_formulae(told, said.items()) == said
