"""The list of pages: number and first heading, the way a reader looks for a page."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from plandraft.core.draft.page_values import Page, PagedPlan

_LONGEST = 60
_ROW_HEIGHT = 30


class PageList(QListWidget):
    """Show a line for each page; `page_chosen` carries its number from 0."""

    page_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pageList")
        self.setAccessibleName(self.tr("页"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentRowChanged.connect(self._on_row_changed)

    def show_plan(self, paged: PagedPlan) -> None:
        """List the pages; the chosen one stays chosen."""
        lines = [self._line(page) for page in paged.pages]
        blocker = QSignalBlocker(self)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.addItem(item)
        for number, line in enumerate(lines):
            item = self.item(number)
            if item.text() != line:
                item.setText(line)
                item.setToolTip(line)
        if self.currentRow() < 0 and lines:
            self.setCurrentRow(0)
        blocker.unblock()

    def show_page(self, number: int) -> None:
        """Mark a page as the one in sight."""
        blocker = QSignalBlocker(self)
        self.setCurrentRow(number)
        blocker.unblock()

    def _line(self, page: Page) -> str:
        number = page.number.strip("— ") or "·"
        return f"{number}　{self._heading(page)}"

    def _heading(self, page: Page) -> str:
        """Return the first heading on a page, else what it begins with."""
        texts = [row.paragraph for row in page.rows if row.paragraph.text.strip()]
        for paragraph in texts:
            if paragraph.place.listed or paragraph.style.keep_next:
                return paragraph.text.replace("\n", "")[:_LONGEST]
        return texts[0].text.replace("\n", "")[:_LONGEST] if texts else self.tr("（空白页）")

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.page_chosen.emit(row)
