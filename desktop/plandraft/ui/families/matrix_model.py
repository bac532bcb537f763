"""Who shares how much with whom, both ways, as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.similarity import similarity_matrix
from plandraft.ui.families.family_colors import heat, plan_name, plan_title
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import percent

Index = QModelIndex | QPersistentModelIndex
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class MatrixModel(QAbstractTableModel):
    """Show in row i, column j how much of plan i stands in plan j."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._plans: PlanSet | None = None
        self._shares: tuple[tuple[float | None, ...], ...] = ()
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
        self._shares = similarity_matrix(len(plans.documents), plans.pairs) if plans else ()
        self.endResetModel()

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
            return "—" if share is None else percent(share)
        if role == Qt.ItemDataRole.ForegroundRole and (share or 0.0) < self._threshold:
            return QBrush(QColor(self._palette.muted))
        if role == Qt.ItemDataRole.BackgroundRole and share and share >= self._threshold:
            return QBrush(QColor(heat(self._palette, share)))
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole} and share:
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
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1}  {plan_title(document)}"
        return plan_name(section, document)

    def _sentence(self, row: int, column: int, share: float) -> str:
        assert self._plans is not None
        documents = self._plans.documents
        return self.tr("“{left}”的文字有 {share} 见于“{right}”。双击并排比对。").format(
            left=plan_title(documents[row]),
            right=plan_title(documents[column]),
            share=percent(share),
        )
