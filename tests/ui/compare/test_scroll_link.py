"""Panes in step, as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.compare.scroll_map import ScrollMap, build_scroll_map
from plandraft.ui.compare.scroll_link import ScrollLink, View, level_values

PAGE = 500.0


def simple_map(left: View, right: View) -> ScrollMap:
    heights = left.maximum + left.page, right.maximum + right.page
    return build_scroll_map(((heights[0] * 0.3, heights[1] * 0.6),), *heights)


@given(st.floats(0, 1), st.floats(1, 20000))
def test_reference_and_value_lead_to_each_other(share: float, maximum: float) -> None:
    view = View(share * maximum, maximum, PAGE)
    assert view.value_for(view.reference) == pytest.approx(view.value, abs=1e-6)


@pytest.mark.parametrize("left", [True, False])
def test_both_ends_are_reached(left: bool) -> None:
    mine, other = View(0, 4000, PAGE), View(0, 1500, PAGE)
    views = (mine, other) if left else (other, mine)
    link = ScrollLink(simple_map(*views))
    link.pin(*views)
    assert link.follow(View(4000, 4000, PAGE), other, left=left) == 1500
    assert link.follow(View(0, 4000, PAGE), View(1500, 1500, PAGE), left=left) == 0


def test_a_pair_put_side_by_side_does_not_jump() -> None:
    """Passages far out of order: the next notch of the wheel moves both by a little."""
    left, right = View(3600, 4000, PAGE), View(200, 4000, PAGE)
    link = ScrollLink(simple_map(left, right))
    link.pin(left, right)
    value = link.follow(View(3640, 4000, PAGE), right, left=True)
    assert abs(value - 200) < 100


def test_panes_come_back_to_the_natural_order() -> None:
    left, right = View(2000, 9000, PAGE), View(7000, 9000, PAGE)
    scroll_map = build_scroll_map((), 9500, 9500)
    link = ScrollLink(scroll_map)
    link.pin(left, right)
    value, steps = 7000.0, []
    for at in range(2040, 4000, 40):
        before = value
        value = link.follow(View(at, 9000, PAGE), View(value, 9000, PAGE), left=True)
        steps.append(abs(value - before))
    assert value == pytest.approx(3960, abs=2)
    assert max(steps) < PAGE, "no step is larger than a page"


def test_taking_the_other_pane_does_not_jump() -> None:
    left, right = View(1000, 4000, PAGE), View(1000, 4000, PAGE)
    link = ScrollLink(simple_map(left, right))
    link.pin(left, right)
    value = link.follow(View(1100, 4000, PAGE), right, left=True)
    back = link.follow(View(value, 4000, PAGE), View(1100, 4000, PAGE), left=False)
    assert back == pytest.approx(1100, abs=1.5)


@pytest.mark.parametrize(
    ("tops", "values", "wanted"),
    [
        pytest.param((2000, 900), (1900, 800), 100, id="room on both sides"),
        pytest.param((40, 900), (0, 860), 100, id="first lines of the left"),
        pytest.param((2000, 30), (1970, 0), 100, id="first lines of the right"),
    ],
)
def test_level_values(
    tops: tuple[float, float], values: tuple[float, float], wanted: float
) -> None:
    view = View(0, 3000, PAGE)
    assert level_values(*tops, view, view, wanted) == values
    assert tops[0] - values[0] == tops[1] - values[1]
