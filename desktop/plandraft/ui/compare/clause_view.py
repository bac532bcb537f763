"""Two columns of lines joined by small ribbons: clauses of a passage, or chapters of a pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from plandraft.core.compare.clauses import ClauseLink
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.runs import Run
from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.models.palette import tint

_ROW = 26
_MARGIN = 10
_GUTTER = 56
_LINE_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """Hold a clause; `partner` is the row on the other side or None, `moved` out of order."""

    text: str
    partner: int | None
    moved: bool = False


def clause_rows(
    links: Sequence[ClauseLink], left_text: str, right_text: str
) -> tuple[list[ClauseRow], list[ClauseRow]]:
    """Return the rows of both sides in text order."""
    lefts = sorted(one.left for one in links if one.left)
    rights = sorted(one.right for one in links if one.right)
    left_row = {span: row for row, span in enumerate(lefts)}
    right_row = {span: row for row, span in enumerate(rights)}
    pairs = {left_row[one.left]: right_row[one.right] for one in links if one.left and one.right}
    runs = [Run(left, right, lefts[left].length) for left, right in pairs.items()]
    in_order = {run.left for run in heaviest_chain(runs)} if runs else set()
    back = {right: left for left, right in pairs.items()}

    def flat(span: Span, text: str) -> str:
        return " ".join(span.slice(text).split())

    ours = [
        ClauseRow(flat(span, left_text), pairs.get(row), row in pairs and row not in in_order)
        for row, span in enumerate(lefts)
    ]
    theirs = [
        ClauseRow(flat(span, right_text), back.get(row), row in back and back[row] not in in_order)
        for row, span in enumerate(rights)
    ]
    return ours, theirs


def chapter_rows(
    links: Sequence[int | None], left: Sequence[Section], right: Sequence[Section]
) -> tuple[list[ClauseRow], list[ClauseRow]]:
    """Return the headings of both sides, those below the first level set in."""
    pairs = {row: there for row, there in enumerate(links) if there is not None}
    runs = [Run(row, there, 1) for row, there in pairs.items()]
    in_order = {run.left for run in heaviest_chain(runs)} if runs else set()
    # Several chapters that became one keep their order: only what goes back has moved.
    in_order |= {row for row in pairs if any(pairs[row] == pairs[one] for one in in_order)}
    back: dict[int, int] = {}
    for row, there in pairs.items():
        back.setdefault(there, row)

    def named(section: Section) -> str:
        return "　" * (section.level - 1) + section.title

    ours = [
        ClauseRow(named(section), pairs.get(row), row in pairs and row not in in_order)
        for row, section in enumerate(left)
    ]
    theirs = [
        ClauseRow(named(section), back.get(row), row in back and back[row] not in in_order)
        for row, section in enumerate(right)
    ]
    return ours, theirs


class ClauseView(QAbstractScrollArea):
    """Draw the lines of both sides, joined where they belong together.

    `row_clicked` tells the row and whether it is one of the left side.
    """

    row_clicked = Signal(int, bool)

    def __init__(self, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._left: list[ClauseRow] = []
        self._right: list[ClauseRow] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("分句图"))

    def show_links(self, links: Sequence[ClauseLink], left_text: str, right_text: str) -> None:
        """Show a passage, or nothing."""
        self.show_rows(*clause_rows(links, left_text, right_text))

    def show_rows(self, left: list[ClauseRow], right: list[ClauseRow]) -> None:
        """Show two columns."""
        self._left, self._right = left, right
        words = [
            f"{row.text} → {self._right[row.partner].text}"
            for row in self._left
            if row.partner is not None
        ]
        self.setAccessibleDescription("\n".join(words))
        self.verticalScrollBar().setValue(0)
        self._fit()

    def set_style(self, style: PageStyle) -> None:
        """Change colours."""
        self._style = style
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on a line."""
        at = event.position()
        row = int((at.y() - _MARGIN + self.verticalScrollBar().value()) // _ROW)
        left = at.x() < self.viewport().width() / 2
        if 0 <= row < len(self._left if left else self._right):
            self.row_clicked.emit(row, left)

    def sizeHint(self) -> QSize:
        """Return a size that shows six clauses."""
        return QSize(420, 6 * _ROW)

    def resizeEvent(self, event: object) -> None:
        """Fit the scroll bar."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ribbons, then the clauses over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(self._style.palette.page))
        painter.translate(0, _MARGIN - self.verticalScrollBar().value())
        top = self.verticalScrollBar().value() // _ROW
        seen = range(max(0, top - 1), top + self.viewport().height() // _ROW + 2)
        for row, clause in enumerate(self._left):
            to = clause.partner
            if to is not None and min(row, to) < seen.stop and max(row, to) >= seen.start:
                self._paint_ribbon(painter, row, clause)
        width = self._column_width()
        for rows, left in ((self._left, float(_MARGIN)), (self._right, _MARGIN + width + _GUTTER)):
            for row in range(seen.start, min(seen.stop, len(rows))):
                self._paint_clause(painter, rows[row], QRectF(left, row * _ROW, width, _ROW))
        painter.end()

    def _paint_clause(self, painter: QPainter, clause: ClauseRow, rect: QRectF) -> None:
        colors, alone = self._style.palette, clause.partner is None
        box = rect.adjusted(0, 2, 0, -2)
        hue = colors.reordered if clause.moved else colors.identical
        share = 0.0 if alone else 0.18
        painter.fillRect(box, QColor(tint(hue, share, colors.page)))
        if alone:
            painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.setPen(QColor(colors.muted if alone else colors.text))
        painter.setFont(self._style.font())
        inner = box.adjusted(6, 0, -6, 0)
        metrics = QFontMetricsF(self._style.font())
        text = metrics.elidedText(clause.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_ribbon(self, painter: QPainter, row: int, clause: ClauseRow) -> None:
        assert clause.partner is not None
        colors = self._style.palette
        left = _MARGIN + self._column_width()
        right = left + _GUTTER
        y, to = (row + 0.5) * _ROW, (clause.partner + 0.5) * _ROW
        path = QPainterPath(QPointF(left, y))
        middle = (left + right) / 2
        path.cubicTo(QPointF(middle, y), QPointF(middle, to), QPointF(right, to))
        hue = colors.reordered if clause.moved else colors.identical
        line = Qt.PenStyle.DotLine if clause.moved else Qt.PenStyle.SolidLine
        width = 3.0 if clause.moved else 1.5
        painter.setPen(QPen(QColor(tint(hue, _LINE_SHARE, colors.page)), width, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _column_width(self) -> float:
        return max(60.0, (self.viewport().width() - 2 * _MARGIN - _GUTTER) / 2)

    def _fit(self) -> None:
        rows = max(len(self._left), len(self._right))
        tall, seen = rows * _ROW + 2 * _MARGIN, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, tall - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(_ROW)
        self.viewport().update()
