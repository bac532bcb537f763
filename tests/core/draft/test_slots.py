from __future__ import annotations

from dataclasses import replace

import pytest

from plandraft.core.draft.assemble import fill_slots, open_slots
from plandraft.core.draft.draft import Draft, DraftBlock, Provenance
from plandraft.core.draft.slots import PERIOD_STARTS, fill_block, slot_values

VALUES = {"城市": "云汀市", "规划期": "十五五", "领域": ""}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        pytest.param("没有空格", "没有空格", id="nothing to fill"),
        pytest.param("【城市】“【规划期】”规划", "云汀市“十五五”规划", id="two slots"),
        pytest.param("【领域】规划", "【领域】规划", id="empty stays open"),
        pytest.param("【专栏1】", "【专栏1】", id="unknown stays"),
        pytest.param("【城市简称】人", "云汀人", id="derived"),
        pytest.param("【基期年】【起始年】【目标年】", "202520262030", id="years"),
        pytest.param("【上一规划期】", "十四五", id="period before"),
        pytest.param("第【规划序数】个五年规划", "第十五个五年规划", id="ordinal"),
        pytest.param("【城市", "【城市", id="unclosed"),
        pytest.param("【【城市】】", "【云汀市】", id="nested"),
    ],
)
def test_fill_slots(text: str, filled: str) -> None:
    assert fill_slots(text, VALUES) == filled


def test_a_value_is_not_filled_again() -> None:
    assert fill_slots("【城市】", {"城市": "【规划期】", "规划期": "十五五"}) == "【规划期】"


@pytest.mark.parametrize(
    ("city", "short"),
    [
        ("云汀市", "云汀"),
        ("澄浦新区", "澄浦"),
        ("南屏自治县", "南屏"),
        ("沙市", "沙市"),
        ("云汀", "云汀"),
    ],
)
def test_short_name_of_a_city(city: str, short: str) -> None:
    assert slot_values({"城市": city})["城市简称"] == short


def test_given_values_win_over_derived_ones() -> None:
    values = slot_values({"规划期": "“十五五”", "目标年": "2029"})
    assert (values["起始年"], values["目标年"]) == ("2026", "2029")


def test_an_unknown_period_gives_no_years() -> None:
    assert slot_values({"规划期": "长远"}) == {"规划期": "长远"}


def test_periods_follow_each_other() -> None:
    starts = list(PERIOD_STARTS.values())
    assert starts == list(range(starts[0], starts[-1] + 1, 5))
    assert "上一规划期" not in slot_values({"规划期": "十五"})


def test_open_slots_in_order_of_use(draft: Draft) -> None:
    assert open_slots(draft) == ("领域",)
    emptied = replace(draft, slots=(("城市", ""), ("规划期", ""), ("领域", "")))
    assert open_slots(emptied) == ("城市", "规划期", "领域", "目标年", "城市简称")


def test_brackets_of_a_source_are_wording(draft: Draft, source: Provenance) -> None:
    block = DraftBlock(9, "【专栏】【城市】与【其他】", replace(source, text="【专栏】甲市"))
    assert fill_block(block, VALUES) == "【专栏】云汀市与【其他】"
    section = replace(draft.sections[1], blocks=(block,))
    changed = replace(draft, sections=(draft.sections[0], section, *draft.sections[2:]))
    assert open_slots(changed) == ("领域", "其他")
