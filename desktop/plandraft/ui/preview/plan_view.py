"""The pages of a plan: what stands where, which place is marked, what a click tells."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.draft.page_values import PagedPlan
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.preview.page_fonts import UNITS
from plandraft.ui.preview.page_painter import page_width, paint_page
from plandraft.ui.preview.page_view import PageView

_CURRENT = QColor(LIGHT.accent)


class PlanView(PageView):
    """Show the pages of a plan.

    `place_clicked` carries the FlowPlace of the text clicked on; `section_shown` the id of the
    section that is looked at, whenever pages, page or place may have changed.
    """

    place_clicked = Signal(object)
    section_shown = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("页面预览"))
        self._paged: PagedPlan | None = None
        self._place = FlowPlace()
        self._pressed = QPointF()
        self.page_changed.connect(lambda _page: self._tell_section())
        self.viewport().setMouseTracking(True)

    def show_plan(self, paged: PagedPlan | None) -> None:
        """Show a plan; one that was shown before stays at its place, and what is new is painted."""
        self._paged = paged
        self._pages_changed()
        self._tell_section()

    @property
    def section(self) -> str:
        """Return the section asked for while its page is in sight, else where that begins."""
        if self._paged is None:
            return ""
        asked = self._place.section
        if asked and self._paged.page_of(self._place) == self.page:
            return asked
        return self._paged.section_on(self.page)

    @property
    def paged(self) -> PagedPlan | None:
        """Return the plan that is shown."""
        return self._paged

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return len(self._paged.pages) if self._paged is not None else 0

    def page_extent(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points, with the strip of its notes."""
        assert self._paged is not None
        sheet = self._paged.pages[page].sheet
        return page_width(sheet, notes=self._paged.has_notes), sheet.height

    def page_content(self, page: int) -> object:
        """Return the page, and whether notes stand beside it."""
        assert self._paged is not None
        return self._paged.pages[page], self._paged.has_notes

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter's unit is a logical pixel, its origin the page's corner."""
        assert self._paged is not None
        painter.scale(self.scale / UNITS, self.scale / UNITS)
        paint_page(painter, self._paged.pages[page], notes=self._paged.has_notes)

    def paint_over(self, painter: QPainter, page: int, box: QRect) -> None:
        """Mark the place that was asked for at its left."""
        if self._paged is None or not self._place.section:
            return
        scale = self.scale
        painter.setPen(QPen(_CURRENT, 2))
        for row in self._paged.pages[page].rows:
            if row.shows(self._place):
                x = box.left() + round((row.left - 8) * scale)
                top = box.top() + round(row.top * scale)
                painter.drawLine(x, top, x, top + math.ceil(row.height * scale))

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
            top = self._tops[number] + next(rows).top * self.scale
            room = self.viewport().height()
            if not 0 <= top - self.verticalScrollBar().value() <= 0.7 * room:
                self.verticalScrollBar().setValue(round(top - room / 4))
            self._tell(number)
        self._tell_section()
        self.viewport().update()

    def place_at(self, point: QPointF) -> FlowPlace | None:
        """Return the place of the draft that is shown at a point of the viewport."""
        if self._paged is None:
            return None
        for number in self._pages_in_sight(self.viewport().rect()):
            box = self._box(number)
            if not box.contains(point.toPoint()):
                continue
            y = (point.y() - box.top()) / self.scale
            x = (point.x() - box.left()) / self.scale
            for row in self._paged.pages[number].rows:
                inside = row.top <= y < row.top + row.height
                if inside and row.left - row.height <= x <= row.left + row.column:
                    place = row.paragraph.place
                    return place if place.section else None
        return None

    def sizeHint(self) -> QSize:
        """Return a size at which a page can be read."""
        return QSize(760, 860)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor what can be clicked."""
        hand = self.place_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release is told."""
        self._pressed = event.position()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked; who drew the mouse along meant something else."""
        moved = (event.position() - self._pressed).manhattanLength()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = self.place_at(event.position())
        if place is not None and moved < QApplication.startDragDistance():
            self.place_clicked.emit(place)

    def _tell_section(self) -> None:
        if self.section:
            self.section_shown.emit(self.section)
