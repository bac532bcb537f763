"""Damage that a reader is warned of."""

from __future__ import annotations

from plandraft.core.model.document import WarningCode
from plandraft.core.text.mojibake import damage_warnings, shifted_stretches, uses_full_stops_only

DAMAGE = "罢\ue0d2剂\ue1f2呛\ue255说\ue30b写\ue495的\ue019尾"
CLEAN = "全市各级各部门要把网络建设摆在突出位置，抓好落实。" * 3


def codes(text: str) -> dict[WarningCode, int]:
    return {warning.code: warning.count for warning in damage_warnings(text)}


def test_clean_text_has_no_damage() -> None:
    assert codes(CLEAN) == {}


def test_each_stretch_of_shifted_bytes_is_counted() -> None:
    text = CLEAN + DAMAGE + CLEAN + DAMAGE + CLEAN
    assert len(shifted_stretches(text)) == 2
    assert codes(text) == {WarningCode.SHIFTED_BYTES: 2}


def test_marks_at_breaks_are_not_shifted_bytes() -> None:
    text = "建设网络。\ue004 \u3000\u3000" * 6
    assert codes(text) == {WarningCode.PRIVATE_USE_MARKS: 6}


def test_full_stops_for_all_marks() -> None:
    text = "近日.云汀市召开会议.部署网络建设.要求各县.各部门抓好落实.明确责任.细化措施." * 3
    assert uses_full_stops_only(text) > 10
    assert WarningCode.FULL_STOPS_FOR_ALL_MARKS in codes(text)


def test_full_stops_in_numbers_are_no_habit() -> None:
    assert uses_full_stops_only("投入1.5亿元，增长3.2%，达到8.8万户。" * 20) == 0


def test_replacement_characters_are_counted() -> None:
    assert codes("网络\ufffd建设\ufffd") == {WarningCode.UNDECODABLE_BYTES: 2}


def test_lost_percent_signs_are_reported() -> None:
    text = "电话普及率达到30.5，销售收入增长22，投资比重下降3.1。"
    assert codes(text) == {WarningCode.LOST_PERCENT_SIGNS: 3}
    assert codes(text.replace("，", "%，").replace("。", "%。")) == {}
    assert codes("收入增长22亿元，占地30亩，率先建成5个，增长1.5倍，提高3个百分点。") == {}
    assert codes("增长22，其余不变。") == {}


def test_lost_titles_are_reported() -> None:
    assert codes("在市政府印发的中，明确了任务。制定下发了和实施方案。") == {
        WarningCode.LOST_TITLES: 2
    }
    assert codes("印发的《意见》中，制定了《规划》和方案，狠抓落实。根据1.5万户的需要。") == {}
