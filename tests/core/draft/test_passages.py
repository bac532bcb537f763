"""Headings and boxes of a passage find their place in the section it goes to."""

from __future__ import annotations

import pytest

from plandraft.core.draft.draft import (
    BlockForm,
    Draft,
    DraftBlock,
    DraftSection,
    Provenance,
)
from plandraft.core.draft.edits import add_passage, apply_edit
from plandraft.core.draft.headings import number_headings
from plandraft.core.model.spans import Span

FILE_START = 1000


def source(text: str, section: str = "二、总体要求 / （一）指导思想") -> Provenance:
    span = Span(FILE_START, FILE_START + len(text))
    return Provenance("澄浦市规划", "澄浦", "/p.docx", "c" * 64, section, span, text)


def draft_with(*there: str) -> Draft:
    """Return a draft whose section "goals.principles" holds the paragraphs `there`."""
    blocks = tuple(DraftBlock(number, text) for number, text in enumerate(there, start=1))
    return Draft(
        "small",
        "规划",
        (("城市", "云汀市"),),
        (
            DraftSection("preface", 0, "前言"),
            DraftSection("goals", 1, "总体要求"),
            DraftSection("goals.guiding", 2, "指导思想"),
            DraftSection("goals.principles", 2, "基本原则", blocks),
            DraftSection("goals.targets", 2, "发展目标"),
            DraftSection("tasks", 1, "【城市】主要任务"),
        ),
        next_block=50,
    )


def added(
    text: str, goal: str = "goals.principles", *there: str, index: int | None = None
) -> list[str]:
    after, _ = add_passage(draft_with(*there), goal, text, source(text), index)
    return [b.text for s in after.sections if s.id == goal for b in s.blocks]


