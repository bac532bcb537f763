"""A small template and what is started from it."""

from __future__ import annotations

import pytest

from plandraft.core.draft.assemble import start_draft
from plandraft.core.draft.draft import Draft, Provenance
from plandraft.core.draft.template import DraftTemplate, Slot, TemplateSection
from plandraft.core.model.spans import Span


@pytest.fixture
def template() -> DraftTemplate:
    return DraftTemplate(
        id="small",
        name="小模板",
        description="",
        title="【城市】“【规划期】”【领域】规划",
        slots=(
            Slot("城市", "所属城市", required=True),
            Slot("规划期", "五年规划", default="十五五"),
            Slot("领域", "对象"),
        ),
        sections=(
            TemplateSection(
                "preface",
                0,
                "前言",
                starter="为发展【领域】，制定本规划。\n\n  期限至【目标年】年。  ",
            ),
            TemplateSection("tasks", 1, "主要任务"),
            TemplateSection("tasks.net", 2, "建设网络"),
            TemplateSection("tasks.rural", 2, "数字乡村", optional=True),
            TemplateSection("tasks.safety", 2, "网络安全"),
            TemplateSection("vision", 1, "远景", optional=True),
            TemplateSection("vision.far", 2, "更远", optional=True),
            TemplateSection("measures", 1, "【城市简称】保障措施"),
            TemplateSection("annex.table", 1, "指标表", optional=True),
            TemplateSection("annex.words", 1, "名词解释", optional=True),
        ),
    )


@pytest.fixture
def draft(template: DraftTemplate) -> Draft:
    return start_draft(template, {"城市": "云汀市"})


@pytest.fixture
def source() -> Provenance:
    text = "建设统一的政务云。\n各部门不再新建机房。"
    return Provenance(
        "澄浦市规划", "澄浦", "澄浦.txt", "a" * 64, "三、任务", Span(10, 10 + len(text)), text
    )
