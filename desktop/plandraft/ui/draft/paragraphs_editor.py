"""The text of one section: as high as what is in it, plain paragraphs only."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit

from plandraft.core.draft.box_edits import BoxChange, box_changes
from plandraft.core.draft.draft import BlockForm
from plandraft.core.draft.slots import slot_marks
from plandraft.ui.draft.box_frames import ShownBoxes, paint_boxes
from plandraft.ui.draft.sheet_style import BOX_PAD, SheetStyle
from plandraft.ui.draft.text_change import common_ends
from plandraft.ui.models.text_units import unit_count

_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")
_OWN_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ParagraphsEditor(QTextEdit):
    """Edit plain paragraphs; the draft's own history undoes, not the editor's.

    `text_edited` tells that the user changed the text, `caret_moved` that the caret went
    elsewhere, `caret_left` (−1 or 1) that it wants to go beyond the first or last line,
    `box_requested` what shall be done with which paragraphs (BoxChange, first, last).
    """

    text_edited = Signal()
    caret_moved = Signal()
    caret_left = Signal(int)
    box_requested = Signal(object, int, int)
    height_changed = Signal()
    focused = Signal()

    def __init__(self, style: SheetStyle) -> None:
        super().__init__()
        self._style = style
        self._loading = False
        self._known = ""
        self._boxes = ShownBoxes()
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

    def show_boxes(self, boxes: ShownBoxes) -> None:
        """Set off the paragraphs of a 专栏 and give each its number."""
        if boxes == self._boxes:
            return
        formats = boxes.forms != self._boxes.forms
        self._boxes = boxes
        if formats:
            self._loading = True
            self._format_all()
            self._loading = False
            self._fit()
        self.viewport().update()

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
            if self._leaves_box():
                self.change_box(BoxChange.LEAVE)
                return
            # With Shift, too: there are no half paragraphs in an official document.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        direction = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if direction and not event.modifiers() and self._at_edge(direction):
            self.caret_left.emit(direction)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to make a 专栏 of the chosen paragraphs beside the usual commands."""
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """Return the menu for the caret or the selection."""
        menu = self.createStandardContextMenu()
        texts = {
            BoxChange.MAKE: self.tr("设为专栏"),
            BoxChange.UNDO: self.tr("取消专栏"),
            BoxChange.LEAVE: self.tr("移出专栏"),
            BoxChange.JOIN: self.tr("并入上面的专栏"),
        }
        changes = self.box_changes()
        if changes:
            menu.addSeparator()
        for change in changes:
            menu.addAction(texts[change], partial(self.change_box, change))
        return menu

    def box_changes(self) -> tuple[BoxChange, ...]:
        """Return what can be done with the chosen paragraphs and 专栏, the usual thing first."""
        return box_changes(self._boxes.forms, *self._chosen())

    def change_box(self, change: BoxChange) -> None:
        """Ask for a change of the chosen paragraphs."""
        self.box_requested.emit(change, *self._chosen())

    def _chosen(self) -> tuple[int, int]:
        cursor = self.textCursor()
        document = self.document()
        first, last = document.findBlock(cursor.selectionStart()), cursor.selectionEnd()
        end = document.findBlock(last)
        # A selection of whole lines ends at the start of the next one.
        before = end.position() == last and end.blockNumber() > first.blockNumber()
        most = len(self._boxes.forms) - 1
        return min(first.blockNumber(), most), min(end.blockNumber() - before, most)

    def _leaves_box(self) -> bool:
        """Tell whether the caret is in an empty paragraph at the end of a 专栏."""
        cursor = self.textCursor()
        empty = not cursor.hasSelection() and not cursor.block().text()
        return empty and BoxChange.LEAVE in self.box_changes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frames of 专栏 below the text."""
        if self._boxes.numbers:
            paint_boxes(self, self._boxes, self._style)
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this section is the current one."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only; the address of a file that is dropped here is none."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

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
        self._format_around()
        for number, form in enumerate(self._boxes.forms):
            if form is not BlockForm.TEXT:
                self._format_box(number, title=form is BlockForm.BOX_TITLE)

    def _format_around(self) -> None:
        """Give a frame room at the ends: a document has no space before its first paragraph."""
        frame = self.document().rootFrame()
        around, room = frame.frameFormat(), 2 * BOX_PAD * self._style.em
        above = room if self._boxes.begins else 0.0
        below = room if self._boxes.closes else 0.0
        if (around.topMargin(), around.bottomMargin()) != (above, below):
            around.setTopMargin(above)
            around.setBottomMargin(below)
            frame.setFrameFormat(around)

    def _format_box(self, number: int, *, title: bool) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        if cursor.isNull():
            return
        cursor.setBlockFormat(self._style.box_format(title=title, last=self._boxes.ends(number)))
        if title:
            heavy = self._style.letter_format()
            heavy.setFontWeight(QFont.Weight.Bold)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(heavy)
            cursor.mergeBlockCharFormat(heavy)

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
