"""The gutter between the panes: bands that join the two sides of a passage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from plandraft.ui.compare.pairs_in_sight import PairsInSight
from plandraft.ui.compare.pane_paint import OUTLINE_WIDTH, edge_pen
from plandraft.ui.compare.ribbon_shapes import Ribbon, Sight, Stub, visible_joints
from plandraft.ui.models.entries import QUIET
from plandraft.ui.models.palette import Palette, kind_hue, tint

GUTTER_WIDTH = 64
# A ribbon is a little stronger than its passage: it lies on chrome and has no letters in it.
_RIBBON_SHARE = 0.30
_HOVER_SHARE = 0.45
_CURRENT_SHARE = 0.62
_STUB_SHARE = 0.42  # of the gutter's width


class RibbonGutter(QWidget):
    """Draw the joints of visible passages and take clicks on them."""

    joint_clicked = Signal(int)
    wheel_turned = Signal(object)
    joint_hovered = Signal(int, QPoint)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._pairs: PairsInSight | None = None
        self._headings: PairsInSight | None = None
        self._sight = Sight(0, 0, 0)
        self._pins: Sequence[tuple[float, float]] = ()
        self._current: int | None = None
        self._hovered: int | None = None
        self.setFixedWidth(GUTTER_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("两侧段落的连线"))

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette
        self.update()

    def set_pairs(self, pairs: PairsInSight | None) -> None:
        """Take what finds the passages in sight."""
        self._pairs = pairs
        self.update()

    def set_headings(self, headings: PairsInSight) -> None:
        """Take what finds the headings in sight that belong together."""
        self._headings = headings
        self.update()

    def set_pins(self, pins: Sequence[tuple[float, float]]) -> None:
        """Take the heights on both pages of the places that the reader declared the same."""
        self._pins = pins
        self.update()

    def set_sight(self, sight: Sight) -> None:
        """Take what the panes show now."""
        if sight != self._sight:
            self._sight = sight
            self.update()

    def set_current(self, entry: int | None) -> None:
        """Draw this passage at full strength."""
        self._current = entry
        self.update()

    def joints(self) -> list[Ribbon | Stub]:
        """Return what is drawn from below: ribbons, the current one, then the short stubs.

        What is quiet is joined only while it is current.
        """
        every = self._pairs.find(self._sight) if self._pairs is not None else ()
        pairs = [one for one in every if one.kind is not QUIET or one.entry == self._current]
        found = list(visible_joints(pairs, self._sight))
        return sorted(
            found, key=lambda joint: (isinstance(joint, Stub), joint.entry == self._current)
        )

    def heading_lines(self) -> list[Ribbon]:
        """Return the headings that belong together, where both are in sight or nearly so."""
        if self._headings is None:
            return []
        found = visible_joints(self._headings.find(self._sight), self._sight)
        return [joint for joint in found if isinstance(joint, Ribbon)]

    def joint_at(self, point: QPointF) -> int | None:
        """Return the passage of the topmost joint under `point`, or None."""
        for joint in reversed(self.joints()):
            if self._path(joint).contains(point):
                return joint.entry
        return None

    def sizeHint(self) -> QSize:
        """Return the fixed width."""
        return QSize(GUTTER_WIDTH, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bands between passages in sight, and stubs for those whose partner is far."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self.heading_lines():
            self._paint_heading(painter, line)
        for joint in self.joints():
            if isinstance(joint, Ribbon):
                self._paint_ribbon(painter, joint)
            else:
                self._paint_stub(painter, joint)
        for left, right in self._pins:
            self._paint_pin(painter, left - self._sight.left_top, right - self._sight.right_top)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what a click would take."""
        self._hover(self.joint_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was lit."""
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        """Let the page explain the passage under the resting mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.joint_at(QPointF(event.pos()))
            if entry is None:
                QToolTip.hideText()
            else:
                self.joint_hovered.emit(entry, event.globalPos())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the passage under the mouse current."""
        entry = self.joint_at(event.position())
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self.joint_clicked.emit(entry)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll as if the wheel was turned over a pane."""
        self.wheel_turned.emit(event)

    def _hover(self, entry: int | None) -> None:
        if entry != self._hovered:
            self._hovered = entry
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if entry is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def _share(self, entry: int) -> float:
        if entry == self._current:
            return _CURRENT_SHARE
        return _HOVER_SHARE if entry == self._hovered else _RIBBON_SHARE

    def _fill(self, joint: Ribbon | Stub) -> QColor:
        hue = kind_hue(self._palette, joint.kind)
        return QColor(tint(hue, self._share(joint.entry), self._palette.window))

    def _path(self, joint: Ribbon | Stub) -> QPainterPath:
        width = float(self.width())
        if isinstance(joint, Ribbon):
            return _band(width, joint)
        reach = width * _STUB_SHARE
        left = 0.0 if joint.on_left else width - reach
        path = QPainterPath()
        path.addRect(left, joint.extent.top, reach, joint.extent.bottom - joint.extent.top)
        return path

    def _paint_ribbon(self, painter: QPainter, joint: Ribbon) -> None:
        painter.fillPath(self._path(joint), self._fill(joint))
        current = joint.entry == self._current
        pen = edge_pen(self._palette, joint.kind, 1.0)
        if current:
            pen.setWidthF(OUTLINE_WIDTH)
            pen.setColor(QColor(self._palette.current))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = float(self.width())
        painter.drawPath(_curve(width, joint.left.top, joint.right.top))
        painter.drawPath(_curve(width, joint.left.bottom, joint.right.bottom))

    def _paint_heading(self, painter: QPainter, line: Ribbon) -> None:
        """Draw a thin line, quieter than any ribbon, with a dot at each heading."""
        color = QColor(self._palette.muted)
        painter.setPen(QPen(color, 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = float(self.width())
        painter.drawPath(_curve(width, line.left.middle, line.right.middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for x, y in ((2.0, line.left.middle), (width - 2, line.right.middle)):
            painter.drawEllipse(QPointF(x, y), 2, 2)

    def _paint_pin(self, painter: QPainter, left: float, right: float) -> None:
        ends = QPointF(4, left + 6), QPointF(self.width() - 4, right + 6)
        painter.setPen(QPen(QColor(self._palette.accent), 1.5))
        painter.setBrush(QColor(self._palette.accent))
        painter.drawLine(*ends)
        for end in ends:
            painter.drawEllipse(end, 3, 3)

    def _paint_stub(self, painter: QPainter, joint: Stub) -> None:
        width, reach = float(self.width()), self.width() * _STUB_SHARE
        edge, inner = (0.0, reach) if joint.on_left else (width, width - reach)
        fill = self._fill(joint)
        gradient = QLinearGradient(edge, 0, inner, 0)
        gradient.setColorAt(0, fill)
        clear = QColor(fill)
        clear.setAlpha(0)
        gradient.setColorAt(0.55, fill)
        gradient.setColorAt(1, clear)
        painter.fillPath(self._path(joint), gradient)
        strong = joint.entry in {self._current, self._hovered}
        color = self._palette.text if strong else self._palette.muted
        painter.setPen(QPen(QColor(color), 1.5, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF((edge + inner) / 2 + (4 if joint.on_left else -4), joint.extent.middle)
        painter.drawPolyline(_arrow(middle, upward=joint.upward))


def _curve(width: float, left: float, right: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(QPointF(width / 2, left), QPointF(width / 2, right), QPointF(width, right))
    return path


def _band(width: float, joint: Ribbon) -> QPainterPath:
    path = _curve(width, joint.left.top, joint.right.top)
    path.lineTo(QPointF(width, joint.right.bottom))
    middle = width / 2
    path.cubicTo(
        QPointF(middle, joint.right.bottom),
        QPointF(middle, joint.left.bottom),
        QPointF(0, joint.left.bottom),
    )
    path.closeSubpath()
    return path


def _arrow(middle: QPointF, *, upward: bool) -> QPolygonF:
    tip = -3.0 if upward else 3.0
    offsets: Sequence[tuple[float, float]] = ((-4, -tip / 1.5), (0, tip), (4, -tip / 1.5))
    return QPolygonF([middle + QPointF(x, y) for x, y in offsets])
