from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.helpers.golden import assert_golden

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.edits import (
    InsertBlock,
    InsertSection,
    SetSlot,
    SetTitle,
    add_passage,
    apply_edit,
    new_block,
)
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import BlockKind
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import WORD, base_parts, pack
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.official_paragraphs import official_date, signature_indents
from plandraft.io.exporters.word_comments import source_lines
from plandraft.io.importers.base import read_document

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
WITH_SOURCES = ExportOptions(Preset.SOURCES)
NAMES = {"w": WORD}
Build = Callable[..., dict[str, bytes]]
Paragraphs = Callable[[bytes], list[tuple[str, str]]]


def test_every_line_stands_in_its_style(build: Build, paragraphs: Paragraphs, draft: Draft) -> None:
    assert paragraphs(build(draft)[DOCUMENT]) == [
        ("PlanBody", ""),
        ("PlanBody", ""),
        ("PlanTitle", "云汀市“十五五”数字化发展规划"),
        ("PlanBody", ""),
        ("PlanBody", "规划期至2030年。"),
        ("Heading1", "一、主要任务"),
        ("Heading2", "（一）建设数字基础设施"),
        ("PlanBody", "到2030年，云汀市建成通信基站三千座，主要河流沿线实现信号连续覆盖。"),
        ("PlanBody", "1.统筹建设、开放共享。避免重复建设。"),
        ("Heading2", "（二）提升服务效能"),
        ("Heading3", "1.一网通办"),
        ("PlanBody", "群众说“好办”——才算办好……"),
        ("Heading1", "二、保障措施"),
        ("PlanBody", "【牵头部门】抓好落实。"),
        ("PlanBody", ""),
        ("PlanAnnexNote", "附件：1.主要指标表"),
        ("PlanAnnexNoteNext", "2.名词解释"),
        ("PlanBody", ""),
        ("PlanSignature", "云汀市人民政府"),
        ("PlanDate", "2026年5月8日"),
        ("PlanAnnexLabel", "附件1"),
        ("PlanBody", ""),
        ("PlanAnnexTitle", "主要指标表"),
        ("PlanBody", ""),
        ("PlanTableHead", "序号"),
        ("PlanTableHead", "指标"),
        ("PlanTableHead", "目标"),
        ("PlanTableCell", "1"),
        ("PlanTableCell", "基站数"),
        ("PlanTableCell", "3000"),
        ("PlanAnnexLabel", "附件2"),
        ("PlanBody", ""),
        ("PlanAnnexTitle", "名词解释"),
        ("PlanBody", ""),
        ("PlanBody", "基站：收发信号的设备。"),
    ]


@pytest.mark.parametrize("part", ["word/document.xml", "word/comments.xml", "docProps/core.xml"])
def test_golden_parts(build: Build, repository: Path, draft: Draft, part: str) -> None:
    golden = repository / "tests" / "data" / "drafting" / f"draft_{Path(part).name}"
    assert_golden(build(draft, with_sources=True)[part], golden)


def test_two_builds_are_the_same_bytes(
    template: DraftTemplate, base_docx: Path, draft: Draft
) -> None:
    def made() -> bytes:
        created = datetime(2026, 5, 8, tzinfo=UTC)
        return build_docx(
            draft, template, base_docx, options=WITH_SOURCES, author="甲", created=created
        )

    assert made() == made()


def test_python_docx_reads_it(template: DraftTemplate, base_docx: Path, draft: Draft) -> None:
    created = datetime(2026, 5, 8, 9, 30, tzinfo=UTC)
    data = build_docx(
        draft, template, base_docx, options=WITH_SOURCES, author="乙局", created=created
    )
    document = docx.Document(io.BytesIO(data))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:2] == ["一、主要任务", "（一）建设数字基础设施"]
    assert len(document.tables) == 1
    assert len(list(document.comments)) == 1
    properties = document.core_properties
    assert (properties.author, properties.title) == ("乙局", "云汀市“十五五”数字化发展规划")
    assert (properties.created, properties.language) == (created, "zh-CN")


