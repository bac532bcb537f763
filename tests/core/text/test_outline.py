"""Sections out of headings."""

from __future__ import annotations

import pytest
from tests.helpers.documents import make_document

from plandraft.core.text.outline import section_at, sections_of

DOCUMENT = make_document(
    """
    云汀市意见
    现提出意见。
    一、要求
    （一）思想
    坚持创新。
    （二）原则
    1.统筹。统一建设。
    二、保障
    抓好落实。
    云汀市人民政府
    2026年3月8日
    附件
    云汀市方案
    一、目标
    全面建成。
    """
)


def test_sections_nest() -> None:
    sections = sections_of(DOCUMENT)
    assert [(section.level, section.path) for section in sections] == [
        (1, ("一、要求",)),
        (2, ("一、要求", "（一）思想")),
        (2, ("一、要求", "（二）原则")),
        (1, ("二、保障",)),
        (1, ("一、目标",)),
    ]
    assert [DOCUMENT.blocks[section.heading].level for section in sections] == [1, 2, 2, 1, 1]


def test_sections_end_before_the_next_of_their_level() -> None:
    texts = [section.span.slice(DOCUMENT.text) for section in sections_of(DOCUMENT)]
    assert texts[0] == "一、要求\n（一）思想\n坚持创新。\n（二）原则\n1.统筹。统一建设。"
    assert texts[1] == "（一）思想\n坚持创新。"
    assert texts[3].endswith("附件")
    assert texts[4] == "一、目标\n全面建成。"


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("现提出", None),
        ("坚持", ("一、要求", "（一）思想")),
        ("统一建设", ("一、要求", "（二）原则")),
        ("抓好", ("二、保障",)),
        ("云汀市方案", None),
        ("全面", ("一、目标",)),
    ],
)
def test_section_at_is_the_deepest(words: str, path: tuple[str, ...] | None) -> None:
    section = section_at(sections_of(DOCUMENT), DOCUMENT.text.index(words))
    assert (section.path if section else None) == path


def test_text_without_headings_has_no_sections() -> None:
    assert sections_of(make_document("云汀市说明\n全面建成。")) == ()
    assert section_at((), 3) is None
