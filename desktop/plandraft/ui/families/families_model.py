"""The passages of several plans as a table: a row a passage, a column a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor

from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.family_rows import (
    FamilyRow,
    Standing,
    family_rows,
    lacks_what_most_have,
    own_rows,
)
from plandraft.ui.families.family_colors import (
    plan_name,
    plan_title,
    standing_ground,
    standing_text,
)
from plandraft.ui.models.palette import Palette

# Longer excerpts are cut by the column anyway, and a cell must stay cheap.
EXCERPT_LENGTH = 120
Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class Column(IntEnum):
    """Name the columns before those of the plans."""

    NUMBER = 0
    TEXT = 1
    SECTION = 2
    LETTERS = 3
    PLANS = 4


class Which(Enum):
    """Name the rows that can be asked for, seen from one plan."""

    ALL = "all"
    MINE = "mine"
    LACKING = "lacking"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class FamilyFilter:
    """Say which rows are shown; `text` is searched in wording and section."""

    which: Which = Which.ALL
    text: str = ""


class FamiliesModel(QAbstractTableModel):
    """Show the rows that pass the filter, seen from plan `mine`."""

    shown_changed = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._plans: PlanSet | None = None
        self._mine = 0
        self._families: tuple[FamilyRow, ...] = ()
        self._own: tuple[FamilyRow, ...] = ()
        self._shown: list[FamilyRow] = []
        self._filter = FamilyFilter()
        self._sort = (int(Column.NUMBER), False)

    def set_plans(self, plans: PlanSet | None, mine: int = 0) -> None:
        """Show `plans` as plan `mine` sees them."""
        self.beginResetModel()
        self._plans, self._mine = plans, mine
        self._families = family_rows(plans, mine) if plans else ()
        self._own = own_rows(plans, mine) if plans else ()
        self._arrange()
        self.endResetModel()
        self.shown_changed.emit()

    def set_filter(self, wanted: FamilyFilter) -> None:
        """Show the rows that pass `wanted`."""
        self.beginResetModel()
        self._filter = wanted
        self._arrange()
        self.endResetModel()
        self.shown_changed.emit()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self.beginResetModel()
        self._palette = palette
        self.endResetModel()

    @property
    def shown(self) -> Sequence[FamilyRow]:
        """Return the rows that are shown, in the order of the screen."""
        return self._shown

    def count(self, which: Which) -> int:
        """Return how many rows there are of a sort, whatever is searched for."""
        return sum(1 for _row in self._rows_of(which))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        if self._plans is None or (parent is not None and parent.isValid()):
            return 0
        return len(Column) + len(self._plans.documents)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return text, alignment or ground of a cell."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in {Column.TEXT, Column.SECTION}:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= len(Column):
            return _CENTER
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if column in {Column.TEXT, Column.SECTION} else _RIGHT
        if role == Qt.ItemDataRole.BackgroundRole and column >= len(Column):
            ground = standing_ground(self._palette, row.cells[column - len(Column)].standing)
            return QBrush(QColor(ground)) if ground else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Return the names of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if section < len(Column):
            names = ("#", self.tr("段落"), self.tr("章节"), self.tr("字数"), self.tr("份数"))
            return names[section] if role == Qt.ItemDataRole.DisplayRole else None
        assert self._plans is not None
        at = section - len(Column)
        document = self._plans.documents[at]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plan_title(document)
        if role == Qt.ItemDataRole.DisplayRole:
            return plan_name(at, document)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        if not 0 <= column < self.columnCount():
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in before]
        self._sort = (column, order == Qt.SortOrder.DescendingOrder)
        self._order()
        places = {row.number: place for place, row in enumerate(self._shown)}
        after = [
            self.index(places[row.number], index.column())
            for row, index in zip(rows, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.shown_changed.emit()

    def _text(self, row: FamilyRow, column: int) -> str:
        if column >= len(Column):
            cell = row.cells[column - len(Column)]
            return "—" if cell.standing is Standing.ABSENT else standing_text(cell)
        texts: dict[int, Callable[[], str]] = {
            Column.NUMBER: lambda: str(row.number),
            Column.TEXT: lambda: _excerpt(row.text),
            Column.SECTION: lambda: row.section,
            Column.LETTERS: lambda: str(row.letters),
            Column.PLANS: lambda: str(row.plans),
        }
        return texts[column]()

    def _rows_of(self, which: Which) -> Sequence[FamilyRow]:
        if which is Which.OWN:
            return self._own
        if which is Which.ALL:
            return self._families
        if which is Which.MINE:
            return [row for row in self._families if row.reference == self._mine]
        return [row for row in self._families if lacks_what_most_have(row, self._mine)]

    def _arrange(self) -> None:
        needle = "".join(self._filter.text.split()).lower()
        self._shown = [
            row
            for row in self._rows_of(self._filter.which)
            if not needle or needle in "".join(f"{row.text}\0{row.section}".split()).lower()
        ]
        self._order()

    def _order(self) -> None:
        column, descending = self._sort
        if column >= self.columnCount():
            column = int(Column.NUMBER)
        self._shown.sort(key=lambda row: (_key(row, column), row.number), reverse=descending)


def _key(row: FamilyRow, column: int) -> tuple[float, str]:
    if column >= len(Column):
        return row.cells[column - len(Column)].similarity, ""
    return {
        Column.NUMBER: (row.number, ""),
        Column.TEXT: (0, row.text),
        Column.SECTION: (0, row.section),
        Column.LETTERS: (row.letters, ""),
        Column.PLANS: (row.plans, ""),
    }[Column(column)]


def _excerpt(text: str) -> str:
    line = " ".join(text[: 2 * EXCERPT_LENGTH].split())
    return line if len(line) <= EXCERPT_LENGTH else f"{line[:EXCERPT_LENGTH]}…"
