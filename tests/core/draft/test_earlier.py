"""An earlier state is shown beside the present one and comes back as one step."""

from __future__ import annotations

from dataclasses import replace

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.earlier import StateLine, edit_to, letters_of, state_lines
from plandraft.core.draft.edits import apply_edit

BEFORE = Draft(
    "small",
    "【城市】供水规划",
    (("城市", "云汀市"), ("部门", "")),
    (
        DraftSection("a", 1, "现状", (DraftBlock(1, "【城市】供水稳定。"), DraftBlock(2, " "))),
        DraftSection("b", 1, "任务", (DraftBlock(3, "建设水厂。"),)),
    ),
    4,
)


def test_lines_that_are_gone_are_marked() -> None:
    now = replace(
        BEFORE,
        sections=(
            replace(BEFORE.sections[1], blocks=(DraftBlock(3, "建设两座水厂。"),)),
            BEFORE.sections[0],
        ),
    )
    assert state_lines(BEFORE, now) == (
        StateLine("云汀市供水规划", 1, False),
        StateLine("一、现状", 2, False),
        StateLine("云汀市供水稳定。", 0, False),
        StateLine("二、任务", 2, False),
        StateLine("建设水厂。", 0, True),
    )
    assert letters_of(BEFORE) == len("云汀市供水稳定。建设水厂。")


def test_going_back_is_one_edit_and_can_be_undone() -> None:
    other = replace(
        BEFORE,
        title="别的题目",
        slots=(("城市", "松屿市"), ("部门", "水利局")),
        sections=(replace(BEFORE.sections[1], blocks=()),),
        next_block=9,
    )
    edit = edit_to(other, BEFORE)
    assert edit is not None
    back, again = apply_edit(other, edit)
    assert replace(back, next_block=BEFORE.next_block) == BEFORE
    assert apply_edit(back, again)[0] == other
    assert edit_to(back, BEFORE) is None


def test_a_slot_that_is_no_longer_there_is_left_out() -> None:
    other = replace(BEFORE, slots=(("部门", ""),))
    assert edit_to(other, BEFORE) is None
