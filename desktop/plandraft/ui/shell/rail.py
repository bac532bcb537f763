"""The narrow rail at the left: the three pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from plandraft.ui.models.widgets import ToolButton

_WIDTH = 72
_ICON = QSize(24, 24)


class Rail(QFrame):
    """Show one button for each action, icon above text."""

    def __init__(self, pages: list[tuple[QAction, str]]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        self.buttons: list[QToolButton] = []
        for action, keys in pages:
            button = ToolButton()
            button.setDefaultAction(action)
            # A button takes the tip of its action anew whenever the action changes.
            action.setToolTip(f"{action.text()}（{keys}）")
            button.setIconSize(_ICON)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFixedWidth(_WIDTH - 1)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text())
            column.addWidget(button)
            self.buttons.append(button)
        column.addStretch()
