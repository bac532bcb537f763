"""A small template and a small plan, written for these tests."""

from __future__ import annotations

from plandraft.core.draft.template import DraftTemplate, Slot, TemplateSection
from plandraft.core.model.document import Block, BlockKind, Document, Origin
from plandraft.core.model.spans import Span, identity_map
from plandraft.ui.models.picks import TextPick

TEMPLATE = DraftTemplate(
    id="small",
    name="小模板",
    description="测试用",
    title="【城市】供水规划",
    slots=(Slot("城市", "全称", required=True), Slot("牵头部门", "谁来做")),
    sections=(
        TemplateSection("preface", 0, "前言", purpose="说明由来", starter="【城市】编制本规划。"),
        TemplateSection("basis", 1, "基础"),
        TemplateSection("basis.now", 2, "现状", purpose="写清家底", minimum=20, maximum=60),
        TemplateSection("basis.gaps", 2, "不足", guidance="不要回避", optional=True),
        TemplateSection("tasks", 1, "任务", starter="由【牵头部门】负责。\n分年实施。"),
    ),
)

TEXT = "（一）供水现状\n海岛供水工程全部建成，覆盖十二个乡镇。\n水厂日产八万吨。\n（二）管网现状"


def make_document() -> Document:
    blocks = []
    start = 0
    for line in TEXT.split("\n"):
        kind = BlockKind.HEADING if line.startswith("（") else BlockKind.PARAGRAPH
        level = 2 if kind is BlockKind.HEADING else 0
        blocks.append(Block(kind, Span(start, start + len(line)), level))
        start += len(line) + 1
    origin = Origin("/plans/松屿.txt", "txt", "utf-8", "ab")
    return Document(TEXT, tuple(blocks), "松屿市供水规划", "松屿", origin, identity_map(len(TEXT)))


def pick_of(text: str) -> TextPick:
    start = TEXT.index(text)
    return TextPick(make_document(), Span(start, start + len(text)))
