"""Which lines are a 专栏 or the caption of a table, and their numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plandraft.core.draft.boxes import (
    Box,
    box_caption,
    box_numbers,
    forms_of_lines,
    is_box_title,
    is_table_caption,
    outside_boxes,
    split_boxes,
    table_caption,
)
from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.edits import SetForm, add_passage, apply_edit
from plandraft.core.draft.serialize import draft_from_data, draft_to_data
from plandraft.core.model.errors import PlanError
from plandraft.core.model.spans import Span

TEXT, TITLE, INSIDE = BlockForm.TEXT, BlockForm.BOX_TITLE, BlockForm.BOX_TEXT


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("专栏1　重大工程", True),
        ("专栏 1：数字基础设施工程", True),
        ("专栏三 主要指标", True),
        ("专栏　六大工程一览", True),
        ("专栏1", True),
        ("专栏晒进度、收建议", False),
        ("专栏1公布进度。每月更新。", False),
        ("开设专栏1 重大工程", False),
        ("专栏1\t甲\t乙", False),
    ],
)
def test_heads_of_boxes(line: str, *, wanted: bool) -> None:
    assert is_box_title(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("表1　主要指标", True),
        ("表 2-1 投资计划", True),
        ("表：主要指标", True),
        ("表3", True),
        ("表现突出", False),
        ("表1所列指标，各地要完成。", False),
        ("表\t值", False),
    ],
)
def test_captions_of_tables(line: str, *, wanted: bool) -> None:
    assert is_table_caption(line) is wanted


def test_captions_are_numbered_anew() -> None:
    assert box_caption("专栏7：重大工程", 2) == "专栏2　重大工程"
    assert box_caption("专栏7　重大工程", 0) == "专栏　重大工程"
    assert box_caption("专栏　六大工程一览", 2) == "专栏2　六大工程一览"
    assert box_caption("专栏三 工程", 1) == "专栏1　工程"
    assert box_caption("重大工程", 1) == "专栏1　重大工程"
    assert box_caption("专栏 2026年工程", 1) == "专栏1　2026年工程"
    assert table_caption("表2-1 指标", 3) == "表3　指标"
    assert table_caption("表1", 1) == "表1"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["专栏1 甲", "全文。", "（二）下一节", "文。"], [TITLE, INSIDE, TEXT, TEXT]),
        (["专栏1 甲", "引言：", "1.子。文。", "2.丑。文。", "后文。"],
         [TITLE, INSIDE, INSIDE, INSIDE, TEXT]),
        (["专栏1 甲", "指标\t值", "人口\t3"], [TITLE, INSIDE, INSIDE]),
        (["专栏1 甲", "1.子。", "专栏2 乙", "1.丑。"], [TITLE, INSIDE, TITLE, INSIDE]),
        (["专栏1 甲", "●子工程。", "——丑工程。"], [TITLE, INSIDE, INSIDE]),
        (["无专栏。", "1.子。"], [TEXT, TEXT]),
        (["专栏1 甲"], [TITLE]),
    ],
)  # fmt: skip
def test_a_box_runs_over_its_items(lines: list[str], wanted: list[BlockForm]) -> None:
    assert forms_of_lines(lines) == wanted


def block(number: int, form: BlockForm = TEXT) -> DraftBlock:
    return DraftBlock(number, f"文{number}", form=form)


def test_boxes_between_the_text() -> None:
    blocks = (
        block(1), block(2, TITLE), block(3, INSIDE), block(4), block(5, INSIDE), block(6),
        block(7, TITLE), block(8, TITLE), block(9, INSIDE), block(10), block(11, INSIDE),
    )  # fmt: skip
    found = [
        (one.title.id if one.title else None, [b.id for b in one.text])
        if isinstance(one, Box)
        else [b.id for b in one]
        for one in split_boxes(blocks)
    ]
    assert found == [[1], (2, [3, 4, 5]), [6], (7, []), (8, [9, 10, 11])]
    (headless,) = split_boxes((block(1, INSIDE),))
    assert headless == Box(None, (block(1, INSIDE),))


def draft_of(*blocks: DraftBlock) -> Draft:
    return Draft("t", "规划", (), (DraftSection("a", 1, "甲", blocks),), next_block=20)


def test_one_box_has_no_number() -> None:
    assert box_numbers(draft_of(block(1, TITLE), block(2, INSIDE))) == {1: 0}
    assert box_numbers(draft_of(block(1, TITLE), block(2), block(3, TITLE))) == {1: 1, 3: 2}
    assert box_numbers(draft_of(block(1, TITLE)), frozenset({"a"})) == {}


def test_an_unknown_block_has_no_form() -> None:
    with pytest.raises(KeyError):
        apply_edit(draft_of(block(1)), SetForm(99, INSIDE))


def test_the_form_is_kept_in_the_file() -> None:
    draft = draft_of(block(1, TITLE), block(2, INSIDE), block(3))
    data = draft_to_data(draft)
    assert draft_from_data(data) == draft
    assert "form" not in data["sections"][0]["blocks"][2]
    data["sections"][0]["blocks"][0]["form"] = "circle"
    with pytest.raises(PlanError):
        draft_from_data(data)
    assert replace(draft, sections=()) != draft


def typed(*texts: str) -> tuple[DraftBlock, ...]:
    return tuple(DraftBlock(number, text) for number, text in enumerate(texts, start=1))


def test_a_typed_head_opens_a_box() -> None:
    blocks = typed(
        "前文。", "专栏1 工程", "1.网络。", "2.平台。", "后文。", "专栏晒进度。", "专栏2\n行"
    )
    parts = list(split_boxes(blocks))
    assert parts[0] == blocks[:1]
    assert parts[1] == Box(blocks[1], blocks[2:4])
    assert parts[2] == blocks[4:]
    assert [one.id for one in outside_boxes(blocks)] == [1, 5, 6, 7]
    assert box_numbers(draft_of(*blocks)) == {2: 0}


def test_items_of_a_box_are_not_counted_with_the_headings() -> None:
    there = typed("专栏1 工程", "1.网络。", "2.平台。", "后文。")
    source = Provenance("甲", "", "/a", "a" * 64, "", Span(0, 8), "（一）新\n新文。")
    after, _ = add_passage(draft_of(*there), "a", source.text, source)
    assert [one.text for one in after.sections[0].blocks[4:]] == ["（一）新", "新文。"]
    below, _ = add_passage(
        Draft("t", "规划", (), (DraftSection("a", 2, "甲", there),), 20), "a", source.text, source
    )
    assert [one.text for one in below.sections[0].blocks[4:]] == ["1.新", "新文。"]
