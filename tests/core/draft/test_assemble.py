from __future__ import annotations

import pytest

from plandraft.core.draft.assemble import find_section, provenance_of, start_draft
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import Block, BlockKind, Document, Origin
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span, identity_map

TEXT = "云汀市规划\n一、任务\n（一）网络\n建设光纤网络。\n二、措施\n加强领导。"


@pytest.fixture
def document() -> Document:
    kinds = [
        (BlockKind.TITLE, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ]
    blocks = []
    start = 0
    for line, (kind, level) in zip(TEXT.split("\n"), kinds, strict=True):
        blocks.append(Block(kind, Span(start, start + len(line)), level))
        start += len(line) + 1
    origin = Origin("/plans/云汀.txt", "txt", "utf-8", "b" * 64)
    return Document(TEXT, tuple(blocks), "云汀市规划", "云汀", origin, identity_map(len(TEXT)))


def test_a_draft_starts_with_sections_starters_and_defaults(template: DraftTemplate) -> None:
    draft = start_draft(template, {"城市": "云汀市"})
    assert [section.id for section in draft.sections] == [s.id for s in template.sections]
    preface = draft.sections[0]
    assert [block.text for block in preface.blocks] == [
        "为发展【领域】，制定本规划。",
        "期限至【目标年】年。",
    ]
    assert draft.slots == (("城市", "云汀市"), ("规划期", "十五五"), ("领域", ""))
    ids = [block.id for section in draft.sections for block in section.blocks]
    assert ids == [1, 2]
    assert draft.next_block == 3


def test_an_unknown_slot_is_named_with_the_known_ones(template: DraftTemplate) -> None:
    with pytest.raises(PlanError) as caught:
        start_draft(template, {"省": "澜川省"})
    assert caught.value.code is ErrorCode.SLOT_UNKNOWN
    assert caught.value.subject == "省"
    assert caught.value.details == {"known": "城市、规划期、领域"}


@pytest.mark.parametrize(
    ("passage", "section"),
    [
        pytest.param("建设光纤", "一、任务 / （一）网络", id="below two headings"),
        pytest.param("加强领导。", "二、措施", id="below one"),
        pytest.param("云汀市规划", "", id="before the first"),
    ],
)
def test_provenance_remembers_place_and_wording(
    document: Document, passage: str, section: str
) -> None:
    start = TEXT.index(passage)
    found = provenance_of(document, Span(start, start + len(passage)))
    assert (found.text, found.section) == (passage, section)
    assert (found.place, found.document_title) == ("云汀", "云汀市规划")
    assert (found.path, found.sha256) == ("/plans/云汀.txt", "b" * 64)


@pytest.mark.parametrize(
    "span", [pytest.param(Span(3, 3), id="empty"), pytest.param(Span(5, 900), id="beyond")]
)
def test_a_span_outside_the_text_is_refused(document: Document, span: Span) -> None:
    with pytest.raises(PlanError) as caught:
        provenance_of(document, span)
    assert caught.value.code is ErrorCode.SPAN_OUTSIDE_TEXT
    assert caught.value.details == {"length": len(TEXT), "start": span.start, "end": span.end}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("tasks.net", "tasks.net", id="id"),
        pytest.param("主要任务", "tasks", id="title"),
        pytest.param("云汀保障措施", "measures", id="filled title"),
    ],
)
def test_find_section(draft: Draft, name: str, found: str) -> None:
    assert find_section(draft, name) == found


def test_an_unknown_section_is_named_with_the_known_ones(draft: Draft) -> None:
    with pytest.raises(PlanError) as caught:
        find_section(draft, "任务")
    assert caught.value.code is ErrorCode.SECTION_UNKNOWN
    assert "tasks（主要任务）" in str(caught.value.details["known"])
