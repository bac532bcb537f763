from __future__ import annotations

import pytest

from plandraft.core.model.spans import OffsetMap, OffsetRun, Span, identity_map


def test_span_measures_and_slices() -> None:
    span = Span(2, 5)
    assert span.length == 3
    assert span.slice("一二三四五六") == "三四五"
    assert span.contains(2)
    assert not span.contains(5)
    assert span.overlap(Span(4, 9)) == 1
    assert span.overlap(Span(5, 9)) == 0


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_span_refuses_what_is_no_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_offset_map_leads_back_over_inserted_line_feeds() -> None:
    # Source "一、总则  第一条", recovered "一、总则\n第一条".
    back = OffsetMap((OffsetRun(0, 0, 4), OffsetRun(5, 6, 3)))
    assert [back.to_source(offset) for offset in (0, 3, 4, 5, 7)] == [0, 3, 4, 6, 8]
    assert back.span_to_source(Span(2, 7)) == Span(2, 8)
    assert back.span_to_source(Span(5, 5)) == Span(6, 6)


def test_identity_map_changes_nothing() -> None:
    back = identity_map(4)
    assert [back.to_source(offset) for offset in range(5)] == [0, 1, 2, 3, 4]
