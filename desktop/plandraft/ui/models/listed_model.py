"""What tables of the window share: rows in a list, headers, sorting that keeps the selection."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTER = int(Qt.AlignmentFlag.AlignCenter)

Row = TypeVar("Row")


class ListedModel(QAbstractTableModel, Generic[Row]):
    """Show `_shown`, a row an item; a table says what stands in its cells and headers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Row] = []

    def column_count(self) -> int:
        """Return the number of columns."""
        raise NotImplementedError

    def column_name(self, column: int) -> str:
        """Return what stands above a column."""
        raise NotImplementedError

    def header_alignment(self, column: int) -> int | None:
        """Return where the name stands above a column, None for the usual place."""
        return None

    def header_tip(self, column: int) -> str | None:
        """Return more about a column, None for nothing."""
        return None

    def put_in_order(self, column: int, *, descending: bool) -> None:
        """Sort `_shown` by a column."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else self.column_count()

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Return the name of a column, where it stands, or more about it."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.column_count():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.column_name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.header_alignment(section)
        return self.header_tip(section) if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; what is selected stays selected."""
        if not 0 <= column < self.column_count():
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in before]
        self.put_in_order(column, descending=order == Qt.SortOrder.DescendingOrder)
        places = {id(row): place for place, row in enumerate(self._shown)} if rows else {}
        after = [
            self.index(places[id(row)], index.column())
            for row, index in zip(rows, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
