"""Fast equals slow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.reference.slow_matching import all_groups, all_maximal_runs

from plandraft.core.matching.candidates import find_runs, group_runs
from plandraft.core.matching.fingerprint import in_one_pool, prepare_text
from plandraft.core.matching.runs import Run, by_left
from plandraft.core.text.places import Gazetteer

# Three letters make runs that overlap, repeat and cross; the seeds are not cut on so little text.
_TEXT = st.text(st.sampled_from("甲乙丙"), max_size=24)
_RUN = st.builds(Run, st.integers(0, 60), st.integers(0, 60), st.integers(1, 9))


@given(_TEXT, _TEXT)
def test_runs_are_maximal_runs_and_none_with_a_rare_shingle_is_missed(
    left: str, right: str
) -> None:
    ours, theirs = in_one_pool(prepare_text(left, Gazetteer()), prepare_text(right, Gazetteer()))
    found = {(one.left, one.right, one.length) for one in find_runs(ours, theirs)}
    wanted = all_maximal_runs(ours.tokens, theirs.tokens)
    assert found <= wanted
    for at, to, length in wanted - found:
        windows = ours.windows[at : at + length - 3]
        assert all(
            len(ours.shingles.places(w)) * len(theirs.shingles.places(w)) > 1 for w in windows
        ), (at, to)


@given(st.lists(_RUN, max_size=9, unique=True), st.integers(0, 12))
def test_groups_are_the_connected_ones(runs: list[Run], gap: int) -> None:
    groups = group_runs(sorted(runs, key=by_left), gap)
    assert {frozenset(group) for group in groups} == all_groups(runs, gap)
