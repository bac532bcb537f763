"""Back and forward, pins, and what is kept over a restart."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.compare.comparisons import LEFT_ORDER, make_comparison
from tests.ui.compare.conftest import settle

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.versions import Reading
from plandraft.core.model.spans import Span
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.jump_history import JumpHistory, Place
from plandraft.ui.compare.pair_memory import (
    PairMemory,
    memories_from_data,
    memories_to_data,
    with_pin,
)
from plandraft.ui.compare.scroll_sync import join_anchors

OpenPage = Callable[..., ComparePage]
ALT = Qt.KeyboardModifier.AltModifier


def scrolls(page: ComparePage) -> tuple[int, int]:
    left, right = page.stage.left.verticalScrollBar(), page.stage.right.verticalScrollBar()
    return left.value(), right.value()


def test_alt_left_and_right_go_through_the_jumps(page: ComparePage) -> None:
    seen = []
    for entry in (0, 2, 3):
        page.set_current(entry)
        seen.append((entry, scrolls(page)))
    for entry, place in (seen[1], seen[0]):
        QTest.keyClick(page.stage.left, Qt.Key.Key_Left, ALT)
        assert page.current == entry
        assert scrolls(page) == pytest.approx(place, abs=30)
    QTest.keyClick(page.stage.left, Qt.Key.Key_Right, ALT)
    assert page.current == 2
    page.set_current(1)
    before = page.current
    QTest.keyClick(page.stage.left, Qt.Key.Key_Right, ALT)
    assert page.current == before, "a new jump forgets what lay ahead"


def test_back_crosses_a_change_of_reading(page: ComparePage) -> None:
    page.set_current(2)
    page.set_reading(Reading.VERSIONS)
    page.reader.go_back()
    while page.reading is Reading.VERSIONS:
        page.reader.go_back()
    assert page.current == 2


def test_the_history_is_bounded_and_skips_where_one_is() -> None:
    history = JumpHistory()
    places = [Place(Reading.PASSAGES, at, at, at) for at in range(500)]
    for place in places:
        history.leave(place)
    assert history.back(places[499]) == places[498]
    assert history.forward(places[498]) == places[499]
    back = 0
    here = places[499]
    while (place := history.back(here)) is not None:
        here, back = place, back + 1
    assert back < 250


def test_pinned_places_stay_level_while_scrolling(page: ComparePage) -> None:
    left, right = page.stage.left, page.stage.right
    assert left.page is not None
    assert right.page is not None
    ours = left.page.document.text.index("工程第6段")
    theirs = right.page.document.text.index("重点第9段")
    left.put_caret(ours)
    right.put_caret(theirs)
    QTest.keyClick(
        left, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.reader.pins == ((ours, theirs),)
    assert len(page.stage.gutter._pins) == 1

    def gap() -> float:
        """Scroll down to the left place and return how far from level both stand then."""
        page.stage.sync.restore(0, 0)
        bar, tops = left.verticalScrollBar(), []
        for pane, at in ((left, ours), (right, theirs)):
            geometry = pane.geometry_of_page()
            assert geometry is not None
            tops.append(geometry.extent(Span(at, at + 1)).top)
        while left.view().reference < tops[0] and bar.value() < bar.maximum():
            bar.setValue(bar.value() + 5)
        return abs((tops[0] - left.view().value) - (tops[1] - right.view().value))

    assert gap() < 80
    pinned = gap()
    page.reader.remove_pins()
    assert gap() > pinned + 100
    assert page.reader.pins == ()


def test_a_pin_that_crosses_older_ones_replaces_them() -> None:
    pins = with_pin(with_pin((), (10, 10)), (50, 60))
    assert with_pin(pins, (30, 80)) == ((10, 10), (30, 80))
    assert with_pin(pins, (50, 70)) == ((10, 10), (50, 70))


def test_anchors_that_cross_a_pin_give_way() -> None:
    anchors = [
        (Span(0, 10), Span(0, 10)),
        (Span(20, 30), Span(90, 99)),
        (Span(80, 90), Span(120, 130)),
    ]
    assert join_anchors(anchors, [(40, 50)]) == [
        anchors[0],
        (Span(40, 41), Span(50, 51)),
        anchors[2],
    ]


def test_everything_survives_a_restart(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    page.set_current(3)
    page.stage.left.put_caret(100)
    page.stage.right.put_caret(140)
    page.reader.pin_carets()
    page.work.difference.classes.switches[ChangeClass.PUNCTUATION].trigger()
    page.set_reading_size(13)
    page.head.in_step.setChecked(False)
    settle(qtbot, page)
    kept = json.loads(json.dumps(page.state()))

    again = open_page(make_comparison(passages=False))
    again.clear()
    again.reader._memories.clear()
    again.restore_state(kept)
    again.show_comparison(make_comparison())
    settle(qtbot, again)
    assert again.current == 3
    assert again.reader.pins == ((100, 140),)
    assert again.reading_size == 13
    assert not again.head.in_step.isChecked()
    assert ChangeClass.PUNCTUATION not in again.work.difference.classes.on
    assert again.stage.left.page is not None
    offset = again.stage.left.page.document.text.index(LEFT_ORDER)
    assert any(line.span.contains(offset) for line in again.stage.left.visible_lines())


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        7,
        [],
        {"points": "big", "in_step": 3, "hidden_classes": "x", "pairs": [1]},
        {"points": True, "hidden_classes": [1, None, "nonsense"], "pairs": {"a": 1, "b": {}}},
        {"points": -5, "pairs": {"k": {"reading": "x", "place": [1], "pins": [[1, 2, 3], 4]}}},
        {"points": float("nan")},
        {"points": 1e308},
    ],
)
def test_damaged_state_does_no_harm(page: ComparePage, damaged: object) -> None:
    page.restore_state(damaged)
    page.show_comparison(make_comparison())
    assert page.current is not None
    assert 8 <= page.reading_size <= 28


def test_places_beyond_a_shorter_text_are_no_trouble(open_page: OpenPage) -> None:
    page = open_page()
    kept = page.state()
    pairs = kept["pairs"]
    assert isinstance(pairs, dict)
    (memory,) = pairs.values()
    memory["place"] = [10**9, 10**9]
    memory["pins"] = [[10**9, 5]]
    again = open_page(make_comparison(passages=False))
    again.clear()
    again.reader._memories.clear()
    again.restore_state(kept)
    again.show_comparison(make_comparison())
    again.stage.left.verticalScrollBar().setValue(200)
    assert again.comparison is not None


_PIN = st.tuples(st.integers(0, 99), st.integers(0, 99))


@given(st.lists(_PIN, max_size=12), st.sampled_from([None, *Reading]), st.none() | _PIN)
def test_memories_come_back(
    pins: list[tuple[int, int]], reading: Reading | None, place: tuple[int, int] | None
) -> None:
    kept: tuple[tuple[int, int], ...] = ()
    for pin in pins:
        kept = with_pin(kept, pin)
    assert [right for _, right in kept] == sorted(right for _, right in kept)
    memories = {"a:b": PairMemory(reading, place, place, kept)}
    assert memories_from_data(json.loads(json.dumps(memories_to_data(memories)))) == memories
