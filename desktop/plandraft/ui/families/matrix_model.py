"""Who shares how much with whom, both ways, as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from plandraft.core.compare.plan_sets import PlanSet
from plandraft.ui.families.family_colors import heat
from plandraft.ui.families.family_texts import plan_name, plan_title
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import percent

Index = QModelIndex | QPersistentModelIndex
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
# What rounds to nothing is something all the same.
_LEAST_SHOWN = 0.005


class MatrixModel(QAbstractTableModel):
    """Show in row i, column j how much of plan i stands in plan j."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._plans: PlanSet | None = None
        self._shares: tuple[tuple[float | None, ...], ...] = ()
        self._mine = -1
        self._threshold = 0.0

    @property
    def shares(self) -> tuple[tuple[float | None, ...], ...]:
        """Return all shares (0…1), None on the diagonal."""
        return self._shares

    def set_threshold(self, threshold: float) -> None:
        """Leave shares (0…1) below `threshold` pale."""
        self._threshold = threshold
        if self._shares:
            last = len(self._shares) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))

    def set_plans(self, plans: PlanSet | None) -> None:
        """Show the shares of `plans`."""
        self.beginResetModel()
        self._plans = plans
        self._shares = plans.shares if plans else ()
        self.endResetModel()

    def set_mine(self, mine: int) -> None:
        """Let the title of one plan stand out."""
        self._mine = mine
        for way in Qt.Orientation:
            self.headerDataChanged.emit(way, 0, max(0, len(self._shares) - 1))

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self.beginResetModel()
        self._palette = palette
        self.endResetModel()

    def share(self, row: int, column: int) -> float | None:
        """Return how much (0…1) of plan `row` stands in plan `column`."""
        return self._shares[row][column]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of plans."""
        return 0 if parent is not None and parent.isValid() else len(self._shares)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of plans."""
        return 0 if parent is not None and parent.isValid() else len(self._shares)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the share as text, its heat, or a sentence about it."""
        if not index.isValid():
            return None
        share = self._shares[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTER
        if role == Qt.ItemDataRole.DisplayRole:
            return "—" if share is None else share_text(share)
        if role == Qt.ItemDataRole.ForegroundRole and (share or 0.0) < self._threshold:
            return QBrush(QColor(self._palette.muted))
        if role == Qt.ItemDataRole.BackgroundRole and share and share >= self._threshold:
            return QBrush(QColor(heat(self._palette, share)))
        spoken = {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
        if role in spoken and share is not None:
            return self._sentence(index.row(), index.column(), share)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Return the names of the plans."""
        if self._plans is None or not 0 <= section < len(self._plans.documents):
            return None
        document = self._plans.documents[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plan_title(document)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and section == self._mine:
            font = QFont()
            font.setBold(True)
            return font
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1}  {plan_title(document)}"
        return plan_name(section, document)

    def _sentence(self, row: int, column: int, share: float) -> str | None:
        assert self._plans is not None
        every = self._plans.share_of_all(row, column)
        if not every:
            return None
        documents = self._plans.documents
        names = {
            "left": plan_title(documents[row]),
            "right": plan_title(documents[column]),
            "share": share_text(share),
        }
        text = self.tr("“{left}”的文字有 {share} 见于“{right}”。").format(**names)
        if every != share:
            more = self.tr("已不计非借用和套话；连同它们是 {every}。")
            text += more.format(every=share_text(every))
        return text + self.tr("双击并排比对。")


def share_text(share: float) -> str:
    """Return a share as the table shows it."""
    return "<1 %" if 0 < share < _LEAST_SHOWN else percent(share)
