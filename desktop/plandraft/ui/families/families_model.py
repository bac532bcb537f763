"""The passages of several plans as a table: a row a passage, a column a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from plandraft.core.compare.family_rows import FamilyRow, lacks_what_most_have
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sights import PlanSight
from plandraft.core.model.document import Document
from plandraft.ui.families.family_colors import cell_ground
from plandraft.ui.families.family_texts import (
    cell_text,
    cell_tip,
    plan_name,
    plan_title,
    section_text,
    section_tip,
)
from plandraft.ui.families.row_text import TextPiece, despaced, row_line, row_pieces
from plandraft.ui.models.listed_model import CENTER, LEFT, RIGHT, Index, ListedModel
from plandraft.ui.models.palette import Palette

PIECES_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TIP_LETTERS = 400


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
    QUIET = "quiet"


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
        self._sight: PlanSight | None = None
        self._filter = FamilyFilter()
        self._sort = (int(Column.NUMBER), False)

    def set_plans(self, plans: PlanSet | None, sight: PlanSight | None = None) -> None:
        """Show `plans` as one of them sees them, or nothing."""
        self.beginResetModel()
        self._plans, self._sight = plans, sight
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
        """Return the whole title of a plan, or what a number counts."""
        if column == Column.LETTERS:
            return self.tr("作基准的那一份的字数")
        if column == Column.PLANS:
            return self.tr("多少份规划有这一段")
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= len(Column):
            return CENTER
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if column in {Column.TEXT, Column.SECTION} else RIGHT
        if role == Qt.ItemDataRole.BackgroundRole and column >= len(Column) and not row.quiet:
            ground = cell_ground(self._palette, row.cells[column - len(Column)])
            return QBrush(QColor(ground)) if ground else None
        if role == Qt.ItemDataRole.ForegroundRole and self._is_quiet(row, column):
            return QBrush(QColor(self._palette.muted))
        if role == PIECES_ROLE and column == Column.TEXT:
            return self._pieces(row)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        super().sort(column, order)
        self.shown_changed.emit()

    def _text(self, row: FamilyRow, column: int) -> str:
        if column >= len(Column):
            return cell_text(row.cells[column - len(Column)])
        texts: dict[int, Callable[[], str]] = {
            Column.NUMBER: lambda: str(row.number),
            Column.TEXT: lambda: row_line(row, self._document(row), self._needle),
            Column.SECTION: lambda: section_text(row.sections),
            Column.LETTERS: lambda: str(row.letters),
            Column.PLANS: lambda: str(row.plans),
        }
        return texts[column]()

    def _tip(self, row: FamilyRow, column: int) -> str | None:
        if column >= len(Column):
            return cell_tip(row.cells[column - len(Column)])
        if column == Column.TEXT:
            cut = row.text[:_TIP_LETTERS]
            return cut if len(cut) == len(row.text) else f"{cut}…"
        return section_tip(row.sections) if column == Column.SECTION else None

    def _pieces(self, row: FamilyRow) -> tuple[tuple[TextPiece, ...], ...]:
        return row_pieces(row, self._document(row), self._needle)

    def _document(self, row: FamilyRow) -> Document:
        assert self._plans is not None
        return self._plans.documents[row.reference]

    def _is_quiet(self, row: FamilyRow, column: int) -> bool:
        return row.quiet or (column >= len(Column) and row.cells[column - len(Column)].excluded)

    @property
    def _needle(self) -> str:
        return despaced(self._filter.text)

    def _rows_of(self, which: Which) -> Sequence[FamilyRow]:
        sight = self._sight
        if sight is None:
            return ()
        if which is Which.MINE:
            return [row for row in sight.families if row.reference == sight.mine]
        if which is Which.LACKING:
            return [row for row in sight.families if lacks_what_most_have(row, sight.mine)]
        return {Which.ALL: sight.families, Which.OWN: sight.own, Which.QUIET: sight.quiet}[which]

    def _arrange(self) -> None:
        needle = self._needle
        self._shown = [
            row
            for row in self._rows_of(self._filter.which)
            if not needle or needle in despaced("\0".join((row.text, *row.sections)))
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
        Column.SECTION: (0, "\0".join(row.sections)),
        Column.LETTERS: (row.letters, ""),
        Column.PLANS: (row.plans, ""),
    }[Column(column)]
