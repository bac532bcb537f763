"""Lists are read a line at a time, and say which line is wrong."""

from __future__ import annotations

import pytest

from plandraft.core.compare.own_wording import (
    BadLineError,
    Substitution,
    format_phrases,
    format_substitutions,
    merged_phrases,
    merged_substitutions,
    parse_phrases,
    parse_substitutions,
    phrases_in,
)


def test_phrases_are_read_a_line_each() -> None:
    text = "# 各地都写\n加强组织领导\n\n 健全  工作机制 \n加强组织领导。\n"
    assert parse_phrases(text) == ("加强组织领导", "健全 工作机制")
    assert parse_phrases(format_phrases(parse_phrases(text))) == parse_phrases(text)


def test_pairs_are_read_a_line_each() -> None:
    text = "# 机构\n经信委 = 工信局\n信息港＝数据湖\n工信局=经信委\n"
    pairs = (Substitution("经信委", "工信局"), Substitution("信息港", "数据湖"))
    assert parse_substitutions(text) == pairs
    assert parse_substitutions(format_substitutions(pairs)) == pairs


@pytest.mark.parametrize("line", ["三个字", "……！", "字" * 2_001])
def test_a_line_that_is_no_phrase_is_named(line: str) -> None:
    with pytest.raises(BadLineError) as caught:
        parse_phrases(f"加强组织领导\n# 注释\n{line}\n")
    assert caught.value.line == 3


@pytest.mark.parametrize(
    "line", ["经信委", "经信委 =", "委 = 局", "工信局 = 工信局。", "甲乙=乙丙=丙丁"]
)
def test_a_line_that_is_no_pair_is_named(line: str) -> None:
    with pytest.raises(BadLineError) as caught:
        parse_substitutions(f"信息港 = 数据湖\n{line}\n")
    assert (caught.value.line, caught.value.text) == (2, line)


def test_what_is_known_is_not_taken_twice() -> None:
    assert merged_phrases(("加强组织领导",), ("（一）加强，组织领导", "健全机制")) == (
        "加强组织领导",
        "健全机制",
    )
    first = Substitution("ＡＢ局", "甲乙委")
    assert merged_substitutions((first,), (Substitution("甲乙委", "ab局"),)) == (first,)


def test_a_stretch_of_text_gives_a_phrase_a_line() -> None:
    assert phrases_in("（一）加强组织领导\n\n  健全 工作机制。\n短") == (
        "（一）加强组织领导",
        "健全 工作机制。",
    )
