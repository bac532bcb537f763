from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.matching.shingles import cut_windows, find_repeated, index_windows

_TOKENS = st.text("甲乙丙", max_size=60)


@given(_TOKENS)
def test_each_window_is_found_where_it_stands(tokens: str) -> None:
    windows = cut_windows(tokens)
    expected = defaultdict(list)
    for at, window in enumerate(windows):
        assert window == tokens[at : at + 4]
        expected[window].append(at)
    shingles = index_windows(windows)
    assert {one: list(shingles.places(one)) for one in expected} == expected
    assert shingles.single.keys().isdisjoint(shingles.repeated)
    assert {one for one, places in expected.items() if len(places) > 1} == set(shingles.repeated)


@given(_TOKENS, _TOKENS)
def test_shingles_that_can_be_paired_in_several_ways_are_found(left: str, right: str) -> None:
    ours, theirs = index_windows(cut_windows(left)), index_windows(cut_windows(right))
    expected = {}
    for one in set(cut_windows(left)) & set(cut_windows(right)):
        lefts, rights = list(ours.places(one)), list(theirs.places(one))
        if len(lefts) * len(rights) > 1:
            expected[one] = (lefts, rights, len(lefts) * len(rights))
    found = find_repeated(ours, theirs)
    assert {one: (list(at), list(to), ways) for one, at, to, ways in found} == expected
    assert len(found) == len(expected)
