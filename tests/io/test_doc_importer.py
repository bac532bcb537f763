"""What the reader of Word 97–2003 documents sees, and what it makes of broken ones."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.helpers.doc_files import NO_STYLE, DocFile, Piece, doc, sprm, style_sheet
from tests.helpers.ole_files import ole
from tests.helpers.outcomes import outcome

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.base import read_document
from plandraft.io.importers.doc_reader import read_doc

IN_TABLE = sprm(0x2416, 1)
ROW_END = IN_TABLE + sprm(0x2417, 1)
DELETED, INSERTED, HIDDEN = sprm(0x0800, 1), sprm(0x0801, 1), sprm(0x083C, 1)

TEXTS = {
    "paragraphs": ("数字云汀\r总体要求\r", "数字云汀\n总体要求"),
    "no mark at the end": ("数字云汀", "数字云汀"),
    "line, page and column breaks": ("甲\v乙\r丙\x0c丁\x0e戊\r", "甲\v乙\n丙\n丁\v戊"),
    "tab and hyphens": ("甲\t5\x1e6\x1f乙\r", "甲\t5-6乙"),
    "field": ("共\x13PAGE \\* MERGEFORMAT\x1412\x15页\r", "共12页"),
    "field without a result": ("前\x13XE 索引\x15后\r", "前后"),
    "field in a field": ("见\x13IF \x13REF a\x14三\x15=1\x14第三章\x15。\r", "见第三章。"),
    "field in a result": ("\x13TOC\x14目录\x13PAGEREF\x145\x15完\x15\r", "目录5完"),
    "field that never ends": ("甲\x13PAGE 乙\r丙\r", "甲PAGE 乙\n丙"),
    "end of no field": ("甲\x15乙\x14丙\r", "甲乙丙"),
    "marks of notes and pictures": ("正文\x02\x05\x01\x08。\r", "正文。"),
    "characters beyond the first plane": ("云𠮷汀\r数字\r", "云𠮷汀\n数字"),
    "private use": ("甲\ue004乙\r", "甲\ue004乙"),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(text: str, expected: str) -> None:
    assert read_doc(doc(text)).text == expected


def read(**parts: object) -> str:
    return read_doc(DocFile(**parts).build()).text  # type: ignore[arg-type]


def test_pieces_in_the_order_of_the_text() -> None:
    pieces = [
        Piece("一、总", place=2),
        Piece("Plan (2026) ", "cp1252", place=0),
        Piece("要求。\r", place=1),
    ]
    assert read(pieces=pieces) == "一、总Plan (2026) 要求。"


def test_western_eight_bit_piece() -> None:
    assert read(pieces=[Piece("“5G” – 3€\r", "cp1252")], language=0x0804) == "“5G” – 3€"
    assert read_doc(DocFile([Piece("a\x81b\r", "latin-1")]).build()).text == "a\x81b"


def test_eight_bit_piece_of_a_chinese_document() -> None:
    narrow = Piece("数字ABC。\r", "gbk")
    assert read(pieces=[narrow, Piece("后文\r")]) == "数字ABC。\n后文"
    assert "数字" not in read(pieces=[narrow], language=0x0409)


def test_deleted_hidden_and_inserted_text() -> None:
    text = "保留删除隐藏新增\r"
    reading = read_doc(doc(text, characters={(2, 4): DELETED, (4, 6): HIDDEN, (6, 8): INSERTED}))
    assert reading.text == "保留新增"
    assert [(one.code, one.count) for one in reading.warnings] == [(WarningCode.TRACKED_CHANGES, 2)]


def test_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    assert read_doc(doc("前\r后\r", characters={(1, 2): DELETED})).text == "前后"


def test_properties_of_a_piece_that_was_saved_fast() -> None:
    pieces = [Piece("留"), Piece("删", modifier=1), Piece("完\r", place=1)]
    assert read(pieces=pieces, modifiers=[DELETED]) == "留完"
    numbered = [Piece("留"), Piece("删", modifier=0x41 << 1 | 1 << 8), Piece("完\r")]
    assert read(pieces=numbered) == "留完"


def test_symbol() -> None:
    symbol = struct.pack("<HHH", 0x6A09, 3, 0x2460)
    assert read_doc(doc("(项\r", characters={(0, 1): symbol})).text == "①项"
    hidden = struct.pack("<HHH", 0x6A09, 3, 0xF0FC)
    assert read_doc(doc("(项\r", characters={(0, 1): hidden})).text == "项"


def test_table() -> None:
    text = "前\r指标\x07单位\x07\x07基站\r数量\x07\x07\x07后\r"
    marks = [index for index, char in enumerate(text) if char in "\r\x07"]
    properties = dict.fromkeys(marks[1:-1], (0, IN_TABLE))
    properties[marks[3]] = properties[marks[7]] = (0, ROW_END)
    reading = read_doc(doc(text, paragraphs=properties))
    assert reading.text == "前\n指标\t单位\n基站 数量\t\n后"
    kinds = [hint.kind for hint in reading.hints]
    assert kinds == [None, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW, None]


def test_frame_of_one_cell() -> None:
    text = "专栏1\r内容。\x07\x07"
    properties = {3: (0, IN_TABLE), 7: (0, IN_TABLE), 8: (0, ROW_END)}
    assert read_doc(doc(text, paragraphs=properties)).text == "专栏1\n内容。"


def test_table_whose_properties_stand_in_the_data_stream() -> None:
    far = IN_TABLE
    data = b"\0" * 6 + struct.pack("<H", len(far)) + far
    properties = dict.fromkeys((1, 3), (0, sprm(0x6646, 6, 4)))
    properties[4] = (0, ROW_END)
    assert read_doc(doc("甲\x07乙\x07\x07", paragraphs=properties, data=data)).text == "甲\t乙"


STYLES = style_sheet(
    (0, "Normal", NO_STYLE, b""),
    (1, "heading 1", 0, b""),
    (62, "Title", 0, b""),
    (20, "toc 1", 0, b""),
    (0xFFE, "我的", 1, b""),
    (0xFFE, "大纲", 0, sprm(0x2640, 2)),
    (0xFFE, "公文标题", 0, b""),
)


@pytest.mark.parametrize(
    ("style", "own", "kind", "level"),
    [
        (0, b"", None, 0),
        (1, b"", None, 1),
        (1, sprm(0x2640, 9), None, 0),
        (2, b"", BlockKind.TITLE, 0),
        (3, b"", BlockKind.FURNITURE, 0),
        (4, b"", None, 1),
        (5, b"", None, 3),
        (6, b"", BlockKind.TITLE, 0),
        (99, b"", None, 0),
        (0, sprm(0x2640, 1), None, 2),
    ],
)
def test_style_gives_a_hint(style: int, own: bytes, kind: BlockKind | None, level: int) -> None:
    (hint,) = read_doc(doc("总则\r", styles=STYLES, paragraphs={2: (style, own)})).hints
    assert (hint.kind, hint.level) == (kind, level)


def test_damaged_styles_do_not_hide_the_text() -> None:
    paragraphs = {2: (1, b"")}
    for styles in (STYLES[:7], STYLES[:40], b"\xff" * 60):
        assert read_doc(doc("总则\r", styles=styles, paragraphs=paragraphs)).text == "总则"


def list_level(number_format: int, pattern: str, start: int = 1) -> bytes:
    return (
        struct.pack("<iBB9sBiiBBBB", start, number_format, 0, b"", 2, 0, 0, 0, 0, 0, 0)
        + struct.pack("<H", len(pattern))
        + pattern.encode("utf-16-le")
    )


LIST = struct.pack("<hii9HBB", 1, 77, 0, *[NO_STYLE] * 9, 0, 0)
LEVELS = (
    list_level(39, "\0、") + list_level(39, "（\1）") + list_level(23, "\uf0b7")
) + list_level(0, "\3.") * 6
OVERRIDES = struct.pack("<I", 1) + struct.pack("<iiiI", 77, 0, 0, 0) + struct.pack("<I", 0xFFFFFFFF)


def in_list(level: int) -> tuple[int, bytes]:
    return (0, sprm(0x460B, 1, 2) + sprm(0x260A, level))


def test_automatic_numbers() -> None:
    text = "基础\r成绩\r要求\r要点\r"
    levels = {2: in_list(0), 5: in_list(1), 8: in_list(0), 11: in_list(2)}
    reading = read_doc(doc(text, paragraphs=levels, lists=LIST, levels=LEVELS, overrides=OVERRIDES))
    assert reading.text == "一、基础\n（一）成绩\n二、要求\n要点"
    assert reading.hints[3].kind is BlockKind.LIST_ITEM


def test_list_that_starts_at_another_number() -> None:
    overrides = struct.pack("<I", 1) + struct.pack("<iiiBBH", 77, 0, 0, 1, 0, 0)
    overrides += struct.pack("<IiI", 0xFFFFFFFF, 5, 0x10)
    reading = read_doc(
        doc("基础\r", paragraphs={2: in_list(0)}, lists=LIST, levels=LEVELS, overrides=overrides)
    )
    assert reading.text == "五、基础"


def test_damaged_lists_do_not_hide_the_text() -> None:
    parts = {"paragraphs": {2: in_list(0)}, "lists": LIST}
    for levels, overrides in ((b"", OVERRIDES), (LEVELS, b""), (LEVELS, b"\xff" * 40)):
        data = DocFile([Piece("基础\r")], **parts, levels=levels, overrides=overrides).build()  # type: ignore[arg-type]
        assert read_doc(data).text.endswith("基础")


def test_notes_and_headers_are_left_out_and_text_boxes_come_last() -> None:
    text = "正文\r脚注\r页眉\r批注\r尾注\r框内\r"
    assert read_doc(doc(text, stories=[3, 3, 3, 0, 3, 3, 3])).text == "正文\n框内"


def refusal(data: bytes) -> PlanError:
    with pytest.raises(PlanError) as caught:
        read_doc(data)
    return caught.value


REFUSED = {
    "encrypted": (doc("密\r", flags=0x0300), ErrorCode.FILE_ENCRYPTED, ""),
    "word 95": (doc("旧\r", identifier=0xA5DC, version=104), ErrorCode.FILE_UNSUPPORTED, "6.0/95"),
    "word 95 of the Far East": (doc("旧\r", version=105), ErrorCode.FILE_UNSUPPORTED, "6.0/95"),
    "encrypted package": (ole({"EncryptedPackage": b"x"}), ErrorCode.FILE_ENCRYPTED, ""),
    "works": (ole({"MatOST": b"x", "CONTENTS": b"y"}), ErrorCode.FILE_UNSUPPORTED, "Works"),
    "excel": (ole({"Workbook": b"x"}), ErrorCode.FILE_UNSUPPORTED, "Excel"),
    "other": (ole({"Something": b"x"}), ErrorCode.FILE_UNSUPPORTED, "OLE"),
    "no head": (ole({"WordDocument": b""}), ErrorCode.FILE_DAMAGED, "FIB"),
    "head cut": (ole({"WordDocument": b"\xec\xa5"}), ErrorCode.FILE_UNSUPPORTED, ""),
    "no table": (
        ole({"WordDocument": DocFile([Piece("甲\r")]).streams()["WordDocument"]}),
        ErrorCode.FILE_DAMAGED,
        "piece",
    ),
    "half a file": (doc("甲\r")[:5000], ErrorCode.FILE_DAMAGED, ""),
}


@pytest.mark.parametrize(("data", "code", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, code: ErrorCode, reason: str) -> None:
    error = refusal(data)
    assert error.code is code
    assert reason in str(error.details.get("reason", ""))


def test_pieces_that_lie_over_each_other_do_not_fill_memory() -> None:
    file = DocFile([Piece("建设网络" * 100)])
    streams = file.streams()
    count = 10_000
    positions = [400 * index for index in range(count + 1)]
    table = struct.pack(f"<{count + 1}I", *positions[:-1], 0xFFFFFFF0)
    table += struct.pack("<HIH", 0, 0x600, 0) * count
    clx = b"\x02" + struct.pack("<I", len(table)) + table
    head = bytearray(streams["WordDocument"])
    struct.pack_into("<II", head, 0x9A + 8 * 33, 0, len(clx))
    assert refusal(ole({"WordDocument": bytes(head), "1Table": clx})).code is ErrorCode.FILE_DAMAGED


USUAL_OUTCOMES = {"doc", "file_damaged", "file_encrypted", "file_unsupported"}


def test_every_byte_may_be_wrong() -> None:
    text = "一、总体要求\r建设数字云汀。\r指标\x07单位\x07\x07"
    file = DocFile(
        [Piece(text)],
        paragraphs={6: in_list(0), 17: (1, IN_TABLE), 20: (1, IN_TABLE), 21: (0, ROW_END)},
        characters={(0, 2): DELETED},
        styles=STYLES,
        lists=LIST,
        levels=LEVELS,
        overrides=OVERRIDES,
    )
    data = file.build()
    used = [at for at in range(len(data)) if data[at]]
    for at in used[::3]:
        for wrong in (data[at] ^ 0xFF, 0xFF, 0x00):
            broken = bytearray(data)
            broken[at] = wrong
            assert outcome(read_doc, bytes(broken)) in USUAL_OUTCOMES


def test_document_of_a_doc_file(tmp_path: Path) -> None:
    path = tmp_path / "规划.wps"
    path.write_bytes(doc("云汀市信息化规划\r一、总体要求\r建设数字云汀。\r"))
    document = read_document(path)
    assert (document.title, document.place) == ("云汀市信息化规划", "云汀")
    assert (document.origin.format, document.origin.encoding) == ("doc", "")
