from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.matching.align import align_tokens, equal_blocks, fill_gaps, straighten, tile
from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.matching.runs import Run
from plandraft.core.text.places import Gazetteer

_TEXT = st.text(st.sampled_from("甲乙丙丁戊己庚"), max_size=40)


def test_longest_runs_become_tiles_and_what_is_left_of_others() -> None:
    tiles = tile([Run(0, 0, 10, 10.0), Run(6, 20, 8, 8.0)])
    assert [(one.left, one.right, one.length) for one in tiles] == [(0, 0, 10), (10, 24, 4)]
    assert tiles[1].weight == 4


def test_gaps_between_neighbours_are_filled_letter_by_letter() -> None:
    ours, theirs = "甲乙丙丁XY戊己庚辛", "甲乙丙丁YZ戊己庚辛"
    filled = fill_gaps([Run(0, 0, 4), Run(6, 6, 4)], ours, theirs)
    assert (5, 4, 1) in [(one.left, one.right, one.length) for one in filled]


def test_a_changed_number_is_no_move() -> None:
    ours, theirs = "甲乙丙应当在三丁戊己庚辛壬癸", "甲乙丙应当在一丁戊己庚辛壬癸应当在三"
    in_place = [Run(0, 0, 3), Run(7, 7, 7)]
    assert straighten([in_place[0], Run(3, 14, 4), in_place[1]], ours, theirs) == in_place


def test_a_clause_that_moved_stays_moved() -> None:
    ours, theirs = "应当在三日甲乙丙丁戊己", "甲乙丙丁戊己应当在三日"
    tiles = [Run(0, 6, 5), Run(5, 0, 6)]
    assert straighten(tiles, ours, theirs) == tiles


@given(_TEXT, _TEXT)
def test_tiles_are_equal_text_and_use_no_token_twice(left: str, right: str) -> None:
    ours, theirs = prepare_text(left, Gazetteer()), prepare_text(right, Gazetteer())
    tiles = align_tokens(ours, theirs)
    for one in tiles:
        assert left[one.left : one.left_end] == right[one.right : one.right_end]
    lefts = [at for one in tiles for at in range(one.left, one.left_end)]
    rights = [at for one in tiles for at in range(one.right, one.right_end)]
    assert len(set(lefts)) == len(lefts)
    assert len(set(rights)) == len(rights)


@given(_TEXT)
def test_a_text_aligns_with_itself_whole(text: str) -> None:
    one = prepare_text(text, Gazetteer())
    assert sum(each.length for each in align_tokens(one, one)) == len(text)


@given(_TEXT, _TEXT)
def test_equal_blocks_are_a_longest_common_subsequence(left: str, right: str) -> None:
    kept = sum(size for _, _, size in equal_blocks(left, right))
    assert kept == _longest_common_subsequence(left, right)


def _longest_common_subsequence(left: str, right: str) -> int:
    row = [0] * (len(right) + 1)
    for one in left:
        diagonal = 0
        for at, other in enumerate(right):
            above = row[at + 1]
            row[at + 1] = diagonal + 1 if one == other else max(above, row[at])
            diagonal = above
    return row[-1]
