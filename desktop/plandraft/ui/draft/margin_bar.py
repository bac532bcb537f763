"""The bar at the left of a section: which paragraph is borrowed, adapted or one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from plandraft.core.draft.draft import DraftBlock
from plandraft.ui.draft.paragraphs_editor import ParagraphsEditor
from plandraft.ui.models.palette import Palette

WIDTH = 18
_BORROWED_WIDTH = 5
_ADAPTED_WIDTH = 2
_INSET = 3


class MarginBar(QWidget):
    """Draw no bar for own text, a thin one for adapted, a thick one for borrowed text."""

    paragraph_clicked = Signal(int)

    def __init__(self, editor: ParagraphsEditor, palette: Palette) -> None:
        super().__init__()
        self._editor = editor
        self._palette = palette
        self._blocks: Sequence[DraftBlock] = ()
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        editor.height_changed.connect(self.update)

    def show_blocks(self, blocks: Sequence[DraftBlock]) -> None:
        """Draw the bars of these blocks."""
        self._blocks = blocks
        self.update()

    def apply_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.update()

    def paragraph_at(self, y: float) -> int:
        """Return the number of the paragraph at `y`, or -1."""
        for index, rect in enumerate(self._rects()):
            if rect.top() <= y < rect.bottom():
                return index
        return -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        for block, rect in zip(self._blocks, self._rects(), strict=False):
            if block.provenance is None:
                continue
            borrowed = block.text == block.provenance.text
            width = _BORROWED_WIDTH if borrowed else _ADAPTED_WIDTH
            color = QColor(self._palette.borrowed if borrowed else self._palette.adapted)
            height = max(4.0, rect.height() - 2 * _INSET)
            painter.fillRect(QRectF(0, rect.top() + _INSET, width, height), color)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the paragraph."""
        index = self.paragraph_at(event.position().y())
        if index >= 0:
            self.paragraph_clicked.emit(index)

    def event(self, event: QEvent) -> bool:
        """Say where a paragraph comes from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.paragraph_at(event.pos().y())
            block = self._blocks[index] if 0 <= index < len(self._blocks) else None
            if block is not None and block.provenance is not None:
                QToolTip.showText(event.globalPos(), self._explain(block), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _explain(self, block: DraftBlock) -> str:
        source = block.provenance
        assert source is not None
        state = self.tr("原文照录") if block.text == source.text else self.tr("已改写")
        return f"{state}\n《{source.document_title}》\n{source.section}"

    def _rects(self) -> list[QRectF]:
        document = self._editor.document()
        layout = document.documentLayout()
        rects = []
        block = document.begin()
        while block.isValid():
            rects.append(layout.blockBoundingRect(block))
            block = block.next()
        return rects
