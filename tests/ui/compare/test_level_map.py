"""What is measured only around the place that is asked for agrees with measuring everything."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from tests.benchmarks.ui_scroll import made_comparison
from tests.helpers.documents import make_document
from tests.ui.compare.test_page_flow import long_plan

from plandraft.core.compare.scroll_map import build_scroll_map
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.level_map import LevelMap
from plandraft.ui.compare.overview_bar import OverviewBar
from plandraft.ui.compare.pairs_in_sight import PairsInSight
from plandraft.ui.compare.pane_geometry import PaneGeometry
from plandraft.ui.compare.ribbon_shapes import PairExtent, Ribbon, Sight, visible_joints
from plandraft.ui.compare.side_index import SideIndex
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.entries import PairView, view_pair
from plandraft.ui.models.palette import LIGHT

_SPAN = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(_SPAN, max_size=12), st.integers(0, 90), st.integers(0, 20))
def test_the_index_finds_all_that_touch(spans: list[Span], start: int, length: int) -> None:
    passages = [Passage(span, Span(0, 1), 0.9, PassageKind.EDITED, ()) for span in spans]
    found = SideIndex(passages, left=True).touching(start, start + length)  # type: ignore[arg-type]  # has what is looked at
    wanted = [
        at for at, one in enumerate(spans) if one.start <= start + length and one.end >= start
    ]
    assert found == wanted


@pytest.fixture
def view() -> PairView:
    return view_pair(made_comparison(40_000, 300), Reading.PASSAGES)


def shown(qtbot: QtBot, view: PairView, *, finished: bool) -> tuple[PaneGeometry, PaneGeometry]:
    """Show both texts; the panes are kept by qtbot."""
    pages = []
    for document in (view.comparison.left, view.comparison.right):
        pane = TextPane(left=True, style=PageStyle(11, LIGHT))
        qtbot.addWidget(pane)
        pane.resize(500, 400)
        pane.show_document(document)
        if finished:
            pane.finish_layout()
        page = pane.geometry_of_page()
        assert page is not None
        pages.append(page)
    return pages[0], pages[1]


def test_on_finished_pages_both_maps_are_level_at_the_same_places(
    qtbot: QtBot, view: PairView
) -> None:
    left, right = shown(qtbot, view, finished=True)
    heights = [
        (ours.top, theirs.top)
        for ours, theirs in ((left.extent(a), right.extent(b)) for a, b in view.anchors)
    ]
    whole = build_scroll_map(tuple(heights), left.height, right.height)
    mine = LevelMap(view.anchors, left, right)
    for ours, _ in heights[::16]:
        assert mine.to_right(ours) == pytest.approx(whole.to_right(ours), abs=1)
    assert mine.to_right(0) == 0
    assert mine.to_right(left.height) == pytest.approx(right.height)
    assert mine.to_left(right.height) == pytest.approx(left.height)


@pytest.mark.parametrize("finished", [True, False])
def test_the_map_rises_and_leads_back(qtbot: QtBot, view: PairView, finished: bool) -> None:
    left, right = shown(qtbot, view, finished=finished)
    mine = LevelMap(view.anchors, left, right)
    heights = [left.height * share / 200 for share in range(201)]
    for _ in range(2):  # the first round lays out what it passes
        found = [mine.to_right(height) for height in heights]
    assert all(one <= other + 1e-6 for one, other in pairwise(found))
    for there in found[1:-1:9]:
        assert mine.to_right(mine.to_left(there)) == pytest.approx(there, abs=1)


def test_without_anchors_ends_belong_together(qtbot: QtBot, view: PairView) -> None:
    left, right = shown(qtbot, view, finished=True)
    mine = LevelMap((), left, right)
    assert mine.to_right(left.height / 2) == pytest.approx(right.height / 2, rel=0.01)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.97])
def test_pairs_in_sight_are_those_that_measuring_all_finds(
    qtbot: QtBot, view: PairView, share: float
) -> None:
    left, right = shown(qtbot, view, finished=True)
    indices = SideIndex(view.entries, left=True), SideIndex(view.entries, left=False)
    pairs = PairsInSight(view.entries, indices)
    assert pairs.find(Sight(0, 0, 400)) == [], "there are no pages yet"
    pairs.measure_on(left, right)
    sight = Sight(left.height * share, right.height * share, 400)
    every = [
        PairExtent(at, one.kind, left.extent(one.left), right.extent(one.right))
        for at, one in enumerate(view.entries)
    ]
    found = list(visible_joints(pairs.find(sight), sight))
    assert found == list(visible_joints(every, sight))
    some = {joint.entry for joint in found if isinstance(joint, Ribbon)}
    pairs.show(some)
    assert {joint.entry for joint in visible_joints(pairs.find(sight), sight)} == some


def test_looking_for_pairs_lays_out_nothing_far_away(qtbot: QtBot, view: PairView) -> None:
    left, right = shown(qtbot, view, finished=False)
    indices = SideIndex(view.entries, left=True), SideIndex(view.entries, left=False)
    pairs = PairsInSight(view.entries, indices)
    pairs.measure_on(left, right)
    assert pairs.find(Sight(0, 0, 400))
    assert sum(left._flow.laid) + sum(right._flow.laid) < 40


def test_thousands_of_marks_stand_where_each_alone_would(qtbot: QtBot) -> None:
    """Many are placed by the letters at the rows of the bar, few by measuring each."""
    text = long_plan(900)
    pane = TextPane(left=True, style=PageStyle(11, LIGHT))
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    pane.show_document(make_document(text))
    pane.finish_layout()
    page = pane.geometry_of_page()
    assert page is not None
    spans = [Span(at, at + 30) for at in range(0, len(text) - 30, len(text) // 1_500)]
    bar = OverviewBar(LIGHT)
    qtbot.addWidget(bar)
    bar.resize(16, 600)
    bar.set_page(page)
    bar.set_entries([PassageKind.EDITED] * len(spans), spans)
    assert len(spans) > 1_000
    for entry in range(0, len(spans), 97):
        top = bar._placed()[0][entry]
        assert top == pytest.approx(bar.mark_rect(entry).top(), abs=2)
    bar.set_shown({5})
    at = bar.mark_rect(5).center().y()
    assert bar._mark_at(at) == 5
    assert bar._mark_at(at + 40) is None
