"""The passages of a comparison as a table that filters and sorts in plain lists."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.matching.passages import PassageKind
from plandraft.core.model.spans import Span
from plandraft.ui.models.passage_names import difference_name, kind_name, percent

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
KIND_ROLE = ROW_ROLE + 1
# Longer excerpts are cut by the column anyway, and a cell must stay cheap.
EXCERPT_LENGTH = 120

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """Name the columns."""

    NUMBER = 0
    LEFT = 1
    RIGHT = 2
    SIMILARITY = 3
    LETTERS = 4
    KIND = 5
    DIFFERENCES = 6
    SECTION = 7


NUMERIC = frozenset({Column.NUMBER, Column.SIMILARITY, Column.LETTERS})


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Say which passages are shown; `text` is searched in both wordings and sections."""

    text: str = ""
    min_similarity: float = 0.0
    min_letters: int = 0
    kinds: frozenset[PassageKind] = frozenset(PassageKind)


class MatchesModel(QAbstractTableModel):
    """Show the passages that pass the filter.

    An *entry* is the position of a passage in `comparison.rows`; a *row* is its place on the
    screen now. `shown_changed` tells that other entries are shown, or in another order.
    """

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: tuple[PassageRow, ...] = ()
        self._letters: list[int] = []
        self._haystacks: list[str] = []
        self._shown: list[int] = []
        self._places: dict[int, int] = {}
        self._filter = PassageFilter()
        self._sort = (Column.NUMBER, False)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the passages of `comparison`, or none."""
        self.beginResetModel()
        self._comparison = comparison
        self._rows = comparison.rows if comparison else ()
        self._haystacks = []
        self._letters = _letter_counts(comparison) if comparison else []
        self._show_filtered()
        self.endResetModel()
        self.shown_changed.emit()

    def set_filter(self, wanted: PassageFilter) -> None:
        """Show the passages that pass `wanted`."""
        if wanted == self._filter:
            return
        self.beginResetModel()
        self._filter = wanted
        self._show_filtered()
        self.endResetModel()
        self.shown_changed.emit()

    @property
    def shown(self) -> Sequence[int]:
        """Return the entries that are shown, in the order of the screen."""
        return self._shown

    @property
    def total(self) -> int:
        """Return the number of passages, shown or not."""
        return len(self._rows)

    def row_of(self, entry: int) -> int:
        """Return where `entry` stands on the screen, or -1 when it is filtered out."""
        return self._places.get(entry, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of passages shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return text, alignment, the passage row or its kind."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        column = Column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in {Column.LEFT, Column.RIGHT}:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMERIC:
            return _RIGHT
        if role == ROW_ROLE:
            return self._rows[entry]
        if role == KIND_ROLE:
            return self._rows[entry].passage.kind
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Return the names of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if Column(section) is Column.NUMBER:  # the sign of the order stands at its right
                return int(Qt.AlignmentFlag.AlignCenter)
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            return _RIGHT if Column(section) in NUMERIC else left
        return self._column_name(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the passages in the order of a column."""
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        entries = [self._shown[index.row()] for index in before]
        self._sort = (Column(column), order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        after = [
            self.index(self._places[entry], index.column())
            for entry, index in zip(entries, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.shown_changed.emit()

    def _column_name(self, column: Column) -> str:
        return {
            Column.NUMBER: "#",
            Column.LEFT: self.tr("左（A）"),
            Column.RIGHT: self.tr("右（B）"),
            Column.SIMILARITY: self.tr("相似度"),
            Column.LETTERS: self.tr("字数"),
            Column.KIND: self.tr("类型"),
            Column.DIFFERENCES: self.tr("差异"),
            Column.SECTION: self.tr("章节"),
        }[column]

    def _text(self, entry: int, column: Column) -> str:
        row = self._rows[entry]
        texts: dict[Column, Callable[[], str]] = {
            Column.NUMBER: lambda: str(row.number),
            Column.LEFT: lambda: self._excerpt(row.passage.left, left=True),
            Column.RIGHT: lambda: self._excerpt(row.passage.right, left=False),
            Column.SIMILARITY: lambda: percent(row.passage.similarity),
            Column.LETTERS: lambda: str(self._letters[entry]),
            Column.KIND: lambda: kind_name(row.passage.kind),
            Column.DIFFERENCES: lambda: "、".join(map(difference_name, row.passage.differs)),
            Column.SECTION: lambda: _section_pair(row),
        }
        return texts[column]()

    def _excerpt(self, span: Span, *, left: bool) -> str:
        assert self._comparison is not None
        document = self._comparison.left if left else self._comparison.right
        cut = Span(span.start, min(span.end, span.start + EXCERPT_LENGTH))
        return " ".join(cut.slice(document.text).split()) + ("…" if cut.end < span.end else "")

    def _show_filtered(self) -> None:
        wanted = self._filter
        needle = "".join(wanted.text.split()).lower()
        if needle and not self._haystacks:
            self._haystacks = self._build_haystacks()
        self._shown = [
            entry
            for entry, row in enumerate(self._rows)
            if row.passage.similarity >= wanted.min_similarity
            and self._letters[entry] >= wanted.min_letters
            and row.passage.kind in wanted.kinds
            and (not needle or needle in self._haystacks[entry])
        ]
        self._arrange()

    def _arrange(self) -> None:
        column, descending = self._sort
        key = self._sort_key(column)
        self._shown.sort(key=lambda entry: (key(entry), entry), reverse=descending)
        self._places = {entry: place for place, entry in enumerate(self._shown)}

    def _sort_key(self, column: Column) -> Callable[[int], object]:
        rows, letters = self._rows, self._letters
        kinds = {kind: place for place, kind in enumerate(PassageKind)}
        keys: dict[Column, Callable[[int], object]] = {
            Column.NUMBER: lambda entry: rows[entry].number,
            Column.LEFT: lambda entry: rows[entry].passage.left.start,
            Column.RIGHT: lambda entry: rows[entry].passage.right.start,
            Column.SIMILARITY: lambda entry: rows[entry].passage.similarity,
            Column.LETTERS: lambda entry: letters[entry],
            Column.KIND: lambda entry: kinds[rows[entry].passage.kind],
            Column.DIFFERENCES: lambda entry: rows[entry].passage.differs,
            Column.SECTION: lambda entry: rows[entry].passage.left.start,
        }
        return keys[column]

    def _build_haystacks(self) -> list[str]:
        assert self._comparison is not None
        left, right = self._comparison.left.text, self._comparison.right.text
        joined = (
            "\0".join(
                (
                    row.passage.left.slice(left),
                    row.passage.right.slice(right),
                    row.left_section,
                    row.right_section,
                )
            )
            for row in self._rows
        )
        return ["".join(text.split()).lower() for text in joined]


def _section_pair(row: PassageRow) -> str:
    if row.left_section == row.right_section:
        return row.left_section
    return f"{row.left_section or '—'} ↔ {row.right_section or '—'}"


def _letter_counts(comparison: Comparison) -> list[int]:
    left, right = (
        array("L", accumulate(map(str.isalnum, document.text), initial=0))
        for document in (comparison.left, comparison.right)
    )
    return [
        min(
            left[row.passage.left.end] - left[row.passage.left.start],
            right[row.passage.right.end] - right[row.passage.right.start],
        )
        for row in comparison.rows
    ]
