from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.scroll_map import build_scroll_map, chain_of, passage_chain
from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.spans import Span

_POINT = st.tuples(st.floats(0, 900), st.floats(0, 500))


def test_anchors_meet_and_ends_meet() -> None:
    scroll = build_scroll_map(((100.0, 300.0), (500.0, 350.0)), 1000, 400)
    assert scroll.to_right(0) == 0
    assert scroll.to_right(100) == 300
    assert scroll.to_right(300) == 325
    assert scroll.to_right(1000) == 400
    assert scroll.to_left(350) == 500
    assert scroll.to_left(400) == 1000


@given(st.lists(_POINT, max_size=12), st.lists(st.floats(0, 1000), min_size=2, max_size=20))
def test_the_map_is_monotone_both_ways(
    anchors: list[tuple[float, float]], positions: list[float]
) -> None:
    scroll = build_scroll_map(tuple(anchors), 1000, 600)
    for leads in (scroll.to_right, scroll.to_left):
        mapped = [leads(one) for one in sorted(positions)]
        assert mapped == sorted(mapped)
        assert all(0 <= one <= 1000 for one in mapped)


def test_empty_panes_are_no_trouble() -> None:
    scroll = build_scroll_map((), 0, 0)
    assert scroll.to_right(5) == 0


def _passage(left: int, right: int, length: int) -> Passage:
    spans = Span(left, left + length), Span(right, right + length)
    return Passage(*spans, 1.0, PassageKind.IDENTICAL, ())


def test_the_chain_leaves_out_what_moved() -> None:
    first, moved, last = _passage(0, 0, 50), _passage(60, 900, 10), _passage(80, 70, 50)
    assert passage_chain((first, moved, last)) == (first, last)


def test_a_comparison_holds_its_chain_so_that_no_window_waits_for_it() -> None:
    passages = (_passage(0, 0, 5), _passage(6, 90, 3), _passage(10, 7, 5))
    plan = make_document("渡口老街的巷道全部完成管线入地。" * 9)
    comparison = build_comparison(plan, plan, MatchSet(passages, 0.1, 0.1), 0.0)
    assert comparison.chain == (passages[0], passages[2])
    assert chain_of(comparison) is comparison.chain
    assert chain_of(replace(comparison, chain=None)) == comparison.chain
