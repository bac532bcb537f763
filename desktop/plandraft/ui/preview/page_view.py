"""Pages below each other, whatever stands on them: zoom, keys, pictures of those in sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from plandraft.ui.preview.fit import Fit
from plandraft.ui.preview.page_pictures import PageLook, PagePictures
from plandraft.ui.preview.screen_steps import PageSpan, Screen, screen_down, screen_up

GAP = 16
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
# A notch of a wheel, which fine wheels and touch pads tell in parts.
_NOTCH, _WHEEL_STEP = 120, 1.1
_POINTS_AN_INCH = 72
_EDGE = QColor("#9a9a96")


class PageView(QAbstractScrollArea):
    """Show pages, numbered from 0; a view of its kind says how many, how large and what on them.

    `page_changed` carries the page in sight; `zoom_changed` the zoom, 1 for true size, also when
    only what it follows has changed.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._page = 0
        self._sizes: list[QSize] = []
        self._tops: list[int] = []
        self._pictures = PagePictures(self._paint_whole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        raise NotImplementedError

    def page_extent(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        raise NotImplementedError

    def page_content(self, page: int) -> object:
        """Return what stands on a page; its picture is kept while that is equal."""
        raise NotImplementedError

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter's unit is a logical pixel, its origin the page's corner."""
        raise NotImplementedError

    def paint_over(self, painter: QPainter, page: int, box: QRect) -> None:
        """Paint what is not part of a page, which stands in `box` of the viewport."""

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

    @property
    def scale(self) -> float:
        """Return the logical pixels of a point."""
        return self._zoom * self.logicalDpiX() / _POINTS_AN_INCH

    @property
    def painted(self) -> int:
        """Return how many pictures were painted so far."""
        return self._pictures.painted

    def set_fit(self, fit: Fit) -> None:
        """Let the size of a page follow the view; one that is to be seen whole is brought there."""
        page = self._page
        self._keep_place(fit, self._zoom)
        if fit is Fit.PAGE:
            self.go_to(page)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at this zoom, whatever the view."""
        self._keep_place(Fit.FREE, _in_bounds(zoom))

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(self._tops[page] - GAP)
            # At the end the bar cannot go as far as the top of the last page.
            self._tell(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the view."""
        super().resizeEvent(event)
        self._keep_place(self._fit, self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, what is under the pointer staying there; else scroll."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            zoom = _in_bounds(self._zoom * _WHEEL_STEP ** (turned / _NOTCH))
            self._keep_place(Fit.FREE, zoom, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page through with the keys of every reader: by screens, with Ctrl by pages."""
        key = Qt.Key(event.key())
        by_pages = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key is Qt.Key.Key_Home:
            self.go_to(0)
        elif key is Qt.Key.Key_End:
            self.go_to(self.page_count - 1)
        elif key is Qt.Key.Key_PageDown and by_pages:
            self.go_to(self._page + 1)
        elif key is Qt.Key.Key_PageUp and by_pages:
            self.go_to(self._page - 1)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_Backspace} or (key is Qt.Key.Key_Space and back):
            self._step(screen_up)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self._step(screen_down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        ratio = self.devicePixelRatioF()
        for page in self._pages_in_sight(event.rect()):
            box = self._box(page)
            look = PageLook(page, self.page_content(page), box.width(), box.height(), ratio)
            self._pictures.draw(painter, look, box, event.rect())
            painter.setPen(_EDGE)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
            self.paint_over(painter, page, box)
        painter.end()
        self._pictures.drop_old()

    def _pages_changed(self) -> None:
        """Arrange other pages; the place at the top of the view stays there."""
        self._keep_place(self._fit, self._zoom)
        if self._page >= self.page_count:
            self._tell(max(0, self.page_count - 1))

    def _pages_in_sight(self, rect: QRect) -> range:
        above = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, rect.top() + above) - 1)
        return range(first, bisect_left(self._tops, rect.bottom() + above + 2))

    def _box(self, page: int) -> QRect:
        size = self._sizes[page]
        left = max(GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(
            left - self.horizontalScrollBar().value(),
            self._tops[page] - self.verticalScrollBar().value(),
            size.width(),
            size.height(),
        )

    def _paint_whole(self, painter: QPainter, page: int) -> None:
        painter.setClipRect(QRectF(0, 0, *(side * self.scale for side in self.page_extent(page))))
        self.paint_page(painter, page)

    def _step(self, step: Callable[[Sequence[PageSpan], Screen], int]) -> None:
        bar = self.verticalScrollBar()
        pages = [
            PageSpan(top - GAP, top + size.height() + GAP)
            for top, size in zip(self._tops, self._sizes, strict=True)
        ]
        bar.setValue(step(pages, Screen(bar.value(), self.viewport().height(), bar.singleStep())))

    def _size_of(self, page: int, scale: float) -> QSize:
        width, height = self.page_extent(page)
        return QSize(max(1, round(width * scale)), max(1, round(height * scale)))

    def _keep_place(self, fit: Fit, zoom: float, at: QPoint | None = None) -> None:
        """Change the size of pages; the place at a point of the viewport stays there.

        Without a point it is the top of the view, and from left to right its middle.
        """
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        before = self._fit, self._zoom
        x, y = (self.viewport().width() // 2, 0) if at is None else at.toTuple()
        page, share = self._place_of(down.value() + y)
        across = self._share_across(page, x)
        self._fit, self._zoom = fit, zoom
        self._arrange()
        down.setValue(self._height_of(page, share) - y)
        if self._zoom != before[1] and page < len(self._sizes):
            box = self._box(page)
            along.setValue(along.value() + box.left() + round(across * box.width()) - x)
        if (self._fit, self._zoom) != before:
            self.zoom_changed.emit(self._zoom)

    def _share_across(self, page: int, x: int) -> float:
        """Return where a column of the viewport cuts a page, from 0 at its left to 1."""
        if page >= len(self._sizes):
            return 0.5
        box = self._box(page)
        return (x - box.left()) / box.width()

    def _place_of(self, height: int) -> tuple[int, float]:
        """Return the page at a height of the whole, and what part of it is above.

        The gap above a page belongs to it; less than 0 are pixels there, which no zoom changes.
        """
        page = bisect_right(self._tops, height + GAP) - 1
        if page < 0:
            return 0, -GAP
        into = height - self._tops[page]
        return page, into / self._sizes[page].height() if into > 0 else into

    def _height_of(self, page: int, share: float) -> int:
        """Return the height of a place in the whole, the end where the page is no more."""
        if page >= len(self._tops):
            return self.verticalScrollBar().maximum()
        into = share * self._sizes[page].height() if share > 0 else share
        return round(self._tops[page] + into)

    def _arrange(self) -> None:
        """Give the zoom what it follows, each page its place, and the bars their ranges."""
        if self._fit is not Fit.FREE and self.page_count:
            self._zoom = self._fitting_zoom()
        scale = self.scale
        self._sizes = [self._size_of(page, scale) for page in range(self.page_count)]
        self._tops, top = [], GAP
        for size in self._sizes:
            self._tops.append(top)
            top += size.height() + GAP
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, top - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(max(1, view.height() // 12))
        wide = max((size.width() for size in self._sizes), default=0) + 2 * GAP
        self.horizontalScrollBar().setRange(0, max(0, wide - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _fitting_zoom(self) -> float:
        dots = self.logicalDpiX() / _POINTS_AN_INCH
        width, height = (side * dots for side in self.page_extent(0))
        view = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        zoom = (view.width() - bar - 2 * GAP) / width
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (view.height() - 2 * GAP) / height)
        return _in_bounds(zoom)

    def _on_scrolled(self, value: int) -> None:
        self.viewport().update()
        # A third of the view down: what the eye is on.
        eye = value + self.viewport().height() // 3
        self._tell(max(0, bisect_right(self._tops, eye) - 1))

    def _tell(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)


def _in_bounds(zoom: float) -> float:
    return min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))
