from __future__ import annotations

from plandraft.core.matching.background import build_background
from plandraft.core.matching.candidates import Run, find_runs, group_runs
from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.text.places import Gazetteer

_NOWHERE = Gazetteer()


def _runs(left: str, right: str, formulae: frozenset[str] = frozenset()) -> list[Run]:
    return find_runs(
        prepare_text(left, _NOWHERE, formulae), prepare_text(right, _NOWHERE, formulae)
    )


def test_runs_are_maximal_and_lead_to_both_sides() -> None:
    (run,) = _runs("梧桐山脚下的老码头", "去年梧桐山脚下的新码头")
    assert (run.left, run.right, run.length) == (0, 2, 6)


def test_a_rare_run_weighs_its_letters_and_a_formula_little() -> None:
    background = build_background(_NOWHERE, "# 注\n切实加强组织领导\n")
    (rare,) = _runs("切实加强组织领导", "切实加强组织领导")
    (formula,) = _runs("切实加强组织领导", "切实加强组织领导", background.formula_shingles)
    assert rare.weight == 8
    assert formula.weight < 1


def test_repetition_makes_a_run_cheap() -> None:
    phrase = "数字经济示范园"
    often = _runs("。甲".join([phrase] * 3), "。乙".join([phrase] * 3))
    once = _runs(phrase, phrase)
    assert max(run.weight for run in often) < once[0].weight / 2


def test_text_of_one_character_gives_no_flood_of_runs() -> None:
    assert _runs("甲" * 5000, "甲" * 4000) == []


def test_groups_hold_what_is_near_on_both_sides() -> None:
    near = [Run(0, 100, 10), Run(20, 80, 10)]
    far = Run(30, 400, 10)
    groups = group_runs([*near, far], gap=15)
    assert groups == [near, [far]]
