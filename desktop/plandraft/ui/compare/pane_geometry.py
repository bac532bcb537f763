"""Where letters stand on a page that is laid out as it is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PAGE_MARGIN
from plandraft.ui.compare.page_flow import PageFlow
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.pane_render import RenderedPage, page_width
from plandraft.ui.compare.pieces import Extent


class PaneGeometry:
    """Answer questions about a page at one width; make a new one for each width or style.

    What a question is about is laid out first, everything else stands at estimated heights.
    `on_grown` is called with how far the text in sight moved, whenever a height changes.
    """

    def __init__(self, page: RenderedPage, width: float, below: float) -> None:
        self._page = page
        self._room = page_width(width)
        self._below = below
        self._starts = page.starts
        self._flow = PageFlow(page.looks, page.widths, self._room)
        self._places: dict[int, tuple[int, int]] = {}
        self._held = 0
        self._seen: tuple[object, Span] = (None, Span(0, 0))
        self._next = 0
        self.width = width
        self.on_grown: Callable[[int], None] | None = None

    @property
    def version(self) -> int:
        """Return a number that changes with every height."""
        return self._flow.version

    @property
    def text_height(self) -> float:
        """Return the lower edge of the text."""
        return float(self._flow.bottom)

    @property
    def height(self) -> float:
        """Return the height of the page with the free space below the text."""
        return self._flow.bottom + self._below

    @property
    def finished(self) -> bool:
        """Tell whether every line was laid out."""
        return self._next >= len(self._flow)

    def hold(self, height: float) -> None:
        """Take `height` as the upper edge of what is in sight: what grows above moves it."""
        self._held = self._flow.at(height)

    def lay_next(self) -> None:
        """Lay out one more block: first from the view downwards, then what is above."""
        laid = self._flow.laid
        found = laid.find(0, self._held)
        if found < 0:
            found = laid.rfind(0)
        if found < 0:
            self._next = len(self._flow)
        else:
            self._lay(self._page.qt_document.findBlockByNumber(found))

    def lay_anew(self, number: int) -> None:
        """Lay out a block whose formats changed."""
        self._flow.laid[number] = 0
        self._lay(self._page.qt_document.findBlockByNumber(number))

    def lay_between(self, top: float, bottom: float) -> None:
        """Lay out what stands between two heights."""
        for _ in self.blocks(top, bottom):
            pass

    def lay_around(self, offset: int, reach: float) -> None:
        """Lay out the line of a code point, and what stands `reach` pixels above and below it."""
        number, _ = self._place(self._page.units.to_units(offset))
        block, above = self._page.qt_document.findBlockByNumber(number), 0.0
        while block.isValid() and above < reach:
            block = block.previous()
            if block.isValid():
                above += self._flow.height(self._lay(block))
        top = self._flow.top(number)
        self.lay_between(top, top + self._flow.height(number) + reach)

    def lines(self, top: float, bottom: float) -> Iterator[PageLine]:
        """Yield the lines between two heights, those cut by them too."""
        number = self._flow.at(top)
        block = self._page.qt_document.findBlockByNumber(number)
        while block.isValid() and self._flow.top(number) < bottom:
            self._lay(block)
            edge, pitch = self._flow.top(number), self._page.looks[number].pitch
            count = block.layout().lineCount()
            first = max(0, int((top - edge) // pitch))
            for index in range(first, count):
                if edge + index * pitch >= bottom:
                    return
                yield self._line(block, number, index)
            block = block.next()
            number += 1

    def letters_between(self, top: float, bottom: float) -> Span:
        """Return the code points from the first to the last line between two heights."""
        key = (self._flow.version, top, bottom)
        if self._seen[0] != key:
            first, last = self._unit_at(top), self._unit_at(bottom, end=True)
            key = (self._flow.version, top, bottom)
            to_points = self._page.units.to_points
            self._seen = key, Span(to_points(first), to_points(max(first, last)))
        return self._seen[1]

    def extent(self, span: Span) -> Extent:
        """Return the upper edge of the first and the lower edge of the last line of `span`.

        An empty span has no height: it stands below the line before it.
        """
        units = self._page.units
        if not span.length:
            top, bottom = self._band(units.to_units(max(0, span.start - 1)))
            return Extent(bottom, bottom) if span.start else Extent(top, top)
        # Both first: laying out the second may move the first.
        first, last = units.to_units(span.start), units.to_units(span.end - 1)
        self._place(first)
        self._place(last)
        top, _ = self._band(first)
        _, bottom = self._band(last)
        return Extent(top, max(top, bottom))

    def rough_extent(self, span: Span) -> Extent:
        """Return about where `span` stands, without laying anything out."""
        top = self._rough_top(self._page.units.to_units(span.start))
        bottom = self._rough_top(self._page.units.to_units(span.end))
        return Extent(top, max(top, bottom))

    def rough_offset(self, height: float) -> int:
        """Return about which code point stands at `height`."""
        number = self._flow.at(height)
        start = self._starts[number]
        last = number + 1 == len(self._starts)
        end = self._page.unit_count if last else self._starts[number + 1]
        share = (height - self._flow.top(number)) / self._flow.height(number)
        unit = start + min(1.0, max(0.0, share)) * (end - start)
        return self._page.units.to_points(int(unit))

    def offset_at(self, point: QPointF) -> int | None:
        """Return the code point under `point`, or None beside the text."""
        for line in self.lines(point.y(), point.y() + 0.01):
            x = point.x() - line.left
            natural = line.line.naturalTextRect()
            if natural.left() <= x <= natural.right():
                unit = line.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
                return self._page.units.to_points(line.first_unit + int(unit))
        return None

    def unit_near(self, point: QPointF) -> int:
        """Return the cursor position of Qt nearest to `point`."""
        found = 0
        for line in self.lines(min(point.y(), self.text_height - 1), self.height):
            unit = line.line.xToCursor(point.x() - line.left)
            return line.first_unit + int(unit)
        return found

    def offset_near(self, height: float) -> int:
        """Return the first code point of the line at `height`, or of the next one below it."""
        for line in self.lines(height, self.height):
            return line.span.start
        return self._page.units.to_points(self._starts[self._flow.at(height)])

    def rect_of(self, block: QTextBlock) -> QRectF:
        """Return where a block stands, laid out."""
        number = self._lay(block)
        top, height = self._flow.top(number), self._flow.height(number)
        return QRectF(PAGE_MARGIN, top, self._room, height)

    def blocks(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the blocks between two heights, laid out, with their upper left corners."""
        number = self._flow.at(top)
        block = self._page.qt_document.findBlockByNumber(number)
        while block.isValid() and self._flow.top(number) < bottom:
            self._lay(block)
            yield block, QPointF(PAGE_MARGIN, self._flow.top(number))
            block = block.next()
            number += 1

    def _unit_at(self, height: float, *, end: bool = False) -> int:
        """Return where the line at `height`, or above it, begins or ends."""
        number = self._flow.at(height)
        block = self._page.qt_document.findBlockByNumber(number)
        self._lay(block)
        layout, pitch = block.layout(), self._page.looks[number].pitch
        index = int((height - self._flow.top(number)) // pitch)
        line = layout.lineAt(min(layout.lineCount() - 1, max(0, index)))
        start = block.position() + line.textStart()
        return start + line.textLength() if end else start

    def _rough_top(self, unit: int) -> float:
        number = max(0, bisect_right(self._starts, unit) - 1)
        if self._flow.laid[number]:
            return self._band(unit)[0]
        start = self._starts[number]
        last = number + 1 == len(self._starts)
        end = self._page.unit_count if last else self._starts[number + 1]
        share = (unit - start) / max(1, end - start)
        return self._flow.top(number) + share * self._flow.height(number)

    def _band(self, unit: int) -> tuple[float, float]:
        number, line = self._place(unit)
        pitch = self._page.looks[number].pitch
        top = self._flow.top(number) + line * pitch
        return float(top), float(top + pitch)

    def _place(self, unit: int) -> tuple[int, int]:
        """Return the number of the block and of the line inside that a unit stands on."""
        known = self._places.get(unit)
        if known is None:
            number = max(0, bisect_right(self._starts, unit) - 1)
            block = self._page.qt_document.findBlockByNumber(number)
            self._lay(block)
            line = block.layout().lineForTextPosition(unit - self._starts[number])
            known = self._places[unit] = number, line.lineNumber() if line.isValid() else 0
        return known

    def _lay(self, block: QTextBlock) -> int:
        """Break a block into lines, once; return its number."""
        number = block.blockNumber()
        if self._flow.laid[number]:
            return number
        self._page.dress(block)
        look, layout = self._page.looks[number], block.layout()
        layout.setTextOption(self._page.option_of(number, block.position(), self._room))
        count, left, pitch, baseline = 0, look.indent, look.pitch, look.baseline
        width = max(look.em, self._room - look.right)
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(look.em, width - left) if left else width)
            line.setPosition(QPointF(left, count * pitch + baseline - line.ascent()))
            left = 0.0
            count += 1
            line = layout.createLine()
        layout.endLayout()
        grown = self._flow.set_height(number, max(1, count) * look.pitch)
        if grown and self.on_grown is not None:
            self.on_grown(grown if number < self._held else 0)
        return number

    def _line(self, block: QTextBlock, number: int, index: int) -> PageLine:
        units, layout = self._page.units, block.layout()
        line, pitch = layout.lineAt(index), self._page.looks[number].pitch
        first_unit = block.position()
        start = first_unit + line.textStart()
        return PageLine(
            span=Span(units.to_points(start), units.to_points(start + line.textLength())),
            top=float(self._flow.top(number) + index * pitch),
            height=float(pitch),
            line=line,
            left=PAGE_MARGIN,
            first_unit=first_unit,
            units=units,
            ends_block=index == layout.lineCount() - 1,
            right=PAGE_MARGIN + self._room,
        )
