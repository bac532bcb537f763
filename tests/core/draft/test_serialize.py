from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.edits import add_passage
from plandraft.core.draft.serialize import draft_from_data, draft_to_data
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span

TEXT = st.text(max_size=8)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(min(p), max(p)))
SOURCES = st.builds(Provenance, TEXT, TEXT, TEXT, TEXT, TEXT, SPANS, TEXT)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    sections = []
    number = 0
    for name in draw(st.lists(TEXT, unique=True, max_size=3)):
        blocks = []
        for _ in range(draw(st.integers(0, 2))):
            number += 1
            blocks.append(DraftBlock(number, draw(TEXT), draw(st.none() | SOURCES)))
        sections.append(DraftSection(name, draw(st.integers(0, 4)), draw(TEXT), tuple(blocks)))
    slots = tuple((name, draw(TEXT)) for name in draw(st.lists(TEXT, unique=True, max_size=3)))
    return Draft(draw(TEXT), draw(TEXT), slots, tuple(sections), number + 1)


@given(drafts())
def test_data_leads_back_through_json(draft: Draft) -> None:
    assert draft_from_data(json.loads(json.dumps(draft_to_data(draft)))) == draft


def changed(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.__setitem__(key, value)


def block_changed(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["sections"][2]["blocks"][0].__setitem__(key, value)


def source_changed(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["sections"][2]["blocks"][0]["source"].__setitem__(key, value)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        pytest.param(changed("format", "other"), "format", id="other format"),
        pytest.param(changed("version", 2), "version 2", id="newer"),
        pytest.param(changed("version", True), "version", id="flag for a number"),
        pytest.param(changed("title", None), "title", id="no title"),
        pytest.param(changed("slots", {}), "slots", id="slots no list"),
        pytest.param(changed("slots", [["城市"]]), "slots[0]", id="slot without value"),
        pytest.param(changed("slots", [["a", ""], ["a", ""]]), "slots", id="slot twice"),
        pytest.param(changed("sections", [1]), "sections[0]", id="section no table"),
        pytest.param(changed("next_block", 1), "next_block", id="id used again"),
        pytest.param(changed("next_block", -1), "next_block", id="negative"),
        pytest.param(
            lambda data: data["sections"][1].update(id="preface"), "sections[].id", id="same id"
        ),
        pytest.param(
            lambda data: data["sections"][1].update(level=5), "sections[1].level", id="level"
        ),
        pytest.param(block_changed("text", 3), "sections[2].blocks[0].text", id="text"),
        pytest.param(block_changed("id", 1), "blocks[].id", id="block twice"),
        pytest.param(
            source_changed("span", [5, 2]), "sections[2].blocks[0].source.span", id="span"
        ),
        pytest.param(source_changed("place", 0), "sections[2].blocks[0].source.place", id="place"),
    ],
)
def test_damaged_data_names_the_place(
    draft: Draft, source: Provenance, damage: Callable[[dict[str, Any]], None], reason: str
) -> None:
    filled, _ = add_passage(draft, "tasks.net", source.text, source)
    data = copy.deepcopy(draft_to_data(filled))
    damage(data)
    with pytest.raises(PlanError) as caught:
        draft_from_data(data)
    assert caught.value.code is ErrorCode.DRAFT_DAMAGED
    assert caught.value.details == {"reason": reason}


@pytest.mark.parametrize("data", [None, [], "draft", 1])
def test_what_is_no_draft_at_all(data: object) -> None:
    with pytest.raises(PlanError) as caught:
        draft_from_data(data)
    assert caught.value.code is ErrorCode.DRAFT_DAMAGED
