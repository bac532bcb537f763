from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.edits import (
    Batch,
    Edit,
    InsertBlock,
    InsertSection,
    MoveBlock,
    MoveSection,
    RemoveBlock,
    RemoveSection,
    RenameSection,
    ReplaceText,
    SetSlot,
    SetTitle,
    add_passage,
    apply_edit,
    new_block,
)
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span

SECTIONS = ("甲", "乙", "丙")
SLOTS = ("城市", "规划期")


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Draw a draft of up to three sections with up to three blocks each."""
    count = draw(st.integers(1, 3))
    next_block = 1
    sections = []
    for name in SECTIONS[:count]:
        texts = draw(st.lists(st.text(max_size=4), max_size=3))
        blocks = tuple(DraftBlock(next_block + i, text) for i, text in enumerate(texts))
        next_block += len(blocks)
        sections.append(
            DraftSection(name, draw(st.integers(0, 4)), draw(st.text(max_size=3)), blocks)
        )
    slots = tuple((name, draw(st.text(max_size=3))) for name in SLOTS)
    return Draft("模板", draw(st.text(max_size=3)), slots, tuple(sections), next_block)


def single_edits(draft: Draft) -> st.SearchStrategy[Edit]:
    """Return edits that can be applied to `draft`."""
    section = st.sampled_from([s.id for s in draft.sections])
    index = st.integers(-1, 5)
    text = st.text(max_size=4)
    fresh = DraftSection("丁", 2, "新", (DraftBlock(draft.next_block + 3, "新"),))
    found: list[st.SearchStrategy[Edit]] = [
        st.builds(InsertBlock, section, index, st.builds(new_block, st.just(draft), text)),
        st.builds(SetSlot, st.sampled_from(SLOTS), text),
        st.builds(SetTitle, text),
        st.builds(RenameSection, section, text),
        st.builds(RemoveSection, section),
        st.builds(MoveSection, section, index),
    ]
    if all(s.id != fresh.id for s in draft.sections):
        found.append(st.builds(InsertSection, index, st.just(fresh)))
    ids = [block.id for s in draft.sections for block in s.blocks]
    if ids:
        block = st.sampled_from(ids)
        found += [
            st.builds(RemoveBlock, block),
            st.builds(ReplaceText, block, text),
            st.builds(MoveBlock, block, section, index),
        ]
    return st.one_of(found)


@given(st.data())
def test_an_edit_and_its_inverse_change_nothing(data: st.DataObject) -> None:
    draft = data.draw(drafts())
    after, back = apply_edit(draft, data.draw(single_edits(draft)))
    restored, again = apply_edit(after, back)
    assert replace(restored, next_block=draft.next_block) == draft
    assert restored.next_block >= draft.next_block
    redone, _ = apply_edit(restored, again)
    assert redone == after


@given(st.data())
def test_a_row_of_edits_is_undone_as_one(data: st.DataObject) -> None:
    draft = data.draw(drafts())
    edits = []
    now = draft
    for _ in range(data.draw(st.integers(0, 5))):
        if not now.sections:
            break
        edit = data.draw(single_edits(now))
        now, _ = apply_edit(now, edit)
        edits.append(edit)
    after, back = apply_edit(draft, Batch(tuple(edits)))
    assert after == now
    restored, _ = apply_edit(after, back)
    assert replace(restored, next_block=draft.next_block) == draft


@given(st.data())
def test_block_ids_stay_unique(data: st.DataObject) -> None:
    draft = data.draw(drafts())
    after, _ = apply_edit(draft, data.draw(single_edits(draft)))
    ids = [block.id for section in after.sections for block in section.blocks]
    assert len(ids) == len(set(ids))
    assert all(identity < after.next_block for identity in ids)


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        pytest.param(InsertBlock("tasks", 0, DraftBlock(1, "")), ValueError, id="used id"),
        pytest.param(RemoveBlock(99), KeyError, id="no block"),
        pytest.param(InsertSection(0, DraftSection("tasks", 1, "")), ValueError, id="used section"),
        pytest.param(
            InsertSection(0, DraftSection("x", 1, "", (DraftBlock(1, ""),))),
            ValueError,
            id="section with a used block",
        ),
    ],
)
def test_wrong_edits_are_refused(draft: Draft, edit: Edit, error: type[Exception]) -> None:
    with pytest.raises(error):
        apply_edit(draft, edit)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        pytest.param(MoveBlock(1, "nowhere", 0), ErrorCode.SECTION_UNKNOWN, id="section"),
        pytest.param(SetSlot("省", ""), ErrorCode.SLOT_UNKNOWN, id="slot"),
    ],
)
def test_unknown_names_are_told_with_the_known(draft: Draft, edit: Edit, code: ErrorCode) -> None:
    with pytest.raises(PlanError) as caught:
        apply_edit(draft, edit)
    assert caught.value.code is code
    assert caught.value.details["known"]


def test_something_else_is_no_edit(draft: Draft) -> None:
    with pytest.raises(TypeError, match="not an edit"):
        apply_edit(draft, "delete everything")  # type: ignore[arg-type]


def test_a_passage_becomes_one_block_a_line_with_its_own_source(
    draft: Draft, source: Provenance
) -> None:
    after, back = add_passage(draft, "tasks.net", source.text, source)
    blocks = after.sections[2].blocks
    assert [block.text for block in blocks] == source.text.split("\n")
    spans = [block.provenance.span for block in blocks if block.provenance]
    assert spans == [Span(10, 19), Span(20, 30)]
    assert [block.provenance.text for block in blocks if block.provenance] == [
        block.text for block in blocks
    ]
    assert apply_edit(after, back)[0].sections == draft.sections


def test_a_changed_passage_keeps_its_whole_source(draft: Draft, source: Provenance) -> None:
    after, _ = add_passage(draft, "preface", "改写后的一句。", source, index=1)
    block = after.sections[0].blocks[1]
    assert (block.text, block.provenance) == ("改写后的一句。", source)


def test_blank_lines_of_a_passage_become_no_blocks(draft: Draft, source: Provenance) -> None:
    text = "第一段。\n \n第二段。"
    taken = replace(source, text=text, span=Span(10, 10 + len(text)))
    after, _ = add_passage(draft, "tasks.net", text, taken)
    spans = [b.provenance.span for b in after.sections[2].blocks if b.provenance]
    assert spans == [Span(10, 14), Span(17, 21)]


def test_a_passage_for_no_section(draft: Draft, source: Provenance) -> None:
    with pytest.raises(PlanError) as caught:
        add_passage(draft, "nowhere", source.text, source)
    assert caught.value.code is ErrorCode.SECTION_UNKNOWN
