"""The whole plan as a narrow bar: where its passages are and what is in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plandraft.core.model.spans import Span
from plandraft.ui.compare.pieces import Extent
from plandraft.ui.compare.scroll_link import View
from plandraft.ui.models.entries import QUIET, EntryKind
from plandraft.ui.models.palette import Palette, kind_hue, tint

BAR_WIDTH = 16
_INSET = 4
_LEAST_MARK = 2  # pixels; a shorter one could not be seen
_REACH = 3.0  # pixels by which a click may miss a mark
_DRAG = 4.0
_MARK_SHARE = 0.75
_FEW = 1000  # so many marks are measured one by one


class BarPage(Protocol):
    """Answer where the letters of a page stand, in its pixels; see `PaneGeometry`."""

    @property
    def text_height(self) -> float:
        """Return the lower edge of the text."""

    @property
    def version(self) -> int:
        """Return a number that changes with every height."""

    def rough_extent(self, span: Span) -> Extent:
        """Return about where `span` stands."""

    def rough_offset(self, height: float) -> int:
        """Return about which code point stands at `height`."""


class OverviewBar(QWidget):
    """Draw marks and the part in sight; a click goes there, a drag scrolls."""

    mark_clicked = Signal(int)
    scroll_wanted = Signal(float)
    wheel_turned = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._page: BarPage | None = None
        self._kinds: Sequence[EntryKind] = ()
        self._spans: Sequence[Span] = ()
        self._shown: Collection[int] = ()
        self._quiet: Collection[int] = ()
        self._rows: tuple[object, tuple[list[int], list[int]]] = (None, ([], []))
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

    def set_entries(self, kinds: Sequence[EntryKind], spans: Sequence[Span]) -> None:
        """Take kind and place (code points) of all entries; all are shown."""
        self._kinds, self._spans = kinds, spans
        self._rows = (None, ([], []))
        self.set_shown(range(len(spans)))

    def set_quiet(self, entries: Collection[int]) -> None:
        """Draw these entries in grey, under all others."""
        self._quiet, self._picture = entries, None
        self.update()

    def set_page(self, page: BarPage | None) -> None:
        """Take the page in its present layout; call it again when heights have changed."""
        self._page, self._picture = page, None
        self.update()

    def set_shown(self, entries: Collection[int]) -> None:
        """Draw these entries and no others."""
        self._shown, self._picture = entries, None
        self.update()

    @property
    def shown(self) -> Collection[int]:
        """Return the entries that are drawn."""
        return self._shown

    def set_view(self, view: View) -> None:
        """Take what the pane shows."""
        if view != self._view:
            self._view = view
            self.update()

    def set_current(self, entry: int | None) -> None:
        """Make one mark stand out."""
        self._current = entry
        self.update()

    def mark_rect(self, entry: int) -> QRectF:
        """Return where the mark of an entry is drawn."""
        extent, scale = self._extent(entry), self._scale()
        top = min(extent.top * scale, float(self.height() - _LEAST_MARK))
        tall = max(_LEAST_MARK, (extent.bottom - extent.top) * scale)
        return QRectF(_INSET, top, BAR_WIDTH - 2 * _INSET, tall)

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
        if self._current is not None and self._current in self._shown:
            self._paint_current(painter, self._current)
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

    def _extent(self, entry: int) -> Extent:
        return self._page.rough_extent(self._spans[entry]) if self._page else Extent(0, 0)

    def _paint_current(self, painter: QPainter, entry: int) -> None:
        painter.setBrush(QColor(kind_hue(self._palette, self._kind(entry))))
        painter.setPen(QPen(QColor(self._palette.current), 1))
        painter.drawRect(self.mark_rect(entry).adjusted(-2.5, -0.5, 2.5, 0.5))

    def _kind(self, entry: int) -> EntryKind:
        return QUIET if entry in self._quiet else self._kinds[entry]

    def _scale(self) -> float:
        return min(1.0, self.height() / max(1.0, self._page.text_height if self._page else 1.0))

    def _scroll(self, y: float) -> None:
        self.scroll_wanted.emit((y - (self._grip or 0.0)) / self._scale())

    def _mark_at(self, y: float) -> int | None:
        def miss(entry: int) -> float:
            rect = self.mark_rect(entry)
            return max(0.0, rect.top() - y, y - rect.bottom())

        tops, bottoms = self._placed()
        low, high = y - _REACH - _LEAST_MARK - 1, y + _REACH + 1
        near = [one for one in self._shown if tops[one] <= high and bottoms[one] >= low]
        best = min(near, key=miss, default=None)
        return best if best is not None and miss(best) <= _REACH else None

    def _placed(self) -> tuple[list[int], list[int]]:
        """Return the first and the last row of pixels of each entry."""
        if self._page is None:
            zeros = [0] * len(self._spans)
            return zeros, zeros
        key = (self._page, self._page.version, self.height())
        if self._rows[0] != key:
            self._rows = key, self._edges(self._page)
        return self._rows[1]

    def _edges(self, page: BarPage) -> tuple[list[int], list[int]]:
        scale = self._scale()
        if len(self._spans) <= _FEW:
            extents = [page.rough_extent(span) for span in self._spans]
            tops = [int(extent.top * scale) for extent in extents]
            return tops, [int(extent.bottom * scale) for extent in extents]
        # The bar has far fewer rows than the page: the letters at each are looked up once.
        letters = [page.rough_offset(row / scale) for row in range(1, self.height())]
        starts = [bisect_right(letters, span.start) for span in self._spans]
        return starts, [bisect_right(letters, span.end) for span in self._spans]

    def _make_picture(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._palette.window))
        painter = QPainter(picture)
        # Thousands of marks fall on a few hundred rows of pixels: each place is painted once.
        (tops, bottoms), lowest = self._placed(), self.height() - _LEAST_MARK
        places = {(tops[one], bottoms[one], self._kind(one)) for one in self._shown}
        colors = {
            kind: QColor(tint(kind_hue(self._palette, kind), _MARK_SHARE, self._palette.window))
            for kind in {kind for _, _, kind in places}
        }
        # What is quiet lies below, and long marks under short ones.
        below = sorted(places, key=lambda place: (place[2] is not QUIET, place[0] - place[1]))
        for top, bottom, kind in below:
            tall = max(bottom - top, _LEAST_MARK)
            painter.fillRect(_INSET, min(top, lowest), BAR_WIDTH - 2 * _INSET, tall, colors[kind])
        painter.end()
        return picture
