"""Headings that a reader should look at himself have a low confidence."""

from __future__ import annotations

import pytest

from plandraft.core.model.document import BlockKind
from plandraft.core.text.confidence import DOUBTFUL
from plandraft.core.text.structure import LineHint, recover_structure


def confidences(source: str, hints: tuple[LineHint, ...] = ()) -> dict[str, float]:
    """Return the confidence of each heading by its number, or by its text without one."""
    recovered = recover_structure(source, hints)
    return {
        block.number or block.span.slice(recovered.text): block.confidence
        for block in recovered.blocks
        if block.kind is BlockKind.HEADING
    }


def test_lines_in_sequence_are_certain() -> None:
    text = "云汀市规划\n一、基础\n已通。\n二、目标\n（一）总体目标\n建成。\n（二）具体目标\n用好。"
    assert set(confidences(text).values()) == {1.0}


def test_an_annex_that_counts_anew_is_certain() -> None:
    text = (
        "云汀市意见\n一、目标\n建成。\n二、措施\n落实。\n附件\n一、任务\n做好。\n二、分工\n明确。"
    )
    recovered = recover_structure(text)
    rates = [block.confidence for block in recovered.blocks if block.kind is BlockKind.HEADING]
    assert rates == [1.0] * 4


def test_glued_labels_count_for_less() -> None:
    text = "云汀市规划\n一、基础\n网络已通。二、目标\n建成平台。三、措施\n抓落实。"
    found = confidences(text)
    assert found["一"] == 1.0
    assert DOUBTFUL < found["二"] < 1.0
    assert DOUBTFUL < found["三"] < 1.0


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        pytest.param("云汀市规划\n一、基础\n已通。\n四、电子政务\n推进。", "四", id="gap"),
        pytest.param(
            "云汀市规划\n情况如下。（一）网络平台\n已建成。", "（一）", id="glued and alone"
        ),
    ],
)
def test_labels_without_sequence_are_doubtful(text: str, doubtful: str) -> None:
    found = confidences(text)
    assert found[doubtful] <= 0.7
    assert all(rate > found[doubtful] for number, rate in found.items() if number != doubtful)


def test_styles_of_the_file_are_certain() -> None:
    text = "云汀市规划\n四、电子政务\n推进。\n数据平台\n建设。"
    hints = (LineHint(kind=BlockKind.TITLE), LineHint(level=1), LineHint(), LineHint(level=2))
    assert confidences(text, hints) == {"四": 1.0, "数据平台": 1.0}


def test_headings_by_their_words_alone_are_less_certain() -> None:
    found = confidences("云汀市规划\n前言\n数据是要素。\n2035年远景目标：\n全面建成。")
    assert found["前言"] == 0.9
    assert found["2035年远景目标："] == 0.6


def test_only_headings_are_rated() -> None:
    recovered = recover_structure("云汀市规划\n1.网络提速。建成。\n3.平台上线。用好。")
    assert {block.confidence for block in recovered.blocks} == {1.0}
