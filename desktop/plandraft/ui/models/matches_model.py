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

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.versions import Reading
from plandraft.core.model.spans import Span
from plandraft.ui.models.entries import ALL_KINDS, KIND_ORDER, Entry, EntryKind, PairView
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
    PARTNERS = 6
    DIFFERENCES = 7
    SECTION = 8


NUMERIC = frozenset({Column.NUMBER, Column.SIMILARITY, Column.LETTERS})


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Say which passages are shown; `text` is searched in both wordings and sections."""

    text: str = ""
    min_similarity: float = 0.0
    min_letters: int = 0
    kinds: frozenset[EntryKind] = ALL_KINDS


class MatchesModel(QAbstractTableModel):
    """Show the passages that pass the filter.

    An *entry* is the position of a passage or change in `view.entries`; a *row* is its place on the
    screen now. `shown_changed` tells that other entries are shown, or in another order.
    """

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: tuple[Entry, ...] = ()
        self._letters: list[int] = []
        self._haystacks: list[str] = []
        self._shown: list[int] = []
        self._places: dict[int, int] = {}
        self._in_order = True  # as in `view.entries`: sorting twenty thousand takes a while
        self._filter = PassageFilter()
        self._reading = Reading.PASSAGES
        self._sort = (Column.NUMBER, False)

    def set_view(self, view: PairView | None) -> None:
        """Show the entries of `view`, or none."""
        self.beginResetModel()
        comparison = view.comparison if view else None
        self._comparison = comparison
        self._reading = view.reading if view else Reading.PASSAGES
        self._rows = view.entries if view else ()
        self._haystacks = []
        self._letters = _letter_counts(view) if view else []
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
            return self._rows[entry].kind
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
            Column.PARTNERS: self.tr("对应"),
            Column.DIFFERENCES: self.tr("差异"),
            Column.SECTION: self.tr("章节"),
        }[column]

    def _text(self, entry: int, column: Column) -> str:
        row = self._rows[entry]
        texts: dict[Column, Callable[[], str]] = {
            Column.NUMBER: lambda: str(row.number),
            Column.LEFT: lambda: self._excerpt(row.left, left=True),
            Column.RIGHT: lambda: self._excerpt(row.right, left=False),
            Column.SIMILARITY: lambda: percent(row.similarity) if row.both else "—",
            Column.LETTERS: lambda: str(self._letters[entry]),
            Column.KIND: lambda: kind_name(row.kind, edited=row.edited),
            Column.PARTNERS: lambda: _partners(row),
            Column.DIFFERENCES: lambda: "、".join(map(difference_name, row.differs)),
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
            if (row.similarity >= wanted.min_similarity or not row.both)
            and self._letters[entry] >= wanted.min_letters
            and row.kind in wanted.kinds
            and (not needle or needle in self._haystacks[entry])
        ]
        self._in_order = True
        self._arrange()

    def _arrange(self) -> None:
        column, descending = self._sort
        if column is Column.NUMBER and not descending and self._in_order:
            self._places = {entry: place for place, entry in enumerate(self._shown)}
            return
        key = self._sort_key(column)
        self._in_order = False
        self._shown.sort(key=lambda entry: (key(entry), entry), reverse=descending)
        self._places = {entry: place for place, entry in enumerate(self._shown)}

    def _sort_key(self, column: Column) -> Callable[[int], object]:
        rows, letters = self._rows, self._letters
        keys: dict[Column, Callable[[int], object]] = {
            Column.NUMBER: lambda entry: rows[entry].number,
            Column.LEFT: lambda entry: rows[entry].left.start,
            Column.RIGHT: lambda entry: rows[entry].right.start,
            Column.SIMILARITY: lambda entry: rows[entry].similarity,
            Column.LETTERS: lambda entry: letters[entry],
            Column.KIND: lambda entry: KIND_ORDER.index(rows[entry].kind),
            Column.PARTNERS: lambda entry: rows[entry].partners,
            Column.DIFFERENCES: lambda entry: rows[entry].differs,
            Column.SECTION: lambda entry: rows[entry].left.start,
        }
        return keys[column]

    def _build_haystacks(self) -> list[str]:
        assert self._comparison is not None
        left, right = self._comparison.left.text, self._comparison.right.text
        joined = (
            "\0".join(
                (
                    row.left.slice(left),
                    row.right.slice(right),
                    row.left_section,
                    row.right_section,
                )
            )
            for row in self._rows
        )
        return ["".join(text.split()).lower() for text in joined]


def _partners(row: Entry) -> str:
    """Return how many places belong together where it is not one and one."""
    return "" if row.partners == (1, 1) else "{} : {}".format(*row.partners)


def _section_pair(row: Entry) -> str:
    if row.left_section == row.right_section:
        return row.left_section
    return f"{row.left_section or '—'} ↔ {row.right_section or '—'}"


def _letter_counts(view: PairView) -> list[int]:
    """Return the letters of the shorter side, or of the only one."""
    left, right = (
        array("L", accumulate(map(str.isalnum, document.text), initial=0))
        for document in (view.comparison.left, view.comparison.right)
    )
    counts = []
    for one in view.entries:
        ours = left[one.left.end] - left[one.left.start]
        theirs = right[one.right.end] - right[one.right.start]
        counts.append(min(ours, theirs) if one.both else max(ours, theirs))
    return counts
