from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.compare.clauses import link_clauses
from plandraft.core.text.places import Gazetteer

_CLAUSE = st.sampled_from(
    ["老街巷道完成入地，", "铺面更换木质招牌，", "夜间照明远程调节。", "果园引来滴灌管道；"]
)
_TEXT = st.lists(_CLAUSE, max_size=5).map("".join)


def _links(left: str, right: str) -> list[tuple[str | None, str | None]]:
    return [
        (one.left and one.left.slice(left), one.right and one.right.slice(right))
        for one in link_clauses(left, right, Gazetteer())
    ]


def test_moved_dropped_and_new_clauses() -> None:
    left = "老街巷道完成入地，铺面更换木质招牌，夜间照明远程调节。"
    right = "夜间照明由远程调节，老街的巷道完成入地，果园引来滴灌管道。"
    assert _links(left, right) == [
        ("老街巷道完成入地", "老街的巷道完成入地"),
        ("铺面更换木质招牌", None),
        ("夜间照明远程调节", "夜间照明由远程调节"),
        (None, "果园引来滴灌管道"),
    ]


@given(_TEXT, _TEXT)
def test_every_clause_stands_in_one_link(left: str, right: str) -> None:
    links = link_clauses(left, right, Gazetteer())
    lefts = [one.left for one in links if one.left]
    rights = [one.right for one in links if one.right]
    assert len(set(lefts)) == len(lefts) == sum(left.count(mark) for mark in "，。；")
    assert len(set(rights)) == len(rights) == sum(right.count(mark) for mark in "，。；")
