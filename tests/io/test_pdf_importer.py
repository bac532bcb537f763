"""What the reader of PDFs makes of characters at places."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.outcomes import outcome
from tests.helpers.pdf_files import Text, lines, pdf

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers import pdf_reader
from plandraft.io.importers.base import read_document
from plandraft.io.importers.pdf_reader import read_pdf

FULL = "建设覆盖全市城乡的高速宽带网络并推动基础设施共建共享互联互通"
PLAN = pdf(lines("　" + FULL[:28], FULL + "。", "完成目标。"))


def read(*pages: list[Text], **options: bool) -> list[str]:
    return read_pdf(pdf(*pages, **options)).text.split("\n")


def test_lines_of_a_paragraph_are_joined() -> None:
    assert read(lines("　" + FULL[:28], FULL, "完成目标。", "　另起一段。")) == [
        FULL[:28] + FULL + "完成目标。",
        "另起一段。",
    ]


def test_short_line_ends_a_paragraph() -> None:
    assert read(lines("　" + FULL[:28], "到此为止。", FULL, "后文。")) == [
        FULL[:28] + "到此为止。",
        FULL + "后文。",
    ]


def test_short_line_that_ends_with_a_comma_goes_on() -> None:
    assert read(lines("　" + FULL[:28], FULL[:20] + "、", FULL)) == [
        FULL[:28] + FULL[:20] + "、" + FULL
    ]


def test_paragraph_goes_on_over_the_page() -> None:
    first = lines("　" + FULL[:28], FULL)
    assert read(first, lines(FULL, "下页。")) == [FULL[:28] + FULL * 2 + "下页。"]


def test_other_size_and_label_begin_a_paragraph() -> None:
    title = [Text(FULL[:22], 60, 60, 22)]
    assert read([*title, *lines(FULL, "一、" + FULL[2:], FULL)]) == [
        FULL[:22],
        FULL,
        "一、" + FULL[2:] + FULL,
    ]


def test_lines_of_contents_stay_apart() -> None:
    first, second = "一、总体要求………………………………………………1", "二、重点任务………………………………………………9"
    assert read(lines("目录", first, second)) == ["目录", first, second]


def test_order_is_by_place_not_by_file() -> None:
    assert read([Text("下行。", 60, 128), Text("“城市”", 92, 100), Text("数字", 60, 100)]) == [
        "数字“城市”",
        "下行。",
    ]


def test_latin_words_keep_their_blanks() -> None:
    text = "the plan of the city names all projects and every one of the measures"
    assert read(lines(text, "and goes on")) == [text + " and goes on"]
    assert read([Text("5G", 60), Text("Plan", 90)]) == ["5G Plan"]


def test_blank_between_chinese_letters_is_kept_only_if_the_file_has_it() -> None:
    assert read([Text("专栏 一览", 60)]) == ["专栏 一览"]
    assert read([Text("专栏", 60), Text("一览", 99)]) == ["专栏一览"]


def test_rows_of_a_table() -> None:
    rows = [
        Text(text, x, y)
        for y, row in ((200, ("指标", "单位")), (228, ("基站", "个")))
        for x, text in zip((60, 300), row, strict=True)
    ]
    reading = read_pdf(pdf([*lines(FULL), *rows, Text("后文", 60, 300)]))
    assert reading.text.split("\n") == [FULL, "指标\t单位", "基站\t个", "后文"]
    row = BlockKind.TABLE_ROW
    assert [hint.kind for hint in reading.hints] == [None, row, row, None]


def table(*rows: tuple[float, tuple[str, ...]], pitch: float = 40) -> list[Text]:
    """Write rows of cells at a distance in lines from the one before; cells may be empty."""
    texts = []
    y = 200.0
    for down, row in rows:
        y += down * pitch
        texts += [Text(text, x, y) for x, text in zip((60, 150, 400), row, strict=True) if text]
    return texts


def test_cell_that_wraps_is_one_cell() -> None:
    rows = table(
        (0, ("序号", "指标", "单位")),
        (1, ("1", "数字经济核心产业增加值占地", "%")),
        (0.5, ("", "区生产总值比重", "")),
        (1, ("2", "5G stations", "个")),
        (0.5, ("", "in towns", "")),
    )
    assert read([*lines(FULL), *rows]) == [
        FULL,
        "序号\t指标\t单位",
        "1\t数字经济核心产业增加值占地区生产总值比重\t%",
        "2\t5G stations in towns\t个",
    ]


def test_cell_that_wraps_in_a_table_without_air() -> None:
    rows = table(
        (0, ("序号", "指标", "单位")),
        (1, ("1", "数字经济核心产业增加值占地", "%")),
        (1, ("", "区生产总值比重", "")),
        (1, ("2", "基站", "个")),
        pitch=22,
    )
    assert read([*lines(FULL), *rows])[2:] == [
        "1\t数字经济核心产业增加值占地区生产总值比重\t%",
        "2\t基站\t个",
    ]


def test_cell_set_in_the_middle_of_its_row() -> None:
    rows = table(
        (0, ("序号", "指标名称", "单位")),
        (1, ("", "数字经济核心产业增加值", "")),
        (0.3, ("1", "占地区生产总值比重的", "个")),
        (0.3, ("", "年度变化情况", "")),
        pitch=60,
    )
    assert read([*lines(FULL), *rows])[2:] == [
        "1\t数字经济核心产业增加值占地区生产总值比重的年度变化情况\t个"
    ]


def test_rows_with_empty_cells_stay_rows() -> None:
    rows = table((0, ("甲", "乙", "丙")), (1, ("丁", "戊", "己")), (1, ("", "庚", "辛")), pitch=20)
    assert read([*lines(FULL), *rows])[1:] == ["甲\t乙\t丙", "丁\t戊\t己", "庚\t辛"]


def test_headers_footers_and_page_numbers_are_dropped() -> None:
    pages = [
        [
            Text("云汀市规划汇编", 200, 40, 10),
            *lines("　" + name * 9 + "。", "　第二段。", FULL[:-2] + name),
            Text(f"— {number} —", 280, 760, 10),
        ]
        for number, name in enumerate(("网络", "平台", "数据", "安全"), 1)
    ]
    assert read(*pages) == [
        line
        for name in ("网络", "平台", "数据", "安全")
        for line in (name * 9 + "。", "第二段。", FULL[:-2] + name)
    ]


def test_bare_number_on_a_single_page_stays() -> None:
    assert read([*lines("指标"), Text("2026", 60, 760)]) == ["指标", "2026"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_page_that_is_turned(rotation: int) -> None:
    import pypdfium2

    data = pdf([Text("数字云汀", 60, 60)], rotation=rotation)
    page = pypdfium2.PdfDocument(data)[0]
    assert page.get_rotation() == rotation
    # The letters lie on their side or head, so each stands on a line of its own or they turn.
    assert sorted(read_pdf(data).text) in (sorted("数字云汀"), sorted("数\n字\n云\n汀"))


def test_scans() -> None:
    with pytest.raises(PlanError) as caught:
        read_pdf(pdf([], [], picture=True))
    assert caught.value.code is ErrorCode.NO_TEXT
    mixed = read_pdf(pdf(lines("正文。"), [], picture=True))
    assert [(one.code, one.count) for one in mixed.warnings] == [
        (WarningCode.PAGES_WITHOUT_TEXT, 1)
    ]
    assert read_pdf(pdf(lines("正文。"), [])).warnings == ()


REFUSED = {
    "encrypted": (pdf(lines("密"), encrypted=True), ErrorCode.FILE_ENCRYPTED),
    "nothing behind the head": (b"%PDF-1.7\n", ErrorCode.FILE_DAMAGED),
    "cut": (PLAN[: len(PLAN) // 3], ErrorCode.FILE_DAMAGED),
    "no page": (pdf(), ErrorCode.FILE_DAMAGED),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(PlanError) as caught:
        read_pdf(data)
    assert caught.value.code is code


@pytest.mark.parametrize("limit", ["_MOST_PAGES", "_MOST_CHARACTERS"])
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(pdf_reader, limit, 1)
    with pytest.raises(PlanError) as caught:
        read_pdf(pdf(lines("正文"), lines("下页")))
    assert caught.value.code is ErrorCode.FILE_TOO_LONG


def test_every_byte_may_be_wrong() -> None:
    for at in range(0, len(PLAN), 5):
        broken = bytearray(PLAN)
        broken[at] ^= 0xFF
        assert outcome(read_pdf, bytes(broken)) in {"pdf", "file_damaged", "no_text"}


def test_document_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "plan.doc"
    path.write_bytes(
        pdf([Text("云汀市信息化规划", 200, 60, 22), *lines("一、总体要求", "　建设。")])
    )
    document = read_document(path)
    assert (document.title, document.origin.format) == ("云汀市信息化规划", "pdf")
    assert [block.kind for block in document.blocks][1] is BlockKind.HEADING
