"""A small sortable table of texts whose rows lead to entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from plandraft.core.compare.numbers import leading_value
from plandraft.ui.models.listed_model import LEFT, Index, ListedModel

_ROW_HEIGHT = 26
_NUMBERS = 96  # pixels of a column of numbers or of one word


@dataclass(frozen=True, slots=True)
class TableRow:
    """Hold the texts of a row, the entry it leads to, and what it is sorted by at first."""

    entry: int
    cells: tuple[str, ...]
    weight: float


class RowsModel(ListedModel[TableRow]):
    """Show rows; columns in `numeric` are sorted by their first number."""

    def __init__(
        self, headers: Sequence[str], numeric: frozenset[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._numeric = numeric

    @property
    def rows(self) -> Sequence[TableRow]:
        """Return the rows in the order of the screen."""
        return self._shown

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show `rows` in their order."""
        self.beginResetModel()
        self._shown = list(rows)
        self.endResetModel()

    def column_count(self) -> int:
        """Return the number of columns."""
        return len(self._headers)

    def column_name(self, column: int) -> str:
        """Return what stands above a column."""
        return self._headers[column]

    def header_alignment(self, column: int) -> int | None:
        """Return where the name stands: at the left, as the texts below it."""
        return LEFT

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the text of a cell."""
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if index.isValid() and role in shown:
            return self._shown[index.row()].cells[index.column()]
        return None

    def put_in_order(self, column: int, *, descending: bool) -> None:
        """Sort by the text of a column, or by its first number."""
        numeric = column in self._numeric
        self._shown.sort(
            key=lambda row: (leading_value(row.cells[column]) if numeric else 0, row.cells[column]),
            reverse=descending,
        )


class RowsTable(QTableView):
    """Emit `entry_chosen` for the row that is clicked or reached by key.

    Columns in `wide` share what the others leave.
    """

    entry_chosen = Signal(int)

    def __init__(
        self,
        name: str,
        headers: Sequence[str],
        numeric: frozenset[int],
        wide: frozenset[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wide = wide
        self.rows = RowsModel(headers, numeric, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.horizontalHeader().setHighlightSections(False)
        for column in range(len(headers)):
            stretch = QHeaderView.ResizeMode.Stretch
            mode = stretch if column in wide else QHeaderView.ResizeMode.Fixed
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give words the room that numbers do not need."""
        super().resizeEvent(event)
        width = min(_NUMBERS, self.width() // (self.rows.column_count() + 1))
        for column in range(self.rows.column_count()):
            if column not in self._wide:
                self.setColumnWidth(column, width)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entry_chosen.emit(self.rows.rows[index.row()].entry)
