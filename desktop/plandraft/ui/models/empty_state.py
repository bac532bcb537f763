"""What stands where there is nothing yet: what the place is for, and the first step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label

_ICON_SIZE = 48
_TEXT_WIDTH = 484


class EmptyState(QWidget):
    """Show an icon, a title, a text and buttons in the middle."""

    def __init__(self, icons: IconSet, icon: str, title: str, text: str) -> None:
        super().__init__()
        self._icons = icons
        self._icon_name = icon
        self.buttons: tuple[QPushButton, ...] = ()
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title = make_label(title, "emptyTitle")
        self.text = make_label(text, "emptyText", wrap=True)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title.setWordWrap(True)
        self.text.setMaximumWidth(_TEXT_WIDTH)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(GAP)
        column.addWidget(self.title)
        # An alignment here would give the text the height of one line.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.text, 1)
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(GROUP_GAP)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self._draw()

    def set_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Show `buttons` below the text, once."""
        self.buttons = tuple(buttons)
        self._buttons.addStretch()
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch()

    def apply_palette(self, palette: Palette) -> None:
        """Redraw the icon in the colours of another theme."""
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap(self._icon_name, _ICON_SIZE, ratio, "muted"))
