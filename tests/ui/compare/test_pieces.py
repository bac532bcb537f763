"""Rectangles of what is in sight, from lines that a test can count."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.changes import ChangeClass, ChangeKind, InlineSpan
from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.ui.compare.pieces import (
    Box,
    side_marks,
    visible_boxes,
    visible_marks,
    visible_pieces,
)
from plandraft.ui.compare.shades import build_shades


@dataclass(frozen=True)
class Line:
    """A line of letters that are all ten pixels wide."""

    span: Span
    top: float
    height: float = 20.0

    @property
    def column(self) -> tuple[float, float]:
        return 100.0, 210.0

    def x_at(self, offset: int) -> float:
        return 100.0 + 10.0 * (offset - self.span.start)


LINES = [Line(Span(0, 10), 0.0), Line(Span(10, 20), 20.0), Line(Span(21, 25), 50.0)]


def test_a_passage_over_three_lines_fills_the_column_without_a_gap() -> None:
    one = Passage(Span(8, 23), Span(0, 5), 1.0, PassageKind.IDENTICAL, ())
    pieces = list(visible_pieces(LINES, build_shades([one], left=True)))
    assert [piece.box for piece in pieces] == [
        Box(180, 0, 30, 20),
        Box(100, 20, 110, 20),
        Box(100, 40, 20, 30),
    ]
    assert {piece.entries for piece in pieces} == {(0,)}
    assert pieces[0].span == Span(8, 10)
    assert list(visible_boxes(LINES, one.left)) == [piece.box for piece in pieces]


def test_letters_are_measured_at_the_ends_of_a_passage_only() -> None:
    """Each measure takes long where a paragraph is a whole plan."""

    class Inner(Line):
        def x_at(self, offset: int) -> float:
            raise AssertionError(offset)

    one = Passage(Span(0, 99), Span(0, 5), 1.0, PassageKind.IDENTICAL, ())
    lines = [Inner(Span(10, 20), 0.0), Inner(Span(20, 30), 20.0)]
    pieces = list(visible_pieces(lines, build_shades([one], left=True)))
    assert [piece.box for piece in pieces] == [Box(100, 0, 110, 20), Box(100, 20, 110, 20)]


def test_two_passages_are_not_joined() -> None:
    both = [
        Passage(Span(15, 20), Span(0, 5), 1.0, PassageKind.IDENTICAL, ()),
        Passage(Span(21, 25), Span(0, 5), 1.0, PassageKind.IDENTICAL, ()),
    ]
    pieces = list(visible_pieces(LINES, build_shades(both, left=True)))
    assert pieces[1].box == Box(100, 50, 40, 20)


def test_marks_of_both_sides() -> None:
    inline = [
        InlineSpan(Span(2, 4), Span(30, 33), ChangeKind.REPLACED, ChangeClass.PLACE),
        InlineSpan(Span(10, 10), Span(40, 42), ChangeKind.INSERTED, ChangeClass.WORDING),
    ]
    left, right = side_marks(inline, left=True), side_marks(inline, left=False)
    assert [mark.span for mark in left] == [Span(2, 4), Span(10, 10)]
    assert [mark.other for mark in right] == [Span(2, 4), Span(10, 10)]
    pieces = list(visible_marks(LINES, left))
    assert pieces[0].box == Box(120, 0, 20, 20)
    assert pieces[1].box == Box(100, 20, 0, 20), "nothing stands here: a place without width"
