"""Damage that is only reported is shown where it stands."""

from __future__ import annotations

from plandraft.core.model.document import WarningCode
from plandraft.core.model.spans import Span
from plandraft.core.text.damage import damage_places
from plandraft.core.text.repairs import Repair

SHARES = "普及率达到30.5，入户率达到25，覆盖率达到95。"


def test_places_of_what_is_reported() -> None:
    places = damage_places(SHARES + "按照.加快建设。", ())
    kinds = [place.code for place in places]
    assert kinds == [WarningCode.LOST_PERCENT_SIGNS] * 3 + [WarningCode.LOST_TITLES]
    assert places[0].span.slice(SHARES) == "率达到30.5"


def test_what_a_repair_holds_is_not_told_twice() -> None:
    whole = Repair(Span(0, len(SHARES)), SHARES, SHARES, 1.0)
    assert damage_places(SHARES, [whole]) == ()


def test_fewer_than_are_reported_are_no_places() -> None:
    assert damage_places("普及率达到30.5，其余不变。", ()) == ()
