"""Typing becomes edits: ids and sources stay with what is kept of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.edits import apply_edit
from plandraft.core.draft.slots import slot_values
from plandraft.core.model.spans import Span
from plandraft.ui.draft.shown_text import show_block
from plandraft.ui.draft.text_change import find_edit
from plandraft.ui.models.text_units import from_paragraph, to_paragraph, unit_count

ALL = "海岛供水工程全部建成。"
VALUES = slot_values({"城市": "云汀市", "规划期": "十五五"})


def source(text: str, start: int = 10, path: str = "a.txt") -> Provenance:
    return Provenance("某规划", "某", path, "ab", "一、概况", Span(start, start + len(text)), text)


def draft_of(*blocks: DraftBlock) -> Draft:
    section = DraftSection("s", 1, "概况", blocks)
    return Draft("t", "标题", (), (section,), max([0, *(b.id for b in blocks)]) + 1)


def typed(draft: Draft, text: str) -> Draft:
    """Return the draft after the shown text became `text`; check that undoing leads back."""
    section = draft.sections[0]
    shown = [show_block(block, VALUES) for block in section.blocks]
    edit = find_edit(section, shown, text, draft.next_block)
    if edit is None:
        return draft
    after, back = apply_edit(draft, edit)
    before, _forth = apply_edit(after, back)
    assert before.sections == draft.sections
    return after


def blocks_after(draft: Draft, text: str) -> list[tuple[int, str, str]]:
    return [
        (block.id, block.text, block.provenance.text if block.provenance else "")
        for block in typed(draft, text).sections[0].blocks
    ]


BORROWED = DraftBlock(1, ALL, source(ALL))
OWN = DraftBlock(2, "自己写的话。")
NEXT = DraftBlock(3, "水厂扩建。", source("水厂扩建。", 10 + len(ALL) + 1))


@pytest.mark.parametrize(
    ("blocks", "text", "expected"),
    [
        pytest.param([], "新", [(1, "新", "")], id="first letter of an empty section"),
        pytest.param([], "甲\n乙", [(1, "甲", ""), (2, "乙", "")], id="paste into nothing"),
        pytest.param([OWN], "自己写的话了。", [(2, "自己写的话了。", "")], id="letter"),
        pytest.param([OWN], "", [], id="the last text of a section"),
        pytest.param(
            [BORROWED],
            ALL.replace("全部", "大部"),
            [(1, "海岛供水工程大部建成。", ALL)],
            id="adapt",
        ),
        pytest.param(
            [BORROWED],
            "海岛供水\n工程全部建成。",
            [(1, "海岛供水", "海岛供水"), (2, "工程全部建成。", "工程全部建成。")],
            id="enter splits the source",
        ),
        pytest.param([BORROWED], ALL + "\n", [(1, ALL, ALL), (2, "", "")], id="enter at the end"),
        pytest.param([BORROWED], "\n" + ALL, [(2, "", ""), (1, ALL, ALL)], id="enter at the start"),
        pytest.param(
            [BORROWED, NEXT],
            ALL + "水厂扩建。",
            [(1, ALL + "水厂扩建。", ALL + "\n水厂扩建。")],
            id="backspace joins neighbours",
        ),
        pytest.param(
            [BORROWED, OWN],
            ALL + "自己写的话。",
            [(1, ALL + "自己写的话。", ALL)],
            id="backspace joins own text to borrowed text",
        ),
        pytest.param(
            [OWN, BORROWED],
            "自己写的话。" + ALL,
            [(2, "自己写的话。" + ALL, ALL)],
            id="backspace joins borrowed text to own text",
        ),
        pytest.param(
            [BORROWED],
            "海岛供水甲\n乙\n丙工程全部建成。",
            [
                (1, "海岛供水甲", "海岛供水"),
                (2, "乙", ""),
                (3, "丙工程全部建成。", "工程全部建成。"),
            ],
            id="paste of three lines into a paragraph",
        ),
        pytest.param(
            [BORROWED, OWN, NEXT],
            ALL + "\n水厂扩建。",
            [(1, ALL, ALL), (3, "水厂扩建。", "水厂扩建。")],
            id="a whole paragraph goes",
        ),
        pytest.param(
            [BORROWED], "别的话", [(2, "别的话", "")], id="another text has another source: none"
        ),
        pytest.param(
            [BORROWED, OWN, NEXT],
            "海岛换成扩建。",
            [(1, "海岛换成扩建。", ALL + "\n水厂扩建。")],
            id="a selection over three paragraphs is typed over",
        ),
        pytest.param(
            [DraftBlock(1, "𠮷市甲\n乙")],
            "𠮷市甲\u2028乙丙",
            [(1, "𠮷市甲\n乙丙", "")],
            id="soft break",
        ),
    ],
)
def test_typing(blocks: list[DraftBlock], text: str, expected: list[tuple[int, str, str]]) -> None:
    assert blocks_after(draft_of(*blocks), text) == expected


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("到2030年，云汀市建成。今", "到【目标年】年，【城市】建成。今", id="behind"),
        pytest.param("今到2030年，云汀市建成。", "今到【目标年】年，【城市】建成。", id="before"),
        pytest.param("到2030年底，云汀市建成。", "到【目标年】年底，【城市】建成。", id="between"),
        pytest.param("到2035年，云汀市建成。", "到2035年，【城市】建成。", id="inside a value"),
        pytest.param("到2030年，云汀建成。", "到【目标年】年，云汀建成。", id="cut a value"),
    ],
)
def test_slots_stay_slots_where_nobody_typed(text: str, raw: str) -> None:
    draft = draft_of(DraftBlock(1, "到【目标年】年，【城市】建成。"))
    assert show_block(draft.sections[0].blocks[0], VALUES).shown == "到2030年，云汀市建成。"
    assert blocks_after(draft, text) == [(1, raw, "")]


def test_brackets_of_a_source_are_its_wording() -> None:
    text = "见【城市】一节。"
    assert show_block(DraftBlock(1, text, source(text)), VALUES).shown == text


def test_open_slots_are_shown_as_they_are() -> None:
    assert show_block(DraftBlock(1, "【牵头部门】负责。"), VALUES).shown == "【牵头部门】负责。"


def test_an_adapted_paragraph_is_split_where_its_source_is() -> None:
    block = DraftBlock(1, "海岛和沿海供水工程建成。", source(ALL))
    assert blocks_after(draft_of(block), "海岛和沿海供水\n工程建成。") == [
        (1, "海岛和沿海供水", "海岛供水"),
        (2, "工程建成。", "工程全部建成。"),
    ]


def test_split_sources_know_their_place() -> None:
    after = typed(draft_of(BORROWED), "海岛供水\n工程全部建成。")
    spans = [block.provenance.span for block in after.sections[0].blocks if block.provenance]
    assert spans == [Span(10, 14), Span(14, 21)]


def test_split_and_joined_again_the_source_is_whole() -> None:
    split = typed(draft_of(BORROWED), "海岛供水\n工程全部建成。")
    (block,) = typed(split, ALL).sections[0].blocks
    assert (block.text, block.provenance) == (ALL, BORROWED.provenance)


LINES = st.lists(st.text("甲乙【】城市1𠮷", max_size=6), min_size=0, max_size=5)


@given(LINES, LINES, st.lists(st.booleans(), min_size=5, max_size=5))
def test_the_draft_always_says_what_the_editor_says(
    before: list[str], after: list[str], borrowed: list[bool]
) -> None:
    blocks = [
        DraftBlock(i + 1, text, source(text, 10 * i) if text and borrowed[i] else None)
        for i, text in enumerate(before)
    ]
    draft = typed(draft_of(*blocks), "\n".join(after))
    section = draft.sections[0]
    shown = [show_block(block, VALUES).shown for block in section.blocks]
    old = [show_block(block, VALUES).shown for block in blocks]
    if "\n".join(old) != "\n".join(after):
        assert "\n".join(shown) == _expected(section, "\n".join(after))
    ids = [block.id for block in section.blocks]
    assert len(ids) == len(set(ids))
    assert all(identity < draft.next_block for identity in ids)


def _expected(section: DraftSection, text: str) -> str:
    """Return what is shown after `text` was typed: typed slots are filled at once."""
    lines = text.split("\n") if section.blocks else [text]
    pairs = zip(section.blocks, lines, strict=True) if section.blocks else ()
    sources = [(block.provenance, line) for block, line in pairs]
    if not sources:
        return text
    return "\n".join(
        show_block(DraftBlock(0, line, provenance), VALUES).shown for provenance, line in sources
    )


@given(st.text(st.sampled_from("a\n\r\x00\u2028\u2029\ufffc\ufdd0𠮷\ud800国"), max_size=20))
def test_paragraphs_keep_every_offset(text: str) -> None:
    shown = to_paragraph(text)
    assert len(shown) == len(text)
    assert "\n" not in shown
    assert "\u2029" not in shown
    assert unit_count(shown) == len(shown.encode("utf-16-le")) // 2
    assert len(from_paragraph(shown)) == len(text)