def test_a_comment_says_where_a_passage_came_from(
    build: Build, paragraphs: Paragraphs, draft: Draft
) -> None:
    parts = build(draft, with_sources=True)
    assert [text for _, text in paragraphs(parts[COMMENTS])] == [
        "来源城市：澄浦",
        "文件：澄浦市“十四五”数字化发展规划",
        "章节：三、主要任务 / （一）完善网络",
        "摘录：到2025年，澄浦市建成通信基站三千座，主要河流沿线实现信号连续覆盖。",
        "改动：约 11%",
    ]
    comment = etree.fromstring(parts[COMMENTS])[0]
    assert comment.get(f"{{{WORD}}}author") == "市数据局"
    assert comment.get(f"{{{WORD}}}date") == "2026-05-08T09:30:00Z"


def test_a_comment_is_anchored_on_its_passage(build: Build, draft: Draft) -> None:
    document = etree.fromstring(build(draft, with_sources=True)[DOCUMENT])
    start = document.find(".//w:commentRangeStart", NAMES)
    assert start is not None
    paragraph = start.getparent()
    text = "".join(t.text or "" for t in paragraph.iter(f"{{{WORD}}}t"))
    assert text.startswith("到2030年，云汀市")
    names = [etree.QName(child).localname for child in paragraph]
    assert names[:2] == ["pPr", "commentRangeStart"]
    assert names[-2:] == ["commentRangeEnd", "r"]


def test_there_is_no_comments_part_without_comments(
    build: Build, draft: Draft, own_draft: Draft
) -> None:
    for parts in (build(draft), build(own_draft, with_sources=True)):
        assert COMMENTS not in parts
        assert b"comments" not in parts["[Content_Types].xml"]
        assert b"comment" not in parts[DOCUMENT]


def test_the_comments_part_is_in_the_lists(build: Build, draft: Draft) -> None:
    parts = build(draft, with_sources=True)
    assert b'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]
    assert b'Target="comments.xml"' in parts["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("edited", "line"), [(0.0, "改动：未改动"), (0.001, "改动：约 1%"), (0.5, "改动：约 50%")]
)
def test_the_share_that_was_changed(source: Provenance, edited: float, line: str) -> None:
    assert source_lines(source, edited)[-1] == line


def test_a_source_without_names_says_so(source: Provenance) -> None:
    bare = replace(source, place="", document_title="", section="", text="长" * 90)
    assert source_lines(bare, 0.0)[:4] == (
        "来源城市：未识别",
        "文件：/plans/澄浦.docx",
        "章节：（标题之前）",
        "摘录：" + "长" * 60 + "…",
    )


def test_a_comment_spans_a_table(build: Build, draft: Draft, source: Provenance) -> None:
    rows = "指标\t目标\n基站数\t30"
    block = new_block(draft, rows, replace(source, text=rows))
    changed, _ = apply_edit(draft, InsertBlock("tasks.service", 0, block))
    document = etree.fromstring(build(changed, with_sources=True)[DOCUMENT])
    table = document.find(".//w:tbl", NAMES)
    cells = list(table.iter(f"{{{WORD}}}p"))
    assert cells[0].find("w:commentRangeStart", NAMES) is not None
    assert cells[-1].find("w:commentRangeEnd", NAMES) is not None


def test_open_slots_are_highlighted(build: Build, draft: Draft) -> None:
    emptied, _ = apply_edit(draft, SetSlot("领域", ""))
    block = new_block(emptied, "指标\t【目标值】\n【单位】\t1")
    emptied, _ = apply_edit(emptied, InsertBlock("measures", 1, block))
    assert marked_texts(build(emptied)[DOCUMENT]) == [
        "【领域】",
        "【牵头部门】",
        "【目标值】",
        "【单位】",
    ]


def marked_texts(part: bytes) -> list[str]:
    """Return the highlighted texts of a part."""
    return [
        "".join(t.text or "" for t in run.iter(f"{{{WORD}}}t"))
        for run in etree.fromstring(part).iter(f"{{{WORD}}}r")
        if run.find("w:rPr/w:highlight", NAMES) is not None
    ]


def test_an_annex_may_have_headings_of_its_own(
    build: Build, paragraphs: Paragraphs, draft: Draft
) -> None:
    part = DraftSection("annex.words.short", 2, "缩略语", (DraftBlock(70, "略。"),))
    changed, _ = apply_edit(draft, InsertSection(99, part))
    assert paragraphs(build(changed)[DOCUMENT])[-2:] == [
        ("Heading2", "（一）缩略语"),
        ("PlanBody", "略。"),
    ]


