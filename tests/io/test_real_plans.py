"""The structure of the real plans beside the checkout, as a careful reader marks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.core.model.document import BlockKind, Document, WarningCode
from plandraft.core.text.outline import section_at, sections_of
from plandraft.io.importers.base import read_document

NAMES = ("000", "001", "002", "003", "004")
PRIVATE = {chr(code) for code in range(0xE000, 0xF900)}


def plan(shared: Path, name: str) -> Document:
    (path,) = (shared / "plans").glob(f"{name}_*.txt")
    return read_document(path)


def bare(text: str) -> str:
    return "".join(one for one in text if not one.isspace() and one not in PRIVATE)


def numbers(document: Document, kind: BlockKind, level: int) -> list[str]:
    return [block.number for block in document.blocks if (block.kind, block.level) == (kind, level)]


def chapter_sizes(document: Document) -> list[int]:
    """Count the （一）… headings below each heading of level 1."""
    sizes: list[int] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            sizes.append(0)
        elif block.kind is BlockKind.HEADING and block.level == 2:
            sizes[-1] += 1
    return sizes


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_layout_changes(shared: Path, name: str) -> None:
    (path,) = (shared / "plans").glob(f"{name}_*.txt")
    source = path.read_bytes().decode("utf-8")
    document = read_document(path)
    assert bare(document.text) == bare(source)
    for block in document.blocks:
        origin = document.source_map.span_to_source(block.span)
        assert origin.slice(source) == document.block_text(block)


@pytest.mark.parametrize("name", NAMES)
def test_no_block_holds_a_break(shared: Path, name: str) -> None:
    document = plan(shared, name)
    assert not any(
        mark in document.block_text(block)
        for block in document.blocks
        for mark in ("\n", "\u3000\u3000", "\u00a0\u00a0", "\ue003", "\ue004")
    )


def test_full_plan_of_the_first_city(shared: Path) -> None:
    document = plan(shared, "001")
    assert chapter_sizes(document) == [2, 3, 8, 9, 5]
    assert numbers(document, BlockKind.HEADING, 1) == list("一二三四五")
    section = section_at(sections_of(document), document.text.index("1.统筹规划"))
    assert section is not None
    items = [
        block
        for block in document.blocks
        if section.span.contains(block.span.start) and block.kind is BlockKind.LIST_ITEM
    ]
    assert [(item.level, item.number) for item in items] == [(3, str(n)) for n in range(1, 6)]
    assert document.place == "聊城"
    ordinals = [block.number for block in document.blocks if block.number.startswith("第")]
    assert ordinals == ["第一", "第二", "第三", "第四", "第五"]
    assert document.warnings[0].code is WarningCode.RUN_IN_TEXT


def test_short_plan_begins_as_the_full_one(shared: Path) -> None:
    short, full = (
        [document.block_text(block) for block in document.blocks if block.kind is BlockKind.HEADING]
        for document in (plan(shared, "000"), plan(shared, "001"))
    )
    assert short
    assert short == full[: len(short)]


def test_opinions_with_their_annex(shared: Path) -> None:
    document = plan(shared, "002")
    assert numbers(document, BlockKind.HEADING, 1) == ["一", "二", "三", "四", "一", "二", "三"]
    assert chapter_sizes(document) == [0, 2, 0, 0, 7, 0, 0]
    kinds = [block.kind for block in document.blocks]
    assert kinds.count(BlockKind.TITLE) == 3
    signed = kinds.index(BlockKind.SIGNATURE)
    assert kinds[signed + 1] is BlockKind.DATE
    assert kinds[signed + 3] is BlockKind.TITLE
    assert len(document.title) == 21
    assert numbers(document, BlockKind.HEADING, 3) == []
    assert len(numbers(document, BlockKind.LIST_ITEM, 3)) == 3 + 9 + 26 + 7
    marks = {warning.code: warning.count for warning in document.warnings}
    assert marks[WarningCode.PRIVATE_USE_MARKS] == 82
    assert document.place == "莱芜"


def test_news_with_full_stops_for_all_marks(shared: Path) -> None:
    document = plan(shared, "003")
    codes = {warning.code for warning in document.warnings}
    assert WarningCode.FULL_STOPS_FOR_ALL_MARKS in codes
    assert {WarningCode.LOST_PERCENT_SIGNS, WarningCode.LOST_TITLES} <= codes
    assert document.blocks[0].kind is BlockKind.TITLE
    assert numbers(document, BlockKind.HEADING, 1) == list("一二四五六七八九十三")


def test_run_in_plan_with_glued_headings(shared: Path) -> None:
    document = plan(shared, "004")
    assert numbers(document, BlockKind.HEADING, 1) == list("一二三四")
    assert chapter_sizes(document) == [2, 2, 9, 4]
    expected = [6, 6, 4, 4, 6, 4, 3, 4, 3, 3]
    items = [block.number for block in document.blocks if block.level == 3]
    assert items == [str(n) for count in expected for n in range(1, count + 1)]
    headings = [
        document.block_text(block) for block in document.blocks if block.kind is BlockKind.HEADING
    ]
    assert max(map(len, headings)) <= 33
    kinds = [block.kind for block in document.blocks]
    assert kinds[-2:] == [BlockKind.SIGNATURE, BlockKind.DATE]
    damage = {warning.code: warning.count for warning in document.warnings}
    assert damage[WarningCode.SHIFTED_BYTES] == 4
    assert document.place == "洛阳"
