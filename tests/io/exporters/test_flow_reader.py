"""The preview holds what the Word file holds: the same text, faces, sections, marks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.house import HouseStyle, StyleChange
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.page_breaks import PageMaker
from plandraft.core.draft.page_flow import FlowParagraph, FlowTable, Mark, PageFlow
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import BlockKind, Document
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.flow_reader import read_flow
from plandraft.io.importers.base import read_document
from plandraft.io.importers.pdf_reader import read_page_lines
from plandraft.io.office_converter import convert_to_pdf

MOMENT = datetime(2026, 5, 8, tzinfo=UTC)
NOTICE = notice_from(
    {"发文机关": "云汀市人民政府", "发文字号": "云政发〔2026〕8号", "抄送机关": "各局"}
)
LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．]\s*)")
NUMBER = re.compile(r"[—–-][\dIVX]+[—–-]")
# LibreOffice puts a fifth of the size between Chinese and Latin letters whatever the file says.
GAP_SHARE = 0.2

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


def paragraphs(flow: PageFlow) -> Iterator[FlowParagraph]:
    for section in flow.sections:
        for item in section.items:
            if isinstance(item, FlowTable):
                for row in item.rows:
                    for cell in row.cells:
                        yield from cell
            else:
                yield item


def found(flow: PageFlow, text: str) -> FlowParagraph:
    return next(one for one in paragraphs(flow) if text in one.text)


def test_headings_have_their_faces_and_places(
    draft: Draft, template: DraftTemplate, base_docx: Path
) -> None:
    flow = read_flow(draft, template, base_docx, ExportOptions())
    assert flow.title == "云汀市“十五五”数字化发展规划"
    first, second = found(flow, "一、主要任务"), found(flow, "（一）建设数字基础设施")
    assert (first.style.face, second.style.face) == ("黑体", "楷体_GB2312")
    assert (first.place.section, second.place.section) == ("tasks", "tasks.net")
    text = found(flow, "实现信号连续覆盖")
    assert text.place.section == "tasks.net"
    assert text.place.block > 0
    assert (text.style.size, text.style.line, text.style.first) == (16.0, 28.95, 32.0)


def test_a_notice_has_its_red_head_and_imprint(
    draft: Draft, template: DraftTemplate, base_docx: Path
) -> None:
    options = ExportOptions(wrapper=Wrapper.NOTICE_ANNEX, notice=NOTICE)
    flow = read_flow(draft, template, base_docx, options)
    assert found(flow, "云汀市人民政府文件").style.colour == "ff0000"
    assert found(flow, "云政发〔2026〕8号").style.rule_below > 0
    tables = [i for s in flow.sections for i in s.items if isinstance(i, FlowTable) and i.at_foot]
    assert len(tables) == 1
    assert found(flow, "附件1").style.page_break


def test_changes_and_open_slots_are_marked(
    draft: Draft, template: DraftTemplate, base_docx: Path
) -> None:
    flow = read_flow(draft, template, base_docx, ExportOptions(Preset.TRACKED))
    runs = found(flow, "信号连续覆盖").runs
    marks = {run.mark: run.text for run in runs}
    assert (marks[Mark.DELETED], marks[Mark.INSERTED]) == ("澄浦", "云汀")
    opened = found(flow, "抓好落实").runs
    assert [run.text for run in opened if run.mark is Mark.OPEN] == ["【牵头部门】"]


def test_sources_are_told_with_the_sources_only(
    draft: Draft, template: DraftTemplate, base_docx: Path
) -> None:
    assert not read_flow(draft, template, base_docx, ExportOptions()).notes
    (note,) = read_flow(draft, template, base_docx, ExportOptions(Preset.SOURCES)).notes
    assert note[1][0] == "来源城市：澄浦"


def test_tables_boxes_and_turned_sheets(
    rich_draft: Draft, template: DraftTemplate, base_docx: Path
) -> None:
    flow = read_flow(rich_draft, template, base_docx, ExportOptions())
    assert found(flow, "骨干网络").style.size == 12.0
    assert any(section.sheet.width > section.sheet.height for section in flow.sections)
    tables = [i for s in flow.sections for i in s.items if isinstance(i, FlowTable)]
    assert any(len(table.widths) == 2 and table.heads == 1 for table in tables)
    assert any(len(table.widths) == 1 and len(table.rows) == 2 for table in tables)


def test_a_house_changes_the_style(draft: Draft, template: DraftTemplate, base_docx: Path) -> None:
    house = HouseStyle("own", "本单位", "", (StyleChange("公文正文", "line", 560),))
    flow = read_flow(draft, template, base_docx, ExportOptions(house=house))
    assert found(flow, "信号连续覆盖").style.line == 28.0


def test_a_cover_has_no_number_and_the_plan_begins_with_one(
    draft: Draft, template: DraftTemplate, base_docx: Path
) -> None:
    options = ExportOptions(contents=True, title_page=True)
    flow = read_flow(draft, template, base_docx, options)
    maker = PageMaker()
    numbers = maker.lay_out(flow).listed_numbers()
    paged = maker.lay_out(read_flow(draft, template, base_docx, options, numbers))
    assert [page.number for page in paged.pages[:3]] == ["", "— I —", "— 1 —"]
    row = next(one for one in paragraphs(flow) if one.text.startswith("一、主要任务\t"))
    assert row.style.dots
    assert numbers[0] == "1"


def draft_of(document: Document, template: DraftTemplate) -> Draft:
    """Return a draft with the text of a plan below its own headings."""
    sections = [DraftSection("s0", 0, "", ())]
    for number, block in enumerate(document.blocks, start=1):
        text = block.span.slice(document.text)
        if block.kind is BlockKind.TITLE:
            continue
        if block.kind is BlockKind.HEADING and 1 <= block.level <= 3:
            sections.append(DraftSection(f"s{number}", block.level, LABEL.sub("", text)))
        else:
            last = sections[-1]
            sections[-1] = replace(last, blocks=(*last.blocks, DraftBlock(number, text)))
    return Draft(template.id, document.title, (), tuple(sections), 9999)


def with_gaps(flow: PageFlow) -> PageFlow:
    """Return the flow as a program sets it that puts gaps beside Latin letters."""
    sections = []
    for section in flow.sections:
        items = tuple(
            item
            if isinstance(item, FlowTable)
            else replace(item, style=replace(item.style, latin_gap=GAP_SHARE * item.style.size))
            for item in section.items
        )
        sections.append(replace(section, items=items))
    return replace(flow, sections=tuple(sections))


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize(
    "name",
    [
        "lanchuan_digital_2021.txt",
        "tanglu_opinions_2026.txt",
        "yunting_digital_2026.docx",
    ],
)
def test_pages_break_where_libreoffice_breaks_them(
    name: str, template: DraftTemplate, base_docx: Path, repository: Path
) -> None:
    document = read_document(repository / "resources" / "samples" / name)
    draft = draft_of(document, template)
    flow = with_gaps(read_flow(draft, template, base_docx, ExportOptions()))
    ours = [
        "".join(row.paragraph.text[row.row.start : row.row.end] for row in page.rows)
        for page in PageMaker().lay_out(flow).pages
    ]
    data = build_docx(draft, template, base_docx, author="", created=MOMENT)
    theirs = []
    for page in read_page_lines(convert_to_pdf(Path("a.docx"), data)):
        lines = ["".join(line.text.split()) for line in page.lines]
        theirs.append("".join(line for line in lines if not NUMBER.fullmatch(line)))
    assert len(ours) == len(theirs)
    starts = [
        ("".join(one.split())[:8], other[:8]) for one, other in zip(ours, theirs, strict=True)
    ]
    agree = sum(one == other for one, other in starts)
    assert agree >= 0.9 * len(starts), starts
