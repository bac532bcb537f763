"""The period of a plan is told from its title, else from how it begins."""

from __future__ import annotations

import pytest

from plandraft.core.text.periods import own_period


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        pytest.param("云汀市“十四五”数字政府规划", "", "十四五", id="quoted in the title"),
        pytest.param("云汀市十五信息化规划", "“十一五”", "十五", id="bare in the title"),
        pytest.param("云汀市十五五规划", "", "十五五", id="not the 十五 inside 十五五"),
        pytest.param("云汀市规划（2021—2025年）", "", "十四五", id="years"),
        pytest.param("云汀市规划（2023-2027年）", "", "", id="years of no period"),
        pytest.param("意见", "“十五”以来……“十一五”期间。“十一五”末", "十一五", id="most often"),
        pytest.param("意见", "“十五”回顾，“十一五”展望", "十一五", id="the later of two"),
        pytest.param("意见", "规划期为2026至2030年", "十五五", id="years in the text"),
        pytest.param("意见", "十五个县，十五年", "", id="a number"),
        pytest.param("意见", "字" * 5000 + "“十三五”", "", id="far from the beginning"),
    ],
)
def test_own_period(title: str, text: str, period: str) -> None:
    assert own_period(title, text) == period