@pytest.mark.parametrize(
    ("signature", "date", "last"),
    [
        ("云汀市人民政府", "", ("PlanSignature", "云汀市人民政府")),
        ("", "2026-5-8", ("PlanDate", "2026年5月8日")),
    ],
)
def test_a_signature_or_a_date_alone(
    build: Build, paragraphs: Paragraphs, draft: Draft, signature: str, date: str,
    last: tuple[str, str],
) -> None:  # fmt: skip
    plain = replace(draft, sections=draft.sections[:-2])
    plain, _ = apply_edit(plain, SetSlot("发文机关", signature))
    plain, _ = apply_edit(plain, SetSlot("成文日期", date))
    assert paragraphs(build(plain)[DOCUMENT])[-2:] == [("PlanBody", ""), last]


def test_without_signature_and_annexes_the_text_ends_the_file(
    build: Build, paragraphs: Paragraphs, draft: Draft
) -> None:
    plain = draft
    for name in ("发文机关", "成文日期"):
        plain, _ = apply_edit(plain, SetSlot(name, ""))
    plain = replace(plain, sections=plain.sections[:-2])
    assert paragraphs(build(plain)[DOCUMENT])[-1] == ("PlanBody", "【牵头部门】抓好落实。")


def test_one_annex_has_no_number(build: Build, paragraphs: Paragraphs, draft: Draft) -> None:
    single = replace(draft, sections=draft.sections[:-1])
    found = paragraphs(build(single)[DOCUMENT])
    assert ("PlanAnnexNote", "附件：主要指标表") in found
    assert ("PlanAnnexLabel", "附件") in found
    assert found[-1] == ("PlanBody", ""), "Word wants a paragraph behind the last table"


def test_a_stray_tab_makes_no_table(build: Build, paragraphs: Paragraphs, draft: Draft) -> None:
    block = new_block(draft, "\t前面\t【部门】")
    changed, _ = apply_edit(draft, InsertBlock("tasks.service", 0, block))
    part = build(changed)[DOCUMENT]
    assert ("PlanBody", "前面 【部门】") in paragraphs(part)
    assert "【部门】" in marked_texts(part)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<w:p>&amp; ]]> \"'", id="markup"),
        pytest.param("{{slot}} %s {0} $&", id="placeholders"),
        pytest.param("𠮷野家·镕", id="rare"),
        pytest.param("长" * 5000, id="long"),
    ],
)
def test_text_comes_through_unchanged(
    build: Build, paragraphs: Paragraphs, draft: Draft, text: str
) -> None:
    changed, _ = apply_edit(draft, InsertBlock("preface", 0, new_block(draft, text)))
    assert ("PlanBody", text) in paragraphs(build(changed, author=text)[DOCUMENT])


def test_hostile_text_is_cleaned(build: Build, paragraphs: Paragraphs, draft: Draft) -> None:
    text = "甲\x00\x1b[31m乙\ud800\r\n\u3000丙\ufffe"
    changed, _ = apply_edit(draft, InsertBlock("preface", 0, new_block(draft, text)))
    changed, _ = apply_edit(changed, SetTitle("题\x00<目>" + "长" * 116))
    found = paragraphs(build(changed, author="\x00局")[DOCUMENT])
    assert ("PlanBody", "甲[31m乙") in found
    assert ("PlanBody", "丙") in found
    assert found[2] == ("PlanTitle", "题<目>" + "长" * 116)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-05-08", "2026年5月8日"),
        ("2026年05月08日", "2026年5月8日"),
        ("2026/12/1", "2026年12月1日"),
        ("2026年12月10号", "2026年12月10日"),
        ("二〇二六年五月", "二〇二六年五月"),
    ],
)
def test_official_date(text: str, written: str) -> None:
    assert official_date(text) == written


@pytest.mark.parametrize(
    ("signature", "date", "indents"),
    [
        pytest.param("云汀市人民政府办公室", "2026年5月8日", (200, 400), id="long signature"),
        pytest.param("云汀市政府", "2026年12月18日", (600, 200), id="long date"),
        pytest.param("云汀市人民政府秘书", "2026年12月8日", (200, 250), id="half widths"),
    ],
)
def test_the_date_begins_two_characters_right_of_the_signature(
    signature: str, date: str, indents: tuple[int, int]
) -> None:
    assert signature_indents(signature, date) == indents


