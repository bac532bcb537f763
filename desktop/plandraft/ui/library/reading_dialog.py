"""Read a document with its outline, find a place in it, say what is a heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetricsF,
    QKeySequence,
    QPalette,
    QShortcut,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.model.document import BlockKind, Document, Section
from plandraft.core.model.spans import Span
from plandraft.core.text.corrections import CORRECTABLE
from plandraft.services.library import WordFinder
from plandraft.ui.library.find_bar import FindBar
from plandraft.ui.library.heading_menu import fill_heading_menu
from plandraft.ui.library.heading_model import HeadingModel
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.outline_model import SECTION_ROLE
from plandraft.ui.models.palette import HEADING_FAMILIES, READING_FAMILIES
from plandraft.ui.models.text_units import to_paragraph, unit_count
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_button, make_label

_SIZE = (920, 640)
_OUTLINE_WIDTH = 280
_POINTS = 12.0
_LINE_HEIGHT = 150.0
_FAINT = 0.4
# Laying a ground takes time for each place, and nobody looks at thousands.
_MOST_MARKS = 500
_INDENTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SET_APART = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.FURNITURE})


class ReadingDialog(QDialog):
    """Show a document; `heading_chosen` carries a block and 1…4, 0 for text, None for as read.

    `send_requested` carries the Span that is wished for in the draft.
    """

    heading_chosen = Signal(int, object)
    send_requested = Signal(object)

    def __init__(self, icons: IconSet, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder: WordFinder | None = None
        self.find_bar = FindBar(icons, self._find)
        self.find_bar.add_keys(self)
        self.resize(*_SIZE)
        self.model = HeadingModel(icons, self)
        self.outline = QTreeView()
        self.outline.setModel(self.model)
        self.outline.setHeaderHidden(True)
        self.outline.setAccessibleName(self.tr("目录"))
        self.outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("正文"))
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hint = make_label(role="muted", wrap=True)
        self.send = make_button(icons, "insert", self.tr("送入草稿"), self._on_send)
        self.send.setToolTip(self.tr("把选中的文字或光标所在的段落送入草稿（Ctrl+Enter）"))
        self.send.setAutoDefault(False)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_send)
        self._document = document
        self._starts: list[int] = []
        self._found: tuple[Span, ...] = ()
        self._arrange()
        self.show_document(document)
        self.find_bar.found.connect(self._mark_found)
        self.find_bar.place_wanted.connect(self._go_to_found)
        self.outline.clicked.connect(self._on_outline)
        self.outline.activated.connect(self._on_outline)
        self.outline.customContextMenuRequested.connect(self._on_outline_menu)
        self.text.customContextMenuRequested.connect(self._on_text_menu)

    def show_document(self, document: Document) -> None:
        """Show a document, in the place of what was shown of it before."""
        self._document = document
        self._finder = None
        at = self.text.verticalScrollBar().value()
        self.setWindowTitle(document.title or self.tr("（无标题）"))
        self.model.set_document(document)
        self.outline.expandAll()
        self._fill()
        self.text.verticalScrollBar().setValue(at)
        doubtful = self.model.doubtful
        hint = self.tr("右键点标题或段落，可以改“是标题（几级）”或“是正文”，比对和起草随之更新。")
        if doubtful:
            count = self.tr("有 {count} 个标题拿不准，目录里标有问号。").format(count=doubtful)
            hint = count + hint
        self.hint.setText(hint)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out the outline anew: its rows have their heights once the style is known."""
        super().showEvent(event)
        self.outline.doItemsLayout()

    def set_read_only(self) -> None:
        """Only show the text: nothing can be said of its headings here, and nothing sent."""
        self.hint.hide()
        self.send.hide()
        for view in (self.outline, self.text):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_span(self, span: Span) -> None:
        """Mark a stretch of the text, in code points, and scroll to it."""
        cursor = self._cursor(span)
        self._mark([span])
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        self.text.setTextCursor(start)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - self.text.height() // 3)

    @property
    def document(self) -> Document:
        """Return what is shown."""
        return self._document

    def picked_span(self) -> Span | None:
        """Return what is selected, or the paragraph of the caret; in code points."""
        cursor = self.text.textCursor()
        start, end = (self._offset(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        if start < end:
            return Span(start, end)
        number = cursor.blockNumber()
        blocks = self._document.blocks
        return blocks[number].span if number < len(blocks) else None

    def tell(self, text: str) -> None:
        """Say in the foot what has happened."""
        self.hint.setText(text)

    def make_menu(self, block: int) -> QMenu:
        """Make the menu that says what a block is."""
        menu = QMenu(self)
        fill_heading_menu(menu, self._document, block, self.heading_chosen.emit)
        return menu

    def _find(self, words: str) -> tuple[Span, ...]:
        if self._finder is None:
            self._finder = WordFinder(self._document.text)
        return self._finder.find(words)

    def _mark_found(self, spans: object) -> None:
        assert isinstance(spans, tuple)
        self._found = spans
        self._mark(())

    def _go_to_found(self, span: object) -> None:
        assert isinstance(span, Span)
        self.show_span(span)

    def _mark(self, current: Sequence[Span]) -> None:
        """Lay a ground below what was found, and a stronger one below the current place."""
        strong = self.palette().color(QPalette.ColorRole.Highlight)
        faint = QColor(strong)
        faint.setAlphaF(_FAINT)
        marks = []
        for spans, color in ((self._found[:_MOST_MARKS], faint), (current, strong)):
            for span in spans:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(span)
                mark.format.setBackground(color)
                marks.append(mark)
        self.text.setExtraSelections(marks)

    def _arrange(self) -> None:
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(GROUP_GAP)
        font = QFont()
        font.setFamilies(list(READING_FAMILIES))
        font.setPointSizeF(_POINTS)
        self.text.document().setDefaultFont(font)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.outline)
        splitter.addWidget(self.text)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_OUTLINE_WIDTH, _SIZE[0] - _OUTLINE_WIDTH])
        foot = QHBoxLayout()
        foot.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GAP)
        foot.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GAP)
        head.addWidget(self.find_bar, 1)
        head.addWidget(self.send)
        column.addLayout(head)
        column.addWidget(splitter, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        """Set the text, one paragraph a block; positions of blocks follow from their lengths."""
        blocks = self._document.blocks
        texts = [to_paragraph(self._document.block_text(block)) for block in blocks]
        self._starts = list(accumulate((unit_count(text) + 1 for text in texts), initial=0))[:-1]
        self.text.setPlainText("\n".join(texts))
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        line = QTextBlockFormat()
        line.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        font = self.text.document().defaultFont()
        line.setTextIndent(2.0 * QFontMetricsF(font).horizontalAdvance("国"))
        cursor.mergeBlockFormat(line)
        flush = QTextBlockFormat()
        flush.setTextIndent(0.0)
        for start, text, block in zip(self._starts, texts, blocks, strict=True):
            if block.kind not in _INDENTED:
                cursor.setPosition(start)
                cursor.mergeBlockFormat(flush)
            if block.kind in _SET_APART:
                cursor.setPosition(start)
                cursor.setPosition(start + unit_count(text), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(self._letters(block.kind))
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _letters(self, kind: BlockKind) -> QTextCharFormat:
        letters = QTextCharFormat()
        if kind is BlockKind.FURNITURE:
            letters.setForeground(self.palette().placeholderText())
            return letters
        font = QFont()
        font.setFamilies(list(HEADING_FAMILIES))
        font.setPointSizeF(_POINTS)
        font.setBold(True)
        letters.setFont(font)
        return letters

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = self.text.textCursor()
        cursor.setPosition(self._position(span.start))
        cursor.setPosition(self._position(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _position(self, offset: int) -> int:
        """Return where a code point of the text stands in the editor, in UTF-16 units."""
        blocks = self._document.blocks
        number = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
        if number < 0:
            return 0
        span = blocks[number].span
        inside = self._document.text[span.start : min(offset, span.end)]
        return self._starts[number] + unit_count(inside)

    def _offset(self, position: int) -> int:
        """Return which code point of the text stands at a position of the editor."""
        number = max(0, bisect_right(self._starts, position) - 1)
        span = self._document.blocks[number].span
        offset, units = span.start, position - self._starts[number]
        while offset < span.end and units > 0:
            units -= unit_count(self._document.text[offset])
            offset += 1
        return offset

    def _on_send(self) -> None:
        span = self.picked_span()
        if span is not None and not self.send.isHidden():
            self.send_requested.emit(span)

    def _on_outline(self, index: QModelIndex) -> None:
        section = index.data(SECTION_ROLE)
        if isinstance(section, Section):
            self.show_span(self._document.blocks[section.heading].span)

    def _on_outline_menu(self, place: QPoint) -> None:
        section = self.outline.indexAt(place).data(SECTION_ROLE)
        if isinstance(section, Section):
            self.make_menu(section.heading).popup(self.outline.viewport().mapToGlobal(place))

    def _on_text_menu(self, place: QPoint) -> None:
        number = self.text.cursorForPosition(place).blockNumber()
        if not self.text.textCursor().hasSelection():
            self.text.setTextCursor(self.text.cursorForPosition(place))
        menu = self.text.createStandardContextMenu()
        send = QAction(self.tr("送入草稿"), menu)
        send.setShortcut(QKeySequence("Ctrl+Return"))
        send.triggered.connect(lambda _checked=False: self._on_send())
        first = menu.actions()[0]
        menu.insertAction(first, send)
        menu.insertSeparator(first)
        blocks = self._document.blocks
        if 0 <= number < len(blocks) and blocks[number].kind in CORRECTABLE:
            choices = self.make_menu(number)
            choices.setTitle(self.tr("这一段是…"))
            menu.addSeparator()
            menu.addMenu(choices)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.text.viewport().mapToGlobal(place))
