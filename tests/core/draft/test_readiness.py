"""What keeps a draft from being final."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.export import ExportOptions, Wrapper
from plandraft.core.draft.notice import Notice, complete_notice, notice_from
from plandraft.core.draft.readiness import Obstacle, ObstacleKind, find_obstacles, open_names
from plandraft.core.draft.template import DraftTemplate, TemplateSection

OUTLINE = (
    ("tasks", 1, "主要任务", False),
    ("tasks.net", 2, "建设网络", False),
    ("tasks.rural", 2, "乡村", True),
)
TEMPLATE = DraftTemplate(
    "t", "t", "", "t", (), tuple(TemplateSection(i, n, t, optional=o) for i, n, t, o in OUTLINE)
)


def draft(text: str = "建设网络。", title: str = "云汀市规划", rural: str = "") -> Draft:
    texts = {"tasks.net": text, "tasks.rural": rural}
    sections = tuple(
        DraftSection(i, n, t, (DraftBlock(k, texts[i]),) if texts.get(i) else ())
        for k, (i, n, t, _) in enumerate(OUTLINE)
    )
    return Draft("t", title, (("城市", "云汀市"), ("发文机关", "")), sections, 9)


SLOT, EMPTY = ObstacleKind.OPEN_SLOT, ObstacleKind.EMPTY_SECTION


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        pytest.param(draft(), [], id="finished; the optional section is left out"),
        pytest.param(draft("【牵头部门】牵头。"), [(SLOT, "牵头部门")], id="open slot"),
        pytest.param(draft("【城市】牵头。"), [], id="filled slot"),
        pytest.param(draft(title="【领域】规划"), [(SLOT, "领域")], id="open slot in the title"),
        pytest.param(draft(title=" "), [(ObstacleKind.NO_TITLE, "")], id="no title"),
        pytest.param(
            draft(text="", rural="乡村。"), [(EMPTY, "（一）建设网络")], id="heading without text"
        ),
        pytest.param(
            draft(text=""),
            [(EMPTY, "一、主要任务"), (EMPTY, "（一）建设网络"), (ObstacleKind.NO_TEXT, "")],
            id="no text at all",
        ),
    ],
)
def test_obstacles(made: Draft, wanted: list[tuple[ObstacleKind, str]]) -> None:
    assert find_obstacles(made, TEMPLATE) == tuple(Obstacle(*one) for one in wanted)


def test_a_notice_has_slots_of_its_own() -> None:
    options = ExportOptions(wrapper=Wrapper.NOTICE_ANNEX)
    assert open_names(draft(), options) == ("发文机关", "发文字号", "主送机关", "成文日期")
    filled = notice_from(
        {"发文字号": "一号", "主送机关": "各县", "发文机关": "甲局", "成文日期": "2026年1月1日"}
    )
    assert open_names(draft(), replace(options, notice=filled)) == ()
    assert open_names(draft(), ExportOptions()) == ()


def test_a_notice_is_completed_from_the_draft() -> None:
    made = replace(draft(), slots=(("发文机关", "云汀市人民政府"), ("成文日期", "2026年5月8日")))
    notice = complete_notice(Notice(number="云政发〔2026〕5号", recipients="各县"), made)
    assert notice.organ_mark == "云汀市人民政府文件"
    assert notice.title == "云汀市人民政府关于印发云汀市规划的通知"
    assert notice.sentence == "现将《云汀市规划》印发给你们，请结合实际，认真贯彻执行。"
    assert (notice.signature, notice.date) == ("云汀市人民政府", "2026年5月8日")
    assert (notice.number, notice.copy_number) == ("云政发〔2026〕5号", "")


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        notice_from({"抬头": "甲"})
