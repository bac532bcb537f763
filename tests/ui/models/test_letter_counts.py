"""How many letters an entry has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import MatchSet, PassageKind
from plandraft.core.model.spans import Span
from plandraft.ui.models.entries import Entry, PairView
from plandraft.ui.models.letter_counts import LetterCounts

_TEXT = st.text(alphabet="规划，。a_1 ²Ⅳ𠮷\t、", min_size=1, max_size=30)


@given(_TEXT, _TEXT, st.data())
def test_one_counted_alone_is_as_many_as_among_all(
    left: str, right: str, data: st.DataObject
) -> None:
    ours, theirs = make_document(left), make_document(right)
    comparison = build_comparison(ours, theirs, MatchSet((), 0.0, 0.0), 0.0)
    spans = [
        Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(one.text))] * 2))))
        for one in (ours, theirs)
    ]
    entry = Entry(1, spans[0], spans[1], 1.0, PassageKind.EDITED)
    view = PairView(comparison, Reading.PASSAGES, (entry,), ())
    counts = [
        sum(letter.isalnum() for letter in span.slice(one.text))
        for span, one in zip(spans, (ours, theirs), strict=True)
    ]
    wanted = min(counts) if entry.both else max(counts)
    assert LetterCounts(view)[0] == wanted
    assert LetterCounts(view).every() == [wanted]


def test_without_a_view_nothing_is_counted() -> None:
    assert LetterCounts(None).every() == []
