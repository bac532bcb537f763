"""A menu of switches: it stays open, so that several can be set in one go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


class StayingMenu(QMenu):
    """Close behind a command, but not behind a switch; a click beside it or Esc closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set a switch and stay."""
        action = self.actionAt(event.position().toPoint())
        if _is_switch(action) and action is self.activeAction():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a switch by the space bar and stay; Enter sets it and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and _is_switch(action):
            action.trigger()
        else:
            super().keyPressEvent(event)


def _is_switch(action: QAction | None) -> bool:
    # Qt returns None where there is no action, whatever its stubs say.
    return action is not None and action.isCheckable() and action.isEnabled()
