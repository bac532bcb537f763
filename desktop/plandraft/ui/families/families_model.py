"""The passages of several plans as a table: a row a passage, a column a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QObject, Qt, Signal
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
from plandraft.ui.models.listed_model import CENTER, LEFT, RIGHT, Index, ListedModel
from plandraft.ui.models.palette import Palette

# Longer excerpts are cut by the column anyway, and a cell must stay cheap.
EXCERPT_LENGTH = 120


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


class FamiliesModel(ListedModel[FamilyRow]):
    """Show the rows that pass the filter, seen from plan `mine`."""

    shown_changed = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._plans: PlanSet | None = None
        self._mine = 0
        self._families: tuple[FamilyRow, ...] = ()
        self._own: tuple[FamilyRow, ...] = ()
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

    def column_count(self) -> int:
        """Return the number of columns: those before the plans, and the plans."""
        return len(Column) + len(self._plans.documents) if self._plans is not None else 0

    def column_name(self, column: int) -> str:
        """Return what stands above a column."""
        if column < len(Column):
            names = ("#", self.tr("段落"), self.tr("章节"), self.tr("字数"), self.tr("份数"))
            return names[column]
        assert self._plans is not None
        return plan_name(column - len(Column), self._plans.documents[column - len(Column)])

    def header_alignment(self, column: int) -> int | None:
        """Return the alignment of the cells below; the sign of the order stands right of #."""
        if column in {Column.TEXT, Column.SECTION}:
            return LEFT
        return CENTER if column >= len(Column) or column == Column.NUMBER else RIGHT

    def header_tip(self, column: int) -> str | None:
        """Return the whole title of a plan."""
        if self._plans is None or column < len(Column):
            return None
        return plan_title(self._plans.documents[column - len(Column)])

    def put_in_order(self, column: int, *, descending: bool) -> None:
        """Sort the rows shown by a column."""
        self._sort = (column, descending)
        self._order()

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
            return CENTER
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if column in {Column.TEXT, Column.SECTION} else RIGHT
        if role == Qt.ItemDataRole.BackgroundRole and column >= len(Column):
            ground = standing_ground(self._palette, row.cells[column - len(Column)].standing)
            return QBrush(QColor(ground)) if ground else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        super().sort(column, order)
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
