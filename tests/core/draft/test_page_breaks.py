"""Pages of 22 rows: what begins one, what is kept together, what is repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plandraft.core.draft.page_breaks import PageMaker
from plandraft.core.draft.page_flow import (
    PAGE_NUMBER,
    FlowFurniture,
    FlowParagraph,
    FlowPlace,
    FlowRow,
    FlowRun,
    FlowSection,
    FlowStyle,
    FlowTable,
    PageFlow,
)
from plandraft.core.draft.page_marks import page_mark
from plandraft.core.draft.page_values import Page

BODY = FlowStyle("仿宋_GB2312", spacing=-0.25)
HEADING = replace(BODY, face="黑体", keep_next=True)
CELL = replace(BODY, size=12.0, line=0.0)


def line(text: str = "字", style: FlowStyle = BODY, block: int = 0) -> FlowParagraph:
    return FlowParagraph(style, (FlowRun(text),), FlowPlace("s", block))


def pages(*items: FlowParagraph | FlowTable, **values: object) -> tuple[Page, ...]:
    section = FlowSection(tuple(items), **values)  # type: ignore[arg-type]
    return PageMaker().lay_out(PageFlow("规划", (section,))).pages


def texts(page: Page) -> list[str]:
    return [row.paragraph.text[row.row.start : row.row.end] for row in page.rows]


def test_a_page_holds_22_rows() -> None:
    assert [len(page.rows) for page in pages(*[line()] * 45)] == [22, 22, 1]
    first = pages(line())[0].rows[0]
    assert first.left == pytest.approx(79.35, abs=0.01)
    assert first.top == pytest.approx(104.9, abs=0.01)


def test_numbers_stand_at_the_outer_edge() -> None:
    found = pages(*[line()] * 30)
    assert [(page.number, page.right) for page in found] == [("— 1 —", True), ("— 2 —", False)]
    assert [page.number for page in pages(line(), numbered=False)] == [""]
    assert [page.number for page in pages(line(), roman=True, first_number=4)] == ["— IV —"]
    assert page_mark(19, roman=True) == "— XIX —"


def test_a_heading_goes_with_the_text_behind_it() -> None:
    first, second = pages(*[line()] * 21, line("一、标题", HEADING), line("正文"))
    assert len(first.rows) == 21
    assert texts(second) == ["一、标题", "正文"]


def test_a_chain_that_no_page_holds_is_cut() -> None:
    found = pages(*[line("一、标题", HEADING)] * 30)
    assert len(found[0].rows) == 22


def test_a_page_break_begins_a_page_but_no_empty_one() -> None:
    broken = replace(BODY, page_break=True)
    assert len(pages(line("首", broken), line("次", broken))) == 2


def test_a_table_keeps_its_rows_whole_and_repeats_its_head() -> None:
    rows = (FlowRow(((line("表头", CELL),),), 22.7), *[FlowRow(((line("格", CELL),),), 22.7)] * 40)
    table = FlowTable((442.2,), rows, heads=1)
    first, second = pages(*[line()] * 5, table)
    assert texts(first)[5] == "表头"
    assert texts(second)[0] == "表头"
    assert texts(first).count("格") + texts(second).count("格") == 40
    assert max(row.top + row.height for row in first.rows) <= 104.9 + 637.8 + 0.1


def test_a_box_breaks_where_it_is_long_with_a_frame_on_each_page() -> None:
    text = FlowRow((tuple([line("字", CELL)] * 60),), breaks=True)
    head = FlowRow(((line("专栏1", CELL),),))
    first, second = pages(*[line()] * 10, FlowTable((442.2,), (head, text), heads=1))
    assert texts(second)[0] == "专栏1"
    assert texts(first).count("字") + texts(second).count("字") == 70
    for page in (first, second):
        lowest = max(rule.y2 for rule in page.rules)
        assert lowest >= max(row.top + row.height for row in page.rows) - 0.1


def test_the_imprint_stands_at_the_foot_and_text_goes_on_above() -> None:
    imprint = FlowTable((442.2,), (FlowRow(((line("抄送：各局。"),),)),), sides=False, at_foot=True)
    (page,) = pages(line("上"), imprint, line("下"))
    tops = {row.paragraph.text: row.top for row in page.rows}
    assert tops["抄送：各局。"] > 700
    assert tops["下"] - tops["上"] == pytest.approx(28.95)
    assert len(page.rules) == 2


def test_notes_stand_level_with_the_first_row_of_their_block() -> None:
    flow = PageFlow(
        "规划", (FlowSection((line("一"), line("二" * 40, block=7))),), ((7, ("来源",)),)
    )
    (page,) = PageMaker().lay_out(flow).pages
    (note,) = page.notes
    assert (note.block, note.lines) == (7, ("来源",))
    assert note.top == page.rows[1].top


def test_rows_that_did_not_change_are_not_broken_again() -> None:
    maker = PageMaker()
    items = tuple(line("字" * 50 + str(number)) for number in range(30))
    before = maker.lay_out(PageFlow("规划", (FlowSection(items),)))
    changed = (*items[:-1], line("改"))
    after = maker.lay_out(PageFlow("规划", (FlowSection(changed),)))
    assert after.pages[0].rows[0].row is before.pages[0].rows[0].row
    assert after.pages[0] == before.pages[0]
    assert after.pages[-1] != before.pages[-1]


def test_places_are_found_again() -> None:
    section = FlowSection(tuple(line(block=number) for number in range(30)))
    paged = PageMaker().lay_out(PageFlow("规划", (section,)))
    assert paged.page_of(FlowPlace("s", 25)) == 1
    assert paged.page_of(FlowPlace("s")) == 0
    assert paged.page_of(FlowPlace("nowhere")) is None


def test_a_page_knows_the_section_it_begins_in() -> None:
    items = [replace(line(), place=FlowPlace(name)) for name in ["a"] * 22 + [""] * 22 + ["b"] * 3]
    plan = PageMaker().lay_out(PageFlow("规划", (FlowSection(tuple(items)),)))
    assert [plan.section_on(number) for number in range(3)] == ["a", "a", "b"]


def test_header_and_footer_stand_on_every_page() -> None:
    number = FlowParagraph(BODY, (FlowRun(f"第{PAGE_NUMBER}页"),))
    header = FlowFurniture((line("眉"),), even=(), first=(line("首"),))
    found = pages(*[line()] * 60, header=header, footer=FlowFurniture((number,)))
    assert [texts(page)[-1] for page in found] == ["第1页", "第2页", "第3页"]
    assert ["眉" in texts(page) for page in found] == [False, False, True]
    assert "首" in texts(found[0])
    assert all(page.foot for page in found)
    foot = found[0].rows[-1]
    assert foot.top + foot.height == pytest.approx(found[0].sheet.height - found[0].sheet.footer)
