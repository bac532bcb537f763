"""Put the paragraphs and tables of a plan on pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plandraft.core.draft.page_flow import (
    FlowParagraph,
    FlowRow,
    FlowSection,
    FlowTable,
    PageFlow,
)
from plandraft.core.draft.page_marks import page_mark, with_page_number
from plandraft.core.draft.page_values import Page, PagedPlan, PageNote, Rule, TextRow
from plandraft.core.draft.row_breaks import Row, break_rows
from plandraft.core.model.progress import SILENT, Progress

# Single spacing of Chinese type is 1.3 of its size.
_SINGLE = 1.3
_ROUNDING = 0.05
_TABLE_RULE, _IMPRINT_RULE, _RED_RULE = 0.5, 1.0, 1.5
_RED = "ff0000"

_Broken = dict[tuple[FlowParagraph, float], tuple[Row, ...]]


class PageMaker:
    """Lay plans out; rows of paragraphs that did not change are not broken again."""

    def __init__(self) -> None:
        self._known: _Broken = {}
        self._used: _Broken = {}

    def lay_out(self, flow: PageFlow, progress: Progress = SILENT) -> PagedPlan:
        """Return the pages of a plan; raises Cancelled through `progress`."""
        self._used = {}
        notes = dict(flow.notes)
        pages: list[Page] = []
        number = 1
        items = sum(len(section.items) for section in flow.sections)
        done = 0
        for section in flow.sections:
            number = section.first_number or number
            filler = _Filler(section, self._rows, notes)
            for at, item in enumerate(section.items):
                filler.put(at, item)
                done += 1
                progress.step(done / max(1, items))
            made = filler.pages(number)
            number += len(made)
            pages += made
        self._known = self._used
        return PagedPlan(flow.title, tuple(pages))

    def _rows(self, paragraph: FlowParagraph, width: float) -> tuple[Row, ...]:
        key = (paragraph, width)
        found = self._known.get(key) or self._used.get(key) or break_rows(paragraph, width)
        self._used[key] = found
        return found


_Breaker = Callable[[FlowParagraph, float], tuple[Row, ...]]


class _Filler:
    """Fill the pages of one section from the top down."""

    def __init__(
        self, section: FlowSection, rows: _Breaker, notes: dict[int, tuple[str, ...]]
    ) -> None:
        self._section = section
        self._sheet = section.sheet
        self._rows = rows
        self._notes = notes
        self._noted: set[int] = set()
        self._done: list[tuple[list[TextRow], list[Rule]]] = []
        self._texts: list[TextRow] = []
        self._rules: list[Rule] = []
        self._y = 0.0
        self._held = False

    def put(self, at: int, item: FlowParagraph | FlowTable) -> None:
        """Put the next item on the page, and on further ones where it is long."""
        if isinstance(item, FlowTable):
            self._put_table(item)
            self._held = False
            return
        style = item.style
        rows = self._rows(item, self._sheet.text_width)
        splits = style.keep_next and len(rows) > 1
        together = 0.0 if self._held or splits else self._kept(at)
        if self._y and (style.page_break or not self._has_room(together)):
            self._next_page()
        self._y += style.before
        step = _step(item)
        last = len(rows) - 1
        for number, row in enumerate(rows):
            # A paragraph of several rows leaves its last one to what it is kept with.
            needed = step + self._kept(at + 1) if splits and number == last else step
            if self._y and not self._has_room(needed):
                self._next_page()
            self._add(item, row, self._sheet.left, self._sheet.text_width, step)
            self._y += step
        self._y += style.after
        if style.rule_below:
            self._red_rule(style.rule_below)
        self._held = style.keep_next

    def pages(self, first: int) -> list[Page]:
        """Return the pages, the first with the number `first`."""
        if self._texts or self._rules or not self._done:
            self._done.append((self._texts, self._rules))
        found = []
        for number, (texts, rules) in enumerate(self._done, start=first):
            mark = page_mark(number, roman=self._section.roman) if self._section.numbered else ""
            notes = tuple(self._notes_of(texts))
            right = number % 2 == 1
            around = self._furniture(number, mark.strip("— "), first=number == first)
            rows = (*texts, *around)
            foot = self._section.footer is not None
            found.append(Page(self._sheet, rows, tuple(rules), notes, mark, right, foot))
        return found

    def _furniture(self, number: int, shown: str, *, first: bool) -> list[TextRow]:
        """Return the rows of header and footer on the page that shows the number `shown`."""
        found: list[TextRow] = []
        sheet, width = self._sheet, self._sheet.text_width
        for part, at_foot in ((self._section.header, False), (self._section.footer, True)):
            paragraphs = part.on(number, first=first) if part is not None else ()
            numbered = [with_page_number(one, shown) for one in paragraphs]
            rows = [(one, row) for one in numbered for row in self._rows(one, width)]
            height = sum(_step(one) for one, _row in rows)
            top = sheet.height - sheet.footer - height if at_foot else sheet.header
            for one, row in rows:
                found.append(TextRow(one, row, sheet.left, top, _step(one), width))
                top += _step(one)
        return found

    def _notes_of(self, texts: Sequence[TextRow]) -> list[PageNote]:
        found = []
        for text in texts:
            block = text.paragraph.place.block
            if block in self._notes and block not in self._noted:
                self._noted.add(block)
                found.append(PageNote(block, text.top, self._notes[block]))
        return found

    def _kept(self, at: int) -> float:
        """Return the height that must stand on one page from item `at` on; 0 when it cannot."""
        height = 0.0
        for item in self._section.items[at:]:
            if isinstance(item, FlowTable):
                height += sum(self._height(item, row) for row in item.rows[: item.heads + 1])
                break
            step = _step(item)
            if not item.style.keep_next:
                height += step
                break
            rows = self._rows(item, self._sheet.text_width)
            height += step * len(rows) + item.style.before + item.style.after
        return height if height <= self._sheet.text_height else 0.0

    def _has_room(self, height: float) -> bool:
        return self._y + height <= self._sheet.text_height + _ROUNDING

    def _next_page(self) -> None:
        self._done.append((self._texts, self._rules))
        self._texts, self._rules, self._y = [], [], 0.0

    def _add(
        self, paragraph: FlowParagraph, row: Row, left: float, column: float, step: float
    ) -> None:
        top = self._sheet.top + self._y
        self._texts.append(TextRow(paragraph, row, left, top, step, column))

    def _red_rule(self, space: float) -> None:
        y = self._sheet.top + self._y + space
        left, right = self._sheet.left, self._sheet.left + self._sheet.text_width
        self._rules.append(Rule(left, y, right, y, _RED_RULE, _RED))

    def _put_table(self, table: FlowTable) -> None:
        heights = [self._height(table, row) for row in table.rows]
        if table.at_foot:
            self._put_at_foot(table, heights)
            return
        if self._y and not self._has_room(sum(heights[: table.heads + 1])):
            breaks = table.rows[min(table.heads, len(table.rows) - 1)].breaks
            head = sum(heights[: table.heads])
            if not breaks or not self._has_room(head + _least_part(table)):
                self._next_page()
        for number, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
            if self._y and not self._has_room(height) and not row.breaks:
                self._next_page()
                if number >= table.heads:
                    self._heads(table, heights)
            self._put_row(table, row, height, heights)

    def _put_at_foot(self, table: FlowTable, heights: Sequence[float]) -> None:
        """Put a table at the foot of the type area; the text goes on where it was."""
        total = sum(heights)
        if self._y and not self._has_room(total):
            self._next_page()
        before, self._y = self._y, self._sheet.text_height - total
        for row, height in zip(table.rows, heights, strict=True):
            self._put_row(table, row, height, heights)
        self._y = before

    def _heads(self, table: FlowTable, heights: Sequence[float]) -> None:
        for row, height in zip(table.rows[: table.heads], heights, strict=False):
            self._put_row(table, row, height, heights)

    def _put_row(
        self, table: FlowTable, row: FlowRow, height: float, heights: Sequence[float]
    ) -> None:
        if row.breaks and not self._has_room(height):
            self._put_broken(table, row, heights)
            return
        left = self._sheet.left
        above, below = table.margins[1], table.margins[3]
        for width, cell in zip(table.widths, row.cells, strict=False):
            inner = sum(self._cell_heights(table, width, cell))
            y = self._y + above + max(0.0, (height - above - below - inner) / 2 * bool(row.least))
            self._cell(table, cell, left, width, y)
            left += width
        self._frame(table, height)
        self._y += height

    def _cell(
        self,
        table: FlowTable,
        cell: Sequence[FlowParagraph],
        left: float,
        width: float,
        y: float,
    ) -> None:
        column = _column(table, width)
        before, self._y = self._y, y
        for paragraph in cell:
            for row in self._rows(paragraph, column):
                step = _step(paragraph)
                self._add(paragraph, row, left + table.margins[0], column, step)
                self._y += step
        self._y = before

    def _put_broken(self, table: FlowTable, row: FlowRow, heights: Sequence[float]) -> None:
        """Put a row of one long cell on as many pages as it takes."""
        column = _column(table, table.widths[0])
        above, below = table.margins[1], table.margins[3]
        start = self._y
        self._y += above
        for paragraph in row.cells[0] if row.cells else ():
            step = _step(paragraph)
            for one in self._rows(paragraph, column):
                if not self._has_room(step + below):
                    self._close(table, start)
                    self._next_page()
                    self._heads(table, heights)
                    start = self._y
                    self._y += above
                self._add(paragraph, one, self._sheet.left + table.margins[0], column, step)
                self._y += step
        self._y += below
        self._close(table, start)

    def _close(self, table: FlowTable, start: float) -> None:
        height, self._y = self._y - start, start
        self._frame(table, height)
        self._y = start + height

    def _frame(self, table: FlowTable, height: float) -> None:
        top, left = self._sheet.top + self._y, self._sheet.left
        right = left + sum(table.widths)
        width = _TABLE_RULE if table.sides else _IMPRINT_RULE
        for y in (top, top + height):
            self._rules.append(Rule(left, y, right, y, width))
        if not table.sides:
            return
        x = left
        for column in (0.0, *table.widths):
            x += column
            self._rules.append(Rule(x, top, x, top + height, width))

    def _height(self, table: FlowTable, row: FlowRow) -> float:
        inner = max(
            (
                sum(self._cell_heights(table, width, cell))
                for width, cell in zip(table.widths, row.cells, strict=False)
            ),
            default=0.0,
        )
        return max(row.least, inner + table.margins[1] + table.margins[3])

    def _cell_heights(
        self, table: FlowTable, width: float, cell: Sequence[FlowParagraph]
    ) -> list[float]:
        column = _column(table, width)
        return [len(self._rows(one, column)) * _step(one) for one in cell]


def _step(paragraph: FlowParagraph) -> float:
    return paragraph.style.line or paragraph.style.size * _SINGLE


def _column(table: FlowTable, width: float) -> float:
    return max(1.0, width - table.margins[0] - table.margins[2])


def _least_part(table: FlowTable) -> float:
    row = table.rows[min(table.heads, len(table.rows) - 1)]
    first = row.cells[0][0] if row.cells and row.cells[0] else None
    return table.margins[1] + (0.0 if first is None else _step(first)) + table.margins[3]
