"""Letters of a PDF are found by a search."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from plandraft.ui.printing.pdf_letters import _SUPPLEMENT, name_letters
from plandraft.ui.printing.sheet import BODY

LETTERS = "高页见长民门车马风西一二人大小工水火土山月日目立米走足身里金雨非面首香鬼龙"


def test_a_pdf_of_qt_names_its_letters(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "字.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.scale(4, 4)
    painter.setFont(BODY.font)
    painter.drawText(20, 200, LETTERS)
    painter.end()
    path.write_bytes(name_letters(path.read_bytes()))
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert text.strip() == LETTERS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            b"begincmap\n<0001> <0003> [<2EDA> <9AD8> <2FBC> ]\nendcmap",
            b"begincmap\n<0001> <0003> [<9875> <9AD8> <9AD8> ]\nendcmap",
        ),
        (
            b"begincmap\n<2EDA> <2EDA> <2EDA>\nendcmap",
            b"begincmap\n<2EDA> <2EDA> <9875>\nendcmap",
        ),
        (b"begincmap\n<2EDA> <2EDB> <0066>\nendcmap",) * 2,
        (b"stream [<2EDA>] endstream",) * 2,
        (b"begincmap [<2EDA>] cut off",) * 2,
        (b"",) * 2,
    ],
)
def test_only_names_of_glyphs_are_changed(before: bytes, after: bytes) -> None:
    assert name_letters(before) == after
    assert len(name_letters(before)) == len(before)


def test_the_table_leads_from_radicals_to_letters() -> None:
    for radical, letter in _SUPPLEMENT.items():
        assert 0x2E80 <= ord(radical) <= 0x2EFF
        assert unicodedata.name(letter).startswith("CJK UNIFIED IDEOGRAPH")
