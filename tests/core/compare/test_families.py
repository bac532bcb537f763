"""Passages of several plans become families: who has it, how, and who lacks it."""

from __future__ import annotations

from itertools import combinations

from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.families import build_families
from plandraft.core.compare.family_cells import Standing
from plandraft.core.compare.family_rows import (
    FamilyRow,
    family_rows,
    lacks_what_most_have,
    own_rows,
)
from plandraft.core.compare.plan_sets import PlanSet, build_plan_set
from plandraft.core.compare.plan_sources import best_sources, own_stretches
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

STREET = "渡口老街三十六条巷道全部完成管线入地，沿街铺面统一更换木质招牌，夜间照明远程调节。"
STREET_EDITED = "渡口老街二十二条巷道全部完成管线入地，沿街铺面统一更换竹制招牌，夜间照明远程调节。"
ORCHARD = "北山果园引来滴灌管道，山脚设置冷库和分拣线，果农按手机上的墒情开关阀门。"
FERRY = "轮渡票价与公交联程优惠，码头候船室加装无障碍坡道，末班船推迟到晚间十点。"
OWN = "棉纺旧厂的锯齿形厂房改成社区食堂和缝纫学堂，老师傅每周六下午教邻居踩缝纫机。"
THEIRS = "河埠头每隔三百米设一处自行车棚，雨天由巡河员顺路检查防滑垫是否松动脱落。"


def plan_set(*texts: str) -> PlanSet:
    """Match all pairs of plans with these texts."""
    documents = tuple(make_document(text) for text in texts)
    pairs = {}
    for one, other in combinations(range(len(documents)), 2):
        left, right = documents[one], documents[other]
        matches = find_matches(left, right, background=Background())
        pairs[one, other] = build_comparison(left, right, matches, 0.0)
    return build_plan_set(documents, pairs)


def four_plans() -> PlanSet:
    """Four plans: the street in all but the last, the orchard in three but not in the first."""
    return plan_set(
        f"甲市老街规划\n一、老街\n{STREET}\n{OWN}",
        f"乙市老街规划\n一、街巷\n{STREET_EDITED}\n二、果园\n{ORCHARD}",
        f"丙市水乡规划\n一、果园\n{ORCHARD}\n二、老街\n{STREET}\n{FERRY}",
        f"丁市山城规划\n一、交通\n{FERRY}\n{ORCHARD}\n{THEIRS}",
    )


def row_with(rows: tuple[FamilyRow, ...], words: str) -> FamilyRow:
    """Return the one row whose text has these words."""
    (found,) = [row for row in rows if words in row.text]
    return found


def standings(row: FamilyRow) -> str:
    """Return the standings as letters: r, v, e, a."""
    return "".join(cell.standing.value[0] for cell in row.cells)


def test_a_row_a_passage_with_the_standing_in_each_plan() -> None:
    plans = four_plans()
    rows = family_rows(plans, 0)
    assert len(rows) == len(plans.families) == 3
    assert standings(row_with(rows, "渡口")) == "reva"
    assert standings(row_with(rows, "果园")) == "arvv"
    assert standings(row_with(rows, "轮渡")) == "aarv"
    assert [row.number for row in rows] == [1, 2, 3]
    assert rows[0].reference == 0, "what the plan has comes first"


def test_spans_show_where_each_plan_has_it() -> None:
    plans = four_plans()
    row = row_with(family_rows(plans, 0), "渡口")
    for at, cell in enumerate(row.cells):
        if cell.span is not None:
            assert "更换" in cell.span.slice(plans.documents[at].text)
    assert row.sections == ("一、老街",)
    assert row.letters == sum(map(str.isalnum, row.text))
    assert 0.7 < row.cells[1].similarity < 1.0


def test_another_plan_sees_the_same_families() -> None:
    plans = four_plans()
    for mine in range(4):
        rows = family_rows(plans, mine)
        assert len(rows) == 3
        for row in rows:
            has = row.cells[mine].standing is not Standing.ABSENT
            assert (row.reference == mine) == has
            assert row.cells[row.reference].standing is Standing.REFERENCE


