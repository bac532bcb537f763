"""Put the parts of a report on pages, and paint a page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from plandraft.core.model.progress import SILENT, Progress
from plandraft.services.printed_report import PrintedReport
from plandraft.ui.printing.report_parts import ReportParts
from plandraft.ui.printing.sheet import SMALL, UNITS_A_POINT, Sheet, mm
from plandraft.ui.printing.strips import QUIET, Part, draw_text

# A cut part has so many strips on each side of the cut at the least.
_FEWEST_STRIPS = 2
# So many parts are kept as they were set; the pages in sight have no more.
_KEPT_PARTS = 64
_TINY = 0.01


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold which strips of a part stand on a page, and from where down, in units of the body.

    With `running` the part goes on from the page before and says so first.
    """

    part: int
    first: int
    last: int
    top: float
    running: bool = False


@dataclass(eq=False, slots=True)
class PagedReport:
    """Hold a report on its pages; parts are set again when their page is painted."""

    report: PrintedReport
    sheet: Sheet
    pages: tuple[tuple[Stretch, ...], ...]
    parts: ReportParts
    _kept: OrderedDict[int, Part] = field(default_factory=OrderedDict, init=False)

    def alone(self) -> PagedReport:
        """Return the same pages for another thread: parts that are set belong to one only."""
        return PagedReport(self.report, self.sheet, self.pages, self.parts)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter's units are those of the sheet."""
        body = self.sheet.body
        for stretch in self.pages[page]:
            self._paint_stretch(painter, stretch)
        foot = QRectF(body.left(), body.bottom() + mm(4), body.width(), SMALL.pitch)
        shown = f"第 {page + 1} 页 / 共 {len(self.pages)} 页"
        wide = SMALL.width_of(shown) + mm(4)
        about = f"{self.report.title} · {self.report.names}"
        draw_text(painter, foot.adjusted(0, 0, -wide, 0), about, SMALL, color=QUIET)
        draw_text(painter, foot, shown, SMALL, align=Qt.AlignmentFlag.AlignRight, color=QUIET)

    def _paint_stretch(self, painter: QPainter, stretch: Stretch) -> None:
        body, part = self.sheet.body, self._part(stretch.part)
        top = body.top() + stretch.top
        strips = part.strips[stretch.first : stretch.last]
        if stretch.running and part.running is not None:
            strips = (part.running, *strips)
        for strip in strips:
            strip.paint(painter, QRectF(body.left(), top, body.width(), strip.height))
            top += strip.height

    def _part(self, index: int) -> Part:
        part = self._kept.pop(index, None) or self.parts.part(index)
        self._kept[index] = part
        while len(self._kept) > _KEPT_PARTS:
            self._kept.popitem(last=False)
        return part


def make_pages(
    report: PrintedReport, sheet: Sheet | None = None, progress: Progress = SILENT
) -> PagedReport:
    """Put a report on pages; any thread may call. Raises Cancelled through `progress`."""
    paper = sheet or Sheet()
    numbers: dict[int, int] = {}
    parts = ReportParts(report, paper.body.width(), numbers)
    pages = _Pages(paper.body.height())
    for index in range(parts.count):
        page = pages.add(index, parts.part(index))
        if index >= parts.first_passage:
            numbers[index - parts.first_passage] = page
        progress.step((index + 1) / parts.count)
    return PagedReport(report, paper, pages.done(), parts)


def unit_scale(dots_an_inch: float) -> float:
    """Return by how much to scale a painter of this resolution."""
    return dots_an_inch / (72 * UNITS_A_POINT)


class _Pages:
    """Fill one page after the other."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._pages: list[list[Stretch]] = [[]]
        self._top = 0.0

    def add(self, index: int, part: Part) -> int:
        """Put a part behind what is there; return the page on which it begins."""
        heights = [strip.height for strip in part.strips]
        whole = sum(heights)
        lead = sum(heights[: part.lead + _FEWEST_STRIPS])
        needed = whole if part.whole and whole <= self._height / 2 else min(lead, whole)
        if self._top:
            self._top += part.above
            if self._top + needed > self._height + _TINY:
                self._turn()
        page = len(self._pages) - 1
        for first, last, running in self._cuts(part, heights):
            if running:
                self._turn()
            self._pages[-1].append(Stretch(index, first, last, self._top, running))
            self._top += sum(heights[first:last])
            if running and part.running is not None:
                self._top += part.running.height
        return page

    def done(self) -> tuple[tuple[Stretch, ...], ...]:
        """Return all pages."""
        return tuple(map(tuple, self._pages))

    def _cuts(self, part: Part, heights: list[float]) -> Iterator[tuple[int, int, bool]]:
        """Yield which strips go on which page: first, behind the last, on a further page."""
        running = part.running.height if part.running is not None else 0.0
        first, room = 0, self._height - self._top
        while True:
            last, used = first, 0.0
            while last < len(heights) and used + heights[last] <= room + _TINY:
                used += heights[last]
                last += 1
            # A strip that is higher than a page stands alone and is cut off.
            last = max(last, first + 1)
            rest = len(heights) - last
            if 0 < rest < _FEWEST_STRIPS and last - first > _FEWEST_STRIPS + part.lead:
                last -= _FEWEST_STRIPS - rest
            yield first, last, first > 0
            if last >= len(heights):
                return
            first, room = last, self._height - running

    def _turn(self) -> None:
        self._pages.append([])
        self._top = 0.0
