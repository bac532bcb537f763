from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.model.spans import Span
from plandraft.core.text.normalize import count_letters, normalize

_MIXED = st.text(
    st.sampled_from("云汀市数字经济 \n\u00a0\u3000，。,.（)“”１2aＡ％%\ue004𠮷①㎡"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("云汀市，数字 经济。", "云汀市数字经济"),
        ("１２．５％ＡＢ", "125ab"),
        ("（一）总体要求\ue004\u3000\u3000", "一总体要求"),
        ("𠮷字", "𠮷字"),
        ("㎡①", "m21"),
        ("", ""),
        ("，。！\n", ""),
    ],
)
def test_only_letters_and_digits_remain(text: str, letters: str) -> None:
    assert normalize(text).text == letters


def test_spans_lead_back_to_the_source() -> None:
    normalized = normalize("甲，乙\n丙。丁")
    assert normalized.to_source(Span(1, 3)) == Span(2, 5)
    assert normalized.to_source(Span(2, 2)) == Span(4, 4)


@given(_MIXED)
def test_every_letter_comes_from_its_offset(text: str) -> None:
    normalized = normalize(text)
    assert len(normalized.offsets) == len(normalized.text)
    assert list(normalized.offsets) == sorted(normalized.offsets)
    for letter, offset in zip(normalized.text, normalized.offsets, strict=True):
        assert letter in normalize(text[offset]).text


@given(_MIXED)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalize(text).text
    assert normalize(once).text == once


def test_letters_are_counted_without_marks() -> None:
    assert count_letters("“十五五”期间，3个。") == 7
