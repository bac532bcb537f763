"""Paint a page of a plan: on the screen, into a PDF, onto paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from plandraft.core.draft.letter_widths import letter_width
from plandraft.core.draft.page_flow import FlowStyle, Mark, PageSheet
from plandraft.core.draft.page_values import Page, PageNote, TextRow
from plandraft.core.draft.row_breaks import Piece, row_pieces
from plandraft.ui.models.palette import INTERFACE_FAMILIES, LIGHT
from plandraft.ui.preview.page_fonts import UNITS, fonts_of, han_font

# The middle of a Chinese character is so far above the line it stands on, in parts of its size.
_MIDDLE = 0.38
_INK, _OPEN = QColor("#000000"), QColor("#ffe57a")
_COLOURS = {Mark.INSERTED: QColor(LIGHT.inserted_text), Mark.DELETED: QColor(LIGHT.deleted_text)}
_NOTE_INK, _NOTE_GROUND = QColor(LIGHT.muted), QColor("#f1f5f9")
_NOTE_BAR = QColor(LIGHT.borrowed)
# Notes stand on a strip beside the sheet, as Word shows comments.
NOTES_WIDTH = 168.0
_NOTE_POINTS, _NOTE_EDGE, _NOTE_GAP = 7.5, 6.0, 5.0
_NOTE_LINES = 6
_NUMBER_POINTS, _NUMBER_FACE = 14.0, "宋体"
_DOTS = "…"


def page_width(sheet: PageSheet, *, notes: bool) -> float:
    """Return the width of a page in points, with the strip of its notes."""
    return sheet.width + (NOTES_WIDTH if notes else 0.0)


def paint_page(painter: QPainter, page: Page, *, notes: bool) -> None:
    """Paint a page; the painter's unit is a tenth of a point, its origin the corner of the sheet.

    With `notes` the strip for them is painted at the right of the sheet.
    """
    for row in page.rows:
        _paint_row(painter, row)
    for rule in page.rules:
        painter.setPen(QPen(QColor(f"#{rule.colour or '000000'}"), rule.width * UNITS))
        painter.drawLine(QLineF(rule.x1 * UNITS, rule.y1 * UNITS, rule.x2 * UNITS, rule.y2 * UNITS))
    _paint_number(painter, page)
    if notes:
        _paint_notes(painter, page)


def _paint_row(painter: QPainter, row: TextRow) -> None:
    style = row.paragraph.style
    base = (row.top + row.height / 2 + _MIDDLE * style.size) * UNITS
    fonts = fonts_of(style)
    ink = QColor(f"#{style.colour}") if style.colour else _INK
    for piece in row_pieces(row.paragraph, row.row, row.column):
        _paint_piece(painter, piece, row, base, fonts, ink)


def _paint_piece(
    painter: QPainter,
    piece: Piece,
    row: TextRow,
    base: float,
    fonts: tuple[QFont, QFont],
    ink: QColor,
) -> None:
    style = row.paragraph.style
    left = (row.left + piece.left) * UNITS
    width = piece.width * UNITS
    if piece.text == "\t":
        _paint_dots(painter, style, left, width, base)
        return
    if piece.mark is Mark.OPEN:
        top = base - style.size * UNITS
        painter.fillRect(QRectF(left, top, width, style.size * 1.25 * UNITS), _OPEN)
    painter.setFont(fonts[1] if piece.text.isascii() else fonts[0])
    color = _COLOURS.get(piece.mark, ink)
    painter.setPen(color)
    at = left
    for letter in piece.text:
        # One by one: letter spacing of a font is not the same on every device.
        painter.drawText(QPointF(at, base), letter)
        at += (letter_width(letter) * style.size + style.spacing) * UNITS
    if piece.mark in _COLOURS:
        # Never by colour alone: a grey print reads the same.
        line = base + (0.16 if piece.mark is Mark.INSERTED else -0.32) * style.size * UNITS
        painter.setPen(QPen(color, 0.06 * style.size * UNITS))
        painter.drawLine(QLineF(left, line, left + width, line))


def _paint_dots(
    painter: QPainter, style: FlowStyle, left: float, width: float, base: float
) -> None:
    pen = QPen(_INK, 0.07 * style.size * UNITS, Qt.PenStyle.CustomDashLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 4.0])
    painter.setPen(pen)
    edge = 0.3 * style.size * UNITS
    painter.drawLine(QLineF(left + edge, base, left + width - edge, base))


def _paint_number(painter: QPainter, page: Page) -> None:
    if not page.number or page.foot:
        return
    sheet = page.sheet
    font = han_font(_NUMBER_FACE, _NUMBER_POINTS, bold=False)
    painter.setFont(font)
    painter.setPen(_INK)
    width = QFontMetricsF(font).horizontalAdvance(page.number)
    inset = _NUMBER_POINTS * UNITS
    left = sheet.left * UNITS + inset
    if page.right:
        left = (sheet.left + sheet.text_width) * UNITS - inset - width
    base = (sheet.height - sheet.footer - _NUMBER_POINTS * 0.2) * UNITS
    painter.drawText(QPointF(left, base), page.number)


def _paint_notes(painter: QPainter, page: Page) -> None:
    sheet = page.sheet
    strip = QRectF(sheet.width * UNITS, 0, NOTES_WIDTH * UNITS, sheet.height * UNITS)
    painter.fillRect(strip, QColor("#fafafa"))
    font = QFont()
    font.setFamilies(list(INTERFACE_FAMILIES))
    font.setPixelSize(round(_NOTE_POINTS * UNITS))
    painter.setFont(font)
    for note, box in _boxes(page.notes, QFontMetricsF(font), strip):
        level = (note.top + 10) * UNITS
        edge = (sheet.left + sheet.text_width) * UNITS
        painter.setPen(QPen(_NOTE_BAR, 0.4 * UNITS, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(edge, level, box.left(), box.top() + _NOTE_EDGE * UNITS))
        painter.fillRect(box, _NOTE_GROUND)
        painter.fillRect(QRectF(box.left(), box.top(), 1.5 * UNITS, box.height()), _NOTE_BAR)
        painter.setPen(_NOTE_INK)
        inner = box.adjusted(_NOTE_EDGE * UNITS, 3 * UNITS, -3 * UNITS, -3 * UNITS)
        painter.drawText(inner, _WRAP, "\n".join(note.lines))


_WRAP = int(Qt.TextFlag.TextWrapAnywhere.value | Qt.AlignmentFlag.AlignLeft.value)


def _boxes(
    notes: Sequence[PageNote], metrics: QFontMetricsF, strip: QRectF
) -> list[tuple[PageNote, QRectF]]:
    """Return where notes stand: beside their text, below each other, none below the sheet."""
    left, width = strip.left() + 6 * UNITS, strip.width() - 12 * UNITS
    heights = []
    for note in notes:
        room = QRectF(0, 0, width - (_NOTE_EDGE + 3) * UNITS, 1e6)
        needed = metrics.boundingRect(room, _WRAP, "\n".join(note.lines)).height()
        heights.append(min(needed, _NOTE_LINES * metrics.lineSpacing()) + 6 * UNITS)
    tops: list[float] = []
    below = 0.0
    for note, height in zip(notes, heights, strict=True):
        top = max(note.top * UNITS, below)
        tops.append(top)
        below = top + height + _NOTE_GAP * UNITS
    above = strip.height() - 10 * UNITS
    for at in range(len(notes) - 1, -1, -1):
        tops[at] = min(tops[at], above - heights[at])
        above = tops[at] - _NOTE_GAP * UNITS
    return [
        (note, QRectF(left, top, width, height))
        for note, top, height in zip(notes, tops, heights, strict=True)
    ]
