"""Plans that share more than a threshold come into one group."""

from __future__ import annotations

import pytest

from plandraft.core.compare.plan_groups import PlanLink, plan_groups, plan_links

SHARES = (
    (None, 0.05, 0.9, 0.0, None),
    (0.30, None, 0.0, 0.0, None),
    (0.10, 0.0, None, 0.0, None),
    (0.0, 0.0, 0.0, None, None),
    (None, None, None, None, None),
)


@pytest.mark.parametrize(
    ("threshold", "groups"),
    [
        pytest.param(0.05, ((0, 1, 2), (3,), (4,)), id="chain"),
        pytest.param(0.30, ((0, 1, 2), (3,), (4,)), id="the larger share counts, bound included"),
        pytest.param(0.31, ((0, 2), (1,), (3,), (4,)), id="one falls out"),
        pytest.param(1.0, ((0,), (1,), (2,), (3,), (4,)), id="all alone"),
        pytest.param(0.0, ((0, 1, 2), (3,), (4,)), id="nothing shared is no link"),
    ],
)
def test_groups(threshold: float, groups: tuple[tuple[int, ...], ...]) -> None:
    assert plan_groups(SHARES, threshold) == groups


def test_links_are_the_closest_first() -> None:
    assert plan_links(SHARES, 0.2) == (PlanLink(0, 2, 0.9), PlanLink(0, 1, 0.3))


def test_nothing_to_group() -> None:
    assert plan_groups((), 0.5) == ()
    assert plan_links(((None,),), 0.5) == ()
