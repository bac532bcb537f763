from __future__ import annotations

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import ChangeClass, ChangeKind
from plandraft.core.compare.inline import build_inline, compare_texts
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.text.places import Gazetteer

_PLACES = Gazetteer(frozenset({"云汀", "澜川"}))


def _table(left: str, right: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.kind.value, one.change_class.value, one.left.slice(left), one.right.slice(right))
        for one in compare_texts(left, right, _PLACES)
    ]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("老街巷道完成管线入地", "老街巷道完成管线入地", []),
        ("到2030年建成老街", "到2035年建成老街", [("replaced", "number", "2030", "2035")]),
        ("应当在三个工作日内答复", "应当在五个工作日内答复", [("replaced", "number", "三", "五")]),
        ("覆盖率达到百分之六十", "覆盖率达到75%", [("replaced", "number", "百分之六十", "75")]),
        (
            "三农和一体化的渡口",
            "四农和全体化的渡口",
            [("replaced", "wording", "三", "四"), ("replaced", "wording", "一", "全")],
        ),
        ("云汀市渡口老街", "澜川渡口老街", [("replaced", "place", "云汀市", "澜川")]),
        ("老街巷道，完成管线", "老街巷道；完成管线", [("replaced", "punctuation", "，", "；")]),
        ("老街巷道完成管线", "老街巷道、完成管线", [("inserted", "punctuation", "", "、")]),
        (
            "老街巷道全部完成管线入地",
            "老街巷道基本完成管线入地",
            [("replaced", "wording", "全部", "基本")],
        ),
        ("老街巷道完成管线入地", "老街巷道全面完成管线入地", [("inserted", "wording", "", "全面")]),
        ("沿街铺面统一更换木质招牌", "沿街铺面更换木质招牌", [("deleted", "wording", "统一", "")]),
    ],
)
def test_each_difference_has_its_class(
    left: str, right: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    assert _table(left, right) == wanted


def test_a_moved_clause_names_both_places() -> None:
    left = "夜间照明由值守站远程调节，渡口老街的巷道完成管线入地"
    right = "渡口老街的巷道完成管线入地，夜间照明由值守站远程调节"
    moved = [one for one in compare_texts(left, right, _PLACES) if one.kind is ChangeKind.MOVED]
    assert [(one.left.slice(left), one.right.slice(right)) for one in moved] == [
        ("夜间照明由值守站远程调节", "夜间照明由值守站远程调节")
    ] or [one.left.slice(left) for one in moved] == ["渡口老街的巷道完成管线入地"]
    assert all(one.change_class is ChangeClass.ORDER for one in moved)


def test_spans_of_a_passage_are_those_of_the_documents() -> None:
    body = "渡口老街{}条巷道全部完成管线入地，沿街铺面统一更换木质招牌。"
    left = make_document("云汀市老街规划\n棉纺旧厂改食堂。\n" + body.format(36), place="云汀")
    right = make_document("澜川市水乡方案\n" + body.format(52), place="澜川")
    matches = find_matches(left, right, background=Background(_PLACES))
    comparison = build_comparison(left, right, matches, 0.1, _PLACES)
    (only,) = build_inline(comparison, comparison.rows[0].passage)
    assert only.left.slice(left.text) == "36"
    assert only.right.slice(right.text) == "52"


def test_rows_count_in_left_order_and_name_their_sections() -> None:
    first = "渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌。"
    second = "夜间照明由值守站远程调节，北山果园引来滴灌管道和冷库分拣线。"
    ours = "棉纺旧厂改成社区食堂，二楼辟为儿童图书室，院内栽上香樟。" * 3
    theirs = "河埠头设三处自行车棚，船工宿舍加装电梯，渔市搬到堤外。" * 3
    left = make_document(f"云汀市老街规划\n一、老街\n{first}\n{ours}\n二、夜景\n{second}")
    right = make_document(f"澜川市水乡方案\n一、灯光\n{second}\n{theirs}\n二、巷道\n{first}")
    comparison = build_comparison(left, right, find_matches(left, right), 0.1)
    rows = [(row.number, row.left_section, row.right_section) for row in comparison.rows]
    assert [row[0] for row in rows] == [1, 2]
    assert "老街" in rows[0][1]
    assert "巷道" in rows[0][2]
    assert "灯光" in rows[1][2]
