from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.matching.taken import Taken

_LIMIT = 40
# Pairs of a start and a length; those that would overlap what is taken are left out.
_STRETCHES = st.lists(st.tuples(st.integers(0, _LIMIT - 9), st.integers(1, 9)), max_size=8)


def _take(stretches: list[tuple[int, int]]) -> tuple[Taken, set[int]]:
    taken, tokens = Taken(), set[int]()
    for start, length in stretches:
        wanted = range(start, start + length)
        if tokens.isdisjoint(wanted):
            taken.add(start, start + length)
            tokens.update(wanted)
    return taken, tokens


@given(_STRETCHES, st.integers(0, _LIMIT))
def test_room_is_counted_up_to_the_next_taken_token(
    stretches: list[tuple[int, int]], at: int
) -> None:
    taken, tokens = _take(stretches)
    # Room is asked for at the edge of a tile, never inside a stretch that is taken.
    if at in tokens and at - 1 in tokens:
        return
    behind = next((one for one in range(at, _LIMIT) if one in tokens), _LIMIT)
    assert taken.room_behind(at, _LIMIT) == behind - at
    before = next((one for one in range(at, 0, -1) if one - 1 in tokens), 0)
    assert taken.room_before(at) == at - before


@given(_STRETCHES, st.integers(0, _LIMIT), st.integers(0, _LIMIT))
def test_holes_are_what_is_not_taken(
    stretches: list[tuple[int, int]], start: int, end: int
) -> None:
    taken, tokens = _take(stretches)
    holes = taken.holes(start, end)
    assert [at for a, b in holes for at in range(a, b)] == [
        at for at in range(start, end) if at not in tokens
    ]
    assert all(a < b for a, b in holes)


def test_stretches_given_at_once_are_the_same_as_added_ones() -> None:
    assert Taken([(9, 12), (2, 4)]).holes(0, 15) == [(0, 2), (4, 9), (12, 15)]
