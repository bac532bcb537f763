"""Text with marks that are told apart on grey paper too: weight, kind of line, frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from plandraft.core.compare.changes import ChangeClass
from plandraft.services.printed_report import Piece
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.models.text_units import to_paragraph, unit_count
from plandraft.ui.printing.sheet import Type

INK = QColor("#000000")
_STRONG = {ChangeClass.PLACE, ChangeClass.ORGAN, ChangeClass.NUMBER, ChangeClass.PERIOD}
_DOUBLE = {ChangeClass.NUMBER, ChangeClass.PERIOD}
_THIN, _THICK = 2.0, 4.0  # units
_WAVE = 10.0  # units; length of half a wave


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """Hold a line of set text; `layout` keeps it alive."""

    layout: QTextLayout
    index: int
    pieces: tuple[tuple[int, int, Piece], ...]

    def paint(self, painter: QPainter, left: float, top: float, kind: Type) -> None:
        """Paint the line in a row of the height `kind.pitch` that begins at `top`."""
        line = self.layout.lineAt(self.index)
        start = line.textStart()
        end = start + line.textLength()
        base = top + (kind.pitch + kind.em * 0.72) / 2
        boxes = []
        for first, last, piece in self.pieces:
            if first < end and last > start:
                a, b = (_x(line.cursorToX(at)) for at in (max(first, start), min(last, end)))
                boxes.append((QRectF(left + a, base - kind.em, b - a, kind.em * 1.24), piece))
        for box, piece in boxes:
            _paint_ground(painter, box, piece)
        painter.setPen(INK)
        line.draw(painter, QPointF(left, base - line.y() - line.ascent()))
        for box, piece in boxes:
            _paint_mark(painter, box, piece)


def set_text(
    pieces: Sequence[Piece], kind: Type, width: float, *, indent: float = 0.0
) -> list[MarkedLine]:
    """Break a paragraph of `pieces` into lines of at most `width` units."""
    text = "".join(to_paragraph(piece.text) for piece in pieces)
    layout = QTextLayout(text, kind.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats(_weights(pieces))
    layout.beginLayout()
    count = 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        shift = indent if count == 0 else 0.0
        line.setLineWidth(max(kind.em, width - shift))
        line.setPosition(QPointF(shift, 0.0))
        count += 1
    layout.endLayout()
    marks = tuple(one for one in _places(pieces) if _is_marked(one[2]))
    return [MarkedLine(layout, index, marks) for index in range(count)]


def _places(pieces: Sequence[Piece]) -> list[tuple[int, int, Piece]]:
    """Return each piece with where it begins and ends, in units of UTF-16."""
    found, at = [], 0
    for piece in pieces:
        length = unit_count(to_paragraph(piece.text))
        found.append((at, at + length, piece))
        at += length
    return found


def _weights(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    ranges = []
    for start, end, piece in _places(pieces):
        if piece.change_class in _STRONG:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, end - start
            one.format.setFontWeight(QFont.Weight.Bold)
            ranges.append(one)
    return ranges


def _is_marked(piece: Piece) -> bool:
    return piece.moved or piece.one_sided or piece.change_class is not ChangeClass.NONE


def _paint_ground(painter: QPainter, box: QRectF, piece: Piece) -> None:
    if piece.moved:
        painter.fillRect(box, QColor(LIGHT.moved))
    elif piece.change_class is ChangeClass.WORDING:
        painter.fillRect(box, QColor(LIGHT.wording))


def _paint_mark(painter: QPainter, box: QRectF, piece: Piece) -> None:
    low = box.bottom() - _THIN
    if piece.moved:
        _wave(painter, box.left(), box.right(), low)
    elif piece.change_class in _DOUBLE:
        for y in (low - 2 * _THIN - 1, low):
            _line(painter, box, y, QPen(INK, _THIN))
    elif piece.change_class in _STRONG:
        _line(painter, box, low, QPen(INK, _THICK))
    elif piece.change_class is ChangeClass.PUNCTUATION:
        _line(painter, box, low, QPen(INK, _THICK, Qt.PenStyle.DotLine))
    elif piece.change_class is ChangeClass.WORDING:
        _line(painter, box, low, QPen(INK, _THIN, Qt.PenStyle.DashLine))
    elif piece.change_class is ChangeClass.SUBSTITUTE:
        _line(painter, box, low, QPen(INK, _THIN))
    if piece.one_sided:
        painter.setPen(QPen(INK, _THIN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, 1))


def _line(painter: QPainter, box: QRectF, y: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QLineF(box.left(), y, box.right(), y))


def _wave(painter: QPainter, left: float, right: float, y: float) -> None:
    steps = max(2, math.ceil((right - left) / _WAVE))
    width = (right - left) / steps
    points = [QPointF(left + at * width, y - 5 * (at % 2)) for at in range(steps + 1)]
    painter.setPen(QPen(INK, _THIN))
    painter.drawPolyline(QPolygonF(points))


def _x(found: object) -> float:
    """Return the place out of what Qt gives: the place alone, or with the cursor it is for."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
