"""A box of titles that shows both ends of a title too long for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_EDGES = 4  # pixels that a style leaves free beside the text
_NARROW = 120  # pixels from which on both ends can be read


class TitleBox(QComboBox):
    """Elide in the middle: plans begin with their city and end with their period."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with as much of the title as fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.currentText = self.placeholderText()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        width = room.width() - _EDGES
        mode = Qt.TextElideMode.ElideRight if width < _NARROW else Qt.TextElideMode.ElideMiddle
        option.currentText = self.fontMetrics().elidedText(option.currentText, mode, width)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
