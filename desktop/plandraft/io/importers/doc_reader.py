"""Read Word 97–2003 .doc and the .wps of WPS Office, which is the same format."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import olefile

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.doc_fib import Part, read_fib
from plandraft.io.importers.doc_lists import read_doc_lists
from plandraft.io.importers.doc_pieces import PieceTable, read_pieces
from plandraft.io.importers.doc_properties import (
    ParagraphRuns,
    Properties,
    Property,
    is_set,
    number,
    read_character_runs,
    read_paragraph_runs,
)
from plandraft.io.importers.doc_styles import read_doc_styles
from plandraft.io.importers.doc_text import CELL_MARK, PARAGRAPH_MARKS, clean, shown_text
from plandraft.io.importers.docx_numbering import NumberingResolver, number_line
from plandraft.io.importers.docx_styles import NO_STYLE, ParagraphStyle, hint_of_style
from plandraft.io.importers.lines import LineCollector
from plandraft.io.importers.reading import Reading

_MAIN_STREAM = "WordDocument"
_OTHER_CONTENTS = (
    ("Workbook", "Excel .xls"),
    ("Book", "Excel .xls"),
    ("PowerPoint Document", "PowerPoint .ppt"),
    ("MatOST", "Microsoft Works .wps"),
    ("MN0", "Microsoft Works .wps"),
    ("CONTENTS", "Microsoft Works .wps"),
    ("HwpSummaryInformation", "HWP"),
)
# What damaged compound files make the library stumble over.
_OLE_ERRORS = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)
_BODY_OUTLINE = 9


def read_doc(data: bytes) -> Reading:
    """Read the text of a Word 97–2003 document as its reader sees it.

    Tracked insertions, results of fields, text boxes (at the end) and automatic numbers are in
    the text; deletions, hidden text, notes, headers, footers and comments are not. A table row is
    one line with tabs. Raises PlanError FILE_ENCRYPTED, FILE_UNSUPPORTED or FILE_DAMAGED.
    """
    streams = _open(data)
    stream = streams[_MAIN_STREAM]
    fib = read_fib(stream)
    table = streams.get(fib.table_name, b"")
    pieces = read_pieces(stream, fib.part(table, Part.PIECES), chinese=fib.chinese)
    lists_at, lists_length = fib.place(Part.LISTS)
    walker = _Walker(
        pieces,
        read_paragraph_runs(stream, table, streams.get("Data", b""), fib),
        read_doc_styles(fib.part(table, Part.STYLES)),
        # The levels of the lists stand behind what the table of places counts.
        read_doc_lists(
            table[lists_at:] if lists_length else b"", fib.part(table, Part.LIST_OVERRIDES)
        ),
    )
    shown = shown_text(pieces, list(read_character_runs(stream, table, fib)))
    walker.walk(shown.units, 0, fib.main_length)
    walker.walk(shown.units, fib.boxes_start, fib.boxes_start + fib.boxes_length)
    warnings = []
    if shown.tracked_changes:
        warnings.append(DocumentWarning(WarningCode.TRACKED_CHANGES, shown.tracked_changes))
    return walker.collector.reading("doc", warnings=warnings)


def _open(data: bytes) -> dict[str, bytes]:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as package:
            names = {path[-1]: path for path in package.listdir() if len(path) == 1}
            if _MAIN_STREAM not in names:
                raise _refusal(set(names))
            wanted = (_MAIN_STREAM, "0Table", "1Table", "Data")
            return {name: package.openstream(name).read() for name in wanted if name in names}
    except _OLE_ERRORS as error:
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="OLE") from error


def _refusal(names: set[str]) -> PlanError:
    if "EncryptedPackage" in names:
        return PlanError(ErrorCode.FILE_ENCRYPTED)
    reason = next((reason for name, reason in _OTHER_CONTENTS if name in names), "OLE")
    return PlanError(ErrorCode.FILE_UNSUPPORTED, reason=reason)


@dataclass(slots=True)
class _Walker:
    """Turn stretches of the text into lines, paragraph by paragraph."""

    pieces: PieceTable
    paragraphs: ParagraphRuns
    styles: dict[int, ParagraphStyle]
    numbering: NumberingResolver
    collector: LineCollector = field(default_factory=LineCollector)
    _rows: list[list[LineCollector]] = field(default_factory=list)
    _row: list[LineCollector] = field(default_factory=list)
    _cell: LineCollector = field(default_factory=LineCollector)

    def walk(self, units: str, start: int, end: int) -> None:
        """Collect the paragraphs of `units[start:end]`."""
        for first, last in _paragraphs(units, start, min(end, len(units))):
            style, properties = self._properties(last)
            text = clean(units[first:last])
            if not is_set(properties, Property.IN_TABLE):
                self._close_table()
                self._add(self.collector, text, style, properties)
                continue
            mark = units[last : last + 1]
            if mark == CELL_MARK and is_set(properties, Property.ROW_END):
                self._close_row()
                continue
            self._add(self._cell, text, style, properties)
            if mark == CELL_MARK:
                self._row.append(self._cell)
                self._cell = LineCollector()
        self._close_table()

    def _properties(self, mark: int) -> tuple[ParagraphStyle, Properties]:
        mark = min(mark, max(0, len(self.pieces.text) - 1))
        run = self.paragraphs.at(self.pieces.offset_of(mark))
        properties = {**(run.properties or {}), **self.pieces.piece_at(mark).properties}
        return self.styles.get(run.style, NO_STYLE), properties

    def _add(
        self, collector: LineCollector, text: str, style: ParagraphStyle, properties: Properties
    ) -> None:
        own = (number(properties, Property.LIST), number(properties, Property.LIST_LEVEL))
        text, bullet = number_line(text, style, own, self.numbering)
        outline = number(properties, Property.OUTLINE_LEVEL)
        if outline is not None:
            outline = outline + 1 if outline < _BODY_OUTLINE else 0
        collector.add(text, hint_of_style(style, outline, bullet=bullet))

    def _close_row(self) -> None:
        if self._cell.lines:
            self._row.append(self._cell)
            self._cell = LineCollector()
        if self._row:
            self._rows.append(self._row)
            self._row = []

    def _close_table(self) -> None:
        self._close_row()
        if self._rows:
            self.collector.add_table(self._rows)
            self._rows = []


def _paragraphs(units: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield first unit and mark of each paragraph; the last may have no mark."""
    first = start
    for at in range(start, end):
        if units[at] in PARAGRAPH_MARKS:
            yield first, at
            first = at + 1
    if first < end:
        yield first, end
