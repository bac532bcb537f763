"""Titles, signatures, dates, furniture."""

from __future__ import annotations

import pytest

from plandraft.core.text import titles

TITLES = {
    "one line": (["云汀市信息化规划", "为加快建设。"], "云汀市信息化规划"),
    "no genre": (["云汀市召开会议部署工作", "近日，会议召开。"], "云汀市召开会议部署工作"),
    "two lines": (
        ["云汀市国民经济和社会发展", "第十五个五年规划纲要", "前言"],
        "云汀市国民经济和社会发展第十五个五年规划纲要",
    ),
    "three lines": (
        ["云汀市人民政府", "关于印发信息化", "规划的通知", "各县："],
        "云汀市人民政府关于印发信息化规划的通知",
    ),
    "years below": (
        ["云汀市信息化规划", "（2026—2030年）", "为加快。"],
        "云汀市信息化规划（2026—2030年）",
    ),
    "said twice": (["云汀市信息化规划", "云汀市信息化规划", "为加快。"], "云汀市信息化规划"),
    "below a number": (["云政发〔2026〕3号", "云汀市信息化规划", "为加快。"], "云汀市信息化规划"),
    "below furniture": (["【打印】【关闭】", "云汀市信息化规划", "为加快。"], "云汀市信息化规划"),
    "sentence first": (["为加快建设，制定本规划。", "一、总则"], ""),
    "label first": (["一、总则", "为加快建设。"], ""),
    "preface first": (["前言", "为加快建设。"], ""),
}


@pytest.mark.parametrize(("lines", "title"), TITLES.values(), ids=TITLES)
def test_title(lines: list[str], title: str) -> None:
    assert titles.join_title(lines, titles.find_title(lines)) == title


@pytest.mark.parametrize(
    "line",
    ["2026年3月8日", "二〇二六年三月八日", "二○○六年十月十九日", "二OO六年五月", "（2026年3月）"],
)
def test_date(line: str) -> None:
    assert titles.is_date(line)


@pytest.mark.parametrize("line", ["2026年", "到2026年3月8日", "2026年3月8日印制完成", "三月八日"])
def test_no_date(line: str) -> None:
    assert not titles.is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "【打印】【关闭】",
        "来源：云汀日报",
        "发布时间：2026-03-08",
        "- 12 -",
        "第 3 页 共 20 页",
        "一、总体要求…………3",
        "上一篇：云汀市召开会议",
    ],
)
def test_furniture(line: str) -> None:
    assert titles.is_furniture(line)


@pytest.mark.parametrize("line", ["来源多样，渠道畅通。", "一、总体要求", "打印机普及率达到80%"])
def test_no_furniture(line: str) -> None:
    assert not titles.is_furniture(line)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("前\u3000言", 1),
        ("名词解释", 1),
        ("2035年远景目标：", 3),
        ("重点任务：", 3),
        ("具体目标如下：", 0),
        ("到2030年，实现以下目标：", 0),
        ("主要表现在：", 0),
        ("远景目标：到2030年建成。", 0),
    ],
)
def test_unnumbered_heading(line: str, level: int) -> None:
    assert titles.unnumbered_level(line) == level


def test_box_number() -> None:
    assert titles.box_number("专栏1 数字基础设施工程") == "专栏1"
    assert titles.box_number("专栏\u3000六大工程") == "专栏"
    assert titles.box_number("表2 主要指标") == "表2"
    assert not titles.box_number("表明我市建设取得成效。")
