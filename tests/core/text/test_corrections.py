"""What a user says of a line holds for that line, also in a newer copy of the file."""

from __future__ import annotations

from tests.helpers.documents import make_document

from plandraft.core.model.document import BlockKind, Document
from plandraft.core.text.corrections import HeadingChoice, choose_headings, line_key
from plandraft.core.text.outline import sections_of

PLAN = """
    云汀市信息化规划
    一、总体要求
    加快建设，统筹推进。
    实施步骤
    分三年完成，每年考核。
    二、保障措施
    加强领导，落实责任。
"""


def find(document: Document, words: str) -> int:
    texts = [document.block_text(block) for block in document.blocks]
    return texts.index(words)


def test_text_becomes_a_heading_and_back() -> None:
    plan = make_document(PLAN)
    index = find(plan, "加快建设，统筹推进。")
    key = line_key(plan, index)
    chosen = choose_headings(plan, [HeadingChoice(key, 2)])
    assert (chosen.blocks[index].kind, chosen.blocks[index].level) == (BlockKind.HEADING, 2)
    assert "加快建设，统筹推进。" in [section.title for section in sections_of(chosen)]
    again = choose_headings(plan, [HeadingChoice(key, 2), HeadingChoice(key, 0)])
    assert again.blocks[index].kind is BlockKind.PARAGRAPH
    assert chosen.text == plan.text


def test_heading_becomes_text() -> None:
    plan = make_document(PLAN)
    index = find(plan, "二、保障措施")
    chosen = choose_headings(plan, [HeadingChoice(line_key(plan, index), 0)])
    assert chosen.blocks[index].kind is not BlockKind.HEADING
    assert chosen.blocks[index].level == 0
    assert len(sections_of(chosen)) == len(sections_of(plan)) - 1


def test_choice_holds_in_a_copy_with_other_words_on_one_side() -> None:
    plan = make_document(PLAN)
    choice = HeadingChoice(line_key(plan, find(plan, "二、保障措施")), 0)
    newer = make_document(PLAN.replace("分三年完成，每年考核。", "分五年完成。"))
    index = find(newer, "二、保障措施")
    assert choose_headings(newer, [choice]).blocks[index].kind is not BlockKind.HEADING
    other = make_document(PLAN.replace("每年考核", "逐年考核").replace("加强领导", "健全机制"))
    kept = choose_headings(other, [choice])
    assert kept.blocks == other.blocks, "the same words elsewhere are another line"


def test_nothing_chosen_changes_nothing() -> None:
    plan = make_document(PLAN)
    assert choose_headings(plan, []) is plan
