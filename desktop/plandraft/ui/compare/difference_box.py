"""Both wordings of the current passage, one above the other, so that differences line up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from plandraft.core.compare.changes import ChangeClass
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.stacked import PlacedColumn, StackColumn, place_columns
from plandraft.ui.models.change_marks import ENTITIES, mark_color, mark_ground

_MARGIN = 12.0
_LABEL = 22.0
_LINE = 24.0
_GAP = 14.0


class DifferenceBox(QAbstractScrollArea):
    """Draw the columns of `stacked.stack_columns`."""

    def __init__(self, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._columns: Sequence[StackColumn] = ()
        self._placed: list[PlacedColumn] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("当前段落的两种写法"))

    def show_columns(self, columns: Sequence[StackColumn]) -> None:
        """Show a passage, or nothing."""
        self._columns = columns
        upper = "".join(column.upper for column in columns)
        lower = "".join(column.lower for column in columns)
        self.setAccessibleDescription(f"A: {upper}\nB: {lower}" if columns else "")
        self.verticalScrollBar().setValue(0)
        self._place()

    def set_style(self, style: PageStyle) -> None:
        """Change colours and face; the size of type stays that of the interface."""
        self._style = replace(style, points=self._style.points)
        self._place()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a size that shows three rows."""
        return QSize(420, int(3 * (2 * _LINE + _GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrow keys."""
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * int(_LINE))
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        painter = QPainter(self.viewport())
        colors = self._style.palette
        painter.fillRect(self.viewport().rect(), QColor(colors.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        top = self.verticalScrollBar().value() - _row_height()
        bottom = top + self.viewport().height() + 2 * _row_height()
        labelled: set[int] = set()
        for placed in self._placed:
            y = _MARGIN + placed.row * _row_height()
            if not top <= y <= bottom:
                continue
            if placed.row not in labelled:
                labelled.add(placed.row)
                self._paint_labels(painter, y)
            self._paint_column(painter, placed, y)
        if self.hasFocus():
            top_edge = self.verticalScrollBar().value()
            painter.fillRect(0, top_edge, self.viewport().width(), 2, QColor(colors.accent))
        painter.end()

    def _paint_labels(self, painter: QPainter, y: float) -> None:
        painter.setPen(QColor(self._style.palette.muted))
        painter.setFont(self.font())
        for index, label in enumerate(("A", "B")):
            rect = QRectF(_MARGIN, y + index * _LINE, _LABEL, _LINE)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_column(self, painter: QPainter, placed: PlacedColumn, y: float) -> None:
        column, colors = placed.column, self._style.palette
        left = _MARGIN + _LABEL + placed.left
        for index, text in enumerate((column.upper, column.lower)):
            rect = QRectF(left, y + index * _LINE, placed.width, _LINE)
            if column.change_class is not ChangeClass.NONE:
                self._paint_ground(painter, rect, column.change_class, empty=not text)
            painter.setFont(self._font(bold=column.change_class in ENTITIES))
            painter.setPen(QColor(mark_color(colors, column.change_class)))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, _flat(text))

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, change: ChangeClass, *, empty: bool
    ) -> None:
        colors = self._style.palette
        if empty:
            painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DotLine))
            y = rect.center().y() + 6
            painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))
            return
        inner = rect.adjusted(0, 2, 0, -2)
        ground = mark_ground(colors, change)
        if ground is not None:
            painter.fillRect(inner, QColor(ground))
        else:
            dotted = change is ChangeClass.PUNCTUATION
            pen = QPen(QColor(mark_color(colors, change)), 1.5 if dotted else 2)
            pen.setStyle(Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawLine(inner.bottomLeft(), inner.bottomRight())

    def _font(self, *, bold: bool) -> QFont:
        font = self._style.font()
        font.setBold(bold)
        return font

    def _place(self) -> None:
        metrics = QFontMetricsF(self._font(bold=True))
        room = self.viewport().width() - 2 * _MARGIN - _LABEL

        def measure(text: str) -> float:
            return metrics.horizontalAdvance(_flat(text))

        self._placed = place_columns(self._columns, max(60.0, room), measure)
        rows = self._placed[-1].row + 1 if self._placed else 0
        tall = int(2 * _MARGIN + rows * _row_height())
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, tall - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(int(_LINE))
        self.viewport().update()


def _row_height() -> float:
    return 2 * _LINE + _GAP


def _flat(text: str) -> str:
    """Show the end of a paragraph as a sign: each row is one line."""
    return text.replace("\n", "↵").replace("\t", " ")
