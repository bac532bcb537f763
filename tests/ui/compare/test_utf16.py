"""Offsets between code points and UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from plandraft.ui.compare.utf16 import Utf16Map, harmless


@pytest.mark.parametrize(
    ("text", "offset", "unit"),
    [
        pytest.param("规划", 1, 1, id="no pair"),
        pytest.param("𠮷庄", 0, 0, id="before a pair"),
        pytest.param("𠮷庄", 1, 2, id="behind a pair"),
        pytest.param("到𠮷庄和𡘙村", 4, 5, id="between pairs"),
        pytest.param("到𠮷庄和𡘙村", 6, 8, id="at the end"),
    ],
)
def test_units_of_a_code_point(text: str, offset: int, unit: int) -> None:
    assert Utf16Map(text).to_units(offset) == unit
    assert Utf16Map(text).to_points(unit) == offset


def test_a_unit_inside_a_pair_is_its_beginning() -> None:
    assert Utf16Map("到𠮷庄").to_points(2) == 1


@given(st.text(alphabet="a规𠮷\n𡘙", max_size=40))
def test_it_agrees_with_the_codec_and_leads_back(text: str) -> None:
    units = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert units.to_units(offset) == len(text[:offset].encode("utf-16-le")) // 2
        assert units.to_points(units.to_units(offset)) == offset


@given(st.text(max_size=60))
def test_harmless_keeps_every_offset_in_qt(text: str) -> None:
    page = QTextDocument()
    page.setPlainText(harmless(text))
    assert page.characterCount() - 1 == Utf16Map(text).to_units(len(text))
    assert page.blockCount() == text.count("\n") + 1


@pytest.mark.parametrize("hostile", ["\r", "\x00", "\x0b", "\u2029", "\ufdd0", "\ufdd1", "\ufffc"])
def test_hostile_characters_stay_one_unit(hostile: str) -> None:
    page = QTextDocument()
    page.setPlainText(harmless(f"甲{hostile}乙\n丙"))
    cursor = QTextCursor(page)
    cursor.setPosition(2)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "乙"
    assert page.blockCount() == 2


def test_half_a_pair_does_not_break_the_page() -> None:
    assert harmless("甲\ud842乙") == "甲\ufffd乙"
