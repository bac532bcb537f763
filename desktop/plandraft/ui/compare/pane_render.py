"""Turn a plan into a Qt document whose positions are the plan's offsets in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout, QTextOption

from plandraft.core.model.document import Block, BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import (
    PAGE_MARGIN,
    TABLE_SIZE,
    BlockLook,
    PageStyle,
    make_look,
    make_tabs,
    setting_key,
)
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.utf16 import Utf16Map, harmless

_Key = tuple[BlockKind | None, int]
# A letter of another script is about so wide beside a Han one.
_NARROW = 0.55


class RenderedPage:
    """Hold a Qt document, the plan it shows and the map between their offsets.

    The Qt document has letters only. How a line is set is looked up when it is laid out
    (`look_of`, `option_of`, `dress`), so that a million letters open as fast as bare text.
    A *number* is the position of a line of the text among all, which is a block of Qt.
    """

    def __init__(self, document: Document, style: PageStyle) -> None:
        self.document = document
        self.units = Utf16Map(document.text)
        self.qt_document = QTextDocument()
        self.qt_document.setUndoRedoEnabled(False)
        self.unit_count = self.units.to_units(len(document.text))
        self._lines = document.text.split("\n")
        self._keys = list(_line_keys(document, self._lines))
        self._tables = _find_tables(document)
        self._table_rows = {
            self.units.to_units(row.span.start): at
            for at, rows in enumerate(self._tables)
            for row in rows
        }
        self._marks: dict[int, list[QTextLayout.FormatRange]] = {}
        self._set_style(style)

    def fill(self) -> None:
        """Put the letters in; call it when the document has its layout."""
        self.qt_document.setPlainText(harmless(self.document.text))

    def restyle(self, style: PageStyle) -> None:
        """Set the page anew in another size or in other colours."""
        self._set_style(style)

    @property
    def looks(self) -> list[BlockLook]:
        """Return how each line is set."""
        return self._looks

    @cached_property
    def starts(self) -> list[int]:
        """Return where each line begins, in UTF-16 units."""
        offsets = accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0)
        return [self.units.to_units(offset) for offset in offsets]

    @cached_property
    def widths(self) -> list[float]:
        """Return how long each line is about, in Han letters of its own size."""
        found = []
        for line in self._lines:
            letters = len(line)
            # Three bytes a Han letter, one a Latin one: counted in C, letters are not.
            narrow = max(0, (3 * letters - len(line.encode("utf-8", "surrogatepass"))) // 2)
            found.append(letters - narrow * (1 - _NARROW))
        return found

    def option_of(self, number: int, first_unit: int, width: float) -> QTextOption:
        """Return how a line is broken on a page `width` pixels wide."""
        table = self._table_rows.get(first_unit)
        if table is not None:
            key = (table, width)
            if key not in self._table_options:
                texts = [self.document.block_text(row) for row in self._tables[table]]
                tabs = make_tabs(texts, self._style.em * TABLE_SIZE, width)
                self._table_options[key] = self._looks[number].option(tabs)
            return self._table_options[key]
        return self._options[self._keys[number]]

    def dress(self, block: QTextBlock) -> None:
        """Give a block the fonts of its kind and the colours of its differences."""
        number, layout = block.blockNumber(), block.layout()
        formats = list(self._marks.get(number, ()))
        letters = self._looks[number].letters
        if letters is not None and block.length() > 1:
            formats.insert(0, _range(0, block.length() - 1, letters))
        if formats or layout.formats():
            layout.setFormats(formats)

    def ends_table_row(self, line: PageLine) -> bool:
        """Tell whether `line` is the last one of a row of a table."""
        return line.ends_block and line.first_unit in self._table_rows

    def color_letters(
        self, formats: Iterable[tuple[Span, QTextCharFormat | None]]
    ) -> Sequence[int]:
        """Give stretches formats on top of the page's, instead of those given before.

        Returns the lines to be laid out anew; the formats must not change widths.
        """
        before, self._marks = self._marks, {}
        for span, letters in formats:
            if letters is not None:
                for number, found in self._format_ranges(span, letters):
                    self._marks.setdefault(number, []).append(found)
        return sorted({*before, *self._marks})

    def _set_style(self, style: PageStyle) -> None:
        self._style = style
        self.qt_document.setDefaultFont(style.font())
        looks = {key: make_look(key, style) for key in set(self._keys)}
        self._looks = [looks[key] for key in self._keys]
        self._options = {key: look.option() for key, look in looks.items()}
        self._table_options: dict[tuple[int, float], QTextOption] = {}

    def _format_ranges(
        self, span: Span, letters: QTextCharFormat
    ) -> Iterator[tuple[int, QTextLayout.FormatRange]]:
        """Yield the part of `span` in each Qt block with the block's number."""
        unit, end = self.units.to_units(span.start), self.units.to_units(span.end)
        block = self.qt_document.findBlock(unit)
        while block.isValid() and block.position() < end:
            start = max(0, unit - block.position())
            length = min(end - block.position(), block.length() - 1) - start
            if length > 0:
                yield block.blockNumber(), _range(start, length, letters)
            block = block.next()


def page_width(width: float) -> float:
    """Return the width of the text column of a page `width` pixels wide."""
    return max(1.0, width - 2 * PAGE_MARGIN)


def _range(start: int, length: int, letters: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, letters
    return found


def _find_tables(document: Document) -> list[tuple[Block, ...]]:
    """Return the runs of table rows that follow each other without a line between."""
    tables: list[list[Block]] = []
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        if tables and block.span.start == tables[-1][-1].span.end + 1:
            tables[-1].append(block)
        else:
            tables.append([block])
    return [tuple(rows) for rows in tables]


def _line_keys(document: Document, lines: Sequence[str]) -> Iterator[_Key]:
    """Yield for each line of the text what decides its look."""
    blocks = iter(document.blocks)
    block = next(blocks, None)
    offset = 0
    for line in lines:
        while block is not None and block.span.end <= offset:
            block = next(blocks, None)
        inside = block is not None and block.span.start <= offset + len(line)
        yield setting_key(block if inside and line else None)
        offset += len(line) + 1