CASES = {
    "a heading that says the section's own goes": (
        "（二）基本原则\n坚持统筹。\n坚持创新。", ["坚持统筹。", "坚持创新。"]),
    "its number and marks do not matter": ("2、基本原则：\n坚持统筹。", ["坚持统筹。"]),
    "the headings right above it go with it": (
        "二、总体要求\n（二）基本原则\n坚持统筹。", ["坚持统筹。"]),
    "chapters and sections too": (
        "第二章 总体要求\n第二节 基本原则\n坚持统筹。", ["坚持统筹。"]),
    "in the middle": (
        "以数据为要素。\n（二）基本原则\n坚持统筹。", ["以数据为要素。", "坚持统筹。"]),
    "run in with its text": ("（二）基本原则。坚持统筹，分步实施。", ["坚持统筹，分步实施。"]),
    "without a number": ("基本原则\n坚持统筹。", ["坚持统筹。"]),
    "the name of another section at the end": (
        "（二）基本原则\n坚持统筹。\n（三）发展目标", ["坚持统筹。"]),
    "others become headings below the section's": (
        "（一）统筹推进\n协调各方。\n（二）创新驱动\n先行先试。",
        ["1.统筹推进", "协调各方。", "2.创新驱动", "先行先试。"]),
    "nested ones keep their order": (
        "三、建设任务\n（一）网络\n1.骨干网络\n扩容。\n2.无线网络\n补盲。\n（二）平台\n整合。",
        ["1.建设任务", "（1）网络", "（2）骨干网络", "扩容。", "（3）无线网络", "补盲。",
         "（4）平台", "整合。"]),
    "below a dropped one they begin below the section": (
        "（二）基本原则\n1.统筹推进\n协调。\n2.创新驱动\n先行。",
        ["1.统筹推进", "协调。", "2.创新驱动", "先行。"]),
    "items with their text are numbered too": (
        "（三）坚持统筹。协调各方。\n（四）坚持创新。先行先试。",
        ["1.坚持统筹。协调各方。", "2.坚持创新。先行先试。"]),
    "a list keeps its marks": (
        "包括：\n（1）甲项目；\n（2）乙项目。", ["包括：", "（1）甲项目；", "（2）乙项目。"]),
    "sayings are no labels": ("一是统筹。\n二是创新。", ["一是统筹。", "二是创新。"]),
    "a heading alone stays": ("（二）基本原则", ["（二）基本原则"]),
    "numbers in a sentence stay": ("5.8亿元用于建设。", ["5.8亿元用于建设。"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES.keys())
def test_headings_of_a_passage(text: str, wanted: list[str]) -> None:
    assert added(text) == wanted


def test_levels_follow_the_section() -> None:
    text = "（一）网络\n1.骨干\n扩容。"
    assert added(text, "tasks") == ["（一）网络", "1.骨干", "扩容。"]
    assert added(text, "goals") == ["（一）网络", "1.骨干", "扩容。"]
    assert added("一、网络\n扩容。", "preface") == ["（一）网络", "扩容。"]
    after, _ = add_passage(draft_with(), "goals", text, source(text))
    # The parts of the section count on behind the headings in its text.
    assert number_headings(after)[1:5] == ("一、", "（二）", "（三）", "（四）")


def test_a_filled_slot_in_the_sections_title_is_known() -> None:
    assert added("三、云汀市主要任务\n建设。", "tasks") == ["建设。"]


def test_numbers_go_on_from_what_stands_there() -> None:
    there = ("1.统筹推进", "协调各方。")
    assert added("（三）安全可控\n守住底线。", "goals.principles", *there)[2:] == [
        "2.安全可控", "守住底线。",
    ]  # fmt: skip
    assert added("3.安全。守住底线。", "goals.principles", "1.统筹。协调。")[1:] == [
        "2.安全。守住底线。"
    ]


def test_numbers_behind_the_place_follow_on() -> None:
    there = ("1.甲", "甲文。", "2.乙", "乙文。", "3.丙")
    found = added("（一）新\n新文。", "goals.principles", *there, index=2)
    assert found == ["1.甲", "甲文。", "2.新", "新文。", "3.乙", "乙文。", "4.丙"]
    assert added("1.新\n新文。", "goals.principles", *there, index=0)[2::2] == [
        "2.甲",
        "3.乙",
        "4.丙",
    ]
    kept = added("1.新\n新文。", "goals.principles", "包括：", "1.甲；2.乙。", index=0)
    assert kept[2:] == ["包括：", "1.甲；2.乙。"]


def test_it_leads_back() -> None:
    before = draft_with("1.甲", "2.乙")
    text = "（二）基本原则\n1.新\n新文。"
    after, back = add_passage(before, "goals.principles", text, source(text), 1)
    again, _ = apply_edit(after, back)
    assert again.sections == before.sections


def test_each_part_remembers_its_own_piece_of_the_source() -> None:
    text = "主线是数据。\n（二）基本原则\n1.统筹推进\n协调各方。\n（三）其他。尾段。"
    after, _ = add_passage(draft_with(), "goals.principles", text, source(text))
    parts = [b for s in after.sections for b in s.blocks]
    assert [b.text for b in parts] == ["主线是数据。", "1.统筹推进", "协调各方。", "2.其他。尾段。"]
    for block in parts:
        own = block.provenance
        assert own is not None
        start = own.span.start - FILE_START
        assert text[start : start + own.span.length] == own.text
    assert [b.provenance.section for b in parts if b.provenance] == [
        "二、总体要求 / （一）指导思想",
        "二、总体要求 / （二）基本原则 / 1.统筹推进",
        "二、总体要求 / （二）基本原则 / 1.统筹推进",
        "二、总体要求",
    ]


def test_an_edited_passage_remembers_the_whole_source() -> None:
    whole = source("原文甲。\n原文乙。")
    after, _ = add_passage(draft_with(), "goals.principles", "（二）基本原则\n改文。", whole)
    (block,) = [b for s in after.sections for b in s.blocks]
    assert (block.text, block.provenance) == ("改文。", whole)


def test_a_box_in_a_passage_is_a_box_of_the_draft() -> None:
    text = "推进工程。\n专栏2　重点工程\n1.网络工程\n扩容。\n2.平台工程。整合。\n各地落实。"
    text += "\n（二）其他"
    after, _ = add_passage(draft_with(), "goals.principles", text, source(text))
    found = [(b.form, b.text) for s in after.sections for b in s.blocks]
    assert found == [
        (BlockForm.TEXT, "推进工程。"),
        (BlockForm.BOX_TITLE, "专栏2　重点工程"),
        (BlockForm.BOX_TEXT, "1.网络工程"),
        (BlockForm.BOX_TEXT, "扩容。"),
        (BlockForm.BOX_TEXT, "2.平台工程。整合。"),
        (BlockForm.TEXT, "各地落实。"),
        (BlockForm.TEXT, "1.其他"),
    ]


def sections_after(text: str, goal: str, *there: str) -> dict[str, list[str]]:
    after, back = add_passage(draft_with(*there), goal, text, source(text))
    again, _ = apply_edit(after, back)
    assert again.sections == draft_with(*there).sections
    return {s.id: [b.text for b in s.blocks] for s in after.sections if s.blocks}


def test_a_passage_that_runs_into_the_next_section_goes_on_there() -> None:
    text = "以数据为主线。\n（二）基本原则\n（1）统筹。各方协同。\n（三）发展目标\n到2030年翻番。"
    assert sections_after(text, "goals.guiding", "1.原有。旧文。") == {
        "goals.guiding": ["以数据为主线。"],
        "goals.principles": ["1.原有。旧文。", "（1）统筹。各方协同。"],
        "goals.targets": ["到2030年翻番。"],
    }


def test_a_passage_that_begins_with_another_heading_stays_where_it_was_put() -> None:
    text = "（三）发展目标\n到2030年翻番。"
    assert sections_after(text, "goals.guiding") == {
        "goals.guiding": ["1.发展目标", "到2030年翻番。"]
    }


def test_sections_of_other_chapters_are_not_reached() -> None:
    text = "建设网络。\n（二）基本原则\n统筹。"
    assert sections_after(text, "tasks") == {"tasks": ["建设网络。", "（一）基本原则", "统筹。"]}


def test_the_own_heading_leads_back() -> None:
    text = "甲。\n（二）发展目标\n乙。\n（三）指导思想\n丙。"
    assert sections_after(text, "goals.guiding") == {
        "goals.guiding": ["甲。", "丙。"],
        "goals.targets": ["乙。"],
    }
