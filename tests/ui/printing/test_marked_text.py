"""Marks that are told apart without colour."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from plandraft.core.compare.changes import ChangeClass
from plandraft.services.printed_report import Piece
from plandraft.ui.printing.marked_text import set_text
from plandraft.ui.printing.sheet import BODY

_LETTERS = "港湾大桥"
_ALL = (
    Piece(_LETTERS),
    Piece(_LETTERS, ChangeClass.PLACE),
    Piece(_LETTERS, ChangeClass.NUMBER),
    Piece(_LETTERS, ChangeClass.PUNCTUATION),
    Piece(_LETTERS, ChangeClass.WORDING),
    Piece(_LETTERS, moved=True),
    Piece(_LETTERS, ChangeClass.WORDING, one_sided=True),
)


def grey(piece: Piece) -> bytes:
    """Return a piece as it is printed without colour, its ground left out."""
    image = QImage(240, 80, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for line in set_text([piece], BODY, 230):
        line.paint(painter, 4, 4, BODY)
    painter.end()
    dark = [
        image.pixelColor(x, y).lightness() < 100
        for y in range(image.height())
        for x in range(image.width())
    ]
    return bytes(dark)


def test_no_two_classes_look_alike_in_black_and_white(qtbot: QtBot) -> None:
    looks = [grey(piece) for piece in _ALL]
    assert len(set(looks)) == len(_ALL)


def test_lines_keep_every_letter_and_the_width(qtbot: QtBot) -> None:
    pieces = [Piece("𠮷庄" * 30, ChangeClass.PLACE), Piece("渡口，" * 40), Piece("x" * 200)]
    lines = set_text(pieces, BODY, 600, indent=80)
    text = lines[0].layout.text()
    assert text == "".join(piece.text for piece in pieces)
    reached = 0
    for line in lines:
        one = line.layout.lineAt(line.index)
        assert one.textStart() == reached
        reached += one.textLength()
        assert one.x() + one.naturalTextWidth() <= 600 + BODY.em
    assert reached == len(text) + 30
    (place,) = lines[0].pieces
    assert place[:2] == (0, 90)


@pytest.mark.parametrize("text", ["", "\x00", "\ufdd0\ufffc\x0b", "\ud800", "a\tb"])
def test_hostile_letters_are_harmless(qtbot: QtBot, text: str) -> None:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for line in set_text([Piece(text, ChangeClass.WORDING)], BODY, 90):
        line.paint(painter, 0, 0, BODY)
    painter.end()
