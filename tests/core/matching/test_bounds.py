from __future__ import annotations

from plandraft.core.matching.bounds import (
    clip,
    densest,
    gap_cost,
    snap_to_clauses,
    source_bounds,
    token_bounds,
    without_strays,
)
from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.matching.runs import Run
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

_NOWHERE = Gazetteer()


_LONG = prepare_text("山" * 300, _NOWHERE)


def test_a_lone_word_far_off_is_left_out() -> None:
    body = [Run(100, 100, 20), Run(125, 130, 20)]
    assert densest([Run(60, 70, 3), *body], _LONG, _LONG) == body


def test_a_gap_that_the_rest_outweighs_is_bridged() -> None:
    tiles = [Run(0, 0, 20), Run(45, 22, 20)]
    assert densest(tiles, _LONG, _LONG) == tiles


def test_a_whole_sentence_without_partner_ends_a_short_passage() -> None:
    sentences = prepare_text("山" * 20 + "。" + "水" * 24 + "。" + "山" * 20, _NOWHERE)
    assert densest([Run(0, 0, 20), Run(44, 22, 20)], sentences, _LONG) == [Run(0, 0, 20)]
    assert gap_cost(sentences.edges, 20, 44) > gap_cost(_LONG.edges, 20, 44)


def test_clipped_tiles_keep_their_share_of_weight() -> None:
    (one,) = clip([Run(0, 10, 10, 5.0)], Span(4, 100), Span(0, 18))
    assert one == Run(4, 14, 4, 2.0)


def test_bounds_move_to_the_clause_edge_when_it_is_near_on_both_sides() -> None:
    left = prepare_text("前文结束。山城老街的保护需要。后文", _NOWHERE)
    right = prepare_text("别的话。山城老街的保护要求。其他", _NOWHERE)
    ours, theirs = snap_to_clauses(left, right, Span(4, 11), Span(3, 10))
    assert ours.slice(left.tokens) == "山城老街的保护需要"
    assert theirs.slice(right.tokens) == "山城老街的保护要求"


def test_a_shared_word_before_an_edge_is_trimmed() -> None:
    left = prepare_text("推动绿色低碳发展。山城老街的保护", _NOWHERE)
    right = prepare_text("实现乡村全面发展。山城老街的保护", _NOWHERE)
    ours, theirs = snap_to_clauses(left, right, Span(6, 15), Span(6, 15))
    assert ours.slice(left.tokens) == theirs.slice(right.tokens) == "山城老街的保护"


def test_a_list_number_is_no_part_of_the_passage() -> None:
    left = prepare_text("山城老街的保护。\n2．下一项", _NOWHERE)
    right = prepare_text("山城老街的保护。\n3．另一项", _NOWHERE)
    ours, _ = snap_to_clauses(left, right, Span(0, 8), Span(0, 8))
    assert ours.slice(left.tokens) == "山城老街的保护"


def test_marks_that_close_and_open_belong_to_the_passage() -> None:
    text = "称为“数字云汀”。其后"
    side = prepare_text(text, _NOWHERE)
    ours, _ = source_bounds(side, side, Span(2, 6), Span(2, 6))
    assert ours.slice(text) == "“数字云汀”。"


def test_token_bounds_reach_over_all_tiles() -> None:
    assert token_bounds([Run(5, 30, 4), Run(12, 10, 3)]) == (Span(5, 15), Span(10, 34))


def test_a_word_of_the_next_heading_is_no_part_of_the_passage() -> None:
    left = prepare_text("渡口老街完成管线入地，更换招牌。\n完善夜间照明设施", _NOWHERE)
    right = prepare_text("完善夜间照明，渡口老街完成管线入地，更换招牌。", _NOWHERE)
    body, stray = Run(0, 6, 14), Run(14, 0, 6)
    assert body.length + stray.length == 20
    assert without_strays([body, stray], left, right) == [body]


def test_a_clause_moved_within_its_sentence_stays() -> None:
    left = prepare_text("渡口老街完成管线入地，夜间照明更亮。", _NOWHERE)
    right = prepare_text("夜间照明更亮，渡口老街完成管线入地。", _NOWHERE)
    tiles = [Run(0, 6, 10), Run(10, 0, 6)]
    assert without_strays(tiles, left, right) == tiles
