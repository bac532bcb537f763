from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.io.exporters.title_lines import text_width, title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        pytest.param("云汀市“十五五”数字化发展规划", 1, id="short"),
        pytest.param("云汀市国民经济和社会发展“十五五”数字化专项规划", 2, id="two lines"),
        pytest.param("规" * 120, 6, id="120 without a word"),
        pytest.param("规" * 3000, 150, id="no title at all"),
    ],
)
def test_a_title_takes_the_fewest_lines(title: str, lines: int) -> None:
    assert len(title_lines(title)) == lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "云汀市国民经济和社会信息化“十五五”发展规划",
            ("云汀市国民经济和社会信息化", "“十五五”发展规划"),
        ),
        (
            "关于加快推进云汀市数字经济高质量发展的若干意见",
            ("关于加快推进云汀市数字经济", "高质量发展的若干意见"),
        ),
    ],
)
def test_a_title_is_cut_between_words(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title) == lines


@given(st.text("云汀市的和“”《》规划发展abc12、", min_size=1, max_size=120))
def test_lines_hold_the_title_and_keep_the_limit(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(0 < text_width(line) <= 20 for line in lines)


def test_half_width_characters_count_half() -> None:
    assert text_width("2026年5月8日") == 6
    assert text_width("“一”") == 3
