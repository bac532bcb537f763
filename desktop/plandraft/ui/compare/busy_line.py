"""What the page shows while a comparison is on the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from plandraft.ui.models.widgets import ToolButton


class BusyLine(QWidget):
    """Show what is being done, how far it is, and a way to stop it."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel()
        self.label.setObjectName("muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = ToolButton()
        self.cancel.setText(self.tr("取消"))
        self.cancel.setAutoRaise(True)
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self.label)
        row.addStretch(1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.setVisible(False)

    def show_progress(self, label: str, share: float | None) -> None:
        """Show work; `share` is 0…1, or None where nobody knows."""
        self.label.setText(label)
        self.bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.bar.setValue(round(1000 * min(1.0, max(0.0, share))))
        self.bar.setAccessibleName(label)
        self.setVisible(True)
