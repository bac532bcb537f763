"""The two tables of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from plandraft.ui.families.families_model import Column, FamiliesModel
from plandraft.ui.families.ground_delegate import GroundDelegate
from plandraft.ui.families.matrix_model import MatrixModel

_ROW_HEIGHT = 32
_PLAN_WIDTH = 112
_WIDTHS = {Column.NUMBER: 52, Column.SECTION: 168, Column.LETTERS: 64, Column.PLANS: 64}
_NARROWEST_TEXT = 260
_MATRIX_COLUMN, _NARROWEST_COLUMN = 128, 68
_TITLE_WIDTH, _TITLE_SHARE = 320, 0.36


class MatrixTable(QTableView):
    """Show shares as a heat table."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(GroundDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("相似度表：每行的规划有多少见于各列的规划"))
        self.horizontalHeader().setDefaultSectionSize(_MATRIX_COLUMN)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(_ROW_HEIGHT + 8)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setHighlightSections(False)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)

    def resizeEvent(self, event: object) -> None:
        """Let all plans be seen side by side as long as their columns can be read."""
        titles = min(_TITLE_WIDTH, round(self.width() * _TITLE_SHARE))
        self.verticalHeader().setFixedWidth(titles)
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column its share of the room."""
        room = self.viewport().width() // max(1, self.model().columnCount())
        width = min(_MATRIX_COLUMN, max(_NARROWEST_COLUMN, room))
        self.horizontalHeader().setDefaultSectionSize(width)


class FamiliesTable(QTableView):
    """Show passages; the wording takes what room the plans leave."""

    def __init__(self, model: FamiliesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(GroundDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(self.tr("段落表：一行一段，一列一份规划"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)

    def fit_columns(self) -> None:
        """Give every column its width, and the rest of the room to the wording."""
        model = self.model()
        taken = 0
        for column in range(model.columnCount()):
            if column == Column.TEXT:
                continue
            known = column < len(Column)
            width = _WIDTHS[Column(column)] if known else _PLAN_WIDTH
            self.setColumnWidth(column, width)
            taken += width
        self.setColumnWidth(Column.TEXT, max(_NARROWEST_TEXT, self.viewport().width() - taken))

    def resizeEvent(self, event: object) -> None:
        """Keep the wording readable."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit_columns()
