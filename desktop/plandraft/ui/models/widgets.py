"""Small parts that every page is made of, so that they look and behave alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStylePainter,
    QToolButton,
    QWidget,
)

from plandraft.ui.models.icons import IconSet

ICON_SIZE = QSize(20, 20)
GAP = 8
GROUP_GAP = 16
_NUMBER_PADDING = 6


class ToolButton(QToolButton):
    """Be pressed by Enter as by the space bar: whoever comes by the keyboard expects both."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
        elif self.menu() is not None and self.popupMode() is self.ToolButtonPopupMode.InstantPopup:
            self.showMenu()
        else:
            self.click()


def make_tool_row(parent: QWidget) -> tuple[QFrame, QHBoxLayout]:
    """Make the one row of tools at the top of a page, empty."""
    row = QFrame(parent)
    row.setObjectName("toolRow")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GAP)
    layout.setSpacing(GAP)
    return row, layout


def make_tool_button(
    icons: IconSet, icon: str, text: str, on_click: Callable[[], object], *, tip: str = ""
) -> QToolButton:
    """Make a button with an icon and, unless empty, a text beside it."""
    button = ToolButton()
    button.setText(text)
    button.setToolTip(tip or text)
    button.setAccessibleName(text or tip)
    button.setIconSize(ICON_SIZE)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(style if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    icons.assign(button, icon)
    button.clicked.connect(lambda _checked=False: on_click())
    return button


def make_primary_button(
    icons: IconSet, icon: str, text: str, on_click: Callable[[], object]
) -> QPushButton:
    """Make the button for what one most likely wants here."""
    button = QPushButton(text)
    button.setObjectName("primary")
    button.setAutoDefault(True)  # pressed by Enter outside dialogs too
    button.setIconSize(ICON_SIZE)
    icons.assign(button, icon, "accent_text")
    button.clicked.connect(lambda _checked=False: on_click())
    return button


def make_button(
    icons: IconSet, icon: str, text: str, on_click: Callable[[], object]
) -> QPushButton:
    """Make an ordinary button with an icon."""
    button = QPushButton(text)
    button.setAutoDefault(True)
    button.setIconSize(ICON_SIZE)
    icons.assign(button, icon)
    button.clicked.connect(lambda _checked=False: on_click())
    return button


def make_search_field(icons: IconSet, hint: str) -> QLineEdit:
    """Make a field with a magnifier and a button that clears it."""
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(hint)
    magnifier = field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
    icons.assign(magnifier, "search", "muted")
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        if button.defaultAction() is not magnifier:
            icons.assign(button, "close", "muted")
    return field


def pad_number_field(field: QAbstractSpinBox) -> None:
    """Set its text off from the edge as in other fields: style sheets cannot."""
    field.lineEdit().setTextMargins(_NUMBER_PADDING, 0, 0, 0)


def make_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text; `role` is the name that the style sheet knows it by."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setObjectName(role)
    return label


def make_scroll_area(inside: QWidget, name: str) -> QScrollArea:
    """Make an area without frame that scrolls `inside` up and down; it is as wide as there is room.

    `name` is the one that the style sheet knows it by.
    """
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


class ElidedLabel(QLabel):
    """Show as much of a line as there is room for, and all of it in its tip."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: a long line must not hold a window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, cut at its end."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        tip = "" if shown == self.text() else self.text()
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter = QStylePainter(self)
        role, enabled = self.foregroundRole(), self.isEnabled()
        flags = int(self.alignment())
        painter.drawItemText(room, flags, self.palette(), enabled, shown, role)


def make_separator() -> QFrame:
    """Make a thin vertical line for a row of tools."""
    line = QFrame()
    line.setObjectName("separator")
    line.setFixedWidth(1)
    return line
