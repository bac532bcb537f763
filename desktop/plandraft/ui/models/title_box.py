"""A box of titles that shows both ends of a title too long for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_EDGES = 4  # pixels that a style leaves free beside the text
_FRAME = 18  # its border, and what the style sheet leaves beside a title
_WIDEST_LIST = 720
_NARROW = 120  # pixels from which on both ends can be read


class TitleBox(QComboBox):
    """Elide in the middle: plans begin with their city and end with their period.

    Its list opens below it and scrolls: a library may have hundreds of plans.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("titleBox")
        # Only such rows take their height from the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def showPopup(self) -> None:
        """Show the list as wide as its longest title, up to what a small screen has."""
        view = self.view()
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        wanted = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + _FRAME
        view.setMinimumWidth(min(max(wanted, self.width()), _WIDEST_LIST))
        super().showPopup()

    def sizeHint(self) -> QSize:
        """Return the size at which the longest title is whole: the style forgets its edges."""
        return super().sizeHint() + QSize(_EDGES, 0)

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
