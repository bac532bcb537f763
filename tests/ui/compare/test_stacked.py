"""Two wordings in columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.inline import compare_texts
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer
from plandraft.ui.compare.stacked import StackColumn, place_columns, stack_columns


def columns(left: str, right: str) -> list[StackColumn]:
    inline = compare_texts(left, right, Gazetteer())
    return stack_columns(left, right, Span(0, len(left)), Span(0, len(right)), inline)


def test_replaced_words_stand_above_each_other() -> None:
    found = columns("全市建成120个社区服务站并开放", "全市建成95个社区服务站并开放")
    assert StackColumn("120", "95", ChangeClass.NUMBER) in found
    assert found[0] == StackColumn("全市建成", "全市建成")


def test_words_of_one_side_leave_a_gap() -> None:
    found = columns("加快建设电子政务平台", "加快建设统一的电子政务平台")
    gaps = [column for column in found if not column.upper]
    assert [gap.lower for gap in gaps] == ["统一的"]
    assert gaps[0].change_class is ChangeClass.WORDING


def test_a_moved_clause_stands_alone_on_both_sides() -> None:
    found = columns("完善水库调度，加固沿江堤防。", "加固沿江堤防，完善水库调度。")
    moved = [column for column in found if column.change_class is ChangeClass.ORDER]
    assert moved
    assert all(not column.upper or not column.lower for column in moved)


@given(st.text("完善，水库 2调。度", max_size=25), st.text("完善，水库 2调。度", max_size=25))
def test_joined_columns_are_the_two_wordings(left: str, right: str) -> None:
    found = columns(left, right)
    assert "".join(column.upper for column in found) == left
    assert "".join(column.lower for column in found) == right


@pytest.mark.parametrize("width", [30.0, 55.0, 200.0])
def test_rows_keep_to_the_width_and_lose_nothing(width: float) -> None:
    found = columns("全市建成120个社区服务站", "全市到明年建成95个服务站")
    placed = place_columns(found, width, lambda text: 10.0 * len(text))
    assert "".join(one.column.upper for one in placed) == "全市建成120个社区服务站"
    assert "".join(one.column.lower for one in placed) == "全市到明年建成95个服务站"
    assert all(one.left + one.width <= width for one in placed)
    assert [one.row for one in placed] == sorted(one.row for one in placed)


def test_no_row_begins_with_a_closing_mark() -> None:
    same = [StackColumn("一二三四五，六七", "一二三四五，六七")]
    placed = place_columns(same, 50.0, lambda text: 10.0 * len(text))
    assert [one.column.upper for one in placed] == ["一二三四", "五，六七"]


def test_punctuation_between_clauses_does_not_shift_the_letters() -> None:
    found = columns(
        "普及率达到30%；移动用户增加，网络覆盖全部乡镇和村庄。",
        "网络覆盖全部乡镇和村庄，普及率达到30%。",
    )
    kept = next(column for column in found if column.upper.startswith("网络覆盖"))
    assert kept.upper == kept.lower == "网络覆盖全部乡镇和村庄"
