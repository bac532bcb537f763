"""The text of one section: as high as what is in it, plain paragraphs only."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from plandraft.core.draft.slots import slot_marks
from plandraft.ui.draft.sheet_style import SheetStyle
from plandraft.ui.draft.text_change import common_ends
from plandraft.ui.models.text_units import unit_count

_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")
_OWN_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ParagraphsEditor(QTextEdit):
    """Edit plain paragraphs; the draft's own history undoes, not the editor's.

    `text_edited` tells that the user changed the text, `caret_moved` that the caret went
    elsewhere, `caret_left` (−1 or 1) that it wants to go beyond the first or last line.
    """

    text_edited = Signal()
    caret_moved = Signal()
    caret_left = Signal(int)
    height_changed = Signal()
    focused = Signal()

    def __init__(self, style: SheetStyle) -> None:
        super().__init__()
        self._style = style
        self._loading = False
        self._known = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._marks = _SlotMarks(self.document(), style)
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.apply_style(style)

    def text(self) -> str:
        """Return the text, a line feed between paragraphs, U+2028 inside them."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Make the text what it should be; what is the same already is not touched."""
        before = self.text()
        if before == text:
            return
        start, end = common_ends(before, text)
        cursor = QTextCursor(self.document())
        self._loading = True
        cursor.beginEditBlock()
        cursor.setPosition(unit_count(before[:start]))
        to = unit_count(before[: len(before) - end])
        cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end], self._style.letter_format())
        cursor.endEditBlock()
        self._format_all()
        self._loading = False
        self._known = self.text()
        self.setTextCursor(cursor)

    def apply_style(self, style: SheetStyle) -> None:
        """Change fonts and colours."""
        self._style = style
        self._loading = True
        self.setFont(style.body_font())
        self.document().setDefaultFont(style.body_font())
        self._format_all()
        self._marks.apply_style(style)
        self._loading = False
        self._fit()

    def block_index(self) -> int:
        """Return the number of the paragraph with the caret, from 0."""
        return self.textCursor().blockNumber()

    def put_caret(self, block: int, *, at_end: bool = False) -> None:
        """Put the caret to the start or end of a paragraph."""
        found = self.document().findBlockByNumber(
            max(0, min(block, self.document().blockCount() - 1))
        )
        cursor = QTextCursor(found)
        if at_end:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and any(event.matches(key) for key in _OWN_KEYS):  # type: ignore[attr-defined]
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; the arrow keys lead on to the neighbours."""
        if any(event.matches(key) for key in _OWN_KEYS):
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # With Shift, too: there are no half paragraphs in an official document.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        direction = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if direction and not event.modifiers() and self._at_edge(direction):
            self.caret_left.emit(direction)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this section is the current one."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert plain paragraphs; the indents that the layout gives are left out."""
        lines = [line.strip(" \t\u3000\u00a0") for line in _LINE_ENDS.split(source.text())]
        inner = [line for line in lines if line]
        if not inner:
            return
        text = "\n".join(inner) if len(inner) > 1 else source.text().strip("\r\n")
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text."""
        data = QMimeData()
        data.setText(_LINE_ENDS.sub("\n", self.textCursor().selectedText()))
        return data

    def resizeEvent(self, event: object) -> None:
        """Lay out anew and take the height that this needs."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _at_edge(self, direction: int) -> bool:
        cursor = self.textCursor()
        move = QTextCursor.MoveOperation.Up if direction < 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(move)

    def _format_all(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._style.block_format())
        cursor.setCharFormat(self._style.letter_format())
        # An empty paragraph has no letters that could carry the format.
        cursor.setBlockCharFormat(self._style.letter_format())
        self.setCurrentCharFormat(self._style.letter_format())

    def _on_contents_changed(self) -> None:
        if self._loading:
            return
        text = self.text()
        # Input methods and formats report changes too; only another text is one.
        if text != self._known:
            self._known = text
            self.text_edited.emit()

    def _on_cursor_moved(self) -> None:
        if not self._loading:
            self.caret_moved.emit()

    def _fit(self, _size: QSizeF | None = None) -> None:
        height = max(self._style.line_height, round(self.document().size().height()))
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()


class _SlotMarks(QSyntaxHighlighter):
    """Mark the slots that have no value yet."""

    def __init__(self, document: QTextDocument, style: SheetStyle) -> None:
        # With the document as parent they end together.
        super().__init__(document)
        self._format = style.open_slot_format()

    def apply_style(self, style: SheetStyle) -> None:
        """Change the colours."""
        self._format = style.open_slot_format()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        if "【" not in text:
            return
        for mark in slot_marks(text):
            start = unit_count(text[: mark.span.start])
            self.setFormat(start, unit_count(mark.span.slice(text)), self._format)
