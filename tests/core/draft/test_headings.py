from __future__ import annotations

import pytest

from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.draft.edits import InsertBlock, apply_edit
from plandraft.core.draft.headings import (
    chinese_number,
    empty_optional_sections,
    heading_label,
    heading_level_of_line,
    number_headings,
)
from plandraft.core.draft.template import DraftTemplate


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_chinese_number(number: int, written: str) -> None:
    assert chinese_number(number) == written


@pytest.mark.parametrize("number", [0, 100, -1])
def test_chinese_number_has_a_range(number: int) -> None:
    with pytest.raises(ValueError, match="no heading number"):
        chinese_number(number)


@pytest.mark.parametrize(
    ("level", "label"), [(0, ""), (1, "三、"), (2, "（三）"), (3, "3."), (4, "（3）")]
)
def test_heading_label(level: int, label: str) -> None:
    assert heading_label(level, 3) == label


def test_numbers_count_on_each_level(draft: Draft) -> None:
    assert number_headings(draft) == (
        "", "一、", "（一）", "（二）", "（三）", "二、", "（一）", "三、", "附件1", "附件2",
    )  # fmt: skip


def test_sections_left_out_are_not_counted(draft: Draft, template: DraftTemplate) -> None:
    filled, _ = apply_edit(draft, InsertBlock("annex.words", 0, DraftBlock(50, "云：……")))
    left_out = empty_optional_sections(filled, template)
    assert left_out == {"tasks.rural", "vision", "vision.far", "annex.table"}
    assert number_headings(filled, left_out) == (
        "", "一、", "（一）", "", "（二）", "", "", "二、", "", "附件",
    )  # fmt: skip


def test_an_optional_section_with_text_below_it_stays(
    draft: Draft, template: DraftTemplate
) -> None:
    filled, _ = apply_edit(draft, InsertBlock("vision.far", 0, DraftBlock(50, "展望。")))
    assert "vision" not in empty_optional_sections(filled, template)
    blank, _ = apply_edit(draft, InsertBlock("vision.far", 0, DraftBlock(50, " \n　")))
    assert "vision" in empty_optional_sections(blank, template)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、发展基础", 1),
        ("（十二）健全机制", 2),
        ("3.建设网络", 3),
        ("（4）农村网络", 4),
        ("3.5万户", 0),
        ("1.统筹规划。加强设计。", 0),
        ("（一）", 0),
        ("发展基础", 0),
        ("一、" + "长" * 40, 0),
    ],
)
def test_heading_level_of_line(line: str, level: int) -> None:
    assert heading_level_of_line(line) == level


def test_more_than_99_headings_have_numbers() -> None:
    assert heading_label(1, 100) == "一百、"
    assert heading_label(2, 101) == "（一百零一）"
    assert heading_label(1, 20) == "二十、"
