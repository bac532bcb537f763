"""Shares without some passages are those of counting letter by letter."""

from __future__ import annotations

import random
from collections.abc import Collection

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.shares import cover_shares, shares_without
from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.spans import Span

TEXT = "城乡建设，规划水利。交通教育、卫生文化；" * 10


def made(seed: int, count: int) -> Comparison:
    """Build a comparison of passages that lie over each other by chance."""
    draw = random.Random(seed)

    def span() -> Span:
        start = draw.randrange(len(TEXT) - 40)
        return Span(start, start + draw.randrange(1, 40))

    found = tuple(Passage(span(), span(), 0.9, PassageKind.EDITED, (), 1.0) for _ in range(count))
    document = make_document(TEXT)
    return build_comparison(document, document, MatchSet(found, 0.5, 0.25), 0.0)


def counted(comparison: Comparison, excluded: Collection[int], *, left: bool) -> float:
    """Return the share left, letter by letter."""
    every: set[int] = set()
    kept: set[int] = set()
    for row in comparison.rows:
        span = row.passage.left if left else row.passage.right
        letters = {at for at in range(span.start, span.end) if TEXT[at].isalnum()}
        every |= letters
        kept |= set() if row.number in excluded else letters
    whole = comparison.matches.left_share if left else comparison.matches.right_share
    return whole * len(kept) / len(every)


@pytest.mark.parametrize("seed", range(12))
def test_shares_are_those_of_counting_letters(seed: int) -> None:
    comparison = made(seed, 15)
    cover = cover_shares(comparison)
    draw = random.Random(seed)
    for size in range(16):
        excluded = frozenset(draw.sample(range(1, 16), size))
        wanted = tuple(counted(comparison, excluded, left=left) for left in (True, False))
        assert cover.without(excluded) == pytest.approx(wanted)
        assert shares_without(comparison, excluded) == pytest.approx(cover.without(excluded))


def test_unknown_numbers_and_no_passages_change_nothing() -> None:
    assert cover_shares(made(1, 5)).without({99}) == (0.5, 0.25)
    assert cover_shares(made(1, 0)).without({1}) == (0.0, 0.0)


def with_routine(*routine: bool) -> Comparison:
    """Build a comparison of three passages beside each other, some of them routine."""
    spans = (Span(0, 20), Span(40, 60), Span(80, 100))
    found = tuple(
        Passage(span, span, 1.0, PassageKind.IDENTICAL, (), routine=one)
        for span, one in zip(spans, routine, strict=True)
    )
    document = make_document(TEXT)
    share = 0.0 if all(routine) else 0.5
    return build_comparison(document, document, MatchSet(found, share, share), 0.0)


def test_what_is_routine_counts_only_where_somebody_takes_it_for_re_use() -> None:
    comparison = with_routine(False, True, False)
    assert comparison.routine_rows == {2}
    assert shares_without(comparison, {2}) == (0.5, 0.5)
    more, _ = shares_without(comparison, ())
    letters = [sum(map(str.isalnum, TEXT[at : at + 20])) for at in (0, 40, 80)]
    assert more == pytest.approx(0.5 * sum(letters) / (letters[0] + letters[2]))


def test_routine_passages_alone_count_by_their_letters() -> None:
    comparison = with_routine(True, True, True)
    every = sum(map(str.isalnum, TEXT))
    kept = sum(map(str.isalnum, TEXT[:20]))
    assert shares_without(comparison, {1, 2, 3}) == (0.0, 0.0)
    assert shares_without(comparison, {2, 3})[0] == pytest.approx(kept / every)
