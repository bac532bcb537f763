"""The text of one plan, with grounds under stretches of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from plandraft.core.model.document import BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.ui.models.palette import HEADING_FAMILIES, READING_FAMILIES
from plandraft.ui.models.text_units import to_paragraph
from plandraft.ui.models.widgets import GAP

# The eye finds the next line more easily when a line has no more Han letters.
_LINE_LETTERS = 45
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


class SourceText(QPlainTextEdit):
    """Show a document; places are code points of its text."""

    def __init__(self) -> None:
        super().__init__()
        self._units: Sequence[int] = (0,)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(2 * GAP)

    def show_document(self, document: Document | None) -> None:
        """Show a plan, its headings bold, or nothing."""
        text = document.text if document else ""
        self._units = tuple(accumulate((1 + (one > "\uffff") for one in text), initial=0))
        self.setPlainText("\n".join(to_paragraph(line) for line in text.split("\n")))
        if document is None:
            return
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        bold.setFontFamilies(list(HEADING_FAMILIES))
        for block in document.blocks:
            if block.kind in _HEADINGS:
                self.cursor_over(block.span).mergeCharFormat(bold)

    def set_face(self, family: str, points: float) -> None:
        """Set the face of the text, "" for that of the product, and its size."""
        families = [family, *READING_FAMILIES][0 if family else 1 :]
        font = QFont()
        font.setFamilies(families)
        font.setPointSizeF(points)
        # A font that is set by itself is lost when the sheet of the window is laid over it.
        named = ", ".join(f'"{name}"' for name in families).replace("\\", "")
        self.setStyleSheet(f"font-family: {named}; font-size: {points}pt;")
        letters = _LINE_LETTERS * QFontMetricsF(font).horizontalAdvance("国")
        self.setMaximumWidth(round(letters) + 6 * GAP)

    def paint_grounds(self, grounds: Iterable[tuple[Span, str]]) -> None:
        """Lay colours under stretches, those that come later over the others."""
        selections = []
        for span, color in grounds:
            look = QTextCharFormat()
            look.setBackground(QBrush(QColor(color)))
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self.cursor_over(span)
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)

    def cursor_over(self, span: Span) -> QTextCursor:
        """Return a cursor that holds a stretch."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units[span.start])
        cursor.setPosition(self._units[span.end], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def offset_at(self, point: QPoint) -> int:
        """Return the code point nearest to a point of the viewport."""
        return self._offset(self.cursorForPosition(point).position())

    @property
    def caret(self) -> int:
        """Return the code point behind the caret, or the first one selected."""
        return self._offset(self.textCursor().selectionStart())

    @property
    def in_sight(self) -> Span:
        """Return what can be seen."""
        view = self.viewport().rect()
        return Span(self.offset_at(view.topLeft()), self.offset_at(view.bottomRight()))

    def go_to(self, span: Span) -> None:
        """Put the caret before a stretch and bring it into the middle."""
        cursor = self.cursor_over(span)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.centerCursor()

    def _offset(self, position: int) -> int:
        return bisect_right(self._units, position) - 1
