"""Own phrases and decisions act in a set of plans as they do in each pair of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.core.compare.test_families import (
    FERRY,
    ORCHARD,
    OWN,
    STREET,
    STREET_EDITED,
    THEIRS,
    four_plans,
    plan_set,
    row_with,
    standings,
)

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.decisions import Decision, Verdict, excluded_rows
from plandraft.core.compare.families import PassageFamily
from plandraft.core.compare.family_cells import CellFinder, FamilyCell, Standing
from plandraft.core.compare.family_rows import FamilyRow, family_rows, own_rows, quiet_rows
from plandraft.core.compare.family_wordings import wordings_of
from plandraft.core.compare.own_phrases import mark_own_wording, mark_pairs, with_formulae
from plandraft.core.compare.own_wording import OwnWording, Substitution
from plandraft.core.compare.pair_places import passage_at
from plandraft.core.compare.plan_sets import PlanSet, build_plan_set, set_phrases
from plandraft.core.compare.plan_sources import best_sources, own_stretches, quiet_places
from plandraft.core.compare.shares import shares_without
from plandraft.core.compare.similarity import Pair
from plandraft.core.matching.passages import PassageKind
from plandraft.core.model.spans import Span

KINDS = {
    PassageKind.IDENTICAL: Standing.VERBATIM,
    PassageKind.EDITED: Standing.EDITED,
    PassageKind.REORDERED: Standing.REORDERED,
}


def judged(
    plans: PlanSet,
    *phrases: str,
    decided: Mapping[Pair, Mapping[int, Decision]] | None = None,
    same: tuple[Substitution, ...] = (),
) -> PlanSet:
    """Return `plans` in the light of own phrases, substitutions and decisions."""
    pairs = mark_pairs(plans.pairs, OwnWording(phrases, same))
    return build_plan_set(plans.documents, pairs, decided)


def decide(plans: PlanSet, words: str, verdict: Verdict, *pairs: Pair) -> dict[Pair, dict]:  # type: ignore[type-arg]
    """Return one verdict about the passages with these words, in all pairs or in some."""
    decided: dict[Pair, dict[int, Decision]] = {}
    for pair, comparison in plans.pairs.items():
        for row in comparison.rows:
            asked = not pairs or pair in pairs
            if asked and words in row.passage.left.slice(comparison.left.text):
                decided.setdefault(pair, {})[row.number] = Decision(verdict)
    assert decided
    return decided


def texts(rows: tuple[FamilyRow, ...]) -> list[str]:
    """Return the first two letters of each row."""
    return [row.text[:2] for row in rows]


def test_what_is_marked_in_a_set_is_what_is_marked_in_its_pairs() -> None:
    plans = four_plans()
    wording = OwnWording((ORCHARD, "末班船推迟"), (Substitution("木质", "竹制"),))
    marked = mark_pairs(plans.pairs, wording)
    assert list(marked) == list(plans.pairs)
    assert any(one.own.rows for one in marked.values())
    for pair, comparison in plans.pairs.items():
        assert marked[pair].own == mark_own_wording(comparison, wording).own


def test_a_passage_of_own_phrases_is_no_family() -> None:
    plans = four_plans()
    found = judged(plans, ORCHARD)
    assert texts(family_rows(found, 0)) == ["渡口", "轮渡"]
    (quiet,) = quiet_rows(found, 0)
    assert (quiet.text, standings(quiet), quiet.quiet) == (ORCHARD, "arvv", True)
    assert all(cell.excluded for cell in quiet.cells[2:])
    assert found.excluded == 3
    assert quiet_rows(plans, 0) == ()


def test_shares_are_those_of_each_pair_without_what_does_not_count() -> None:
    found = judged(four_plans(), ORCHARD)
    for (left, right), comparison in found.pairs.items():
        excluded = excluded_rows(with_formulae(comparison))
        assert (found.shares[left][right], found.shares[right][left]) == shares_without(
            comparison, excluded
        )
    every = found.share_of_all(3, 2)
    assert found.shares[3][2] is not None
    assert found.shares[3][2] < every == four_plans().shares[3][2]
    assert found.shares[1][0] == four_plans().shares[1][0]


@pytest.mark.parametrize("verdict", [Verdict.NOT_REUSE, Verdict.FORMULA])
def test_what_is_decided_not_to_count_makes_no_family(verdict: Verdict) -> None:
    plans = four_plans()
    found = judged(plans, decided=decide(plans, "轮渡", verdict))
    assert texts(family_rows(found, 0)) == ["渡口", "北山"]
    assert texts(quiet_rows(found, 0)) == ["轮渡"]


def test_what_the_reader_accepts_counts_more_than_the_list() -> None:
    plans = four_plans()
    found = judged(plans, ORCHARD, decided=decide(plans, "北山", Verdict.ACCEPTED))
    assert texts(family_rows(found, 0)) == ["渡口", "北山", "轮渡"]
    assert found.quiet == ()


def test_a_family_stays_where_other_pairs_count() -> None:
    plans = four_plans()
    found = judged(plans, decided=decide(plans, "北山", Verdict.NOT_REUSE, (1, 2)))
    row = row_with(family_rows(found, 1), "北山")
    assert standings(row) == "arvv"
    assert [cell.excluded for cell in row.cells] == [False, False, True, False]
    assert found.quiet == (), "it stands inside the family that counts"


def test_a_part_that_is_only_a_phrase_does_not_belong() -> None:
    plans = plan_set(
        f"甲市规划\n{STREET}{ORCHARD}{FERRY}",
        f"乙市规划\n{STREET}{ORCHARD}{FERRY}",
        f"丙市规划\n{OWN}\n{ORCHARD}\n{THEIRS}",
    )
    assert "vvr" in {standings(row) for row in family_rows(plans, 2)}
    found = judged(plans, ORCHARD)
    (row,) = family_rows(found, 2)
    assert standings(row) == "rva"


def test_what_does_not_count_has_no_source_and_is_nobodys_own() -> None:
    plans = four_plans()
    found = judged(plans, ORCHARD, OWN)
    text = plans.documents[2].text
    sources = [one.span.slice(text) for one in best_sources(found, 2)]
    assert sources
    assert not any("北山" in one for one in sources)
    assert [span.slice(text) for span in quiet_places(found, 2)] == [ORCHARD]
    assert own_stretches(found, 0) == own_rows(found, 0) == (), "a phrase is nobody's"
    assert [one.text for one in own_rows(plans, 0)] == [OWN]
    decided = judged(plans, decided=decide(plans, "轮渡", Verdict.NOT_REUSE))
    assert not any("轮渡" in one.text for one in own_rows(decided, 3))


def test_set_phrases_are_those_of_the_comparisons() -> None:
    plans = four_plans()
    found = judged(plans, ORCHARD)
    text = plans.documents[3].text
    assert [span.slice(text) for span in set_phrases(found, 3).own] == [ORCHARD]
    assert set_phrases(found, 0).own == ()


def test_words_that_count_as_the_same_are_a_class_of_difference() -> None:
    plans = four_plans()
    found = judged(plans, same=(Substitution("木质", "竹制"),))
    row = row_with(family_rows(found, 0), "渡口")
    edited = next(one for one in wordings_of(found, row) if one.document == 1)
    classes = {one.change_class for one in edited.changes or ()}
    assert ChangeClass.SUBSTITUTE in classes
    before = next(one for one in wordings_of(plans, row) if one.document == 1)
    assert ChangeClass.SUBSTITUTE not in {one.change_class for one in before.changes or ()}


SETS = {
    "four plans": four_plans,
    "a part of a longer passage": lambda: plan_set(
        f"甲市规划\n{STREET}{ORCHARD}{FERRY}",
        f"乙市规划\n{STREET_EDITED}{ORCHARD}{FERRY}",
        f"丙市规划\n{OWN}\n{ORCHARD}\n{THEIRS}",
    ),
    "clauses in another order": lambda: plan_set(
        f"甲市规划\n{ORCHARD}\n{OWN}",
        "乙市规划\n山脚设置冷库和分拣线，北山果园引来滴灌管道，果农按手机上的墒情开关阀门。",
    ),
}


@pytest.mark.parametrize("case", SETS)
def test_a_cell_says_what_the_comparison_of_the_two_says(case: str) -> None:
    plans = SETS[case]()
    found = judged(plans, FERRY)
    seen = 0
    for mine in range(len(plans.documents)):
        for row in (*family_rows(found, mine), *quiet_rows(found, mine)):
            for at, cell in enumerate(row.cells):
                if at != row.reference and cell.standing is not Standing.ABSENT:
                    seen += 1
                    check(found, row.reference, at, cell)
    assert seen


def check(plans: PlanSet, reference: int, other: int, cell: FamilyCell) -> None:
    """Compare a cell with the passage that its place leads to, from the side of `reference`."""
    pair = (min(reference, other), max(reference, other))
    comparison = plans.pairs[pair]
    sides = [(row.passage.left, row.passage.right) for row in comparison.rows]
    if pair[0] != reference:
        sides = [(right, left) for left, right in sides]
    assert cell.place is not None
    landed = passage_at(sides, *cell.place)
    assert landed is not None
    row = comparison.rows[landed]
    assert (cell.standing, cell.similarity) == (KINDS[row.passage.kind], row.passage.similarity)
    assert cell.excluded == (row.number in comparison.own.rows)


def test_a_part_says_so_and_how_alike_it_is_by_itself() -> None:
    found = SETS["a part of a longer passage"]()
    row = next(row for row in family_rows(found, 2) if row.reference == 2)
    whole = family_rows(found, 0)[0]
    assert [cell.part for cell in row.cells] == [False, False, False]
    assert [cell.part for cell in whole.cells] == [False, False, False]
    part = next(one for one in family_rows(found, 0) if one.text == ORCHARD)
    assert [cell.part for cell in part.cells] == [False, True, False]
    assert part.cells[1].standing is Standing.EDITED
    assert part.cells[1].here == 1.0 > part.cells[1].similarity


def test_plans_that_only_others_join_are_told_apart() -> None:
    plans = four_plans()
    pairs = {pair: one for pair, one in plans.pairs.items() if pair != (1, 3)}
    found = build_plan_set(plans.documents, pairs)
    row = row_with(family_rows(found, 1), "北山")
    assert [cell.standing for cell in row.cells[2:]] == [Standing.VERBATIM, Standing.INDIRECT]
    assert row.cells[3].similarity == 1.0
    assert row.closest == 2, "what was found between the two counts more"


def test_a_passage_that_only_touches_a_place_says_nothing_of_it() -> None:
    plans = four_plans()
    passage = plans.pairs[0, 2].rows[0].passage

    def cell(before: int, behind: int) -> FamilyCell:
        """Return the cell of a place that begins before the end of a passage and ends behind it."""
        sides = passage.left, passage.right
        own, theirs = (Span(side.end - before, side.end + behind) for side in sides)
        family = PassageFamily((own, None, theirs, None), {})
        return CellFinder(plans).cell(family, 0, 2)

    assert cell(4, 24).standing is Standing.INDIRECT
    assert cell(24, 4).standing is Standing.VERBATIM
