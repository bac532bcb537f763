"""Plans on a circle, with a line between those that share more than the threshold."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from plandraft.core.compare.plan_groups import PlanLink
from plandraft.ui.families.family_colors import source_hue
from plandraft.ui.models.palette import Palette, tint
from plandraft.ui.models.passage_names import percent

_MARGIN = 30
_RADIUS = 13.0
_THINNEST, _THICKEST = 1.0, 9.0
_HUE_ON_DARK = 0.72
_NEAR = 7.0  # pixels; how far from a line a click still means it


class PlanGraph(QWidget):
    """Draw plans and links; `pair_activated` carries the two plans of a line."""

    pair_activated = Signal(int, int)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._titles: Sequence[str] = ()
        self._links: Sequence[PlanLink] = ()
        self._group_of: dict[int, int] = {}
        self.setMinimumSize(180, 160)
        self.setMouseTracking(True)

    def show_links(
        self, titles: Sequence[str], links: Sequence[PlanLink], groups: Sequence[Sequence[int]]
    ) -> None:
        """Show plans by their titles, the links between them, and groups in their colours."""
        self._titles, self._links = titles, links
        self._group_of = {
            plan: number for number, group in enumerate(groups) if len(group) > 1 for plan in group
        }
        told = "；".join(f"{link.one + 1}–{link.other + 1} {percent(link.share)}" for link in links)
        self.setAccessibleName(self.tr("相似关系图"))
        self.setAccessibleDescription(told)
        self.update()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette
        self.update()

    def place_of(self, plan: int) -> QPointF:
        """Return where a plan stands, the first one at the top, in clock order."""
        count = max(1, len(self._titles))
        radius = max(1.0, min(self.width(), self.height()) / 2 - _MARGIN)
        turn = 2 * math.pi * plan / count
        middle = QRectF(self.rect()).center()
        return middle + QPointF(radius * math.sin(turn), -radius * math.cos(turn))

    def link_at(self, point: QPointF) -> PlanLink | None:
        """Return the line under a point, if there is one."""
        near = [(self._distance(link, point), at) for at, link in enumerate(self._links)]
        found = min(near, default=(math.inf, -1))
        return self._links[found[1]] if found[0] <= _NEAR else None

    def sizeHint(self) -> QSize:
        """Return a size at which the lines of ten plans are told apart."""
        return QSize(320, 280)

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._about(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a line can be opened."""
        over = self.link_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the pair of a line."""
        link = self.link_at(event.position())
        if link is not None:
            self.pair_activated.emit(link.one, link.other)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, the faint ones first, and the plans over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in reversed(self._links):
            width = _THINNEST + (_THICKEST - _THINNEST) * min(1.0, link.share)
            color = QColor(self._hue(link.one))
            color.setAlphaF(0.75)
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(self.place_of(link.one), self.place_of(link.other))
        for plan in range(len(self._titles)):
            self._paint_plan(painter, plan)
        painter.end()

    def _paint_plan(self, painter: QPainter, plan: int) -> None:
        place = self.place_of(plan)
        painter.setPen(QPen(QColor(self._hue(plan)), 2.0))
        painter.setBrush(QColor(self._palette.page))
        painter.drawEllipse(place, _RADIUS, _RADIUS)
        box = QRectF(place.x() - _RADIUS, place.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.setPen(QColor(self._palette.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(plan + 1))

    def _hue(self, plan: int) -> str:
        group = self._group_of.get(plan)
        if group is None:
            return self._palette.muted
        hue = source_hue(group)
        return tint(hue, _HUE_ON_DARK, "#ffffff") if self._palette.dark else hue

    def _distance(self, link: PlanLink, point: QPointF) -> float:
        start, end = self.place_of(link.one), self.place_of(link.other)
        way = end - start
        length = QPointF.dotProduct(way, way) or 1.0
        share = min(1.0, max(0.0, QPointF.dotProduct(point - start, way) / length))
        off = point - (start + way * share)
        return math.hypot(off.x(), off.y())

    def _about(self, point: QPointF) -> str:
        for plan, title in enumerate(self._titles):
            off = point - self.place_of(plan)
            if math.hypot(off.x(), off.y()) <= _RADIUS:
                return title
        link = self.link_at(point)
        if link is None:
            return ""
        return self.tr("{left} — {right}：相似度 {share}。双击并排比对。").format(
            left=self._titles[link.one],
            right=self._titles[link.other],
            share=percent(link.share),
        )
