"""The layout of a Qt document that lays out what is looked at, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from plandraft.ui.compare.pane_geometry import PaneGeometry

_CARET = 2  # pixels; it is looked for in a whole page of letters


class PageLayout(QAbstractTextDocumentLayout):
    """Answer Qt out of the `geometry` of a page; without one the page is empty.

    Qt's own layout of formatted text lays out everything before it knows a height: a million
    letters take most of a second, at every change of the width.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.geometry: PaneGeometry | None = None

    def set_geometry(self, geometry: PaneGeometry | None) -> None:
        """Take the page at another width."""
        self.geometry = geometry
        self.tell_size()

    def tell_size(self) -> None:
        """Let the scroll bars know the height."""
        self.documentSizeChanged.emit(self.documentSize())

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the letters, what is selected, and the caret where it is wanted."""
        if self.geometry is None:
            return
        painter.setPen(context.palette.text().color())
        clip = context.clip
        for block, corner in self.geometry.blocks(clip.top(), clip.bottom()):
            layout = block.layout()
            layout.draw(painter, corner, _selected(block, context), clip)
            caret = context.cursorPosition - block.position()
            if context.cursorPosition >= 0 and 0 <= caret < block.length():
                layout.drawCursor(painter, corner, caret, _CARET)

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Return the cursor position at `point`; -1 beside the text if it must be exact."""
        assert isinstance(point, QPointF)
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        if self.geometry is None or (exact and self.geometry.offset_at(point) is None):
            return -1
        return self.geometry.unit_near(point)

    def pageCount(self) -> int:
        """Return one."""
        return 1

    def documentSize(self) -> QSizeF:
        """Return width and height; lines that were not laid out count as they are estimated."""
        if self.geometry is None:
            return QSizeF(0, 0)
        return QSizeF(self.geometry.width, self.geometry.height)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Return the whole page: there are no frames in it."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands."""
        if self.geometry is None or not block.isValid():
            return QRectF()
        return self.geometry.rect_of(block)

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Do nothing: the letters never change, and the pane tells when the look does."""


def _selected(
    block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> list[QTextLayout.FormatRange]:
    """Return what of a block is selected."""
    found = []
    for selection in context.selections:
        start = max(0, selection.cursor.selectionStart() - block.position())
        end = min(block.length(), selection.cursor.selectionEnd() - block.position())
        if start < end:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, selection.format
            found.append(part)
    return found
