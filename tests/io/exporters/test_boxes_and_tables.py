"""专栏 boxes, captions of tables, and changes inside cells, in every kind of export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, Provenance
from plandraft.core.draft.edits import add_passage
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.plan_text import build_text
from plandraft.io.exporters.word_table import LineTable
from plandraft.io.importers.base import read_document

DOCUMENT = "word/document.xml"
NAMES = {"w": WORD}
Build = Callable[..., dict[str, bytes]]
TITLE, TEXT = BlockForm.BOX_TITLE, BlockForm.BOX_TEXT


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def with_blocks(draft: Draft, *blocks: DraftBlock, section: str = "tasks.service") -> Draft:
    """Return the draft with nothing but `blocks` in a section."""
    sections = tuple(
        replace(one, blocks=blocks) if one.id == section else one for one in draft.sections
    )
    return replace(draft, sections=sections, next_block=500)


def tree(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[DOCUMENT])


def texts(element: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in element.iter(w("p"))]


def first_table(parts: dict[str, bytes]) -> etree._Element:
    return next(tree(parts).iter(w("tbl")))


BOX = (
    DraftBlock(101, "专栏9：网络工程", form=TITLE),
    DraftBlock(102, "1.骨干网络", form=TEXT),
    DraftBlock(103, "建成“双千兆”网络。", form=TEXT),
    DraftBlock(104, "抓好【牵头部门】落实。", form=TEXT),
)


def test_a_box_is_a_table_whose_head_is_repeated(build: Build, draft: Draft) -> None:
    table = first_table(build(with_blocks(draft, *BOX)))
    head, body = table.findall(w("tr"))
    assert texts(head) == ["专栏　网络工程"]
    assert texts(body) == ["1.骨干网络", "建成“双千兆”网络。", "抓好【牵头部门】落实。"]
    assert head.find("w:trPr/w:tblHeader", NAMES) is not None
    assert body.find("w:trPr/w:cantSplit", NAMES) is not None, "a short box is moved, not cut"
    long = (*BOX, *(DraftBlock(110 + n, "建设网络。" * 20, form=TEXT) for n in range(5)))
    rows = first_table(build(with_blocks(draft, *long))).findall(w("tr"))
    assert rows[1].find("w:trPr/w:cantSplit", NAMES) is None, "a long box breaks over the page"
    styles = [one.get(w("val")) for one in table.iter(w("pStyle"))]
    assert styles == ["PlanBoxTitle", *["PlanBoxText"] * 3], "no heading in a box"
    sides = {etree.QName(one).localname for one in table.find("w:tblPr/w:tblBorders", NAMES)}
    assert {"top", "left", "bottom", "right", "insideH"} <= sides
    assert table.find(".//w:sdt", NAMES) is not None, "an open slot is a control in a box too"


def test_boxes_are_numbered_through_the_plan(build: Build, draft: Draft) -> None:
    made = with_blocks(draft, *BOX)
    made = with_blocks(
        made,
        DraftBlock(201, "专栏1 算力工程", form=TITLE),
        DraftBlock(202, "建设。", form=TEXT),
        section="measures",
    )
    tables = list(tree(build(made)).iter(w("tbl")))
    assert [texts(one)[0] for one in tables[:2]] == ["专栏1　网络工程", "专栏2　算力工程"]


def test_boxes_that_follow_each_other_stay_apart(build: Build, draft: Draft) -> None:
    again = tuple(replace(one, id=one.id + 100) for one in BOX)
    body = tree(build(with_blocks(draft, *BOX, *again)))[0]
    kinds = [etree.QName(one).localname for one in body]
    assert ["tbl", "tbl"] not in [kinds[i : i + 2] for i in range(len(kinds))]


def test_a_box_of_figures_is_a_table_under_its_head(build: Build, draft: Draft) -> None:
    rows = ("指标\t2030年", "基站\t3000")
    blocks = [DraftBlock(301 + n, row, form=TEXT) for n, row in enumerate(rows)]
    body = tree(build(with_blocks(draft, DraftBlock(300, "专栏1 指标", form=TITLE), *blocks)))[0]
    table = next(body.iter(w("tbl")))
    assert texts(table) == ["指标", "2030年", "基站", "3000"]
    assert texts(body)[texts(body).index("指标") - 1] == "专栏　指标"


def test_a_box_without_head_or_text(build: Build, draft: Draft) -> None:
    headless = first_table(build(with_blocks(draft, BOX[1], BOX[2])))
    assert len(headless.findall(w("tr"))) == 1
    assert headless.find(".//w:tblHeader", NAMES) is None
    empty = first_table(build(with_blocks(draft, BOX[0])))
    assert texts(empty) == ["专栏　网络工程"]


def test_sources_and_changes_are_told_in_a_box(build: Build, draft: Draft) -> None:
    text = "专栏3　网络工程\n1.建成基站三千座。"
    source = Provenance("甲规划", "甲", "/a", "a" * 64, "一、甲", Span(0, len(text)), text)
    made, _ = add_passage(with_blocks(draft), "tasks.service", text, source)
    table = first_table(build(made, options=ExportOptions(Preset.SOURCES)))
    assert len(list(table.iter(w("commentReference")))) == 2
    sections = tuple(
        replace(
            one, blocks=tuple(replace(b, text=b.text.replace("三千", "五千")) for b in one.blocks)
        )
        for one in made.sections
    )
    parts = build(replace(made, sections=sections), options=ExportOptions(Preset.TRACKED))
    table = first_table(parts)
    assert ["".join(one.itertext()) for one in table.iter(w("delText"))] == ["3", "三"]
    assert texts(table) == ["专栏　网络工程", "1.建成基站五千座。"]


def test_a_box_survives_export_and_import(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    made = with_blocks(draft, *BOX[:3])
    path = tmp_path / "a.docx"
    created = datetime(2026, 5, 8, tzinfo=UTC)
    path.write_bytes(build_docx(made, template, base_docx, author="", created=created))
    read = read_document(path).text
    lines = [read.index(line) for line in ("专栏　网络工程", "1.骨干网络", "建成“双千兆”网络。")]
    assert lines == sorted(lines)
    text = "专栏　网络工程\n1.骨干网络\n建成“双千兆”网络。"
    assert text in read
    source = Provenance("甲", "", "/a", "a" * 64, "", Span(0, len(text)), text)
    again, _ = add_passage(with_blocks(draft), "tasks.service", text, source)
    (blocks,) = [one.blocks for one in again.sections if one.id == "tasks.service"]
    assert [one.form for one in blocks] == [TITLE, TEXT, TEXT]
    assert docx.Document(str(path)).tables


def test_boxes_and_captions_in_plain_text(template: DraftTemplate, draft: Draft) -> None:
    rows = DraftBlock(401, "表7 指标\n序号\t值\n1\t2")
    lines = build_text(with_blocks(draft, *BOX[:3], rows), template).decode("utf-8-sig")
    assert "\r\n专栏　网络工程\r\n1.骨干网络\r\n" in lines
    assert "\r\n表1　指标\r\n序号\t值\r\n" in lines


def test_captions_are_numbered_and_kept_with_their_tables(build: Build, draft: Draft) -> None:
    made = with_blocks(
        draft,
        DraftBlock(401, "表4：网络指标"),
        DraftBlock(402, "序号\t值\n1\t2"),
        DraftBlock(403, "见下表。"),
        DraftBlock(404, "表 平台指标"),
        DraftBlock(
            405, "\t".join(f"指标名称{i}" for i in range(9)) + "\n" + "\t".join("123456789")
        ),
        DraftBlock(406, "表5所列为预期性指标。"),
        DraftBlock(407, "表6 没有表"),
    )
    body = tree(build(made))[0]
    captions = [
        "".join(one.itertext())
        for one in body.iter(w("p"))
        if one.find("w:pPr/w:pStyle", NAMES).get(w("val")) == "PlanTableCaption"
    ]
    assert captions == ["表1　网络指标", "表2　平台指标"]
    shown = texts(body)
    assert "表5所列为预期性指标。" in shown
    assert "表6 没有表" in shown
    # The caption of a wide table stands on its turned sheet.
    sheets = [one for one in body.iter(w("p")) if one.find("w:pPr/w:sectPr", NAMES) is not None]
    assert "".join(sheets[0].itertext()) == "见下表。"


def changed_table(draft: Draft, before: str, after: str) -> Draft:
    source = Provenance("甲", "甲", "/a", "a" * 64, "", Span(0, len(before)), before)
    return with_blocks(draft, DraftBlock(600, after, source))


def test_words_changed_in_cells_are_tracked(build: Build, draft: Draft) -> None:
    before = "序号\t指标\t目标\n1\t基站数量\t3000"
    after = "序号\t指标\t目标\n1\t基站总数量\t5000"
    parts = build(changed_table(draft, before, after), options=ExportOptions(Preset.TRACKED))
    table = first_table(parts)
    changes = [
        (etree.QName(one).localname, "".join(one.itertext()))
        for one in table.iter(w("ins"), w("del"))
    ]
    assert changes == [("ins", "总"), ("del", "3000"), ("ins", "5000")]
    assert texts(table) == after.replace("\n", "\t").split("\t")
    for one in list(table.iter(w("ins"))):
        one.getparent().remove(one)
    rejected = [
        "".join(t.text or "" for t in c.iter(w("t"), w("delText"))) for c in table.iter(w("tc"))
    ]
    assert rejected == before.replace("\n", "\t").split("\t")


def test_new_columns_are_tracked_and_other_rows_are_not(build: Build, draft: Draft) -> None:
    before, after = "序号\t指标\n1\t基站", "序号\t指标\t目标\n1\t基站\t3000"
    parts = build(changed_table(draft, before, after), options=ExportOptions(Preset.TRACKED))
    inserted = ["".join(one.itertext()) for one in first_table(parts).iter(w("ins"))]
    assert inserted == ["目标", "3000"]
    shorter = changed_table(draft, "一行\t二格\n1\t2\n3\t4", "一行\t二格\n1\t2")
    table = first_table(build(shorter, options=ExportOptions(Preset.TRACKED)))
    assert next(table.iter(w("ins"), w("del")), None) is None


def test_changes_in_a_repeated_first_column_are_told_once(build: Build, draft: Draft) -> None:
    head = "\t".join(["项目", *(f"指标名称{i}" for i in range(1, 40))])
    before = head + "\n" + "\t".join(["甲市", *map(str, range(1, 40))])
    made = changed_table(draft, before, before.replace("甲市", "乙市"))
    document = tree(build(made, options=ExportOptions(Preset.TRACKED)))
    tables = list(document.iter(w("tbl")))
    assert len(tables) > 2
    changes = [one for table in tables for one in table.iter(w("ins"), w("del"))]
    assert len(changes) == 2
    assert len({one.get(w("id")) for one in changes}) == 2


@pytest.mark.parametrize(
    ("columns", "parts"), [(9, [9]), (10, [6, 5]), (20, [8, 7, 7]), (60, [*[7] * 9, 6])]
)
def test_a_table_too_wide_for_a_sheet_is_cut_evenly(columns: int, parts: list[int]) -> None:
    lines = ["\t".join(f"指标名称{n}" for n in range(columns))] * 2
    tables = [one for one in LineTable(lines).elements() if one.tag == w("tbl")]
    assert [len(one.findall("w:tblGrid/w:gridCol", NAMES)) for one in tables] == parts
