from __future__ import annotations

from plandraft.core.matching.background import build_background
from plandraft.core.matching.candidates import find_groups, find_runs, group_runs
from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.matching.runs import Run
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
    assert formula.weight < rare.weight / 5


def test_repetition_makes_a_run_cheap() -> None:
    phrase = "数字经济示范园区内"
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


def test_a_passage_pasted_several_times_is_paired_with_each_copy() -> None:
    passage = "梧桐山脚下的老码头改作游船驿站"
    left = "。".join(f"{passage}{one}" for one in "甲乙丙")
    right = "。".join(f"{passage}{one}" for one in "子丑寅卯")
    whole = [run for run in _runs(left, right) if run.length == len(passage)]
    assert len(whole) == 12


def test_a_phrase_of_the_field_that_comes_again_and_again_is_no_seed() -> None:
    left = "。".join(f"{one}推进信息化{one}" for one in "甲乙丙丁")
    right = "。".join(f"{one}加快信息化{one}" for one in "子丑寅卯")
    assert _runs(left, right) == []


def test_groups_that_weigh_too_little_are_left_out() -> None:
    heavy, light = "梧桐山脚下的老码头", "河埠头设"
    left = prepare_text(f"{heavy}{'春夏秋冬' * 3}{light}", _NOWHERE)
    right = prepare_text(f"{light}{'东南西北' * 3}{heavy}", _NOWHERE)
    assert [len(group) for group in find_groups(left, right, gap=1, least=0.0)] == [1, 1]
    ((run,),) = find_groups(left, right, gap=1, least=9.0)
    assert (run.left, run.length, run.weight) == (0, 9, 9.0)
