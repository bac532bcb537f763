"""Small pictures of a kind of passage: its tint with its edge pattern."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, Qt

from plandraft.ui.compare.pane_paint import edge_pen
from plandraft.ui.models.entries import EntryKind
from plandraft.ui.models.palette import Palette, kind_tint

SWATCH = QSize(14, 14)
_RATIO = 3  # drawn larger than shown, for screens of any density


def paint_swatch(painter: QPainter, rect: QRectF, palette: Palette, kind: EntryKind) -> None:
    """Draw the swatch of `kind` into `rect`."""
    painter.save()
    painter.fillRect(rect, QColor(kind_tint(palette, kind, 2.0)))
    painter.setPen(edge_pen(palette, kind))
    x = rect.left() + 1.5
    painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
    painter.restore()


def kind_icon(palette: Palette, kind: EntryKind) -> QIcon:
    """Return the swatch as an icon."""
    picture = QPixmap(SWATCH * _RATIO)
    picture.setDevicePixelRatio(_RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_swatch(painter, QRectF(1, 1, 12, 12), palette, kind)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else the style would tint it
    return icon
