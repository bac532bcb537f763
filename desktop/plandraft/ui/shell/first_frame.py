"""The empty window that stands on the screen while the real one is put together."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plandraft.ui.models.palette import Palette

FIRST_SIZE = (1360, 860)
# What the system puts around a window: title bar and edges.
_FRAME_WIDTH, _FRAME_HEIGHT = 16, 40
# The measures of the real window, so that nothing jumps when it takes the place of this one.
_RAIL_WIDTH = 72
_BAR_HEIGHT = 76


def place_first(window: QWidget) -> None:
    """Give a window that was never closed its size; where a screen is too small, all of it."""
    room = window.screen().availableGeometry().size()
    width, height = room.width() - _FRAME_WIDTH, room.height() - _FRAME_HEIGHT
    window.resize(min(FIRST_SIZE[0], width), min(FIRST_SIZE[1], height))
    if width < FIRST_SIZE[0] or height < FIRST_SIZE[1]:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


class FirstFrame(QWidget):
    """Show rail and paper in the colours of the theme; `painted` tells that they are seen.

    It imports nothing but Qt: everything else is loaded behind it.
    """

    painted = Signal()

    def __init__(self, colors: Palette, geometry: str = "") -> None:
        """Take the colours and the geometry that the real window was closed with, in base64."""
        super().__init__()
        self._colors = colors
        self._seen = False
        # Fires behind the paint event, when the picture is on the screen.
        self._after_paint = QTimer(self, singleShot=True)
        self._after_paint.timeout.connect(self.painted)
        self.setWindowTitle(self.tr("规划比对与起草"))
        kept = QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        if not geometry or not self.restoreGeometry(kept):
            place_first(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rail, tool row and paper."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._colors.window))
        paper = QRect(_RAIL_WIDTH, _BAR_HEIGHT, self.width(), self.height())
        painter.fillRect(paper.intersected(event.rect()), QColor(self._colors.page))
        painter.end()
        if not self._seen:
            self._seen = True
            self._after_paint.start()
