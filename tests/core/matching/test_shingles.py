from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.matching.shingles import Pool, cut_windows, find_repeated, index_windows

_TOKENS = st.text("甲乙丙", max_size=60)


@given(_TOKENS)
def test_each_window_is_found_where_it_stands(tokens: str) -> None:
    windows = cut_windows(tokens)
    expected = defaultdict(list)
    for at, window in enumerate(windows):
        assert window == tokens[at : at + 4]
        expected[window].append(at)
    pool = Pool()
    shingles = index_windows(pool.number(windows), pool)
    numbers = {one: pool.numbers[one] for one in expected}
    assert len(set(numbers.values())) == len(expected)
    assert {one: list(shingles.places(numbers[one])) for one in expected} == expected
    assert shingles.single.keys().isdisjoint(shingles.repeated)
    several = {numbers[one] for one, places in expected.items() if len(places) > 1}
    assert set(shingles.repeated) == several


@given(_TOKENS, _TOKENS)
def test_shingles_that_can_be_paired_in_several_ways_are_found(left: str, right: str) -> None:
    pool = Pool()
    ours, theirs = (index_windows(pool.number(cut_windows(one)), pool) for one in (left, right))
    expected = {}
    for one in set(pool.number(cut_windows(left))) & set(pool.number(cut_windows(right))):
        lefts, rights = list(ours.places(one)), list(theirs.places(one))
        if len(lefts) * len(rights) > 1:
            expected[one] = (lefts, rights, len(lefts) * len(rights))
    found = find_repeated(ours, theirs)
    assert {one: (list(at), list(to), ways) for one, at, to, ways in found} == expected
    assert len(found) == len(expected)


@given(_TOKENS)
def test_equal_windows_and_places_of_a_pool_are_one_object(tokens: str) -> None:
    pool = Pool()
    first, second = (pool.number(cut_windows(f"丁{tokens}")) for _ in range(2))
    assert all(one is other for one, other in zip(first, second, strict=True))
    longer, shorter = pool.take_places(900), pool.take_places(300)
    assert all(one is other for one, other in zip(longer, shorter, strict=False))
    assert (len(longer), shorter) == (900, list(range(300)))