def test_what_most_have_and_mine_lacks() -> None:
    plans = four_plans()
    lacking = {
        mine: [row.text for row in family_rows(plans, mine) if lacks_what_most_have(row, mine)]
        for mine in range(4)
    }

    def lacks(mine: int, words: str) -> bool:
        return any(words in text for text in lacking[mine])

    assert [lacks(mine, "果园") for mine in range(4)] == [True, False, False, False]
    assert [lacks(mine, "渡口") for mine in range(4)] == [False, False, False, True]
    assert [lacks(mine, "轮渡") for mine in range(4)] == [True, True, False, False]


def test_only_mine() -> None:
    plans = four_plans()
    text = plans.documents[0].text
    (own,) = own_stretches(plans, 0)
    assert own.span.slice(text) == OWN
    assert own.section == "一、老街"
    assert own.shared == 0.0
    (row,) = own_rows(plans, 0)
    assert (row.text, standings(row), row.plans) == (OWN, "raaa", 1)
    assert own_stretches(plans, 1) == ()


def test_a_part_of_a_longer_passage_counts_as_having_it() -> None:
    plans = plan_set(
        f"甲市规划\n{STREET}{ORCHARD}{FERRY}",
        f"乙市规划\n{STREET}{ORCHARD}{FERRY}",
        f"丙市规划\n{OWN}\n{ORCHARD}\n{THEIRS}",
    )
    rows = family_rows(plans, 2)
    (row,) = [row for row in rows if row.reference == 2]
    assert standings(row) == "vvr"
    for at in (0, 1):
        span = row.cells[at].span
        assert span is not None
        assert span.slice(plans.documents[at].text) == ORCHARD
    assert any("渡口" in one.text and standings(one) == "rva" for one in rows)


def test_plans_that_share_nothing_have_no_families() -> None:
    plans = plan_set(f"甲市规划\n{OWN}", f"乙市规划\n{THEIRS}", f"丙市规划\n{FERRY}")
    assert plans.families == ()
    assert family_rows(plans, 0) == ()
    assert best_sources(plans, 0) == ()
    assert plans.shares[0] == (None, 0.0, 0.0)


def test_matrix_tells_both_ways() -> None:
    plans = four_plans()
    matrix = plans.shares
    assert all(matrix[at][at] is None for at in range(4))
    matches = plans.pairs[1, 2].matches
    assert (matrix[1][2], matrix[2][1]) == (matches.left_share, matches.right_share)


def test_passages_between_turn_to_the_plan_asked_for() -> None:
    plans = four_plans()
    straight = plans.passages(1, 2)
    turned = plans.passages(2, 1)
    assert {(one.left, one.right) for one in straight} == {(one.right, one.left) for one in turned}
    assert [one.left for one in turned] == sorted(one.left for one in turned)
    assert plans.passages(0, 0) == ()


def test_each_place_goes_to_its_best_source_once() -> None:
    plans = four_plans()
    text = plans.documents[1].text
    found = {one.span.slice(text): one.source for one in best_sources(plans, 1)}
    street = next(source for words, source in found.items() if "渡口" in words)
    orchard = next(source for words, source in found.items() if "果园" in words)
    assert street in {0, 2}
    assert orchard in {2, 3}
    taken: set[int] = set()
    for one in best_sources(plans, 1):
        inside = set(range(one.span.start, one.span.end))
        assert not inside & taken
        taken |= inside


def test_a_close_source_wins_over_an_edited_one() -> None:
    plans = plan_set(
        f"甲市规划\n{STREET}", f"乙市规划\n{STREET_EDITED}", f"丙市规划\n{OWN}\n{STREET}"
    )
    (only,) = best_sources(plans, 0)
    assert only.source == 2
    assert only.span == Span(only.passage.left.start, only.passage.left.end)


def test_one_plan_alone() -> None:
    document: Document = make_document(f"甲市规划\n{OWN}")
    assert build_families([document], {}, {}) == ()