def without(name: str) -> bytes:
    parts = base_parts()
    del parts[name]
    return pack(parts)


def changed_part(name: str, old: bytes, new: bytes) -> bytes:
    parts = base_parts()
    assert old in parts[name]
    return pack({**parts, name: parts[name].replace(old, new)})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(None, "base.docx: ", id="missing"),
        pytest.param(b"no zip", "base.docx: not a .docx", id="no zip"),
        pytest.param(pack(base_parts())[:900], "base.docx: not a .docx", id="cut off"),
        pytest.param(without("word/styles.xml"), "base.docx: word/styles.xml missing", id="part"),
        pytest.param(
            changed_part("word/styles.xml", b"PlanBody", b"Body"),
            "base.docx: style PlanBody missing",
            id="style",
        ),
        pytest.param(
            changed_part(DOCUMENT, b"sectPr", b"sect"), "base.docx: sectPr missing", id="section"
        ),
        pytest.param(changed_part(DOCUMENT, b"</w:body>", b""), "base.docx: XML", id="XML"),
    ],
)
def test_a_base_that_cannot_be_used(
    template: DraftTemplate, base_docx: Path, draft: Draft, data: bytes | None, reason: str
) -> None:
    if data is None:
        base_docx.unlink()
    else:
        base_docx.write_bytes(data)
    with pytest.raises(PlanError) as caught:
        build_docx(
            draft, template, base_docx, author="",
            created=datetime(2026, 5, 8, tzinfo=UTC),
        )  # fmt: skip
    assert caught.value.code is ErrorCode.TEMPLATE_DAMAGED
    assert str(caught.value.details["reason"]).startswith(reason)


def test_a_base_with_a_huge_part_is_refused(
    template: DraftTemplate, base_docx: Path, draft: Draft
) -> None:
    with zipfile.ZipFile(base_docx, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bin", bytes(9 * 1024 * 1024))
    with pytest.raises(PlanError) as caught:
        build_docx(
            draft, template, base_docx, author="",
            created=datetime(2026, 5, 8, tzinfo=UTC),
        )  # fmt: skip
    assert caught.value.details["reason"] == "base.docx: not a .docx"


def test_our_own_reader_finds_title_headings_and_text(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    target = tmp_path / "草稿.docx"
    created = datetime(2026, 5, 8, tzinfo=UTC)
    target.write_bytes(
        build_docx(draft, template, base_docx, options=WITH_SOURCES, author="", created=created)
    )
    document = read_document(target)
    headings = [document.block_text(b) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert document.title == "云汀市“十五五”数字化发展规划"
    assert headings[:3] == ["一、主要任务", "（一）建设数字基础设施", "（二）提升服务效能"]
    assert "二、保障措施" in headings
    assert "到2030年，云汀市建成通信基站三千座" in document.text
    assert "来源城市" not in document.text
    rows = [document.block_text(b) for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
    assert rows == ["序号\t指标\t目标", "1\t基站数\t3000"]
    ends = {document.block_text(b): b.kind for b in document.blocks}
    assert ends["云汀市人民政府"] is BlockKind.SIGNATURE
    assert ends["2026年5月8日"] is BlockKind.DATE


def test_rows_taken_over_as_one_table_share_a_comment(
    build: Build, draft: Draft, source: Provenance
) -> None:
    rows = "指标\t单位\n管网\t公里\n水厂\t座"
    whole = replace(source, span=Span(100, 100 + len(rows)), text=rows)
    after, _back = add_passage(draft, "tasks.net", rows, whole)
    comments = etree.fromstring(build(after, with_sources=True)[COMMENTS])
    before = etree.fromstring(build(draft, with_sources=True)[COMMENTS])
    assert len(comments) == len(before) + 1
    told = "".join(comments[-1].itertext())
    assert "指标" in told
    assert "水厂" in told
    document = etree.fromstring(build(after, with_sources=True)[DOCUMENT])
    tables = document.findall(".//w:tbl", NAMES)
    cells = next(one for one in tables if "水厂" in "".join(one.itertext()))
    places = [
        number
        for number, cell in enumerate(cells.iter(f"{{{WORD}}}tc"))
        if cell.find(".//w:commentRangeStart", NAMES) is not None
        or cell.find(".//w:commentRangeEnd", NAMES) is not None
    ]
    assert places == [0, 5]
