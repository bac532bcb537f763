"""Where a source breaks into lines."""

from __future__ import annotations

import pytest

from plandraft.core.text.layout import find_lines

BREAKS = {
    "line feeds": ("甲乙。\n丙丁。", ["甲乙。", "丙丁。"]),
    "carriage returns": ("甲乙。\r\n丙丁。\r戊己。", ["甲乙。", "丙丁。", "戊己。"]),
    "non-breaking spaces": (
        "建设网络。\u00a0\u00a0\u00a0 继续建设。",
        ["建设网络。", "继续建设。"],
    ),
    "full-width spaces": ("建设网络。 \u3000\u3000继续建设。", ["建设网络。", "继续建设。"]),
    "full-width spaces behind a heading": (
        "一、建设网络\u3000\u3000继续建设网络。",
        ["一、建设网络", "继续建设网络。"],
    ),
    "marks of a word processor": (
        "建设网络。\ue004 \u3000\u3000继续建设。\ue003\ue004\n完成。",
        ["建设网络。", "继续建设。", "完成。"],
    ),
    "two blanks after a sentence": ("建设网络。  继续建设。", ["建设网络。", "继续建设。"]),
    "old full-width space of GBK": (
        "建设网络。\ue5e5\ue5e5继续建设。",
        ["建设网络。", "继续建设。"],
    ),
    "vertical tab": ("云汀市\v规划", ["云汀市", "规划"]),
    "one space in a sentence": ("开展 B to B 交易。", ["开展 B to B 交易。"]),
    "two blanks among words": ("network  plan", ["network  plan"]),
    "a word set wide": ("目\u3000\u3000录\n一、总则", ["目\u3000\u3000录", "一、总则"]),
    "a lone full-width space": ("专栏\u3000工程", ["专栏\u3000工程"]),
    "date behind the unit": ("云汀市人民政府 2026年3月8日", ["云汀市人民政府", "2026年3月8日"]),
    "layout only": (" \u3000\n\ue004 \n", []),
    "zero width at the edges": ("\u200b甲乙\u200b", ["甲乙"]),
}


@pytest.mark.parametrize(("source", "lines"), BREAKS.values(), ids=BREAKS)
def test_lines(source: str, lines: list[str]) -> None:
    assert [source[line.start : line.end] for line in find_lines(source)] == lines


def test_paragraphs_count_line_feeds_only() -> None:
    source = "甲。\u3000\u3000乙。\n丙。\n\n丁。"
    assert [(line.paragraph, line.soft) for line in find_lines(source)] == [
        (0, False),
        (0, True),
        (1, False),
        (3, False),
    ]


def test_damaged_stretch_keeps_its_private_characters() -> None:
    damage = "罢\ue0d2剂\ue1f2呛\ue255说\ue30b写\ue495的\ue019"
    source = f"建设网络{damage}\n继续建设。"
    assert [source[line.start : line.end] for line in find_lines(source)] == [
        f"建设网络{damage}",
        "继续建设。",
    ]
