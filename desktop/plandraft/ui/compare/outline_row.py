"""One row of an outline: the heading, its partner in the other plan, how many passages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from plandraft.ui.models.outline_model import COUNT_ROLE, PARTNER_ROLE, ROW_ROLE, Partner
from plandraft.ui.models.palette import Palette, tint

_ROW_HEIGHT = 26
_COUNT_WIDTH = 22
_SIDE = 6
_PAD = 4
# Pixels that are left to the heading beside a long name, and beside the shortest one.
_HEADING_ROOM = 96
_LEAST_HEADING = 64
_GROUND_SHARE = 0.10

_Index = QModelIndex | QPersistentModelIndex


class OutlineRow(QStyledItemDelegate):
    """Draw the partner as a small plate before the number of passages at the right edge.

    `marked` is the place of the section that is framed, or -1.
    """

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_roles = palette
        self.marked = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return rows of one height."""
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def partner_rect(self, row: QRect, index: _Index) -> QRect:
        """Return where the partner stands in the rectangle of a row; empty where none does."""
        return self._plate(row, index)[0]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        roles, rect = self.palette_roles, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(roles.selection))
        plate, name = self._plate(rect, index)
        count = index.data(COUNT_ROLE) or 0
        inner = QStyleOptionViewItem(option)
        room = rect.right() - plate.left() + 4 if not plate.isEmpty() else 0
        if count and not room:
            room = _COUNT_WIDTH + 4
        inner.rect = rect.adjusted(0, 0, -room, 0)
        super().paint(painter, inner, index)
        painter.save()
        if not plate.isEmpty():
            self._paint_plate(painter, plate, name)
        if count:
            painter.setPen(QColor(roles.text if selected else roles.muted))
            at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(0, 0, -_SIDE, 0), at, str(count))
        if index.data(ROW_ROLE) == self.marked:
            painter.setPen(QPen(QColor(roles.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _plate(self, row: QRect, index: _Index) -> tuple[QRect, str]:
        """Return the place and the longest name of the partner that the row has room for."""
        partner = index.data(PARTNER_ROLE)
        right = row.right() - _SIDE - _COUNT_WIDTH
        metrics = QFontMetrics(self._small_font())
        names = partner.short if isinstance(partner, Partner) else ()
        for name in names:
            width = metrics.horizontalAdvance(name) + 2 * _PAD
            least = _LEAST_HEADING if name is names[-1] else _HEADING_ROOM
            if right - width - row.left() >= least:
                return QRect(right - width, row.top() + 4, width, row.height() - 8), name
        return QRect(), ""

    def _paint_plate(self, painter: QPainter, plate: QRect, name: str) -> None:
        roles = self.palette_roles
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint(roles.text, _GROUND_SHARE, roles.page)))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(QColor(roles.text))
        painter.setFont(self._small_font())
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _small_font(self) -> QFont:
        parent = self.parent()
        font = QFont(parent.font()) if isinstance(parent, QWidget) else QFont()
        font.setPointSizeF(font.pointSizeF() - 1.5)
        return font
