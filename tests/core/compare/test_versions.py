from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison, VersionKind, VersionRow
from plandraft.core.compare.versions import Reading, build_versions, suggest_reading
from plandraft.core.matching.engine import find_matches
from plandraft.io.importers.base import read_document

OLD = "渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌。"
EDITED = "渡口老街的巷道全部完成管线入地，沿河铺面统一换成铜质招牌。"
SECOND = "夜间照明由值守站远程调节，北山果园引来滴灌管道和冷库分拣线。"
THIRD = "棉纺旧厂改成社区食堂，二楼辟为儿童图书室，院内栽上香樟。"
FOURTH = "河埠头设三处自行车棚，船工宿舍加装电梯，渔市搬到堤外空场。"
FIFTH = "疏浚南北两条泄洪渠，沿渠种植芦苇，汛前逐段检查闸门。"
FIFTH_EDITED = "疏浚南北两条泄洪渠，沿渠补种芦苇，汛前逐段检修闸门。"


def compare(left: str, right: str) -> Comparison:
    ours, theirs = make_document(left), make_document(right)
    return build_comparison(ours, theirs, find_matches(ours, theirs), 0.1)


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            f"{row.kind}+edited" if row.edited else row.kind.value,
            "".join(row.left.slice(comparison.left.text).split()),
            "".join(row.right.slice(comparison.right.text).split()),
        )
        for row in build_versions(comparison)
    ]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        pytest.param([OLD, SECOND], [OLD, SECOND], ["equal"], id="the same"),
        pytest.param([OLD, SECOND], [EDITED, SECOND], ["edited", "equal"], id="edited"),
        pytest.param([OLD, SECOND], [OLD], ["equal", "deleted"], id="deleted"),
        pytest.param([OLD], [OLD, SECOND, THIRD], ["equal", "inserted"], id="inserted at the end"),
        pytest.param(
            [OLD, SECOND], [OLD, THIRD, SECOND], ["equal", "inserted", "equal"], id="in between"
        ),
        pytest.param([OLD], [SECOND], ["deleted", "inserted"], id="replaced"),
        pytest.param(
            [FIFTH, OLD, SECOND, THIRD],
            [OLD, SECOND, THIRD, FIFTH],
            ["moved", "equal"],
            id="moved",
        ),
        pytest.param(
            [FIFTH, OLD, SECOND, THIRD],
            [OLD, SECOND, THIRD, FIFTH_EDITED],
            ["moved+edited", "equal"],
            id="moved and edited",
        ),
        pytest.param(
            [OLD, SECOND, THIRD, FIFTH],
            [OLD, FIFTH, SECOND, FOURTH, THIRD],
            ["equal", "equal", "inserted", "equal", "moved"],
            id="moved among inserted",
        ),
    ],
)
def test_each_thing_that_can_happen(left: list[str], right: list[str], wanted: list[str]) -> None:
    head = "云汀市老街规划\n"
    found = told(compare(head + "\n".join(left), head + "\n".join(right)))
    kinds = [kind for kind, _, _ in found]
    assert kinds in (wanted, ["equal", *wanted])


def test_a_sentence_cut_in_two_is_one_edit() -> None:
    whole = OLD.replace("，", "；") + SECOND
    cut = OLD.replace("，", "。") + SECOND
    kinds = [kind for kind, _, _ in told(compare(whole, cut))]
    assert "deleted" not in kinds
    assert "inserted" not in kinds


def test_another_title_over_the_same_beginning() -> None:
    left = f"云汀市老街规划\n一、总则\n{OLD}\n{SECOND}"
    right = f"云汀市老街与渡口整治提升规划\n一、总则\n{OLD}\n{SECOND}\n二、分则\n{THIRD}\n{FOURTH}"
    comparison = compare(left, right)
    assert [kind for kind, _, _ in told(comparison)] == ["edited", "equal", "inserted"]
    assert told(comparison)[-1][2].startswith("二、分则")
    assert suggest_reading(comparison) is Reading.VERSIONS


def test_plans_that_share_a_passage_are_no_versions() -> None:
    left = "云汀市老街规划\n" + OLD + "\n" + THIRD * 3 + "\n" + FIFTH
    right = "澜川市水乡方案\n" + FOURTH * 3 + "\n" + OLD
    assert suggest_reading(compare(left, right)) is Reading.PASSAGES


_SENTENCE = st.sampled_from([OLD, EDITED, SECOND, THIRD, FOURTH, FIFTH, FIFTH_EDITED, "一、总则\n"])
_TEXT = st.lists(st.tuples(_SENTENCE, st.sampled_from(["", "\n"])), min_size=1, max_size=9).map(
    lambda parts: "".join(sentence + end for sentence, end in parts)
)


def covered(rows: tuple[VersionRow, ...], text: str, *, left: bool) -> list[int]:
    counts = [0] * len(text)
    for row in rows:
        span = row.left if left else row.right
        for at in range(span.start, span.end):
            counts[at] += 1
    return [count for count, letter in zip(counts, text, strict=True) if not letter.isspace()]


@given(_TEXT, _TEXT)
def test_every_letter_stands_in_one_row_on_its_side(left: str, right: str) -> None:
    comparison = compare(left, right)
    rows = build_versions(comparison)
    assert set(covered(rows, comparison.left.text, left=True)) <= {1}
    assert set(covered(rows, comparison.right.text, left=False)) <= {1}
    for row in rows:
        assert bool(row.left.length) == (row.kind is not VersionKind.INSERTED)
        assert bool(row.right.length) == (row.kind is not VersionKind.DELETED)
    in_order = [row for row in rows if row.kind in {VersionKind.EQUAL, VersionKind.EDITED}]
    assert [row.right.start for row in in_order] == sorted(row.right.start for row in in_order)


def test_one_real_plan_is_the_beginning_of_another(shared: Path) -> None:
    plans = sorted((shared / "plans").glob("*.txt"))
    left, right = read_document(plans[0]), read_document(plans[1])
    comparison = build_comparison(left, right, find_matches(left, right), 0.1)
    assert suggest_reading(comparison) is Reading.VERSIONS
    rows = build_versions(comparison)
    assert [row.kind.value for row in rows] == ["edited", "equal", "inserted"]
    assert rows[0].left.slice(left.text) == left.title
    assert rows[1].left.end == rows[2].left.start == len(left.text)
    assert rows[2].right.end == len(right.text)
