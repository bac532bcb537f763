from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.runs import Run, by_left

_RUNS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 5)), max_size=7
).map(lambda rows: [Run(*row) for row in rows])


def _slow_chain(tiles: list[Run]) -> int:
    best = 0
    for size in range(len(tiles) + 1):
        for chosen in combinations(sorted(tiles, key=by_left), size):
            pairs = pairwise(chosen)
            if all(one.left <= two.left and one.right < two.right for one, two in pairs):
                best = max(best, sum(one.length for one in chosen))
    return best


@given(_RUNS)
def test_chain_is_as_heavy_as_the_best_of_all_subsets(tiles: list[Run]) -> None:
    chain = heaviest_chain(tiles)
    assert sum(one.length for one in chain) == _slow_chain(tiles)
    assert all(one.right < two.right for one, two in pairwise(chain))
