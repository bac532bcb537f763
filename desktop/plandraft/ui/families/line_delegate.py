"""A row's wording in one line: headings bold, a gap behind each line, hits on a ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from plandraft.ui.families.families_model import PIECES_ROLE
from plandraft.ui.families.row_text import TextPiece
from plandraft.ui.models.palette import Palette

# What the style sheet keeps free beside the text of a cell.
_PADDING = 11
_GAP = 10.0


class LineDelegate(QStyledItemDelegate):
    """Paint the pieces that the model gives."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = palette

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell as the style does, then the pieces as far as there is room."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        style = drawn.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        painter.save()
        quiet = index.data(Qt.ItemDataRole.ForegroundRole)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        dim = isinstance(quiet, QBrush) and not selected
        color = QColor(self._palette.muted if dim else self._palette.text)
        room = QRectF(option.rect).adjusted(_PADDING, 0, -_PADDING, 0)
        for line in index.data(PIECES_ROLE) or ():
            for piece in line:
                room = self._paint_piece(painter, piece, room, drawn.font, color)
            room.setLeft(room.left() + _GAP)
            if room.width() <= 0:
                break
        painter.restore()

    def _paint_piece(
        self, painter: QPainter, piece: TextPiece, room: QRectF, font: QFont, color: QColor
    ) -> QRectF:
        """Paint a piece and return what room is left behind it."""
        if room.width() <= 0:
            return room
        used = QFont(font)
        used.setBold(piece.heading)
        metrics = QFontMetricsF(used)
        text = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, room.width())
        width = metrics.horizontalAdvance(text)
        if piece.hit:
            middle = room.center().y()
            tall = metrics.height() / 2 + 2
            ground = QRectF(room.left(), middle - tall, width, 2 * tall)
            painter.fillRect(ground, QColor(self._palette.wording))
        painter.setFont(used)
        painter.setPen(color)
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text
        )
        left = room.left() + (width if text == piece.text else room.width())
        return QRectF(left, room.top(), room.right() - left, room.height())
