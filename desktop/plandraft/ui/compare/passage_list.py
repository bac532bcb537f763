"""All passages as a list: filters above, one row a passage, the selected one is current."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.versions import Reading
from plandraft.ui.compare.filter_bar import FilterBar
from plandraft.ui.compare.passage_table import PassageTable
from plandraft.ui.compare.swatch import SWATCH, kind_icon
from plandraft.ui.models.decision_names import decision_cell
from plandraft.ui.models.entries import ALL_KINDS, CHANGE_KINDS, PASSAGE_KINDS, PairView
from plandraft.ui.models.matches_model import KIND_ROLE, Column, MatchesModel, PassageFilter
from plandraft.ui.models.page_menu import add_shortcuts
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import kind_name

_ROW_HEIGHT = 28
# Both wordings keep the room of a dozen letters each before anything else is shown.
_SECTION_FROM = 960
_DIFFERENCES_FROM = 720
# From here on every so many pixels more are one more for the names of chapters.
_ROOMY_FROM, _SECTION_SHARE = 1100, 3
# Beside the name of a column and its arrow, beside the words of a cell, and with a swatch.
_SORT_ROOM, _CELL_ROOM, _ICON_ROOM = 22, 20, 28
_WIDTHS = {
    Column.NUMBER: 52,
    Column.SIMILARITY: 68,
    Column.LETTERS: 56,
    Column.KIND: 72,
    Column.PARTNERS: 52,
    Column.DIFFERENCES: 108,
    Column.SECTION: 150,
    Column.DECISION: 78,
}


class PassageList(QWidget):
    """Show the passages of a comparison; entries are positions in `view.entries`.

    `left` tells that the reader is done with searching and wants to go on reading.
    """

    entry_selected = Signal(int)
    shown_changed = Signal()
    left = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MatchesModel(self)
        self.filters = FilterBar(palette)
        self.table = PassageTable()
        self.hint = QLabel()
        self._kinds = _KindDelegate(palette, self.table)
        self.model.set_quiet_color(palette.muted)
        self._quiet = self._telling = False
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
        words = self.filters.words
        words.returnPressed.connect(self._go_to_rows)
        add_shortcuts(words, (("Down", self._go_to_rows), ("Esc", self._leave_words)))

    def show_view(self, view: PairView | None) -> None:
        """Show the passages or changes found."""
        self._versions = view is not None and view.reading is Reading.VERSIONS
        self._many = view is not None and any(one.partners != (1, 1) for one in view.entries)
        self.filters.set_reading(view.reading if view else Reading.PASSAGES)
        self.model.set_view(view)
        self._size_columns()
        self._fit_columns()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self.filters.set_colors(palette)
        self._kinds.set_colors(palette)
        self.model.set_quiet_color(palette.muted)
        self.table.viewport().update()

    def select(self, entry: int | None) -> None:
        """Select the row of `entry` without telling it back; no row when it is filtered out."""
        row = self.model.row_of(entry) if entry is not None else -1
        selection = self.table.selectionModel()
        current = self.table.currentIndex()
        if row >= 0 and current.row() == row and (self._telling or selection.isSelected(current)):
            return  # several rows may be selected, and the table is about to say which
        self._quiet = True
        if row < 0:
            selection.clear()
        else:
            index = self.model.index(row, self._column_of_sight())
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._quiet = False

    def selected_entries(self) -> tuple[int, ...]:
        """Return the entries of the rows that are selected, in the order of the list."""
        # Whole rows are selected: their ranges are few where the rows may be twenty thousand.
        selection = self.table.selectionModel().selection()
        ranges = map(selection.at, range(selection.count()))
        rows = {row for one in ranges for row in range(one.top(), one.bottom() + 1)}
        return tuple(self.model.shown[row] for row in sorted(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the wordings readable: a narrow list goes without the last columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        table, width = self.table, self.width()
        table.setColumnHidden(Column.SECTION, width < _SECTION_FROM)
        table.setColumnHidden(Column.DECISION, self._versions)
        table.setColumnHidden(Column.PARTNERS, width < _DIFFERENCES_FROM or not self._many)
        table.setColumnHidden(Column.DIFFERENCES, width < _DIFFERENCES_FROM or self._versions)
        spare = max(0, width - _ROOMY_FROM) // _SECTION_SHARE
        table.setColumnWidth(Column.SECTION, _WIDTHS[Column.SECTION] + spare)

    def _size_columns(self) -> None:
        """Give narrow columns the room of their names and words, in whatever language."""
        metrics = self.table.fontMetrics()
        kinds = CHANGE_KINDS if self._versions else PASSAGE_KINDS
        longest = {
            Column.KIND: [kind_name(kind, edited=True) for kind in kinds],
            Column.DECISION: [decision_cell(Decision(one, "…")) for one in Verdict],
        }
        for column, usual in _WIDTHS.items():
            name = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
            needed = metrics.horizontalAdvance(name) + _SORT_ROOM
            swatch = SWATCH.width() + _ICON_ROOM if column is Column.KIND else _CELL_ROOM
            words = (metrics.horizontalAdvance(one) + swatch for one in longest.get(column, ()))
            self.table.setColumnWidth(column, max(usual, needed, *words, 0))

    def _column_of_sight(self) -> int:
        current = self.table.currentIndex()
        return current.column() if current.isValid() else int(Column.LEFT)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.KIND, self._kinds)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setDragEnabled(True)
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

    def _go_to_rows(self) -> None:
        """Go from the words to what was found."""
        if self.model.shown:
            self.table.setFocus()
            if not self.table.selectionModel().hasSelection():
                self.table.selectRow(0)

    def _leave_words(self) -> None:
        """Forget the words, or leave them when there are none."""
        words = self.filters.words
        if words.text():
            words.clear()
        else:
            self.left.emit()

    def _on_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self._telling = True
            self.entry_selected.emit(self.model.shown[current.row()])
            self._telling = False

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
    """Put the swatch of the kind before its name."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_colors(palette)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._icons = {kind: kind_icon(palette, kind) for kind in ALL_KINDS}

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the style draw the swatch, so that the cell keeps the lines of its row."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = self._icons[index.data(KIND_ROLE)]
        option.decorationSize = SWATCH
