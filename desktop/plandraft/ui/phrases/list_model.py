"""A list of the user's own as a table: one column for phrases, two for pairs of words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from plandraft.ui.models.listed_model import LEFT, Index, ListedModel

Cells = tuple[str, ...]


class ListModel(ListedModel[Cells]):
    """Show the rows that hold what is searched for, in their order."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows: tuple[Cells, ...] = ()
        self._needle = ""

    @property
    def rows(self) -> tuple[Cells, ...]:
        """Return all rows, shown or not."""
        return self._rows

    @property
    def shown(self) -> Sequence[Cells]:
        """Return the rows on the screen."""
        return self._shown

    def set_rows(self, rows: Sequence[Cells]) -> None:
        """Show these rows."""
        self._rows = tuple(rows)
        self._fill()

    def search(self, words: str) -> None:
        """Show only what holds `words`, whatever the case and the blanks."""
        self._needle = "".join(words.split()).casefold()
        self._fill()

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
            return self._shown[index.row()][index.column()]
        return None

    def put_in_order(self, column: int, *, descending: bool) -> None:
        """Sort by the text of a column."""
        self._shown.sort(key=lambda row: row[column], reverse=descending)

    def _fill(self) -> None:
        self.beginResetModel()
        self._shown = [
            row
            for row in self._rows
            if any(self._needle in "".join(one.split()).casefold() for one in row)
        ]
        self.endResetModel()
