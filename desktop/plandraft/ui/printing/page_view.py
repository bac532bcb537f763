"""Pages below each other as they will come out of the printer; only those in sight are painted."""

from __future__ import annotations

import math
from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from plandraft.ui.printing.paging import PagedReport, unit_scale

_GAP = 16
_KEPT_PICTURES = 8
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
_WHEEL_STEP = 1.1
_PAPER, _EDGE = QColor("#ffffff"), QColor("#9a9a96")


class Fit(Enum):
    """Name what the size of a page follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PageView(QAbstractScrollArea):
    """Show the pages of a report.

    `page_changed` carries the page in sight, from 0; `zoom_changed` the zoom, 1 for true size,
    also when only what it follows has changed.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._paged: PagedReport | None = None
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._page = 0
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("打印预览"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, paged: PagedReport | None) -> None:
        """Show a report from its first page on."""
        self._paged, self._page = paged, 0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(0)

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return len(self._paged.pages) if self._paged is not None else 0

    @property
    def page(self) -> int:
        """Return the page that fills most of the upper part of the view."""
        return self._page

    @property
    def zoom(self) -> float:
        """Return the zoom, 1 for true size."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """Return what the size of a page follows."""
        return self._fit

    def set_fit(self, fit: Fit) -> None:
        """Let the size of a page follow the view."""
        self._keep_place(fit, self._zoom)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at this zoom, whatever the view."""
        self._keep_place(Fit.FREE, min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom)))

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(page * self._step())
            # At the end the bar cannot go as far as the top of the last page.
            self._tell(page)

    def sizeHint(self) -> QSize:
        """Return a size at which a page can be read."""
        return QSize(900, 860)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the view."""
        super().resizeEvent(event)
        self._keep_place(self._fit, self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.set_zoom(self._zoom * (_WHEEL_STEP if turned > 0 else 1 / _WHEEL_STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page through with the keys of every reader."""
        places = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Space: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Backspace: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.page_count - 1,
        }
        at = places.get(Qt.Key(event.key()))
        if at is None:
            super().keyPressEvent(event)
        else:
            self.go_to(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        if self._paged is None:
            return
        painter = QPainter(self.viewport())
        for page in self._pages_in_sight(event.rect()):
            box = self._box(page)
            painter.drawPixmap(box.topLeft(), self._picture(page))
            painter.setPen(_EDGE)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()

    def _pages_in_sight(self, rect: QRect) -> range:
        top = rect.top() + self.verticalScrollBar().value()
        bottom = rect.bottom() + self.verticalScrollBar().value()
        first = max(0, (top - _GAP) // self._step())
        return range(first, min(self.page_count, bottom // self._step() + 1))

    def _box(self, page: int) -> QRect:
        size = self._page_size()
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(
            left - self.horizontalScrollBar().value(),
            _GAP + page * self._step() - self.verticalScrollBar().value(),
            size.width(),
            size.height(),
        )

    def _picture(self, page: int) -> QPixmap:
        assert self._paged is not None
        picture = self._pictures.pop(page, None) or self._paint_page(page)
        self._pictures[page] = picture
        while len(self._pictures) > _KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return picture

    def _paint_page(self, page: int) -> QPixmap:
        assert self._paged is not None
        ratio, size = self.devicePixelRatioF(), self._page_size()
        picture = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(_PAPER)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = size.width() / self._paged.sheet.size[0]
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, *self._paged.sheet.size))
        self._paged.paint(painter, page)
        painter.end()
        return picture

    def _page_size(self) -> QSize:
        if self._paged is None:
            return QSize(1, 1)
        scale = self._zoom * unit_scale(self.logicalDpiX())
        width, height = self._paged.sheet.size
        return QSize(max(1, round(width * scale)), max(1, round(height * scale)))

    def _step(self) -> int:
        return self._page_size().height() + _GAP

    def _keep_place(self, fit: Fit, zoom: float) -> None:
        """Change the size of pages with the same place of the same page at the top."""
        bar = self.verticalScrollBar()
        place, before = bar.value() / self._step(), (self._fit, self._zoom)
        self._fit, self._zoom = fit, zoom
        self._arrange()
        bar.setValue(round(place * self._step()))
        if (self._fit, self._zoom) != before:
            self.zoom_changed.emit(self._zoom)

    def _arrange(self) -> None:
        """Give the zoom what it follows, and the bars their ranges."""
        self._pictures.clear()
        if self._paged is not None and self._fit is not Fit.FREE:
            self._zoom = self._fitting_zoom()
        size, view = self._page_size(), self.viewport().size()
        whole = _GAP + self.page_count * self._step()
        self.verticalScrollBar().setRange(0, max(0, whole - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(max(1, view.height() // 12))
        wide = size.width() + 2 * _GAP
        self.horizontalScrollBar().setRange(0, max(0, wide - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _fitting_zoom(self) -> float:
        assert self._paged is not None
        scale = unit_scale(self.logicalDpiX())
        width, height = (side * scale for side in self._paged.sheet.size)
        view = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        zoom = (view.width() - bar - 2 * _GAP) / width
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (view.height() - 2 * _GAP) / height)
        return min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))

    def _on_scrolled(self, value: int) -> None:
        self.viewport().update()
        # A third of the view down: what the eye is on.
        at = (value + self.viewport().height() // 3) // self._step()
        self._tell(min(self.page_count - 1, at) if self.page_count else 0)

    def _tell(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
