"""Paragraphs that changed places come out one by one, clauses that moved do not."""

from __future__ import annotations

import pytest
from tests.helpers.documents import make_document

from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.passages import PassageKind

_STREET = "改造滨河老街三十六条巷道，沿街铺面统一更换木质招牌，夜间照明远程调节。"
_ORCHARD = "北山果园引来滴灌管道，山脚设置冷库和分拣线，果农按手机上的墒情开关阀门。"
_HARBOUR = "渔港补给站添置净水机组，码头摆渡船换成电动机，候船亭张贴潮汐时刻。"


@pytest.mark.parametrize(
    "order",
    [
        (_ORCHARD, _STREET),
        (_HARBOUR, _STREET, _ORCHARD),
        (_HARBOUR, _ORCHARD, _STREET),
    ],
    ids=["two", "last first", "reversed"],
)
def test_swapped_paragraphs_are_passages_of_their_own(order: tuple[str, ...]) -> None:
    ours = make_document("\n".join(sorted(order, key=(_STREET, _ORCHARD, _HARBOUR).index)))
    theirs = make_document("\n".join(order))
    matches = find_matches(ours, theirs, background=Background())
    pairs = [(one.left.slice(ours.text), one.right.slice(theirs.text)) for one in matches.passages]
    # What kept its order stays together; every other paragraph is found by itself.
    assert all(left == right for left, right in pairs)
    assert "".join(left for left, _ in pairs).replace("\n", "") == ours.text.replace("\n", "")
    assert len(pairs) >= 2


def test_swapped_sentences_of_one_paragraph_stay_one_passage() -> None:
    ours, theirs = make_document(_STREET + _ORCHARD), make_document(_ORCHARD + _STREET)
    (passage,) = find_matches(ours, theirs, background=Background()).passages
    assert passage.kind is PassageKind.REORDERED


def test_a_line_too_short_to_be_a_passage_is_not_cut_off() -> None:
    ours = make_document(f"{_STREET}\n{_ORCHARD}\n船只泊位")
    theirs = make_document(f"船只泊位\n{_STREET}\n{_ORCHARD}")
    (passage,) = find_matches(ours, theirs, background=Background()).passages
    assert passage.left.slice(ours.text).startswith(_STREET)
