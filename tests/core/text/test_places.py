from __future__ import annotations

import pytest

from plandraft.core.text.places import (
    Gazetteer,
    find_places,
    own_place,
    parse_gazetteer,
    short_name,
)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("云汀市数字经济发展“十五五”规划", "云汀"),
        ("关于印发澜川市“十五五”科技创新规划的通知", "澜川"),
        ("云 汀 市 数字经济发展规划", "云汀"),
        ("我市加快推进数字化建设", ""),
        ("关于加快推进数字化的实施意见", ""),
    ],
)
def test_title_names_the_own_place(title: str, place: str) -> None:
    assert own_place(title, "") == place


def test_text_names_the_place_where_the_title_does_not() -> None:
    text = "，澜川市、云汀市，澜川市。\n澜川市发展规划"
    assert own_place("实施意见", text) == "澜川"
    assert own_place("实施意见", "，澜川市。") == ""


def test_longer_names_win_and_units_belong_to_the_name() -> None:
    gazetteer = Gazetteer(frozenset({"云汀", "云汀港"}))
    mentions = find_places("云汀港区与云汀市、云汀", gazetteer)
    assert [(mention.name, mention.span.start, mention.span.end) for mention in mentions] == [
        ("云汀港", 0, 4),
        ("云汀", 5, 8),
        ("云汀", 9, 11),
    ]


def test_ordinary_words_count_only_with_their_unit() -> None:
    gazetteer = parse_gazetteer("# 注\n辽宁\t沈阳 朝阳\n")
    text = "朝阳产业在沈阳和朝阳市"
    names = [mention.span.slice(text) for mention in find_places(text, gazetteer)]
    assert names == ["沈阳", "朝阳市"]


def test_no_names_no_mentions() -> None:
    assert find_places("云汀市", Gazetteer()) == ()


def test_short_name_drops_the_unit_only() -> None:
    assert short_name("云汀市") == "云汀"
    assert short_name("沙市") == "沙市"
