"""The whole plan as a narrow bar: where its passages are and what is in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plandraft.ui.compare.pieces import Extent
from plandraft.ui.compare.scroll_link import View
from plandraft.ui.models.entries import EntryKind
from plandraft.ui.models.palette import Palette, kind_hue, tint

BAR_WIDTH = 16
_INSET = 4
_LEAST_MARK = 2  # pixels; a shorter one could not be seen
_REACH = 3.0  # pixels by which a click may miss a mark
_DRAG = 4.0
_MARK_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class BarMark:
    """Hold a passage's place in pixels of the page."""

    entry: int
    kind: EntryKind
    extent: Extent


class OverviewBar(QWidget):
    """Draw marks and the part in sight; a click goes there, a drag scrolls."""

    mark_clicked = Signal(int)
    scroll_wanted = Signal(float)
    wheel_turned = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._marks: Sequence[BarMark] = ()
        self._height = 1.0
        self._view = View(0, 0, 1)
        self._current: int | None = None
        self._picture: QPixmap | None = None
        self._grip: float | None = None
        self._press: QPointF | None = None
        self.setFixedWidth(BAR_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette, self._picture = palette, None
        self.update()

    def set_marks(self, marks: Sequence[BarMark], height: float) -> None:
        """Take the passages that are shown and the height of the text in pixels."""
        self._marks, self._height, self._picture = marks, max(1.0, height), None
        self.update()

    def set_view(self, view: View) -> None:
        """Take what the pane shows."""
        if view != self._view:
            self._view = view
            self.update()

    def set_current(self, entry: int | None) -> None:
        """Make one mark stand out."""
        self._current = entry
        self.update()

    def mark_rect(self, mark: BarMark) -> QRectF:
        """Return where a mark is drawn."""
        top, tall, _ = self._place(mark)
        return QRectF(_INSET, top, BAR_WIDTH - 2 * _INSET, max(_LEAST_MARK, tall))

    def view_rect(self) -> QRectF:
        """Return the frame of what is in sight."""
        scale = self._scale()
        top = self._view.value * scale
        bottom = min(float(self.height()), (self._view.value + self._view.page) * scale)
        top = min(top, self.height() - 8.0)
        return QRectF(1, top, BAR_WIDTH - 2, max(8.0, bottom - top))

    def sizeHint(self) -> QSize:
        """Return the fixed width."""
        return QSize(BAR_WIDTH, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks from a picture, and the moving parts over it."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = self._make_picture(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            if mark.entry == self._current:
                self._paint_current(painter, mark)
        glass = QColor(self._palette.text)
        glass.setAlpha(26)
        painter.setBrush(glass)
        edge = QColor(self._palette.text)
        edge.setAlpha(120)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(self.view_rect().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame by its place, or go to the place pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = event.position()
        frame, y = self.view_rect(), event.position().y()
        inside = frame.top() <= y <= frame.bottom()
        self._grip = y - frame.top() if inside else frame.height() / 2
        if not inside and self._mark_at(y) is None:
            self._scroll(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll with the frame."""
        if self._press is None:
            return
        if abs(event.position().y() - self._press.y()) >= _DRAG:
            self._scroll(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press without a drag on a mark as a click on it."""
        press, self._press = self._press, None
        if press is None or abs(event.position().y() - press.y()) >= _DRAG:
            return
        entry = self._mark_at(event.position().y())
        if entry is not None:
            self.mark_clicked.emit(entry)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll as if the wheel was turned over the pane."""
        self.wheel_turned.emit(event)

    def _place(self, mark: BarMark) -> tuple[float, float, EntryKind]:
        scale = self._scale()
        top = min(mark.extent.top * scale, float(self.height() - _LEAST_MARK))
        return top, (mark.extent.bottom - mark.extent.top) * scale, mark.kind

    def _paint_current(self, painter: QPainter, mark: BarMark) -> None:
        painter.setBrush(QColor(kind_hue(self._palette, mark.kind)))
        painter.setPen(QPen(QColor(self._palette.current), 1))
        painter.drawRect(self.mark_rect(mark).adjusted(-2.5, -0.5, 2.5, 0.5))

    def _scale(self) -> float:
        return min(1.0, self.height() / self._height)

    def _scroll(self, y: float) -> None:
        self.scroll_wanted.emit((y - (self._grip or 0.0)) / self._scale())

    def _mark_at(self, y: float) -> int | None:
        def miss(mark: BarMark) -> float:
            rect = self.mark_rect(mark)
            return max(0.0, rect.top() - y, y - rect.bottom())

        best = min(self._marks, key=miss, default=None)
        return best.entry if best is not None and miss(best) <= _REACH else None

    def _make_picture(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._palette.window))
        painter = QPainter(picture)
        # Thousands of marks fall on a few hundred rows of pixels: each place is painted once.
        scale, lowest = self._scale(), self.height() - _LEAST_MARK
        places = {
            (int(mark.extent.top * scale), int(mark.extent.bottom * scale), mark.kind)
            for mark in self._marks
        }
        colors = {
            kind: QColor(tint(kind_hue(self._palette, kind), _MARK_SHARE, self._palette.window))
            for kind in {kind for _, _, kind in places}
        }
        for top, bottom, kind in sorted(places, key=lambda place: place[0] - place[1]):
            tall = max(bottom - top, _LEAST_MARK)
            painter.fillRect(_INSET, min(top, lowest), BAR_WIDTH - 2 * _INSET, tall, colors[kind])
        painter.end()
        return picture
