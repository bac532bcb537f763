"""A decision finds its passage again by what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.decisions import (
    Decision,
    PassageKey,
    Verdict,
    excluded_rows,
    holds_most,
    match_decisions,
    passage_key,
    record_decision,
)
from plandraft.core.compare.shares import shares_without
from plandraft.core.compare.similarity import letters_of, resemblance
from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.spans import Span

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LEFT = "渡口老街三十六条巷道全部完成管线入地，沿街铺面统一更换木质招牌，夜间照明远程调节。"
RIGHT = "渡口老街二十二条巷道全部完成管线入地，沿街铺面统一更换竹制招牌，夜间照明远程调节。"
OTHER = "北山果园引来滴灌管道，山脚设置冷库和分拣线，果农按手机上的墒情开关阀门。"


def key(left: str, right: str) -> PassageKey:
    """Return the key of a passage with these wordings."""
    sides = letters_of(left), letters_of(right)
    return PassageKey(min(sides), max(sides))


def comparison_of(left: str, right: str, *spans: tuple[Span, Span]) -> Comparison:
    """Return a comparison with passages at these places."""
    passages = tuple(Passage(one, two, 0.9, PassageKind.EDITED, ()) for one, two in spans)
    documents = make_document(left), make_document(right)
    return build_comparison(*documents, MatchSet(passages, 0.6, 0.3), 0.0)


@pytest.mark.parametrize(
    ("now", "found"),
    [
        pytest.param(key(LEFT, RIGHT), True, id="the same"),
        pytest.param(key(RIGHT, LEFT), True, id="sides exchanged"),
        pytest.param(key(LEFT.replace("，", " , "), RIGHT), True, id="other marks and spaces"),
        pytest.param(key(LEFT[:-8], RIGHT[:-8]), True, id="bounds a clause shorter"),
        pytest.param(key("另外，" + LEFT, RIGHT + "完"), True, id="bounds a little longer"),
        pytest.param(key(LEFT.replace("铺面", "补面"), RIGHT), True, id="a letter read otherwise"),
        pytest.param(key(OTHER, OTHER), False, id="another passage"),
        pytest.param(key(LEFT, OTHER), False, id="one side another"),
        pytest.param(key(LEFT[:12], RIGHT[:12]), False, id="a quarter of it"),
        pytest.param(key(LEFT + OTHER, RIGHT + OTHER), False, id="joined with another passage"),
    ],
)
def test_a_decision_is_found_again(now: PassageKey, found: bool) -> None:
    comparison = comparison_of(LEFT, RIGHT, (Span(0, len(LEFT)), Span(0, len(RIGHT))))
    passage = comparison.rows[0].passage
    record = record_decision(comparison, passage, Decision(Verdict.ACCEPTED, "照用"), NOW)
    assert record.key == key(LEFT, RIGHT)
    assert match_decisions({7: now}, [record]) == ({7: record} if found else {})


def test_the_very_same_passage_wins_over_a_similar_one() -> None:
    comparison = comparison_of(LEFT, RIGHT, (Span(0, len(LEFT)), Span(0, len(RIGHT))))
    passage = comparison.rows[0].passage
    exact = record_decision(comparison, passage, Decision(Verdict.OPEN), NOW)
    near = replace(exact, key=key(LEFT[:-4], RIGHT), decision=Decision(Verdict.FORMULA))
    assert match_decisions({1: exact.key}, [near, exact])[1] is exact
    assert match_decisions({1: key(LEFT[:-3], RIGHT)}, [near, exact])[1] is near


def test_mirrored_passages_have_one_key() -> None:
    ours = comparison_of(LEFT, RIGHT, (Span(0, 20), Span(2, 22)))
    theirs = comparison_of(RIGHT, LEFT, (Span(2, 22), Span(0, 20)))
    one = passage_key(ours, ours.rows[0].passage)
    assert one == passage_key(theirs, theirs.rows[0].passage)
    assert one.digest == passage_key(theirs, theirs.rows[0].passage).digest


@pytest.mark.parametrize(
    ("left", "right", "low", "high"),
    [
        pytest.param("甲乙丙丁", "甲乙丙丁", 1.0, 1.0, id="equal"),
        pytest.param("加固堤防疏浚河道", "疏浚河道加固堤防", 0.8, 0.99, id="clauses exchanged"),
        pytest.param("加固堤防", "建设学校", 0.0, 0.0, id="nothing in common"),
        pytest.param("", "", 0.0, 0.0, id="empty"),
        pytest.param("甲", "甲", 1.0, 1.0, id="one letter"),
    ],
)
def test_resemblance(left: str, right: str, low: float, high: float) -> None:
    assert low <= resemblance(left, right) <= high
    assert resemblance(left, right) == resemblance(right, left)


def test_shares_without_excluded_passages() -> None:
    text = "一二三四五六七八九十" * 3
    spans = (
        (Span(0, 10), Span(0, 10)),
        (Span(5, 15), Span(10, 20)),
        (Span(20, 30), Span(0, 10)),
    )
    comparison = comparison_of(text, text, *spans)
    assert shares_without(comparison, ()) == (0.6, 0.3)
    left, right = shares_without(comparison, {2})
    assert left == pytest.approx(0.6 * 20 / 25)
    assert right == pytest.approx(0.3 * 10 / 20)
    left, right = shares_without(comparison, {1})
    assert right == pytest.approx(0.3), "the third passage has the same place on the right"
    assert shares_without(comparison, {1, 2, 3}) == (0.0, 0.0)


def test_excluded_rows_are_those_that_are_no_reuse() -> None:
    decisions = {at: Decision(verdict) for at, verdict in enumerate(Verdict)}
    names = list(Verdict)
    found = {names[at] for at in excluded_rows(decisions)}
    assert found == {Verdict.NOT_REUSE, Verdict.FORMULA}


@pytest.mark.parametrize(
    ("taken", "held"),
    [
        pytest.param([(2, 8)], True, id="whole"),
        pytest.param([(0, 20)], True, id="more than whole"),
        pytest.param([(2, 5)], True, id="half"),
        pytest.param([(2, 4)], False, id="less than half"),
        pytest.param([(2, 4), (6, 8)], True, id="two parts"),
        pytest.param([(2, 4), (2, 4)], False, id="the same part twice"),
        pytest.param([(8, 20)], False, id="beside"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_most_of_a_passage_is_half_of_its_letters(taken: list[tuple[int, int]], held: bool) -> None:
    text = "前言城乡建设规划，水利交通教育卫生文化"
    assert holds_most([Span(*one) for one in taken], Span(2, 8), text) is held
