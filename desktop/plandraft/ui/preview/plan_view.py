"""The pages of a plan below each other; only those in sight that changed are painted."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.draft.page_values import Page, PagedPlan
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.preview.fit import Fit
from plandraft.ui.preview.page_fonts import UNITS
from plandraft.ui.preview.page_painter import page_width, paint_page

_GAP = 16
_KEPT_PICTURES = 10
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
_WHEEL_STEP = 1.1
_POINTS_AN_INCH = 72
_PAPER, _EDGE = QColor("#ffffff"), QColor("#9a9a96")
_CURRENT = QColor(LIGHT.accent)


class PlanView(QAbstractScrollArea):
    """Show the pages of a plan.

    `page_changed` carries the page in sight, from 0; `zoom_changed` the zoom, 1 for true size;
    `place_clicked` the FlowPlace of the text that was clicked.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    place_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._paged: PagedPlan | None = None
        self._tops: list[int] = []
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._page = 0
        self._place = FlowPlace()
        self._pictures: OrderedDict[int, tuple[Page, QPixmap]] = OrderedDict()
        self.painted = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("页面预览"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_plan(self, paged: PagedPlan | None) -> None:
        """Show a plan; one that was shown before stays at its place, and what is new is painted."""
        before = self._paged
        wider = before is not None and paged is not None and before.has_notes != paged.has_notes
        self._paged = paged
        if wider:
            self._pictures.clear()
        self._keep_place(self._fit, self._zoom)
        if self._page >= self.page_count:
            self._tell(max(0, self.page_count - 1))
        self.viewport().update()

    @property
    def paged(self) -> PagedPlan | None:
        """Return the plan that is shown."""
        return self._paged

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
            self.verticalScrollBar().setValue(self._tops[page] - _GAP)
            # At the end the bar cannot go as far as the top of the last page.
            self._tell(page)

    def show_place(self, place: FlowPlace) -> None:
        """Bring the text of a place into sight and mark it at its left."""
        self._place = place
        paged = self._paged
        number = None if paged is None else paged.page_of(place)
        if paged is not None and number is None and place.block:
            # An empty paragraph is on no page; its section is near enough.
            self.show_place(FlowPlace(place.section))
            return
        if paged is not None and number is not None:
            rows = (row for row in paged.pages[number].rows if row.shows(place))
            top = self._tops[number] + next(rows).top * self._scale()
            room = self.viewport().height()
            if not 0 <= top - self.verticalScrollBar().value() <= 0.7 * room:
                self.verticalScrollBar().setValue(round(top - room / 4))
            self._tell(number)
        self.viewport().update()

    def place_at(self, point: QPointF) -> FlowPlace | None:
        """Return the place of the draft that is shown at a point of the viewport."""
        if self._paged is None:
            return None
        for number in self._pages_in_sight(self.viewport().rect()):
            box = self._box(number)
            if not box.contains(point.toPoint()):
                continue
            y = (point.y() - box.top()) / self._scale()
            x = (point.x() - box.left()) / self._scale()
            for row in self._paged.pages[number].rows:
                inside = row.top <= y < row.top + row.height
                if inside and row.left - row.height <= x <= row.left + row.column:
                    place = row.paragraph.place
                    return place if place.section else None
        return None

    def sizeHint(self) -> QSize:
        """Return a size at which a page can be read."""
        return QSize(760, 860)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the view."""
        super().resizeEvent(event)
        self._keep_place(self._fit, self._zoom)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor what can be clicked."""
        hand = self.place_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release is told."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        place = self.place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self.place_clicked.emit(place)

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
        for number in self._pages_in_sight(event.rect()):
            box = self._box(number)
            painter.drawPixmap(box.topLeft(), self._picture(number))
            painter.setPen(_EDGE)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
            self._paint_current(painter, self._paged.pages[number], box)
        painter.end()

    def _paint_current(self, painter: QPainter, page: Page, box: QRect) -> None:
        scale = self._scale()
        painter.setPen(QPen(_CURRENT, 2))
        for row in page.rows:
            if self._place.section and row.shows(self._place):
                x = box.left() + round((row.left - 8) * scale)
                top = box.top() + round(row.top * scale)
                painter.drawLine(x, top, x, top + math.ceil(row.height * scale))

    def _pages_in_sight(self, rect: QRect) -> list[int]:
        boxes = ((number, self._box(number)) for number in range(self.page_count))
        return [number for number, box in boxes if box.intersects(rect)]

    def _box(self, number: int) -> QRect:
        size = self._page_size(number)
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(
            left - self.horizontalScrollBar().value(),
            self._tops[number] - self.verticalScrollBar().value(),
            size.width(),
            size.height(),
        )

    def _picture(self, number: int) -> QPixmap:
        assert self._paged is not None
        page = self._paged.pages[number]
        kept = self._pictures.pop(number, None)
        picture = kept[1] if kept is not None and kept[0] == page else self._paint_page(number)
        self._pictures[number] = (page, picture)
        while len(self._pictures) > _KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return picture

    def _paint_page(self, number: int) -> QPixmap:
        assert self._paged is not None
        self.painted += 1
        page, ratio, size = (
            self._paged.pages[number],
            self.devicePixelRatioF(),
            self._page_size(number),
        )
        picture = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(_PAPER)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = self._scale() / UNITS
        painter.scale(scale, scale)
        notes = self._paged.has_notes
        width = page_width(page.sheet, notes=notes)
        painter.setClipRect(QRectF(0, 0, width * UNITS, page.sheet.height * UNITS))
        paint_page(painter, page, notes=notes)
        painter.end()
        return picture

    def _page_size(self, number: int) -> QSize:
        assert self._paged is not None
        sheet, scale = self._paged.pages[number].sheet, self._scale()
        width = page_width(sheet, notes=self._paged.has_notes)
        return QSize(max(1, round(width * scale)), max(1, round(sheet.height * scale)))

    def _scale(self) -> float:
        """Return the logical pixels of a point."""
        return self._zoom * self.logicalDpiX() / _POINTS_AN_INCH

    def _keep_place(self, fit: Fit, zoom: float) -> None:
        """Change the size of pages with the same place of the same page at the top."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum() + bar.pageStep())
        height = bar.maximum()
        self._fit, self._zoom = fit, zoom
        self._arrange()
        if bar.maximum() != height:
            bar.setValue(round(share * (bar.maximum() + bar.pageStep())))

    def _arrange(self) -> None:
        """Give the zoom what it follows, each page its place, and the bars their ranges."""
        before = self._zoom
        if self._paged is not None and self._fit is not Fit.FREE:
            self._zoom = self._fitting_zoom()
        sizes = [self._page_size(number) for number in range(self.page_count)]
        if self._sizes_changed(sizes):
            self._pictures.clear()
        self._tops, top = [], _GAP
        for size in sizes:
            self._tops.append(top)
            top += size.height() + _GAP
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, top - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(max(1, view.height() // 12))
        wide = max((size.width() for size in sizes), default=0) + 2 * _GAP
        self.horizontalScrollBar().setRange(0, max(0, wide - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        if self._zoom != before:
            self.zoom_changed.emit(self._zoom)
        self.viewport().update()

    def _sizes_changed(self, sizes: list[QSize]) -> bool:
        ratio = self.devicePixelRatioF()
        for number, (_page, picture) in self._pictures.items():
            if number >= len(sizes) or math.ceil(sizes[number].width() * ratio) != picture.width():
                return True
        return False

    def _fitting_zoom(self) -> float:
        assert self._paged is not None
        if not self._paged.pages:
            return 1.0
        sheet = self._paged.pages[0].sheet
        dots = self.logicalDpiX() / _POINTS_AN_INCH
        view = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        width = page_width(sheet, notes=self._paged.has_notes) * dots
        zoom = (view.width() - bar - 2 * _GAP) / width
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (view.height() - 2 * _GAP) / (sheet.height * dots))
        return min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))

    def _on_scrolled(self, value: int) -> None:
        self.viewport().update()
        # A third of the view down: what the eye is on.
        eye = value + self.viewport().height() // 3
        above = [number for number, top in enumerate(self._tops) if top <= eye]
        self._tell(above[-1] if above else 0)

    def _tell(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
