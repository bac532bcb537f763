"""Which stretches of one side stand in a passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.ui.compare.shades import build_shades
from plandraft.ui.models.entries import QUIET


def made(
    start: int, end: int, similarity: float = 0.9, kind: PassageKind = PassageKind.EDITED
) -> Passage:
    return Passage(Span(start, end), Span(0, 1), similarity, kind, ())


def test_overlaps_are_cut_and_the_most_similar_comes_first() -> None:
    shades = build_shades(
        [made(0, 10, 0.7), made(5, 12, 0.9, PassageKind.REORDERED)], left=True
    ).within(Span(0, 99))
    assert [(shade.span.start, shade.span.end, shade.entries) for shade in shades] == [
        (0, 5, (0,)),
        (5, 10, (1, 0)),
        (10, 12, (1,)),
    ]
    assert shades[1].kind is PassageKind.REORDERED


def test_the_right_side_has_spans_of_its_own() -> None:
    shades = build_shades([made(5, 9)], left=False)
    assert shades.entries_at(0) == (0,)
    assert shades.entries_at(5) == ()


def test_neighbours_stay_apart() -> None:
    shades = build_shades([made(0, 4), made(4, 8)], left=True)
    assert shades.entries_at(3) == (0,)
    assert shades.entries_at(4) == (1,)


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1])),
        max_size=12,
    )
)
def test_each_place_has_exactly_the_passages_over_it(spans: list[tuple[int, int]]) -> None:
    passages = [made(*span) for span in spans]
    index = build_shades(passages, left=True)
    for offset in range(82):
        wanted = {at for at, one in enumerate(passages) if one.left.contains(offset)}
        assert set(index.entries_at(offset)) == wanted
    seen = {shade.span for shade in index.within(Span(20, 40))}
    assert seen == {
        shade.span
        for shade in index.within(Span(0, 99))
        if shade.span.end > 20 and shade.span.start < 40
    }


def test_a_filter_uncovers_what_lies_below() -> None:
    shades = build_shades([made(0, 10, 0.7), made(5, 12, 0.9, PassageKind.REORDERED)], left=True)
    shades.show({0})
    assert [(one.span, one.kind, one.entries) for one in shades.within(Span(4, 20))] == [
        (Span(0, 5), PassageKind.EDITED, (0,)),
        (Span(5, 10), PassageKind.EDITED, (0,)),
    ]
    assert shades.entries_at(11) == ()


def test_what_is_quiet_lies_under_all_others() -> None:
    shades = build_shades([made(0, 10, 0.7), made(5, 12, 0.9, PassageKind.REORDERED)], left=True)
    shades.set_quiet({1})
    assert [(one.span, one.kind) for one in shades.within(Span(0, 20))] == [
        (Span(0, 5), PassageKind.EDITED),
        (Span(5, 10), PassageKind.EDITED),
        (Span(10, 12), QUIET),
    ]
