"""What most plans of a library have is found; versions of a plan count as one."""

from __future__ import annotations

import random

import pytest

from plandraft.core.compare.common_phrases import CommonPhrases, common_spans, find_common

PHRASE = "加强统筹协调压实各方责任"
LETTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))


def filler(seed: int, length: int = 400) -> str:
    """Return letters of which no eight in a row stand anywhere else."""
    made = random.Random(seed)
    return "".join(made.choice(LETTERS) for _ in range(length))


def plan(seed: int, phrase: str = PHRASE) -> str:
    return f"{filler(seed)}。{phrase}。{filler(seed + 1000)}"


def spans_in(text: str, found: CommonPhrases) -> list[tuple[str, int]]:
    return [(one.span.slice(text), one.plans) for one in common_spans(text, found)]


@pytest.mark.parametrize(
    ("with_phrase", "without", "wanted"),
    [
        pytest.param(4, 1, [(PHRASE, 4)], id="four of five"),
        pytest.param(4, 0, [(PHRASE, 4)], id="four of four"),
        pytest.param(3, 0, [], id="three plans are too few"),
        pytest.param(3, 2, [], id="three of five are too few"),
        pytest.param(6, 4, [(PHRASE, 6)], id="six of ten are enough"),
        pytest.param(5, 5, [], id="half is not most"),
    ],
)
def test_what_most_plans_have_is_common(
    with_phrase: int, without: int, wanted: list[tuple[str, int]]
) -> None:
    texts = [plan(seed) for seed in range(with_phrase)]
    texts += [plan(seed, "") for seed in range(100, 100 + without)]
    assert spans_in(texts[0], find_common(texts)) == wanted


def test_marks_and_layout_do_not_count() -> None:
    told = ["加强统筹协调，压实各方责任", "加强统筹协调、压实\n各方责任", PHRASE, PHRASE, PHRASE]
    texts = [plan(seed, phrase) for seed, phrase in enumerate(told)]
    found = find_common(texts)
    assert [spans_in(text, found) for text in texts] == [[(phrase, 5)] for phrase in told]


def test_versions_of_a_plan_count_as_one() -> None:
    versions = [f"{plan(1)}{filler(number, 60)}" for number in range(20, 25)]
    found = find_common([*versions, plan(2), plan(3)])
    assert found.plans == 3
    assert not spans_in(versions[0], found)
    assert spans_in(versions[0], find_common([*versions, plan(2), plan(3), plan(4)])) == [
        (PHRASE, 4)
    ]


def test_each_stretch_tells_of_all_its_pieces() -> None:
    longer = f"{PHRASE}确保任务落到实处"
    texts = [plan(seed, longer) for seed in range(4)] + [plan(seed) for seed in range(5, 7)]
    told = spans_in(texts[0], find_common(texts))
    assert [count for _text, count in told] == [4]
    assert told[0][0] == longer
    assert spans_in(texts[5], find_common(texts)) == [(PHRASE, 6)]


@pytest.mark.parametrize("texts", [[], [""], ["短"] * 6, [""] * 6], ids=repr)
def test_short_and_empty_plans_have_nothing_in_common(texts: list[str]) -> None:
    found = find_common(texts)
    assert all(common_spans(text, found) == () for text in texts)


def test_parts_give_what_the_whole_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [plan(seed) for seed in range(6)]
    whole = find_common(texts)
    monkeypatch.setattr("plandraft.core.compare.common_phrases._AT_ONCE", 700)
    assert find_common(texts) == whole
