"""Turn a plan into a Qt document whose positions are the plan's offsets in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtGui import (
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from plandraft.core.model.document import Block, BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import (
    PAGE_MARGIN,
    TABLE_SIZE,
    PageStyle,
    make_formats,
    make_tabs,
    setting_key,
)
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.utf16 import Utf16Map, harmless

_LEFT_TAB = QTextOption.TabType.LeftTab


class RenderedPage:
    """Hold a Qt document, the plan it shows and the map between their offsets.

    All formats are set before the first layout: a million letters then take half a second where
    changing them afterwards takes ten.
    """

    def __init__(self, document: Document, style: PageStyle) -> None:
        self.document = document
        self.units = Utf16Map(document.text)
        self.qt_document = QTextDocument()
        self.qt_document.setUndoRedoEnabled(False)
        self.qt_document.setDocumentMargin(PAGE_MARGIN)
        self.qt_document.setDefaultFont(style.font())
        self.qt_document.setPlainText(harmless(document.text))
        self._style = style
        self._colored: list[int] = []
        self._fitted_width = 0.0
        self._tables = self._find_tables()
        self._table_rows = {
            self.units.to_units(row.span.start) for rows in self._tables for row in rows
        }
        self._apply_formats(style)

    def restyle(self, style: PageStyle) -> None:
        """Set the page anew in another size or in other colours."""
        self._style, self._fitted_width = style, 0.0
        self.qt_document.setDefaultFont(style.font())
        self._apply_formats(style)

    def fit(self, width: float, below: float) -> None:
        """Fit tables into `width` pixels and leave `below` pixels free below the text."""
        root = self.qt_document.rootFrame()
        frame = root.frameFormat()
        if frame.bottomMargin() != below:
            frame.setBottomMargin(below)
            root.setFrameFormat(frame)
        if width != self._fitted_width:
            self._fitted_width = width
            self._fit_tables(width - 2 * PAGE_MARGIN)

    def ends_table_row(self, line: PageLine) -> bool:
        """Tell whether `line` is the last one of a row of a table."""
        return line.ends_block and line.first_unit in self._table_rows

    def color_letters(self, formats: Iterable[tuple[Span, QTextCharFormat | None]]) -> None:
        """Give stretches formats on top of the page's, instead of those given before.

        The formats must not change widths: the layout stays as it is.
        """
        ranges: dict[int, list[QTextLayout.FormatRange]] = {}
        for span, letters in formats:
            if letters is not None:
                for number, found in self._format_ranges(span, letters):
                    ranges.setdefault(number, []).append(found)
        for number in sorted({*self._colored, *ranges}):
            block = self.qt_document.findBlockByNumber(number)
            block.layout().setFormats(ranges.get(number, []))
            # Setting formats throws the lines of the block away.
            self.qt_document.markContentsDirty(block.position(), block.length())
        self._colored = list(ranges)

    def _format_ranges(
        self, span: Span, letters: QTextCharFormat
    ) -> Iterator[tuple[int, QTextLayout.FormatRange]]:
        """Yield the part of `span` in each Qt block with the block's number."""
        unit, end = self.units.to_units(span.start), self.units.to_units(span.end)
        block = self.qt_document.findBlock(unit)
        while block.isValid() and block.position() < end:
            found = QTextLayout.FormatRange()
            found.start = max(0, unit - block.position())
            found.length = min(end, block.position() + block.length() - 1) - (
                block.position() + found.start
            )
            found.format = letters
            if found.length > 0:
                yield block.blockNumber(), found
            block = block.next()

    def _apply_formats(self, style: PageStyle) -> None:
        cursor = QTextCursor(self.qt_document)
        cursor.beginEditBlock()
        line = self.qt_document.begin()
        for key, blocks in groupby(self._lines(), key=setting_key):
            lines = list(blocks)
            block_format, letters = make_formats(key, style)
            first = line.position()
            for _ in lines[1:]:
                line = line.next()
            cursor.setPosition(first)
            cursor.setPosition(line.position() + line.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setBlockFormat(block_format)
            cursor.setCharFormat(letters)
            cursor.setBlockCharFormat(letters)
            line = line.next()
        cursor.endEditBlock()

    def _find_tables(self) -> list[tuple[Block, ...]]:
        """Return the runs of table rows that follow each other without a line between."""
        tables: list[list[Block]] = []
        for block in self.document.blocks:
            if block.kind is not BlockKind.TABLE_ROW:
                continue
            if tables and block.span.start == tables[-1][-1].span.end + 1:
                tables[-1].append(block)
            else:
                tables.append([block])
        return [tuple(rows) for rows in tables]

    def _fit_tables(self, width: float) -> None:
        cursor = QTextCursor(self.qt_document)
        cursor.beginEditBlock()
        for rows in self._tables:
            texts = [self.document.block_text(row) for row in rows]
            stops = make_tabs(texts, self._style.em * TABLE_SIZE, width)
            cursor.setPosition(self.units.to_units(rows[0].span.start))
            end = self.units.to_units(rows[-1].span.end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            block_format = cursor.blockFormat()
            block_format.setTabPositions([QTextOption.Tab(stop, _LEFT_TAB) for stop in stops])
            cursor.setBlockFormat(block_format)
        cursor.endEditBlock()

    def _lines(self) -> Iterator[Block | None]:
        """Yield for each line of the text the block it belongs to."""
        blocks = iter(self.document.blocks)
        block = next(blocks, None)
        offset = 0
        for line in self.document.text.split("\n"):
            while block is not None and block.span.end <= offset:
                block = next(blocks, None)
            inside = block is not None and block.span.start <= offset + len(line)
            yield block if inside and line else None
            offset += len(line) + 1
