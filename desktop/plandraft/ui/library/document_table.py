"""The table in the middle of the library."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from plandraft.core.model.document import WarningCode
from plandraft.services.library import DocumentRecord
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.library_model import RECORD_ROLE, Column, LibraryModel

_ROW_HEIGHT = 36
_WIDTHS = {
    Column.PLACE: 76,
    Column.PERIOD: 76,
    Column.CHARACTERS: 92,
    Column.FORMAT: 68,
    Column.WARNINGS: 56,
    Column.ADDED: 136,
}
# Most titles of plans, whole; the other columns are less worth.
_NARROWEST_TITLE = 300


class DocumentTable(QTableView):
    """Show the documents; several can be chosen, Enter and double click act on them.

    `menu_requested` carries where on the screen.
    """

    activated_rows = Signal()
    remove_pressed = Signal()
    chosen_changed = Signal()
    menu_requested = Signal(object)

    def __init__(self, model: LibraryModel, icons: IconSet) -> None:
        super().__init__()
        self._library = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("文档列表"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.setItemDelegateForColumn(Column.WARNINGS, _WarningDelegate(icons, self))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.doubleClicked.connect(lambda _index: self.activated_rows.emit())

    def chosen(self) -> tuple[DocumentRecord, ...]:
        """Return the chosen records from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._library.index(row, 0).data(RECORD_ROLE) for row in rows)

    def choose(self, identities: tuple[int, ...]) -> None:
        """Choose these documents where they are shown."""
        wanted = set(identities)
        rows = {one.id: row for row, one in enumerate(self._library.shown) if one.id in wanted}
        indexes = [self._library.index(rows[one], 0) for one in identities if one in rows]
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        # All at once: each change is told, and what is told looks at all that are chosen.
        model = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.select(chosen, flags.ClearAndSelect | flags.Rows)
        if indexes:
            model.setCurrentIndex(indexes[-1], flags.NoUpdate)

    def take_keyboard(self) -> None:
        """Take the keyboard, and choose the first document where none is chosen."""
        self.setFocus()
        if not self.chosen():
            self.selectRow(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen, by mouse or key."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.visualRect(self.currentIndex())
            self.menu_requested.emit(self.viewport().mapToGlobal(row.bottomLeft()))
        elif self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.menu_requested.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter and Delete."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen():
            self.activated_rows.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen():
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Leave the title room to be read; the least important columns give way."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = self.viewport().width() - _NARROWEST_TITLE
        needed = _WIDTHS[Column.PLACE] + _WIDTHS[Column.WARNINGS]
        for column in (Column.PERIOD, Column.CHARACTERS, Column.FORMAT, Column.ADDED):
            needed += _WIDTHS[column]
            self.setColumnHidden(column, needed > room)


class _WarningDelegate(QStyledItemDelegate):
    """Draw a warning sign instead of the number of warnings."""

    def __init__(self, icons: IconSet, parent: DocumentTable) -> None:
        super().__init__(parent)
        self._icons = icons

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell."""
        warned = bool(index.data())
        record = index.data(RECORD_ROLE)
        offered = any(one.code is WarningCode.SHIFTED_BYTES for one in record.warnings)
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            option.widget.style().ControlElement.CE_ItemViewItem,
            option,
            painter,
            option.widget,
        )
        if warned:
            ratio = painter.device().devicePixelRatioF()
            name, role = ("restore", "accent") if offered else ("warning", "warning_text")
            picture = self._icons.pixmap(name, 16, ratio, role)
            place = option.rect.center()
            painter.drawPixmap(place.x() - 8, place.y() - 8, picture)
