"""Chapters move and go with what stands below them."""

from __future__ import annotations

import pytest

from plandraft.core.draft.draft import Draft, DraftSection
from plandraft.core.draft.edits import apply_edit
from plandraft.core.draft.section_edits import (
    addition_edit,
    move_edit,
    removal_edit,
    sections_below,
)

# The digit is the level: before all, two chapters with sections, one of which holds others.
ORDER = "p0 a1 a2 b2 c1 d2 e3 f3 g2 h1"


def draft(order: str = ORDER) -> Draft:
    sections = tuple(DraftSection(one, int(one[1]), one) for one in order.split())
    return Draft("small", "标题", (), sections)


def order(of: Draft) -> str:
    return " ".join(section.id for section in of.sections)


@pytest.mark.parametrize(
    ("section", "direction", "after"),
    [
        ("c1", -1, "p0 c1 d2 e3 f3 g2 a1 a2 b2 h1"),
        ("a1", 1, "p0 c1 d2 e3 f3 g2 a1 a2 b2 h1"),
        ("c1", 1, "p0 a1 a2 b2 h1 c1 d2 e3 f3 g2"),
        ("h1", -1, "p0 a1 a2 b2 h1 c1 d2 e3 f3 g2"),
        ("g2", -1, "p0 a1 a2 b2 c1 g2 d2 e3 f3 h1"),
        ("d2", 1, "p0 a1 a2 b2 c1 g2 d2 e3 f3 h1"),
        ("f3", -1, "p0 a1 a2 b2 c1 d2 f3 e3 g2 h1"),
        ("b2", 1, "p0 a1 a2 c1 b2 d2 e3 f3 g2 h1"),
        ("d2", -1, "p0 a1 a2 b2 d2 e3 f3 c1 g2 h1"),
        ("g2", 1, "p0 a1 a2 b2 c1 d2 e3 f3 h1 g2"),
        ("a1", -1, None),
        ("a2", -1, None),
        ("h1", 1, None),
        ("p0", 1, None),
    ],
)
def test_a_move_takes_all_that_is_below_along(
    section: str, direction: int, after: str | None
) -> None:
    before = draft()
    edit = move_edit(before, section, direction)
    if after is None:
        assert edit is None
        return
    assert edit is not None
    moved, back = apply_edit(before, edit)
    assert order(moved) == after
    assert apply_edit(moved, back)[0] == before


def test_a_removal_takes_all_that_is_below_along() -> None:
    before = draft()
    assert [one.id for one in sections_below(before, "c1")] == ["d2", "e3", "f3", "g2"]
    assert sections_below(before, "p0") == ()
    edit = removal_edit(before, "c1")
    assert edit is not None
    gone, back = apply_edit(before, edit)
    assert order(gone) == "p0 a1 a2 b2 h1"
    assert apply_edit(gone, back)[0] == before


@pytest.mark.parametrize(
    ("section", "after", "level"),
    [
        ("c1", "p0 a1 a2 b2 c1 d2 e3 f3 g2 own.1 h1", 1),
        ("d2", "p0 a1 a2 b2 c1 d2 e3 f3 own.1 g2 h1", 2),
        ("p0", "p0 own.1 a1 a2 b2 c1 d2 e3 f3 g2 h1", 1),
    ],
)
def test_a_new_section_leaves_those_below_to_their_heading(
    section: str, after: str, level: int
) -> None:
    edit = addition_edit(draft(), section, "新的一节")
    assert order(apply_edit(draft(), edit)[0]) == after
    assert edit.section.level == level


def test_the_last_is_not_removed() -> None:
    assert removal_edit(draft("a1 b2"), "a1") is None
    assert removal_edit(draft("a1 b2"), "b2") is not None
