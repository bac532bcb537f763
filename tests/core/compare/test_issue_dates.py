"""When a plan was made, and which of several was first."""

from __future__ import annotations

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.issue_dates import IssueDate, first_of, issue_date, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2006年3月20日", IssueDate(2006, 3, 20)),
        ("（二〇〇六年三月二十日）", IssueDate(2006, 3, 20)),
        ("二○○六年十二月", IssueDate(2006, 12)),
        ("二〇一〇年十月三十一日", IssueDate(2010, 10, 31)),
        ("2006-03-20", IssueDate(2006, 3, 20)),
        ("2006.3.20 印发", IssueDate(2006, 3, 20)),
        ("2006-03", IssueDate(2006, 3)),
        ("2011年", IssueDate(2011)),
        ("没有日期", None),
        ("编号 12006年3月", None),
        ("1066年10月14日", None),
        ("2006年13月1日", None),
        ("", None),
    ],
)
def test_dates(text: str, date: IssueDate | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (IssueDate(2005), IssueDate(2006, 1, 1), True),
        (IssueDate(2006, 3), IssueDate(2006, 4, 1), True),
        (IssueDate(2006, 3, 1), IssueDate(2006, 3, 2), True),
        (IssueDate(2006), IssueDate(2006, 4), False),
        (IssueDate(2006, 3), IssueDate(2006, 3, 2), False),
        (IssueDate(2006, 3, 2), IssueDate(2006, 3, 2), False),
        (IssueDate(2007, 1, 1), IssueDate(2006, 12, 31), False),
    ],
)
def test_before_as_far_as_both_are_known(one: IssueDate, other: IssueDate, before: bool) -> None:
    assert one.is_before(other) is before


def test_a_plan_is_dated_by_its_own_line_else_by_the_library() -> None:
    text = "云汀市供水规划\n一、现状\n供水工程覆盖全市各乡镇。\n云汀市人民政府\n二〇一一年五月六日"
    document = make_document(text)
    assert issue_date(document) == IssueDate(2011, 5, 6)
    assert issue_date(document, "2011") == IssueDate(2011, 5, 6)
    assert issue_date(document, "2012") == IssueDate(2012)
    assert issue_date(document, "2011-06") == IssueDate(2011, 6)
    assert issue_date(document, "不详") == IssueDate(2011, 5, 6)
    undated = make_document("云汀市供水规划\n一、现状\n供水工程覆盖全市各乡镇。")
    assert issue_date(undated, "2012") == IssueDate(2012)
    assert issue_date(undated) is None


def test_the_first_is_named_only_where_it_is_certain() -> None:
    dates = (IssueDate(2008), IssueDate(2006, 5), IssueDate(2006), None)
    assert first_of(dates, (0, 1)) == 1
    assert first_of(dates, (0, 1, 2)) is None
    assert first_of(dates, (0, 3)) is None
    assert first_of(dates, (1,)) is None
    assert first_of(dates, ()) is None
