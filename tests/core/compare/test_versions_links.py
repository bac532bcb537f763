"""Which sentences have tokens in common."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.documents import make_document

from plandraft.core.compare.versions_links import passage_votes
from plandraft.core.compare.versions_units import Units, cut_units
from plandraft.core.matching.align import equal_blocks
from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

SENTENCES = (
    "渡口老街铺设管线。",
    "沿河铺面换成铜牌，北山果园引来滴灌管道。",
    "2026年建成3处。",
    "\n",
)


def units_of(text: str) -> Units:
    return cut_units(make_document(text), Gazetteer())


def votes_one_by_one(left: Units, right: Units) -> Counter[tuple[int, int]]:
    """Count the tokens in common one by one: what `passage_votes` must add up to."""
    found: Counter[tuple[int, int]] = Counter()
    for at, to, length in equal_blocks(left.side.tokens, right.side.tokens):
        for step in range(length):
            found[left.unit_of(at + step), right.unit_of(to + step)] += 1
    return found


_TEXT = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map("".join)


@given(_TEXT, _TEXT)
def test_votes_are_as_many_as_tokens_in_common(ours: str, theirs: str) -> None:
    left, right = units_of(ours), units_of(theirs)
    if left.side.tokens == right.side.tokens:
        return
    whole = Passage(Span(0, len(left.text)), Span(0, len(right.text)), 1, PassageKind.EDITED, ())
    found: Counter[tuple[int, int]] = Counter()
    for pair, count in passage_votes(left, right, whole):
        found[pair] += count
    assert found == votes_one_by_one(left, right)


@pytest.mark.parametrize("count", [1, 50])
def test_a_run_is_looked_at_once_a_sentence(count: int) -> None:
    """Not once a letter: a plan that was kept whole has a million of them."""
    text = SENTENCES[1] * count
    units = units_of(text)
    whole = Passage(Span(0, len(text)), Span(0, len(text)), 1, PassageKind.IDENTICAL, ())
    votes = list(passage_votes(units, units, whole))
    assert len(votes) == count
    assert sum(tokens for _, tokens in votes) == len(units.side.tokens)
