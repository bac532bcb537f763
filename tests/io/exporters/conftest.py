"""A draft with everything that an exporter has to place, and its parts as a Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from plandraft.core.draft.assemble import start_draft
from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, Provenance
from plandraft.core.draft.edits import (
    Edit,
    InsertBlock,
    ReplaceText,
    add_passage,
    apply_edit,
    new_block,
)
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.template import DraftTemplate, Slot, TemplateSection
from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import WORD, base_parts, pack
from plandraft.io.exporters.draft_docx import build_docx

CREATED = datetime(2026, 5, 8, 9, 30, tzinfo=UTC)
NAMES = {"w": WORD}


@pytest.fixture
def base_docx(tmp_path: Path) -> Path:
    path = tmp_path / "base.docx"
    path.write_bytes(pack(base_parts()))
    return path


@pytest.fixture
def template() -> DraftTemplate:
    names = ("城市", "规划期", "领域", "牵头部门", "发文机关", "成文日期")
    return DraftTemplate(
        id="small",
        name="小模板",
        description="",
        title="【城市】“【规划期】”【领域】规划",
        slots=tuple(Slot(name, name) for name in names),
        sections=(
            TemplateSection("preface", 0, "前言", starter="规划期至【目标年】年。"),
            TemplateSection("tasks", 1, "主要任务"),
            TemplateSection("tasks.net", 2, "建设数字基础设施"),
            TemplateSection("tasks.rural", 2, "推进数字乡村建设", optional=True),
            TemplateSection("tasks.service", 2, "提升服务效能"),
            TemplateSection("measures", 1, "保障措施", starter="【牵头部门】抓好落实。"),
            TemplateSection("annex.table", 1, "主要指标表", optional=True),
            TemplateSection("annex.words", 1, "名词解释", optional=True),
        ),
    )


@pytest.fixture
def source() -> Provenance:
    text = "到2025年，澄浦市建成通信基站三千座，主要河流沿线实现信号连续覆盖。"
    return Provenance(
        document_title="澄浦市“十四五”数字化发展规划",
        place="澄浦",
        path="/plans/澄浦.docx",
        sha256="c" * 64,
        section="三、主要任务 / （一）完善网络",
        span=Span(420, 420 + len(text)),
        text=text,
    )


@pytest.fixture
def draft(template: DraftTemplate, source: Provenance) -> Draft:
    values = {"城市": "云汀市", "规划期": "十五五", "领域": "数字化发展"}
    values |= {"发文机关": "云汀市人民政府", "成文日期": "2026-05-08"}
    made = start_draft(template, values)
    made, _ = add_passage(made, "tasks.net", source.text, source)
    borrowed = made.next_block - 1
    edits: list[Callable[[Draft], Edit]] = [
        lambda d: ReplaceText(
            borrowed, source.text.replace("2025", "2030").replace("澄浦", "云汀")
        ),
        lambda d: InsertBlock("tasks.net", 9, new_block(d, "1.统筹建设、开放共享。避免重复建设。")),
        lambda d: InsertBlock("tasks.service", 0, new_block(d, "1.一网通办")),
        lambda d: InsertBlock("tasks.service", 9, new_block(d, "群众说“好办”——才算办好……")),
        lambda d: InsertBlock("annex.table", 0, new_block(d, "序号\t指标\t目标\n1\t基站数\t3000")),
        lambda d: InsertBlock("annex.words", 0, new_block(d, "基站：收发信号的设备。")),
    ]
    for edit in edits:
        made, _ = apply_edit(made, edit(made))
    return made


@pytest.fixture
def rich_draft(draft: Draft, source: Provenance) -> Draft:
    """Return the draft with boxes, tables with captions, a wide one, and a changed one."""
    rows = "项目\t投资\n网络\t3"
    wide = "\t".join(f"指标名称{n}" for n in range(9)) + "\n" + "\t".join("123456789")
    blocks = [
        ("专栏　六项工程", None, BlockForm.BOX_TITLE),
        ("1.骨干网络\n扩容“双千兆”网络，由【牵头部门】负责。", None, BlockForm.BOX_TEXT),
        ("专栏9：平台工程", None, BlockForm.BOX_TITLE),
        ("统一建设云平台\u200f。", None, BlockForm.BOX_TEXT),
        ("具体安排见下表。", None, BlockForm.TEXT),
        ("表3 投资安排", None, BlockForm.TEXT),
        (rows.replace("3", "5"), replace(source, text=rows), BlockForm.TEXT),
        ("各地抓好落实，𠮷野家等企业参与。", None, BlockForm.TEXT),
        ("表 分年安排", None, BlockForm.TEXT),
        (wide, None, BlockForm.TEXT),
    ]
    for text, origin, form in blocks:
        block = DraftBlock(draft.next_block, text, origin, form)
        draft, _ = apply_edit(draft, InsertBlock("tasks.service", 99, block))
    return draft


@pytest.fixture
def own_draft(draft: Draft) -> Draft:
    """Return the draft without its borrowed passage."""
    sections = tuple(
        replace(s, blocks=tuple(b for b in s.blocks if b.provenance is None))
        for s in draft.sections
    )
    return replace(draft, sections=sections)


Build = Callable[..., dict[str, bytes]]


@pytest.fixture
def build(template: DraftTemplate, base_docx: Path) -> Build:
    """Return a function that exports a draft and returns the parts of the file."""

    def parts_of(
        draft: Draft,
        *,
        with_sources: bool = False,
        author: str = "市数据局",
        options: ExportOptions | None = None,
    ) -> dict[str, bytes]:
        chosen = options or ExportOptions(Preset.SOURCES if with_sources else Preset.DISCUSSION)
        data = build_docx(
            draft, template, base_docx, author=author, created=CREATED, options=chosen
        )
        return unpacked(data)

    return parts_of


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def paragraphs() -> Callable[[bytes], list[tuple[str, str]]]:
    """Return a function that gives style and text of each paragraph of a part."""

    def read(part: bytes) -> list[tuple[str, str]]:
        found = []
        for element in etree.fromstring(part).iter(f"{{{WORD}}}p"):
            style = element.find("w:pPr/w:pStyle", NAMES)
            text = "".join(t.text or "" for t in element.iter(f"{{{WORD}}}t"))
            found.append(("" if style is None else style.get(f"{{{WORD}}}val", ""), text))
        return found

    return read
