"""Paragraphs into a 专栏 and out of one."""

from __future__ import annotations

import pytest

from plandraft.core.draft.box_edits import BoxChange, box_changes, box_edit
from plandraft.core.draft.boxes import forms_in_export
from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, DraftSection
from plandraft.core.draft.edits import apply_edit

LETTERS = {"-": BlockForm.TEXT, "t": BlockForm.BOX_TITLE, "i": BlockForm.BOX_TEXT}
NAMES = {form: letter for letter, form in LETTERS.items()}
MAKE, UNDO, LEAVE, JOIN = BoxChange


def draft_of(*texts: str, forms: str = "") -> Draft:
    blocks = tuple(
        DraftBlock(number, text, form=LETTERS[form])
        for number, (text, form) in enumerate(
            zip(texts, forms or "-" * len(texts), strict=True), start=1
        )
    )
    return Draft("t", "题", (), (DraftSection("s", 1, "节", blocks),), len(blocks) + 1)


def forms(draft: Draft) -> str:
    return "".join(NAMES[form] for form in forms_in_export(draft.sections[0].blocks))


def changed(draft: Draft, first: int, last: int, change: BoxChange) -> Draft:
    edit = box_edit(draft, "s", first, last, change)
    assert edit is not None
    after, back = apply_edit(draft, edit)
    assert apply_edit(after, back)[0] == draft
    return after


@pytest.mark.parametrize(
    ("before", "first", "last", "wanted"),
    [
        ("---", 0, 1, (MAKE,)),
        ("ti-", 0, 0, (UNDO,)),
        ("ti-", 1, 1, (UNDO, LEAVE)),
        ("tii", 1, 1, (UNDO,)),
        ("tii", 1, 2, (UNDO, LEAVE)),
        ("ti-", 2, 2, (MAKE, JOIN)),
        ("ti-", 1, 2, (MAKE, JOIN)),
        ("titi", 1, 1, (UNDO, LEAVE)),
        ("", 0, -1, ()),
    ],
)
def test_what_can_be_done(
    before: str, first: int, last: int, wanted: tuple[BoxChange, ...]
) -> None:
    assert box_changes([LETTERS[letter] for letter in before], first, last) == wanted


@pytest.mark.parametrize(
    ("before", "first", "last", "change", "after"),
    [
        ("---", 0, 1, MAKE, "ti-"),
        ("tii-", 1, 1, UNDO, "----"),
        ("titi", 2, 2, UNDO, "ti--"),
        ("tii-", 2, 2, LEAVE, "ti--"),
        ("ti--", 2, 3, JOIN, "tiii"),
        ("-ii-", 2, 2, UNDO, "----"),
    ],
)
def test_a_change_of_boxes(
    before: str, first: int, last: int, change: BoxChange, after: str
) -> None:
    draft = draft_of(*(f"第{n}段。" for n in range(len(before))), forms=before)
    assert forms(changed(draft, first, last, change)) == after


def test_what_cannot_be_done_is_no_edit() -> None:
    assert box_edit(draft_of("甲。"), "s", 0, 0, UNDO) is None


def test_a_box_that_was_typed_is_text_again_without_its_word() -> None:
    draft = draft_of("专栏2　工程", "1.网络。", "2.平台。", "后文。")
    assert forms(draft) == "tii-"
    after = changed(draft, 1, 1, UNDO)
    assert forms(after) == "----"
    assert [one.text for one in after.sections[0].blocks][:2] == ["工程", "1.网络。"]
    bare = changed(draft_of("专栏1", "1.网络。"), 0, 0, UNDO)
    assert [one.text for one in bare.sections[0].blocks] == ["1.网络。"]


def test_a_box_that_was_typed_keeps_its_rest() -> None:
    draft = draft_of("专栏2　工程", "1.网络。", "2.平台。", "后文。")
    after = changed(draft, 2, 2, LEAVE)
    assert forms(after) == "ti--"
    assert forms(changed(after, 2, 3, JOIN)) == "tiii"
