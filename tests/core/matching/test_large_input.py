"""Inputs that break other engines are answered, and rightly."""

from __future__ import annotations

import random

import pytest

from plandraft.core.matching.candidates import find_runs
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.matching.passages import PassageKind
from plandraft.core.model.document import Document, Origin
from plandraft.core.model.spans import identity_map
from plandraft.core.text.places import Gazetteer

_HAN = [chr(0x4E00 + at) for at in range(3000)]


def _document(text: str) -> Document:
    return Document(text, (), "", "", Origin("", "txt", "utf-8", ""), identity_map(len(text)))


def _letters(count: int, alphabet: list[str], seed: int) -> str:
    return "".join(random.Random(seed).choices(alphabet, k=count))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("甲" * 100_000, "甲" * 90_000),
        (_letters(50_000, ["甲", "乙"], 1), _letters(50_000, ["甲", "乙"], 2)),
        ("2026年1月 " * 10_000, "2026年1月 " * 10_000 + "止"),
        (_letters(200_000, _HAN, 1), _letters(200_000, _HAN, 2)),
    ],
    ids=["one character", "two characters", "one date", "chance"],
)
def test_repetition_and_chance_make_no_passage(left: str, right: str) -> None:
    assert find_matches(_document(left), _document(right)).passages == ()


@pytest.mark.parametrize("size", [1000, 100_000])
def test_seeds_grow_with_the_length_only(size: int) -> None:
    left = prepare_text(_letters(size, _HAN[:12], 1), Gazetteer())
    right = prepare_text(_letters(size, _HAN[:12], 2), Gazetteer())
    assert len(find_runs(left, right)) <= 4 * 2 * size


def test_identical_long_texts_are_one_passage() -> None:
    text = _letters(300_000, _HAN, 3)
    (passage,) = find_matches(_document(text), _document(text)).passages
    assert (passage.kind, passage.left.length) == (PassageKind.IDENTICAL, 300_000)


def test_a_long_text_with_edits_everywhere_is_one_passage() -> None:
    text = _letters(60_000, _HAN, 4)
    chance = random.Random(5)
    edited = "".join(chance.choice(_HAN) if chance.random() < 0.05 else one for one in text)
    (passage,) = find_matches(_document(text), _document(edited)).passages
    assert passage.left.length > 59_900
    assert 0.93 < passage.similarity < 0.97
