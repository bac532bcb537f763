"""The pages of a report as they will come out of the printer."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from plandraft.ui.preview.page_view import PageView
from plandraft.ui.printing.paging import PagedReport
from plandraft.ui.printing.sheet import UNITS_A_POINT


class ReportView(PageView):
    """Show the pages of a report."""

    def __init__(self) -> None:
        super().__init__(self.tr("打印预览"))
        self._paged: PagedReport | None = None

    def show_pages(self, paged: PagedReport | None) -> None:
        """Show a report from its first page on."""
        self._paged = paged
        self._pages_changed()
        self.go_to(0)
        self.page_changed.emit(0)

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return len(self._paged.pages) if self._paged is not None else 0

    def page_extent(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        assert self._paged is not None
        width, height = self._paged.sheet.size
        return width / UNITS_A_POINT, height / UNITS_A_POINT

    def page_content(self, page: int) -> object:
        """Return the report: each has pages of its own."""
        return self._paged

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter's unit is a logical pixel, its origin the page's corner."""
        assert self._paged is not None
        scale = self._sizes[page].width() / self._paged.sheet.size[0]
        painter.scale(scale, scale)
        self._paged.paint(painter, page)

    def sizeHint(self) -> QSize:
        """Return a size at which a page can be read."""
        return QSize(900, 860)
