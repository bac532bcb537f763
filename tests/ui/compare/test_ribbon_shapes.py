"""Which passages are joined, and how."""

from __future__ import annotations

from plandraft.core.matching.passages import PassageKind
from plandraft.ui.compare.pieces import Extent
from plandraft.ui.compare.ribbon_shapes import (
    PairExtent,
    Ribbon,
    Sight,
    Stub,
    visible_joints,
)

SIGHT = Sight(left_top=1000, right_top=2000, height=500)


def pair(left: tuple[float, float], right: tuple[float, float], entry: int = 0) -> PairExtent:
    return PairExtent(entry, PassageKind.EDITED, Extent(*left), Extent(*right))


def test_both_in_sight_is_a_ribbon_in_gutter_pixels() -> None:
    (joint,) = visible_joints([pair((1100, 1150), (2200, 2260))], SIGHT)
    assert joint == Ribbon(0, PassageKind.EDITED, Extent(100, 150), Extent(200, 260))


def test_a_partner_just_outside_is_still_a_ribbon() -> None:
    (joint,) = visible_joints([pair((1100, 1150), (2550, 2600))], SIGHT)
    assert isinstance(joint, Ribbon)


def test_a_far_partner_leaves_a_stub_that_points_there() -> None:
    down, up = visible_joints(
        [pair((1100, 1150), (9000, 9050)), pair((90, 95), (2100, 2110), entry=1)], SIGHT
    )
    assert isinstance(down, Stub)
    assert (down.on_left, down.upward) == (True, False)
    assert isinstance(up, Stub)
    assert (up.on_left, up.upward) == (False, True)


def test_the_stub_of_a_long_passage_stays_in_sight() -> None:
    (joint,) = visible_joints([pair((0, 3000), (9000, 12000))], SIGHT)
    assert isinstance(joint, Stub)
    assert 0 <= joint.extent.top < joint.extent.bottom <= 500


def test_out_of_sight_on_both_sides_is_nothing() -> None:
    assert not list(visible_joints([pair((0, 900), (3000, 3100))], SIGHT))
