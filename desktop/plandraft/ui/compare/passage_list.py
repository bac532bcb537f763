"""All passages as a list: filters above, one row a passage, the selected one is current."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.versions import Reading
from plandraft.ui.compare.filter_bar import FilterBar
from plandraft.ui.compare.swatch import paint_swatch
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.matches_model import KIND_ROLE, Column, MatchesModel, PassageFilter
from plandraft.ui.models.palette import Palette

_ROW_HEIGHT = 28
_SECTION_FROM = 760
_DIFFERENCES_FROM = 600
_WIDTHS = {
    Column.NUMBER: 60,
    Column.SIMILARITY: 72,
    Column.LETTERS: 60,
    Column.KIND: 76,
    Column.PARTNERS: 56,
    Column.DIFFERENCES: 116,
    Column.SECTION: 150,
}


class PassageList(QWidget):
    """Show the passages of a comparison; entries are positions in `view.entries`."""

    entry_selected = Signal(int)
    shown_changed = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MatchesModel(self)
        self.filters = FilterBar(palette)
        self.table = QTableView()
        self.hint = QLabel()
        self._kinds = _KindDelegate(palette, self.table)
        self._quiet = False
        self._versions = self._many = False
        self._set_up_table()
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.hint)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setObjectName("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(body, 1)
        self.filters.filter_changed.connect(self._on_filter_changed)
        self.model.shown_changed.connect(self._on_shown_changed)

    def show_view(self, view: PairView | None) -> None:
        """Show the passages or changes found."""
        self._versions = view is not None and view.reading is Reading.VERSIONS
        self._many = view is not None and any(one.partners != (1, 1) for one in view.entries)
        self.filters.set_reading(view.reading if view else Reading.PASSAGES)
        self.model.set_view(view)
        self._fit_columns()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self.filters.set_colors(palette)
        self._kinds.palette_roles = palette
        self.table.viewport().update()

    def select(self, entry: int | None) -> None:
        """Select the row of `entry` without telling it back; no row when it is filtered out."""
        row = self.model.row_of(entry) if entry is not None else -1
        self._quiet = True
        selection = self.table.selectionModel()
        if row < 0:
            selection.clear()
        else:
            index = self.model.index(row, self._column_of_sight())
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the wordings readable: a narrow list goes without the last columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        table, width = self.table, self.width()
        table.setColumnHidden(Column.SECTION, width < _SECTION_FROM)
        table.setColumnHidden(Column.PARTNERS, width < _DIFFERENCES_FROM or not self._many)
        table.setColumnHidden(Column.DIFFERENCES, width < _DIFFERENCES_FROM or self._versions)
        table.setColumnWidth(Column.KIND, _WIDTHS[Column.KIND] + (40 if self._versions else 0))

    def _column_of_sight(self) -> int:
        current = self.table.currentIndex()
        return current.column() if current.isValid() else int(Column.LEFT)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.KIND, self._kinds)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        table.setAccessibleName(self.tr("相似段落列表"))
        rows = table.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns = table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(44)
        for column in Column:
            stretch = column in {Column.LEFT, Column.RIGHT}
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            columns.setSectionResizeMode(column, mode)
            if column in _WIDTHS:
                table.setColumnWidth(column, _WIDTHS[column])
        table.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def _on_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.entry_selected.emit(self.model.shown[current.row()])

    def _on_filter_changed(self, wanted: PassageFilter) -> None:
        self._quiet = True
        self.model.set_filter(wanted)
        self._quiet = False

    def _on_shown_changed(self) -> None:
        shown, total = len(self.model.shown), self.model.total
        self.filters.set_counts(shown, total)
        if total and not shown:
            self.hint.setText(self.tr("筛选条件下没有段落。放宽条件或清除筛选即可看到全部段落。"))
        elif not total and self._versions:
            self.hint.setText(self.tr("两个版本的文字相同，没有改动。"))
        elif not total:
            self.hint.setText(
                self.tr(
                    "两份文稿之间没有找到相似段落。\n"
                    "很短的句子和各地通用的套话不算相似段落；可以换一份同类规划再比对。"
                )
            )
        self._stack.setCurrentWidget(self.table if shown else self.hint)
        self.shown_changed.emit()


class _KindDelegate(QStyledItemDelegate):
    """Draw the swatch of the kind before its name."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_roles = palette

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        square = QRectF(rect.left() + 8, rect.center().y() - 5, 12, 12)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.palette_roles.selection))
        inner = QStyleOptionViewItem(option)
        inner.rect = rect.adjusted(18, 0, 0, 0)
        super().paint(painter, inner, index)
        paint_swatch(painter, square, self.palette_roles, index.data(KIND_ROLE))
