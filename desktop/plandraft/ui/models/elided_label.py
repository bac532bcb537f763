"""A label in one line whose end gives way to dots; all of it is in the tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class ElidedLabel(QLabel):
    """Show as much of a line as there is room for."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setObjectName(role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def shown(self) -> str:
        """Return what can be read now."""
        mode = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Need no more than a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        shown = self.shown
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.drawText(self.contentsRect(), self.alignment(), shown)
        painter.end()
