"""Doubtful headings are named with what speaks against them."""

from __future__ import annotations

from dataclasses import replace

from tests.helpers.documents import make_document

from plandraft.core.model.document import BlockKind, Document, DocumentWarning, WarningCode
from plandraft.core.text.doubts import HeadingDoubt, doubtful_headings

PLAN = """
    云汀市信息化规划
    一、总体要求
    加快建设，统筹推进。
    四、保障措施
    加强领导，落实责任。
"""


def doubted(document: Document, *, run_in: bool = False) -> Document:
    blocks = tuple(
        replace(block, confidence=0.3) if block.kind is BlockKind.HEADING else block
        for block in document.blocks
    )
    warnings = (DocumentWarning(WarningCode.RUN_IN_TEXT),) if run_in else ()
    return replace(document, blocks=blocks, warnings=warnings)


def test_reasons() -> None:
    first, second = doubtful_headings(doubted(make_document(PLAN))).values()
    assert first == (HeadingDoubt.ALONE,)
    assert second == (HeadingDoubt.OUT_OF_SEQUENCE,)
    run_in = doubtful_headings(doubted(make_document(PLAN), run_in=True)).values()
    assert all(HeadingDoubt.RUN_IN in doubts for doubts in run_in)


def test_sure_headings_are_not_named() -> None:
    assert doubtful_headings(make_document(PLAN.replace("四、", "二、"))) == {}
