"""Undo and redo of drafts."""

from __future__ import annotations

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.edits import InsertBlock, RemoveBlock, ReplaceText, SetTitle
from plandraft.ui.draft.history import PAUSE_SECONDS, History

DRAFT = Draft(
    "t", "标题", (), (DraftSection("s", 1, "概况", (DraftBlock(1, "甲"), DraftBlock(2, "乙"))),), 3
)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.sections[0].blocks]


def test_typing_in_a_paragraph_is_one_step() -> None:
    history = History(DRAFT, Clock())
    for text in ("甲1", "甲12", "甲123"):
        history.apply(ReplaceText(1, text))
    assert texts(history.undo()) == ["甲", "乙"]
    assert not history.can_undo
    assert texts(history.redo()) == ["甲123", "乙"]


def test_a_pause_another_paragraph_or_a_seal_begin_a_step() -> None:
    clock = Clock()
    history = History(DRAFT, clock)
    history.apply(ReplaceText(1, "甲1"))
    clock.now += PAUSE_SECONDS
    history.apply(ReplaceText(1, "甲12"))
    history.apply(ReplaceText(2, "乙1"))
    history.seal()
    history.apply(ReplaceText(2, "乙12"))
    seen = []
    while history.can_undo:
        seen.append(texts(history.undo()))
    assert seen == [["甲12", "乙1"], ["甲12", "乙"], ["甲1", "乙"], ["甲", "乙"]]


def test_a_split_is_not_typing() -> None:
    history = History(DRAFT, Clock())
    history.apply(ReplaceText(1, "甲1"))
    history.apply(InsertBlock("s", 1, DraftBlock(3, "丙")))
    history.apply(ReplaceText(1, "甲12"))
    assert texts(history.undo()) == ["甲1", "丙", "乙"]
    assert texts(history.undo()) == ["甲1", "乙"]
    assert texts(history.undo()) == ["甲", "乙"]


def test_a_new_edit_forgets_what_was_undone() -> None:
    history = History(DRAFT, Clock())
    history.apply(SetTitle("一"))
    history.undo()
    history.apply(RemoveBlock(1))
    assert not history.can_redo
    assert history.redo().title == "标题"


def test_typing_after_undo_is_its_own_step() -> None:
    history = History(DRAFT, Clock())
    history.apply(ReplaceText(1, "甲1"))
    history.apply(ReplaceText(2, "乙1"))
    history.undo()
    history.apply(ReplaceText(1, "甲2"))
    assert texts(history.undo()) == ["甲1", "乙"]


def test_nothing_to_undo_changes_nothing() -> None:
    history = History(DRAFT, Clock())
    assert history.undo() is DRAFT
    assert history.redo() is DRAFT
