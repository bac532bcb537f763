"""Text files in the encodings that offices use."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.model.document import WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.base import read_document
from plandraft.io.importers.text_reader import read_text

PLAN = (
    "云汀市信息化规划\n"
    "一、总体要求\n"
    "为加快建设数字云汀，到2030年，全市5G基站达到16500个，光缆通达所有行政村。\n"
)

ENCODINGS = {
    "utf-8": (PLAN.encode(), "utf-8", False),
    "utf-8 with a mark": (PLAN.encode("utf-8-sig"), "utf-8-sig", False),
    "utf-16 with a mark": (PLAN.encode("utf-16"), "utf-16", False),
    "utf-16 big-endian with a mark": (
        codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
        "utf-16",
        False,
    ),
    "utf-16 without a mark": (PLAN.encode("utf-16-le"), "utf-16-le", True),
    "utf-16 big-endian without a mark": (PLAN.encode("utf-16-be"), "utf-16-be", True),
    "utf-16 without a mark and few Han": (
        (PLAN + "5G, 2030, " * 40).encode("utf-16-le"),
        "utf-16-le",
        True,
    ),
    "gb18030": (PLAN.encode("gb18030"), "gb18030", True),
    "gb18030 with a mark": (b"\x84\x31\x95\x33" + PLAN.encode("gb18030"), "gb18030", False),
    "gbk with rare characters": (
        (PLAN + "书写㐀与𠮷").encode("gb18030"),
        "gb18030",
        True,
    ),
}


@pytest.mark.parametrize(("data", "encoding", "guessed"), ENCODINGS.values(), ids=ENCODINGS)
def test_encoding(data: bytes, encoding: str, guessed: bool) -> None:
    reading = read_text(data)
    assert reading.text.startswith(PLAN)
    assert reading.encoding == encoding
    assert [warning.code for warning in reading.warnings] == (
        [WarningCode.ENCODING_GUESSED] if guessed else []
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_is_valid_utf_8_by_chance(encoding: str) -> None:
    text = "Digital city plan, draft 3\n"
    assert text.encode(encoding).decode("utf-8")
    assert read_text(text.encode(encoding)).text == text


def test_utf_8_with_a_stray_control_character_is_still_utf_8() -> None:
    reading = read_text((PLAN * 10 + "\x0f").encode())
    assert (reading.encoding, reading.text) == ("utf-8", PLAN * 10 + "\x0f")


def test_utf_8_cut_in_a_character_is_still_utf_8() -> None:
    reading = read_text((PLAN * 5).encode()[:-2])
    assert reading.encoding == "utf-8"
    assert reading.text.startswith(PLAN)


def test_mostly_ascii_gb18030_is_no_utf_16() -> None:
    text = "The plan of the city names the project " * 20 + "数字云汀"
    assert read_text(text.encode("gb18030")).text == text


@given(st.text(st.characters(codec="gb18030", min_codepoint=0x4E00, max_codepoint=0x9FA5)))
def test_chinese_before_its_marks_is_read_back(words: str) -> None:
    text = PLAN + words
    assert read_text(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 8, b"\x00" * 100, b"MZ\x90\x00" + b"\x00\x01\x02" * 50],
    ids=["all bytes", "zeros", "program"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(PlanError) as caught:
        read_text(data)
    assert caught.value.code is ErrorCode.FILE_BINARY


def test_line_ends_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAN.replace("\n", "\r\n").encode())
    document = read_document(path)
    assert document.text == PLAN.rstrip("\n")
    assert document.source_map.to_source(document.text.index("一、")) == PLAN.index("一、") + 1


def test_document_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAN.encode("gb18030"))
    document = read_document(path)
    assert (document.title, document.place) == ("云汀市信息化规划", "云汀")
    assert (document.origin.format, document.origin.encoding) == ("txt", "gb18030")
    assert document.origin.path == str(path)
    assert len(document.origin.sha256) == 64


def test_file_without_a_title_is_called_after_its_name(tmp_path: Path) -> None:
    path = tmp_path / "澜川市草稿.txt"
    path.write_text("为加快建设，制定本规划。", encoding="utf-8")
    assert read_document(path).title == "澜川市草稿"
