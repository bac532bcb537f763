"""Where letters stand on a laid out page: document pixels to code points and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine

from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PAGE_MARGIN
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.pane_render import RenderedPage
from plandraft.ui.compare.pieces import Extent


class PaneGeometry:
    """Answer questions about a page in its present layout; make a new one after each layout."""

    def __init__(self, page: RenderedPage) -> None:
        self._page = page
        self._layout = page.qt_document.documentLayout()
        # Asking for the size finishes the layout that Qt would else do in idle time.
        self.height = self._layout.documentSize().height()
        self._extents: dict[Span, Extent] = {}
        self._tops: list[float] = []
        self._starts: list[int] = []
        block = page.qt_document.begin()
        while block.isValid():
            self._tops.append(self._layout.blockBoundingRect(block).top())
            self._starts.append(block.position())
            block = block.next()
        last = page.qt_document.lastBlock()
        self._right = page.qt_document.textWidth() - PAGE_MARGIN
        self.text_height = self._layout.blockBoundingRect(last).bottom()

    def lines(self, top: float, bottom: float) -> Iterator[PageLine]:
        """Yield the lines between two heights, those cut by them too."""
        number = max(0, bisect_right(self._tops, top) - 1)
        block = self._page.qt_document.findBlockByNumber(number)
        while block.isValid() and self._tops[block.blockNumber()] < bottom:
            first = self._first_line(block, top)
            for line in self._block_lines(block, first):
                if line.top >= bottom:
                    return
                if line.top + line.height > top:
                    yield line
            block = block.next()

    def extent(self, span: Span) -> Extent:
        """Return the upper edge of the first and the lower edge of the last line of `span`.

        An empty span has no height: it stands below the line before it.
        """
        known = self._extents.get(span)
        if known is None:
            known = self._extents[span] = self._measure(span)
        return known

    def _measure(self, span: Span) -> Extent:
        units = self._page.units
        if not span.length:
            top, bottom = self._band(units.to_units(max(0, span.start - 1)))
            return Extent(bottom, bottom) if span.start else Extent(top, top)
        top, _ = self._band(units.to_units(span.start))
        _, bottom = self._band(units.to_units(max(span.start, span.end - 1)))
        return Extent(top, max(top, bottom))

    def offset_at(self, point: QPointF) -> int | None:
        """Return the code point under `point`, or None beside the text."""
        for line in self.lines(point.y(), point.y() + 0.01):
            x = point.x() - line.left
            natural = line.line.naturalTextRect()
            if natural.left() <= x <= natural.right():
                unit = line.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
                return self._page.units.to_points(line.first_unit + int(unit))
        return None

    def offset_near(self, height: float) -> int:
        """Return the first code point of the line at `height`, or of the next one below it."""
        for line in self.lines(height, self.height):
            return line.span.start
        number = max(0, bisect_right(self._tops, height) - 1)
        return self._page.units.to_points(self._starts[number])

    def _band(self, unit: int) -> tuple[float, float]:
        number = max(0, bisect_right(self._starts, unit) - 1)
        block = self._page.qt_document.findBlockByNumber(number)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            return self._tops[number], self._tops[number]
        return _band_of(line, self._tops[number], block)

    def _first_line(self, block: QTextBlock, top: float) -> int:
        """Return a line of the block at or just above `top`; a plan may be one long paragraph."""
        layout, offset = block.layout(), top - self._tops[block.blockNumber()]
        low, high = 0, layout.lineCount()
        while low < high:
            middle = (low + high) // 2
            if layout.lineAt(middle).y() <= offset:
                low = middle + 1
            else:
                high = middle
        # The pitch reaches beyond the letters that Qt measures: begin one line earlier.
        return max(0, low - 2)

    def _block_lines(self, block: QTextBlock, first: int) -> Iterator[PageLine]:
        layout = block.layout()
        rect = self._layout.blockBoundingRect(block)
        units = self._page.units
        for index in range(first, layout.lineCount()):
            line = layout.lineAt(index)
            top, bottom = _band_of(line, rect.top(), block)
            start = block.position() + line.textStart()
            span = Span(units.to_points(start), units.to_points(start + line.textLength()))
            yield PageLine(
                span=span,
                top=top,
                height=bottom - top,
                line=line,
                left=rect.left(),
                first_unit=block.position(),
                units=units,
                ends_block=index == layout.lineCount() - 1,
                right=self._right,
            )


def _band_of(line: QTextLine, block_top: float, block: QTextBlock) -> tuple[float, float]:
    """Return the full pitch around a line: Qt's rectangle holds the letters only."""
    pitch = block.blockFormat().lineHeight()
    middle = block_top + line.rect().center().y()
    return middle - pitch / 2, middle + pitch / 2
