"""What each preset and each wrapper puts into the file."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from tests.helpers.golden import assert_golden
from tests.io.exporters.conftest import CREATED

from plandraft.core.draft.draft import Draft, DraftBlock, Provenance
from plandraft.core.draft.edits import InsertBlock, SetTitle, apply_edit, new_block
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import BlockKind
from plandraft.core.model.progress import Cancelled
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.official_paragraphs import line_paragraph, signature_indents
from plandraft.io.exporters.page_estimate import count_lines, page_numbers
from plandraft.io.exporters.plan_text import build_text
from plandraft.io.importers.base import read_document

DOCUMENT = "word/document.xml"
NAMES = {"w": WORD}
Build = Callable[..., dict[str, bytes]]
Paragraphs = Callable[[bytes], list[tuple[str, str]]]
NOTICE = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县（市、区）人民政府"})


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def tree(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[DOCUMENT])


def text_of(element: etree._Element, *kinds: str) -> str:
    return "".join(one.text or "" for one in element.iter(*map(w, kinds or ("t",))))


@pytest.mark.parametrize("preset", list(Preset)[:-1])
@pytest.mark.parametrize("wrapper", list(Wrapper))
def test_golden_documents(
    build: Build, repository: Path, draft: Draft, preset: Preset, wrapper: Wrapper
) -> None:
    parts = build(draft, options=ExportOptions(preset, wrapper, True, NOTICE))
    name = f"{preset.value}_{wrapper.value}.xml"
    assert_golden(parts[DOCUMENT], repository / "tests" / "data" / "drafting" / "presets" / name)


def test_slots_become_controls_for_discussion(build: Build, draft: Draft) -> None:
    document = tree(build(draft, options=ExportOptions(Preset.DISCUSSION)))
    controls = list(document.iter(w("sdt")))
    assert [text_of(one) for one in controls] == ["【牵头部门】"]
    alias, tag = (controls[0].find(f"w:sdtPr/w:{name}", NAMES) for name in ("alias", "tag"))
    assert (alias.get(w("val")), tag.get(w("val"))) == ("牵头部门", "牵头部门")
    assert controls[0].find(".//w:highlight", NAMES) is not None


def test_neighbouring_and_rare_slots_are_controls_of_their_own(build: Build, draft: Draft) -> None:
    block = new_block(draft, "由【甲】【乙镕】【丙】办理。")
    changed, _ = apply_edit(draft, InsertBlock("preface", 0, block))
    document = tree(build(changed))
    found = [text_of(one) for one in document.iter(w("sdt"))]
    assert found[:3] == ["【甲】", "【乙镕】", "【丙】"]
    identities = [one.get(w("val")) for one in document.iterfind(".//w:sdtPr/w:id", NAMES)]
    assert len(set(identities)) == len(identities)


@pytest.mark.parametrize("preset", [Preset.FINAL, Preset.SOURCES, Preset.TRACKED])
def test_other_presets_have_no_controls(build: Build, draft: Draft, preset: Preset) -> None:
    assert b"w:sdt" not in build(draft, options=ExportOptions(preset))[DOCUMENT]


def test_adapted_text_is_a_tracked_change(build: Build, draft: Draft, source: Provenance) -> None:
    document = tree(build(draft, options=ExportOptions(Preset.TRACKED)))
    deleted = [text_of(one, "delText") for one in document.iter(w("del"))]
    inserted = [text_of(one) for one in document.iter(w("ins"))]
    assert deleted == ["2025", "澄浦"]
    assert inserted == ["2030", "云汀"]
    change = next(document.iter(w("ins")))
    assert change.get(w("author")) == "市数据局"
    assert change.get(w("date")) == "2026-05-08T09:30:00Z"
    paragraph = change.getparent()
    for one in list(paragraph.iter(w("ins"))):
        paragraph.remove(one)
    assert text_of(paragraph, "t", "delText") == source.text


def test_paragraph_marks_are_tracked_too(build: Build, draft: Draft, source: Provenance) -> None:
    before, after = (
        "甲段写网络建设。\n乙段写数据共享。",
        "甲段写网络建设。乙段写数据共享。\n丙段是新的。",
    )
    block = DraftBlock(80, after, replace(source, text=before))
    section = replace(draft.sections[0], blocks=(block,))
    changed = replace(draft, sections=(section, *draft.sections[1:]))
    document = tree(build(changed, options=ExportOptions(Preset.TRACKED)))
    marks = [
        (text_of(one), [etree.QName(m).localname for m in one.iterfind("w:pPr/w:rPr/*", NAMES)])
        for one in document.iter(w("p"))
    ]
    at = next(i for i, (text, _) in enumerate(marks) if text.startswith("甲段"))
    assert marks[at : at + 3] == [
        ("甲段写网络建设。", ["del"]),
        ("乙段写数据共享。", ["ins"]),
        ("丙段是新的。", []),
    ]


def test_own_text_and_unchanged_passages_are_not_tracked(
    build: Build, draft: Draft, source: Provenance
) -> None:
    block = new_block(draft, source.text, source)
    section = replace(draft.sections[2], blocks=(block,))
    plain = replace(draft, sections=(*draft.sections[:2], section, *draft.sections[3:]))
    part = build(plain, options=ExportOptions(Preset.TRACKED))[DOCUMENT]
    assert b"<w:ins " not in part
    assert b"<w:del " not in part


def test_a_notice_with_its_plan_as_annex(
    build: Build, draft: Draft, paragraphs: Paragraphs
) -> None:
    parts = build(draft, options=ExportOptions(wrapper=Wrapper.NOTICE_ANNEX, notice=NOTICE))
    found = [one for one in paragraphs(parts[DOCUMENT]) if one != ("PlanBody", "")]
    assert found[:13] == [
        ("PlanOrganMark", "云汀市人民政府文件"),
        ("PlanNumber", "云政发〔2026〕5号"),
        ("PlanTitle", "云汀市人民政府关于印发云汀市“十五五”数字化发展规划的通知"),
        ("PlanRecipient", "各县（市、区）人民政府："),
        ("PlanBody", "现将《云汀市“十五五”数字化发展规划》印发给你们，请结合实际，认真贯彻执行。"),
        ("PlanAnnexNote", "附件：1.云汀市“十五五”数字化发展规划"),
        ("PlanAnnexNoteNext", "2.主要指标表"),
        ("PlanAnnexNoteNext", "3.名词解释"),
        ("PlanSignature", "云汀市人民政府"),
        ("PlanDate", "2026年5月8日"),
        ("PlanAnnexLabel", "附件1"),
        ("PlanAnnexTitle", "云汀市“十五五”数字化发展规划"),
        ("PlanBody", "规划期至2030年。"),
    ]
    labels = [text for style, text in found if style == "PlanAnnexLabel"]
    assert labels == ["附件1", "附件2", "附件3"]


def test_a_plan_alone_behind_its_notice_is_its_only_annex(
    build: Build, draft: Draft, paragraphs: Paragraphs
) -> None:
    single = replace(draft, sections=draft.sections[:-2])
    parts = build(single, options=ExportOptions(wrapper=Wrapper.NOTICE_ANNEX, notice=NOTICE))
    found = paragraphs(parts[DOCUMENT])
    assert ("PlanAnnexNote", "附件：云汀市“十五五”数字化发展规划") in found
    assert ("PlanAnnexLabel", "附件") in found


def test_a_plan_printed_behind_its_notice_is_no_annex(
    build: Build, draft: Draft, paragraphs: Paragraphs
) -> None:
    single = replace(draft, sections=draft.sections[:-2])
    parts = build(single, options=ExportOptions(wrapper=Wrapper.NOTICE_DIRECT, notice=NOTICE))
    found = paragraphs(parts[DOCUMENT])
    assert "附件" not in "".join(text for _, text in found)
    date = found.index(("PlanDate", "2026年5月8日"))
    assert found[date + 1 : date + 4] == [
        ("PlanBody", ""),
        ("PlanBody", ""),
        ("PlanTitle", "云汀市“十五五”数字化发展规划"),
    ]
    assert [one for one in found if one[0] == "PlanSignature"] == [
        ("PlanSignature", "云汀市人民政府")
    ], "the plan itself is not signed again"
    breaks = tree(parts).findall(".//w:pageBreakBefore", NAMES)
    assert len(breaks) == 1


def test_a_missing_element_of_a_notice_is_an_open_slot(
    build: Build, draft: Draft, paragraphs: Paragraphs
) -> None:
    parts = build(draft, options=ExportOptions(wrapper=Wrapper.NOTICE_ANNEX))
    assert ("PlanNumber", "【发文字号】") in paragraphs(parts[DOCUMENT])
    names = [one.get(w("val")) for one in tree(parts).iterfind(".//w:sdtPr/w:alias", NAMES)]
    assert names[:2] == ["发文字号", "主送机关"]


def test_what_stands_above_the_mark_takes_its_room(build: Build, draft: Draft) -> None:
    notice = replace(NOTICE, copy_number="000012", secrecy="内部")
    options = ExportOptions(wrapper=Wrapper.NOTICE_DIRECT, notice=notice)
    first, second, mark = list(tree(build(draft, options=options))[0])[:3]
    assert [text_of(one) for one in (first, second)] == ["000012", "内部"]
    before = mark.find("w:pPr/w:spacing", NAMES).get(w("before"))
    assert int(before) == official.ORGAN_MARK_BEFORE - 2 * official.LINE_PITCH


@pytest.mark.parametrize(
    ("name", "size"), [("云汀市人民政府", None), ("云汀市人民政府办公室数字化发展委员会", "48")]
)
def test_a_long_mark_is_smaller(build: Build, draft: Draft, name: str, size: str | None) -> None:
    notice = replace(NOTICE, signature=name, organ_mark=name)
    options = ExportOptions(wrapper=Wrapper.NOTICE_DIRECT, notice=notice)
    mark = tree(build(draft, options=options))[0][0]
    found = mark.find("w:r/w:rPr/w:sz", NAMES)
    assert (None if found is None else found.get(w("val"))) == size


def test_the_imprint_stands_at_the_foot_of_the_last_page(
    build: Build, draft: Draft, paragraphs: Paragraphs
) -> None:
    notice = replace(
        NOTICE, copies_to="市委办公室。", printed_by="云汀市人民政府办公室", printed_on="2026-05-09"
    )
    for wrapper in (Wrapper.NOTICE_ANNEX, Wrapper.NOTICE_DIRECT):
        parts = build(draft, options=ExportOptions(wrapper=wrapper, notice=notice))
        assert paragraphs(parts[DOCUMENT])[-3:] == [
            ("PlanCopies", "抄送：市委办公室。"),
            ("PlanPrinted", "云汀市人民政府办公室2026年5月9日印发"),
            ("PlanBody", ""),
        ]
        (place,) = tree(parts).findall(".//w:tblpPr", NAMES)
        assert place.get(w("tblpYSpec")) == "bottom"
        borders = place.getparent().find("w:tblBorders", NAMES)
        found = {etree.QName(one).localname: one.get(w("sz")) for one in borders}
        assert (found["top"], found["insideH"], found["bottom"]) == ("8", "6", "8")
        assert found["left"] == found["right"] == "0"
    assert b"tblpPr" not in build(draft, options=ExportOptions(notice=notice))[DOCUMENT]


@pytest.mark.parametrize(
    ("signature", "date", "wanted"),
    [
        ("云汀市人民政府", "2026年5月8日", (350, 400)),
        ("云汀市数据局办公室联合工作组", "2026年5月8日", (200, 600)),
    ],
)
def test_a_seal_covers_the_middle_of_both(
    signature: str, date: str, wanted: tuple[int, int]
) -> None:
    assert signature_indents(signature, date, sealed=True) == wanted


def test_contents_list_the_headings_behind_them(build: Build, draft: Draft) -> None:
    document = tree(build(draft, options=ExportOptions(contents=True)))
    rows = [
        (one.find("w:pPr/w:pStyle", NAMES).get(w("val")), text_of(one))
        for one in document.iter(w("p"))
        if one.find("w:hyperlink", NAMES) is not None
    ]
    assert rows == [
        ("TOC1", "一、主要任务2"),
        ("TOC2", "（一）建设数字基础设施2"),
        ("TOC2", "（二）提升服务效能2"),
        ("TOC1", "二、保障措施2"),
        ("TOC1", "主要指标表3"),
        ("TOC1", "名词解释4"),
    ]
    anchors = {one.get(w("anchor")) for one in document.iter(w("hyperlink"))}
    bookmarks = {one.get(w("name")) for one in document.iter(w("bookmarkStart"))}
    assert anchors == bookmarks
    kinds = [one.get(w("fldCharType")) for one in document.iter(w("fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 7


def test_contents_ask_word_for_the_page_numbers(build: Build, draft: Draft) -> None:
    assert (
        b"updateFields" in build(draft, options=ExportOptions(contents=True))["word/settings.xml"]
    )
    assert b"updateFields" not in build(draft)["word/settings.xml"]


def test_without_headings_there_are_no_contents(build: Build, draft: Draft) -> None:
    bare = replace(draft, sections=draft.sections[:1])
    assert b"fldChar" not in build(bare, options=ExportOptions(contents=True))[DOCUMENT]


def test_pages_are_counted_by_lines_and_kept_headings() -> None:
    body = [line_paragraph("甲" * 26, official.BODY) for _ in range(21)]
    heading = line_paragraph("一、总则", official.HEADINGS[0])
    assert page_numbers([*body, heading, line_paragraph("乙", official.BODY)])[-2:] == [2, 2]
    assert page_numbers([*body, line_paragraph("乙", official.BODY)])[-1] == 1
    assert page_numbers([*body, line_paragraph("乙" * 27, official.BODY)])[-1] == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("甲" * 26, 1),
        ("甲" * 27, 2),
        ("甲" * 26 + "，", 1),
        ("甲" * 24 + "2030年", 2),
        ("甲" * 25 + "2030年", 2),
        ("甲" * 25 + "“乙”", 2),
        ("甲" * 54, 2),
        ("甲" * 55, 3),
    ],
)
def test_lines_are_counted_as_they_break(text: str, lines: int) -> None:
    assert count_lines(text, 28.0, 2.0) == lines


def wide_rows(columns: int) -> str:
    head = "\t".join(["序号", *(f"指标名称{i}" for i in range(1, columns))])
    return head + "\n" + "\t".join(map(str, range(columns)))


@pytest.mark.parametrize(
    ("columns", "turned", "tables"), [(5, False, 1), (7, True, 1), (60, True, 9)]
)
def test_wide_tables_stand_on_turned_sheets(
    build: Build, draft: Draft, columns: int, turned: bool, tables: int
) -> None:
    block = new_block(draft, wide_rows(columns))
    changed, _ = apply_edit(replace(draft, sections=draft.sections[:5]),
                            InsertBlock("tasks.service", 0, block))  # fmt: skip
    document = tree(build(changed))
    found = list(document.iter(w("tbl")))
    assert len(found) == tables
    cells = [text_of(one) for table in found for one in table[2].iter(w("tc"))]
    assert set(cells) == set(wide_rows(columns).split("\n")[0].split("\t")), "nothing is lost"
    sheets = [one.find("w:pgSz", NAMES).get(w("orient")) for one in document.iter(w("sectPr"))]
    assert sheets == ([None, "landscape", None] if turned else [None])
    room = official.WIDE_PAGE.text_width if turned else official.OFFICIAL_PAGE.text_width
    for table in found:
        widths = [int(one.get(w("w"))) for one in table.iter(w("gridCol"))]
        assert sum(widths) == room
        assert min(widths) >= 480, "two characters and their margins"


def test_a_file_may_end_on_a_turned_sheet(build: Build, draft: Draft) -> None:
    block = new_block(draft, wide_rows(9))
    changed, _ = apply_edit(draft, InsertBlock("annex.words", 9, block))
    document = tree(build(changed))
    sheets = [one.find("w:pgSz", NAMES).get(w("orient")) for one in document.iter(w("sectPr"))]
    assert sheets == [None, "landscape"]
    margin = list(document.iter(w("pgMar")))[-1]
    page = official.WIDE_PAGE
    assert (margin.get(w("top")), margin.get(w("left")), margin.get(w("footer"))) == (
        str(page.top), str(page.left), str(page.footer),
    )  # fmt: skip


def test_plain_text_has_one_paragraph_a_line(template: DraftTemplate, draft: Draft) -> None:
    data = build_text(draft, template)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "云汀市“十五五”数字化发展规划",
        "",
        "规划期至2030年。",
        "一、主要任务",
        "（一）建设数字基础设施",
        "到2030年，云汀市建成通信基站三千座，主要河流沿线实现信号连续覆盖。",
        "1.统筹建设、开放共享。避免重复建设。",
        "（二）提升服务效能",
        "1.一网通办",
        "群众说“好办”——才算办好……",
        "二、保障措施",
        "【牵头部门】抓好落实。",
        "",
        "云汀市人民政府",
        "2026年5月8日",
        "",
        "附件1",
        "主要指标表",
        "序号\t指标\t目标",
        "1\t基站数\t3000",
        "",
        "附件2",
        "名词解释",
        "基站：收发信号的设备。",
        "",
    ]


@pytest.mark.parametrize("wrapper", list(Wrapper))
@pytest.mark.parametrize("preset", [Preset.FINAL, Preset.TRACKED, Preset.DISCUSSION])
def test_what_is_exported_is_read_back(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path,
    preset: Preset, wrapper: Wrapper,
) -> None:  # fmt: skip
    path = tmp_path / "out.docx"
    options = ExportOptions(preset, wrapper, notice=NOTICE)
    path.write_bytes(
        build_docx(draft, template, base_docx, author="甲", created=CREATED, options=options)
    )
    text = read_document(path).text
    lines = build_text(draft, template).decode("utf-8-sig").split("\r\n")[2:12]
    places = [text.index(line) for line in lines if line]
    assert all(a < b for a, b in pairwise(places))


def test_the_structure_is_read_back(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(build_docx(draft, template, base_docx, author="甲", created=CREATED))
    document = read_document(path)
    headings = [
        (block.level, document.block_text(block))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]
    assert document.title == "云汀市“十五五”数字化发展规划"
    assert headings[:5] == [
        (1, "一、主要任务"),
        (2, "（一）建设数字基础设施"),
        (2, "（二）提升服务效能"),
        (3, "1.一网通办"),
        (1, "二、保障措施"),
    ]


def test_a_title_of_120_characters_and_control_characters(
    build: Build, draft: Draft, paragraphs: Paragraphs
) -> None:
    title = "关于\x00统筹推进城乡数字基础设施建设和公共服务均等化" * 5 + "的\u202e规划"
    changed, _ = apply_edit(draft, SetTitle(title))
    options = ExportOptions(wrapper=Wrapper.NOTICE_ANNEX, contents=True, notice=NOTICE)
    found = dict(paragraphs(build(changed, options=options)[DOCUMENT]))
    assert found["PlanAnnexTitle"]
    parts = build(changed)
    element = next(
        one for one in tree(parts).iter(w("p"))
        if one.find("w:pPr/w:pStyle", NAMES).get(w("val")) == "PlanTitle"
    )  # fmt: skip
    assert len(list(element.iter(w("br")))) >= 5
    assert "\u202e" not in text_of(element)


def test_the_export_can_be_cancelled(
    template: DraftTemplate, base_docx: Path, draft: Draft
) -> None:
    class Stop:
        def step(self, done: float, label: str = "") -> None:
            if done > 0.3:
                raise Cancelled

        def part(self, start: float, end: float) -> Stop:
            return self

    with pytest.raises(Cancelled):
        build_docx(draft, template, base_docx, author="", created=CREATED, progress=Stop())


def test_the_same_input_gives_the_same_bytes(
    template: DraftTemplate, base_docx: Path, draft: Draft
) -> None:
    def made() -> bytes:
        options = ExportOptions(Preset.TRACKED, Wrapper.NOTICE_ANNEX, True, NOTICE)
        return build_docx(draft, template, base_docx, author="甲", created=CREATED, options=options)

    assert made() == made()
    assert io.BytesIO(made()).read(2) == b"PK"
