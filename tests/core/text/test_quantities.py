"""Quantities in Chinese numerals, and numerals that measure nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.text.numbering import chinese_numeral
from plandraft.core.text.quantities import find_quantities, parse_amount

QUANTITIES = {
    "应当在三个工作日内办结": [("三个工作日", "3", "个工作日")],
    "覆盖率达到百分之六十，千分之五": [("百分之六十", "60", "%"), ("千分之五", "5", "‰")],
    "比重为百分之二点五，百分之百达标": [("百分之二点五", "2.5", "%"), ("百分之百", "100", "%")],
    "投资一千二百万元、三亿元": [("一千二百万元", "12000000", "元"), ("三亿元", "300000000", "元")],
    "占九成以上，不到三成；约八成企业": [
        ("九成", "90", "%"),
        ("三成", "30", "%"),
        ("八成", "80", "%"),
    ],
    "今后五年提高五个百分点": [("五年", "5", "年"), ("五个百分点", "5", "个百分点")],
    "十五日内报送，缩短到一小时": [("十五日", "15", "日"), ("一小时", "1", "小时")],
    "一年内建成两座、三十余家": [
        ("一年", "1", "年"),
        ("两座", "2", "座"),
        ("三十余家", "30", "家"),
    ],
    "突出四个重点、二十项工程": [("四个", "4", "个"), ("二十项", "20", "项")],
    "耕地十二万亩，翻一倍": [("十二万亩", "120000", "亩"), ("一倍", "1", "倍")],
}
NOT_QUANTITIES = [
    "一定",
    "一体化",
    "一系列",
    "一批项目",
    "一个中心",
    "一项",
    "三农",
    "四化",
    "十一五",
    "十五期间",
    "万众一心",
    "十分重要",
    "千家万户",
    "百年大计",
    "双百",
    "二〇〇六年十月十九日",
    "二○○六年",
    "二OO六年五月",
    "第三个",
    "第十四个五年规划",
    "初三",
    "三级",
    "二十届四中全会",
    "三年级",
    "三大产业",
    "一二三产业",
    "二次供水",
    "三次产业",
    "一元化",
    "二元结构",
    "“三个代表”",
    "三个代表重要思想",
    "四个全面",
    "两个一百年",
    "五个一工程",
    "两手抓",
    "一站式",
    "一网通办",
    "三中全会",
    "三五成群",
    "完成",
    "三成立",
    "八成员单位",
    "五保户",
    "三峡",
    "六部门",
    "九处理",
    "三人民",
    "十条件",
]
VALUES = {
    "零": 0,
    "十": 10,
    "二十三": 23,
    "一百零五": 105,
    "两万三千": 23_000,
    "一万二千三百四十五": 12_345,
    "三万零五百": 30_500,
    "二十亿五千万": 2_050_000_000,
    "二〇〇六": None,
    "三五": None,
    "三万五": None,
    "一百二": None,
    "百": None,
    "万亿": None,
    "十百": None,
}


@pytest.mark.parametrize(("text", "wanted"), QUANTITIES.items(), ids=QUANTITIES)
def test_quantity_is_found(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = find_quantities(text)
    assert [(one.span.slice(text), str(one.value), one.unit) for one in found] == wanted


@pytest.mark.parametrize("text", NOT_QUANTITIES)
def test_numeral_that_measures_nothing_is_left_out(text: str) -> None:
    assert find_quantities(text) == ()


def test_round_numbers_are_told() -> None:
    assert [one.about for one in find_quantities("三十余家，一千多户，五十家")] == [
        True,
        True,
        False,
    ]


def test_the_numeral_is_what_another_number_would_stand_for() -> None:
    text = "三十余家，一千二百万元，百分之六十，九成以上"
    found = [one.numeral.slice(text) for one in find_quantities(text)]
    assert found == ["三十", "一千二百万", "百分之六十", "九成"]


@pytest.mark.parametrize(("numeral", "value"), VALUES.items(), ids=VALUES)
def test_value_of_a_numeral(numeral: str, value: int | None) -> None:
    assert parse_amount(numeral) == (None if value is None else Decimal(value))


@given(st.integers(0, 9999))
def test_every_numeral_is_understood(value: int) -> None:
    assert parse_amount(chinese_numeral(value)) == value


@given(st.text(alphabet="零〇一二十百千万亿两点分之成个年元家 第“", max_size=30))
def test_any_text_is_searched(text: str) -> None:
    for one in find_quantities(text):
        assert one.value >= 0
        assert one.span.slice(text)
