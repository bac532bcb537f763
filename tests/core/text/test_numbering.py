"""Labels and Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.text.numbering import (
    LabelForm,
    chinese_numeral,
    find_label,
    label_at,
    level_of,
    parse_numeral,
)

LABELS = {
    "han": ("一、总体要求", LabelForm.HAN, "一", 1, 2),
    "han of two": ("十二、附则", LabelForm.HAN, "十二", 12, 3),
    "han with a stop": ("三.重点任务", LabelForm.HAN, "三", 3, 2),
    "han in parentheses": ("（四）建设网络", LabelForm.HAN_PAREN, "（四）", 4, 3),
    "half-width parentheses": ("(二)建设网络", LabelForm.HAN_PAREN, "(二)", 2, 3),
    "parentheses and a comma": ("（一）、建设", LabelForm.HAN_PAREN, "（一）", 1, 4),
    "digit and stop": ("1.统筹规划", LabelForm.DIGIT, "1", 1, 2),
    "digit and wide stop": ("2．统筹规划", LabelForm.DIGIT, "2", 2, 2),
    "digit and comma": ("13、统筹规划", LabelForm.DIGIT, "13", 13, 3),
    "digit before a year": ("3、2030年目标", LabelForm.DIGIT, "3", 3, 2),
    "digit in parentheses": ("（1）建设", LabelForm.DIGIT_PAREN, "（1）", 1, 3),
    "circled": ("③建设", LabelForm.DIGIT_PAREN, "③", 3, 1),
    "ordinal": ("第二，网络", LabelForm.ORDINAL, "第二", 2, 3),
    "saying": ("三是补短板", LabelForm.SAYING, "三是", 3, 2),
    "chapter": ("第十章 总则", LabelForm.CHAPTER, "第十章", 10, 3),
    "section": ("第1节 总则", LabelForm.SECTION, "第1节", 1, 3),
    "article": ("第三条 本办法", LabelForm.ARTICLE, "第三条", 3, 3),
}


@pytest.mark.parametrize(("text", "form", "number", "value", "end"), LABELS.values(), ids=LABELS)
def test_label_is_read(text: str, form: LabelForm, number: str, value: int, end: int) -> None:
    label = label_at(text, 0, len(text))
    assert label is not None
    assert (label.form, label.number, label.value, label.end) == (form, number, value, end)


@pytest.mark.parametrize(
    "text",
    [
        "1.5亿元投入网络",
        "2005年建成",
        "十五期间",
        "一、二、三产业融合",
        "三产业",
        "第一产业增加值",
        "第二代交换网",
        "（一）、（二）两项",
        "（一）至（三）项",
        "（二）项所称",
        "100%的文件",
        "1、2、3号楼",
        "市民热线",
    ],
)
def test_number_in_a_sentence_is_no_label(text: str) -> None:
    assert label_at(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["投入1.5亿元", "增长33.9.25", "编号A1、B", "第十五、"])
def test_part_of_a_number_is_no_label(text: str) -> None:
    label = find_label(text, 0, len(text))
    assert label is None or label.form is LabelForm.ORDINAL


@given(st.integers(0, 9999))
def test_numeral_is_read_back(value: int) -> None:
    assert parse_numeral(chinese_numeral(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (2010, "二千零一十")],
)
def test_numeral_is_written_as_one_counts(value: int, written: str) -> None:
    assert chinese_numeral(value) == written


def test_numeral_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="10000"):
        chinese_numeral(10_000)
    with pytest.raises(ValueError, match="甲"):
        parse_numeral("甲")


@pytest.mark.parametrize(
    ("form", "above", "level"),
    [
        (LabelForm.HAN, 0, 1),
        (LabelForm.HAN_PAREN, 0, 2),
        (LabelForm.DIGIT, 0, 3),
        (LabelForm.DIGIT_PAREN, 0, 4),
        (LabelForm.HAN, 2, 3),
        (LabelForm.DIGIT, 2, 4),
        (LabelForm.ORDINAL, 0, 0),
        (LabelForm.SAYING, 0, 0),
    ],
)
def test_level_follows_the_form(form: LabelForm, above: int, level: int) -> None:
    assert level_of(form, above) == level
