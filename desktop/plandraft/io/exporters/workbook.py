"""Excel workbooks out of plain tables: a head row that stays in sight, filters, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from plandraft.io.exporters.clean_text import split_lines, without_controls

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Excel refuses a file with more characters in a cell; a little is left for the sign of the cut.
CELL_LIMIT = 32_000
CUT = "……（余下从略）"
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10}
_HEAD = {
    "bold": True,
    "bg_color": "#E8E8E4",
    "border": 1,
    "border_color": "#C8C8C2",
    "valign": "vcenter",
    "text_wrap": True,
}
_BODY = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#DDDDD8"}
_A4 = 9


class CellKind(Enum):
    """Name how the cells of a column are written."""

    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"


class Mark(Enum):
    """Name how a run of letters inside a cell stands out."""

    NONE = "none"
    NAMED = "named"
    WORDING = "wording"
    MARKS = "marks"
    MOVED = "moved"
    QUIET = "quiet"
    HEADING = "heading"


# Excel's properties of the letters. They are no values of the names themselves: an empty tuple as
# a value of an Enum is lost in Python 3.11.2.
_LOOKS: dict[Mark, dict[str, object]] = {
    Mark.NONE: {},
    Mark.NAMED: {"bold": True, "underline": 1, "font_color": "#9A3B00"},
    Mark.WORDING: {"bold": True, "font_color": "#7A5200"},
    Mark.MARKS: {"font_color": "#5B4A8A", "underline": 1},
    Mark.MOVED: {"italic": True, "font_color": "#8A2F66"},
    Mark.QUIET: {"font_color": "#7A7F85"},
    Mark.HEADING: {"bold": True},
}


@dataclass(frozen=True, slots=True)
class Run:
    """Hold letters of a cell that look alike."""

    text: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Filled:
    """Hold a cell on a coloured ground, "#rrggbb"."""

    value: str | float | None
    ground: str


Cell: TypeAlias = "str | float | tuple[Run, ...] | Filled | None"


@dataclass(frozen=True, slots=True)
class Column:
    """Hold the head of a column; `width` counts Latin letters."""

    title: str
    width: float
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a table; `plain` leaves out filters and the head row, for names and values."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    plain: bool = False
    frozen_columns: int = field(default=0)


def build_workbook(sheets: Sequence[Sheet], *, title: str, made_at: datetime) -> bytes:
    """Return an .xlsx file; nothing that a text begins with makes it a formula or a link."""
    # Loading it takes longer than the window may at its start.
    import xlsxwriter

    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    # Excel knows no time zones; what is written is the local time.
    book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
    writer = _Writer(book)
    for sheet in sheets:
        writer.write(sheet)
    book.close()
    return target.getvalue()


class _Writer:
    """Write sheets of one workbook; formats are made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def write(self, sheet: Sheet) -> None:
        """Add a sheet to the workbook."""
        page = self._book.add_worksheet(sheet.name)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer("&C&P / &N")
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
        first = 0 if sheet.plain else 1
        if not sheet.plain:
            for at, column in enumerate(sheet.columns):
                page.write_string(0, at, column.title, self._format(_HEAD))
            page.freeze_panes(1, sheet.frozen_columns)
            page.repeat_rows(0)
            page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
        for number, row in enumerate(sheet.rows, start=first):
            for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                self._write_cell(page, (number, at), cell, column.kind)

    def _write_cell(
        self, page: Worksheet, place: tuple[int, int], cell: Cell, kind: CellKind
    ) -> None:
        style: dict[str, object] = dict(_BODY)
        if isinstance(cell, Filled):
            style["bg_color"] = cell.ground
            cell = cell.value
        if kind is CellKind.PERCENT:
            style["num_format"] = "0%"
        if isinstance(cell, tuple):
            self._write_runs(page, place, _cut_runs(cell), self._format(style))
        elif cell is None:
            page.write_blank(*place, None, self._format(style))
        elif isinstance(cell, str):
            page.write_string(*place, cell_text(cell), self._format(style))
        else:
            page.write_number(*place, cell, self._format(style))

    def _write_runs(
        self, page: Worksheet, place: tuple[int, int], runs: Sequence[Run], style: Format
    ) -> None:
        if len(runs) < 2:  # Excel's rich text has at least two runs
            page.write_string(*place, "".join(run.text for run in runs), style)
            return
        parts: list[object] = []
        for run in runs:
            parts += [self._format(dict(_LOOKS[run.mark])), run.text]
        page.write_rich_string(*place, *parts, style)

    def _format(self, properties: dict[str, object]) -> Format:
        key = tuple(sorted({**_FONT, **properties}.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(key))
        return self._formats[key]


def cell_text(text: str) -> str:
    """Return what a cell can hold of `text`: lines kept, controls left out, cut where too long."""
    lines = (without_controls(line) for line in split_lines(text))
    joined = "\n".join(line for line in lines if line.strip())
    return joined if len(joined) <= CELL_LIMIT else joined[:CELL_LIMIT] + CUT


def _cut_runs(runs: Sequence[Run]) -> list[Run]:
    kept: list[Run] = []
    left = CELL_LIMIT
    for run in runs:
        if not run.text:
            continue
        if len(run.text) > left:
            kept += [Run(run.text[:left], run.mark)] if left else []
            kept.append(Run(CUT, Mark.QUIET))
            break
        kept.append(run)
        left -= len(run.text)
    return kept
