"""PDF pages whose text does not simply run from the left edge to the right one."""

from __future__ import annotations

import pytest
from tests.helpers.genres import SIMPLIFIED
from tests.helpers.pdf_files import Field, Text, pdf

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.io.importers.pdf_reader import read_pdf

PROSE = "".join(text for text in SIMPLIFIED if not any(one.isascii() for one in text))
PITCH = 18
SIZE = 12


def paragraph(start: int, length: int) -> str:
    return (PROSE * 9)[start : start + length].replace("。", "，") + "。"


PARAGRAPHS = [paragraph(at * 37, 50 + at * 7) for at in range(8)]


def column(texts: list[str], left: float, top: float, letters: int) -> list[Text]:
    """Set paragraphs in lines of `letters`, their first lines set in by two."""
    placed = []
    for text in texts:
        indent = 2
        while text:
            cut = letters - indent
            placed.append(Text(text[:cut], left + indent * SIZE, top, SIZE))
            text, indent, top = text[cut:], 0, top + PITCH
    return placed


def read(*pages: list[Text], fields: tuple[Field, ...] = ()) -> list[str]:
    return read_pdf(pdf(*pages, fields=fields)).text.split("\n")


@pytest.mark.parametrize("shift", [0.0, 5.0, 9.0])
@pytest.mark.parametrize("gap", [14, 24, 40])
def test_two_columns(gap: float, shift: float) -> None:
    left = column(PARAGRAPHS[:4], 50, 120, 19)
    right = column(PARAGRAPHS[4:], 50 + 19 * SIZE + gap, 120 + shift, 19)
    title = Text("云汀市信息化发展规划公报第三号印发全市各有关部门单位", 90, 60, 16)
    page = [title, *(one for pair in zip(left, right, strict=False) for one in pair)]
    page += [*left[len(right) :], *right[len(left) :]]
    assert read(page) == [title.text, *PARAGRAPHS]


def test_three_columns() -> None:
    width = 12 * SIZE + 24
    page = [
        one
        for at in range(3)
        for one in column(PARAGRAPHS[at * 2 : at * 2 + 2], 50 + at * width, 100, 12)
    ]
    assert read(page) == PARAGRAPHS[:6]


def test_paragraph_across_both_columns_parts_the_page() -> None:
    wide = paragraph(11, 120)
    above = [*column(PARAGRAPHS[:2], 50, 60, 19), *column(PARAGRAPHS[2:3], 302, 60, 19)]
    below = [*column(PARAGRAPHS[3:5], 50, 300, 19), *column(PARAGRAPHS[5:7], 302, 300, 19)]
    assert read([*above, *column([wide], 50, 220, 40), *below]) == [
        *PARAGRAPHS[:3],
        wide,
        *PARAGRAPHS[3:7],
    ]


def test_page_numbers_below_columns_are_dropped() -> None:
    pages = [
        [
            *column(PARAGRAPHS[:3], 50, 100, 19),
            *column(PARAGRAPHS[3:6], 302, 100, 19),
            Text(f"— {number} —", 280, 760, SIZE),
        ]
        for number in (1, 2)
    ]
    assert read(*pages) == PARAGRAPHS[:6] * 2


TABLES = {
    "short cells": [("固定电话用户", "万户", "118")] * 12,
    "names and what they mean": [("算力工程", "建成智能计算中心和边缘节点并且联网", "")] * 12,
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_rows_of_a_table_are_no_columns(rows: list[tuple[str, ...]]) -> None:
    page = [
        Text(cell, x, 100 + at * PITCH, SIZE)
        for at, row in enumerate(rows)
        for x, cell in zip((50, 250, 500), row, strict=True)
        if cell
    ]
    assert read(page) == ["\t".join(cell for cell in row if cell) for row in rows]


def test_fields_of_a_form() -> None:
    fields = (
        Field("云汀市数据局"),
        Field("第一行\r第二行", y=120, height=60),
        Field("藏", y=200, flags=2),
        Field("Off", x=60, y=230, width=12, height=12, kind="Btn"),
    )
    assert read([Text("申报单位：", 60, 60), Text("后文", 60, 300)], fields=fields) == [
        "申报单位：云汀市数据局",
        "第一行",
        "第二行",
        "☐",
        "后文",
    ]


def test_form_without_printed_text_is_read() -> None:
    assert read([], fields=(Field("云汀市"),)) == ["云汀市"]


@pytest.mark.parametrize("turn", [90, 180, 270, 45])
def test_turned_text_is_kept_whole_and_told(turn: float) -> None:
    level = [Text(PROSE[:30], 60, 100 + at * 28) for at in range(3)]
    reading = read_pdf(pdf([*level, Text("附图说明文字", 300, 450, 16, turn=turn)]))
    assert reading.text.split("\n")[-1] == "附图说明文字"
    assert reading.text.startswith(PROSE[:30] * 3)
    assert reading.warnings == (DocumentWarning(WarningCode.TURNED_TEXT, 6),)


def test_mark_across_every_page_is_dropped() -> None:
    mark = Text("内部资料", 200, 500, 60, turn=45)
    pages = [[*column(PARAGRAPHS[at * 2 :][:2], 50, 100, 40), mark] for at in range(3)]
    assert read(*pages) == PARAGRAPHS[:6]


def test_upright_columns_are_read_from_the_right() -> None:
    texts = ["云汀市信息化", "光缆到村，平台稳", "定，数据共享"]
    page = [
        Text(text, 500 - at * 24, 60, 16, below=True) for at, text in reversed([*enumerate(texts)])
    ]
    reading = read_pdf(pdf(page))
    assert reading.text.replace("\n", "") == "".join(texts)
    assert reading.warnings == (DocumentWarning(WarningCode.TURNED_TEXT, 20),)


def test_number_turned_in_an_upright_column() -> None:
    page = [
        Text("建设基站到", 500, 60, 16, below=True),
        Text("2030", 502, 60 + 4.2 * 16, 16, turn=270),
        Text("年全市建成", 500, 60 + 7 * 16, 16, below=True),
    ]
    assert read(page) == ["建设基站到2030年全市建成"]


def test_letters_above_each_other_in_cells_are_not_upright() -> None:
    rows = [Text(one, 60, 100 + at * 28) for at, one in enumerate("序号表")]
    reading = read_pdf(pdf([Text(PROSE[:30], 60, 60), *rows]))
    assert not reading.warnings
