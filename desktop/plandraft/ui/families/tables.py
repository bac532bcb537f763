"""The two tables of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from plandraft.core.compare.family_cells import Standing
from plandraft.ui.families.families_model import Column, FamiliesModel
from plandraft.ui.families.family_texts import standing_name
from plandraft.ui.families.ground_delegate import GroundDelegate
from plandraft.ui.families.line_delegate import LineDelegate
from plandraft.ui.families.matrix_model import MatrixModel
from plandraft.ui.families.title_header import TitleHeader
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import percent

_ROW_HEIGHT = 32
_PLAN_WIDTH = 116
# What the style keeps free beside the text of a cell.
_CELL_PADDING = 28
_WIDTHS = {Column.NUMBER: 52, Column.SECTION: 168, Column.LETTERS: 58, Column.PLANS: 58}
_COUNTS = (Column.LETTERS, Column.PLANS)
_NARROWEST_TEXT = 260
# Below that the wording keeps its room, and the plans theirs.
_SECTION_FROM = 1040
_COUNTS_FROM = 840
_MATRIX_COLUMN, _NARROWEST_COLUMN = 128, 76
_TITLE_WIDTH, _TITLE_SHARE = 320, 0.36


class MatrixTable(QTableView):
    """Show shares as a heat table."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setHorizontalHeader(TitleHeader(0, self))
        self.setModel(model)
        self.setItemDelegate(GroundDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("相似度表：每行的规划有多少见于各列的规划"))
        self.horizontalHeader().setDefaultSectionSize(_MATRIX_COLUMN)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(_ROW_HEIGHT + 8)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setHighlightSections(False)
        rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all plans be seen side by side as long as their columns can be read."""
        titles = min(_TITLE_WIDTH, round(self.width() * _TITLE_SHARE))
        self.verticalHeader().setFixedWidth(titles)
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column its share of the room."""
        room = self.viewport().width() // max(1, self.model().columnCount())
        width = min(_MATRIX_COLUMN, max(_NARROWEST_COLUMN, room))
        self.horizontalHeader().setDefaultSectionSize(width)


class FamiliesTable(QTableView):
    """Show passages; the wording takes what room the plans leave."""

    def __init__(self, model: FamiliesModel, palette: Palette) -> None:
        super().__init__()
        self.setHorizontalHeader(TitleHeader(len(Column), self))
        self.setModel(model)
        self.setItemDelegate(GroundDelegate(self))
        self._lines = LineDelegate(palette, self)
        self.setItemDelegateForColumn(Column.TEXT, self._lines)
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
        self.horizontalHeader().setMinimumSectionSize(44)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._lines.set_colors(palette)
        self.viewport().update()

    def fit_columns(self) -> None:
        """Give every column its width, and the rest of the room to the wording."""
        model, width = self.model(), self.viewport().width()
        self.setColumnHidden(Column.SECTION, width < _SECTION_FROM)
        for counts in _COUNTS:
            self.setColumnHidden(counts, width < _COUNTS_FROM)
        taken = 0
        for known, usual in _WIDTHS.items():
            if not self.isColumnHidden(known):
                wide = max(usual, self._head_width(known) if known in _COUNTS else 0)
                self.setColumnWidth(known, wide)
                taken += wide
        plans = range(len(Column), model.columnCount())
        room = (width - taken - _NARROWEST_TEXT) // max(1, len(plans))
        # Where they cannot all be in sight, their cells are at least told in full.
        each = min(_PLAN_WIDTH, room) if room >= self._narrowest_plan() else _PLAN_WIDTH
        for column in plans:
            self.setColumnWidth(column, each)
        left = width - taken - each * len(plans)
        self.setColumnWidth(Column.TEXT, max(_NARROWEST_TEXT, left))

    def _head_width(self, column: Column) -> int:
        """Return the room that the name of a column takes in the language of the window."""
        name = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return self.horizontalHeader().fontMetrics().horizontalAdvance(name) + _CELL_PADDING

    def _narrowest_plan(self) -> int:
        """Return the width at which a share can be read whatever the language."""
        text = f"{standing_name(Standing.EDITED)} {percent(1.0)}"
        return self.fontMetrics().horizontalAdvance(text) + _CELL_PADDING

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the wording readable."""
        super().resizeEvent(event)
        self.fit_columns()
