"""Markdown is told from plain text by its headings and read without its marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.core.model.document import BlockKind
from plandraft.io.importers.base import read_document
from plandraft.io.importers.markdown_text import is_markdown, read_markdown
from plandraft.io.importers.text_reader import read_text

HEAD = "# 云汀市规划\n\n## 要求\n\n"

BODIES = {
    "lines of a paragraph": ("数字\n云汀\nand\nmore", ["数字云汀and more"]),
    "break in a paragraph": ("数字  \n云汀", ["数字\v云汀"]),
    "items": ("- 甲\n* 乙\n+ 丙\n  续", ["甲", "乙", "丙续"]),
    "numbered items": ("1. 甲\n2) 乙", ["1. 甲", "2) 乙"]),
    "table": ("| 指标 | 单位 |\n|:--|--:|\n| 基站 | 个 |", ["指标\t单位", "基站\t个"]),
    "strong, code, links": (
        "**数**字*云*汀 `x` [链接](http://a.invalid) ![图](a.png) <br/>\\*",
        ["数字云汀 x 链接  *"],
    ),
    "stars that are none": ("2 * 3 * 4 和 snake_case_name", ["2 * 3 * 4 和 snake_case_name"]),
    "quote and rule": ("> 引文\n\n---\n***\n后文", ["引文", "后文"]),
    "code": ("```\n# no heading\n```\n后文", ["# no heading", "后文"]),
    "underlined heading": ("总则\n====\n细则\n---\n文", ["总则", "细则", "文"]),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_marks(body: str, expected: list[str]) -> None:
    text = HEAD + body
    assert is_markdown(text)
    assert [line for line, _ in read_markdown(text).lines[2:]] == expected


def test_hints() -> None:
    reading = read_text(f"{HEAD}### 一\n- 甲\n\n|a|b|\n\n总则\n===\n".encode())
    assert reading.format == "md"
    assert [(hint.kind, hint.level) for hint in reading.hints] == [
        (None, 1),
        (None, 2),
        (None, 3),
        (BlockKind.LIST_ITEM, 0),
        (BlockKind.TABLE_ROW, 0),
        (None, 1),
    ]


def test_only_heading_of_the_first_level_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"---\nauthor: x\n---\n{HEAD}建设网络。", encoding="utf-8")
    document = read_document(path)
    assert (document.title, document.origin.format) == ("云汀市规划", "md")
    assert document.text == "云汀市规划\n要求\n建设网络。"


@pytest.mark.parametrize("text", ["# 一行\n正文", "#1 组\n#2 组", "规划\n\n一、要求\n- 甲"])
def test_plain_text(text: str) -> None:
    assert read_text(text.encode()).format == "txt"
