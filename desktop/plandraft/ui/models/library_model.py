"""The documents of the library as a table that filters and sorts in plain lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from plandraft.core.model.document import WarningCode
from plandraft.services.library import DocumentRecord
from plandraft.ui.models.warning_texts import warning_text

RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class Column(IntEnum):
    """Name the columns."""

    TITLE = 0
    PLACE = 1
    PERIOD = 2
    CHARACTERS = 3
    FORMAT = 4
    WARNINGS = 5
    ADDED = 6


class Facet(IntEnum):
    """Name what the list can be narrowed by."""

    PLACE = 0
    PERIOD = 1
    KIND = 2
    FORMAT = 3


@dataclass(frozen=True, slots=True)
class FacetValue:
    """Hold one value of a facet, "" where a document has none."""

    facet: Facet
    value: str


class LibraryModel(QAbstractTableModel):
    """Show the records that pass the filter; `shown_changed` tells that others are shown."""

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[DocumentRecord, ...] = ()
        self._shown: list[DocumentRecord] = []
        self._wanted: frozenset[FacetValue] = frozenset()
        # None is the order of the library: newest first, or best first for a search.
        self._sort: tuple[Column, bool] | None = None

    def set_records(self, records: Iterable[DocumentRecord]) -> None:
        """Show `records`, in their order until a column is chosen."""
        self.beginResetModel()
        self._records = tuple(records)
        self._arrange()
        self.endResetModel()
        self.shown_changed.emit()

    def set_wanted(self, wanted: Iterable[FacetValue]) -> None:
        """Show what has one of the wanted values in each facet that has wanted values."""
        self.beginResetModel()
        self._wanted = frozenset(wanted)
        self._arrange()
        self.endResetModel()
        self.shown_changed.emit()

    @property
    def records(self) -> Sequence[DocumentRecord]:
        """Return all records, shown or not."""
        return self._records

    @property
    def shown(self) -> Sequence[DocumentRecord]:
        """Return the records on the screen, in their order there."""
        return self._shown

    def facet_counts(self, facet: Facet) -> list[tuple[str, int]]:
        """Return the values of a facet and how many records have each, most first."""
        counts = Counter(_facet_value(record, facet) for record in self._records)
        return sorted(counts.items(), key=lambda item: (item[0] == "", -item[1], item[0]))

    def row_of(self, identity: int) -> int:
        """Return where the record stands on the screen, or -1."""
        rows = (row for row, record in enumerate(self._shown) if record.id == identity)
        return next(rows, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of records shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return text, tooltip, alignment or the record."""
        if not index.isValid():
            return None
        record, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(record, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(record, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.WARNINGS:
            return self._tip(record, column)
        return record if role == RECORD_ROLE else None

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
            return _alignment(Column(section))
        return self._column_name(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the records in the order of a column; -1 is the order of the library."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._shown[index.row()].id for index in before]
        descending = order == Qt.SortOrder.DescendingOrder
        self._sort = (Column(column), descending) if 0 <= column < len(Column) else None
        self._arrange()
        after = [
            self.index(self.row_of(identity), index.column())
            for identity, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.shown_changed.emit()

    def _arrange(self) -> None:
        wanted: dict[Facet, set[str]] = {}
        for one in self._wanted:
            wanted.setdefault(one.facet, set()).add(one.value)
        self._shown = [
            record
            for record in self._records
            if all(_facet_value(record, facet) in values for facet, values in wanted.items())
        ]
        if self._sort is not None:
            column, descending = self._sort
            self._shown.sort(key=_SORT_KEYS[column], reverse=descending)

    def _text(self, record: DocumentRecord, column: Column) -> str:
        texts: dict[Column, Callable[[], str]] = {
            Column.TITLE: lambda: record.title or self.tr("（无标题）"),
            Column.PLACE: lambda: record.place or "—",
            Column.PERIOD: lambda: record.period or "—",
            Column.CHARACTERS: lambda: QLocale().toString(record.characters),
            Column.FORMAT: lambda: format_name(record.format),
            Column.WARNINGS: lambda: str(len(record.warnings)) if record.warnings else "",
            Column.ADDED: lambda: record.added_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        }
        return texts[column]()

    def _tip(self, record: DocumentRecord, column: Column) -> str | None:
        if column is Column.WARNINGS:
            lines = [warning_text(warning) for warning in record.warnings]
            if any(warning.code is WarningCode.SHIFTED_BYTES for warning in record.warnings):
                lines.append(self.tr("有修复建议，可在右边的详情里查看。"))
            return "\n".join(lines) or None
        own = {Column.PLACE: "place", Column.PERIOD: "period"}.get(column)
        if own in record.edited:
            return self.tr("已由您修改，不是从文中识别的")
        return f"{record.title}\n{record.path}" if column is Column.TITLE else None

    def _column_name(self, column: Column) -> str:
        return {
            Column.TITLE: self.tr("标题"),
            Column.PLACE: self.tr("地区"),
            Column.PERIOD: self.tr("规划期"),
            Column.CHARACTERS: self.tr("字数"),
            Column.FORMAT: self.tr("格式"),
            Column.WARNINGS: self.tr("提示"),
            Column.ADDED: self.tr("加入时间"),
        }[column]


def format_name(kind: str) -> str:
    """Return the name of a file format as the user knows it."""
    page = QCoreApplication.translate("LibraryModel", "网页")
    names = {"docx": "Word", "doc": "Word 97", "html": page, "mht": page}
    return names.get(kind, kind.upper())


def _alignment(column: Column) -> int:
    if column is Column.CHARACTERS:
        return _RIGHT
    return _CENTRE if column is Column.WARNINGS else _LEFT


def _facet_value(record: DocumentRecord, facet: Facet) -> str:
    return (record.place, record.period, record.kind, record.format)[facet]


_SORT_KEYS: dict[Column, Callable[[DocumentRecord], tuple[object, ...]]] = {
    Column.TITLE: lambda record: (record.title, record.id),
    Column.PLACE: lambda record: (record.place == "", record.place, record.title),
    Column.PERIOD: lambda record: (record.period == "", record.period, record.title),
    Column.CHARACTERS: lambda record: (record.characters, record.id),
    Column.FORMAT: lambda record: (record.format, record.title),
    Column.WARNINGS: lambda record: (len(record.warnings), record.id),
    Column.ADDED: lambda record: (record.added_at, record.id),
}
