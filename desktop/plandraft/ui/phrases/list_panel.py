"""One list of the user's own: a line to add to it, a search, the list, and what to do with it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label
from plandraft.ui.phrases.list_model import Cells, ListModel

_ROW_HEIGHT = 30
_LONGEST_LINE = 2_000


class ListPanel(QWidget):
    """Show rows and let them be added and removed.

    `added` carries the cells of a new row, `removed` a tuple of rows. `check` says what is wrong
    with cells that are being written, "" for nothing.
    """

    added = Signal(object)
    removed = Signal(object)
    imported = Signal()
    exported = Signal()

    def __init__(
        self, headers: Sequence[str], examples: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys: dict[Cells, Hashable] = {}
        self.model = ListModel(headers, self)
        self.fields = [QLineEdit() for _ in headers]
        for field, name, example in zip(self.fields, headers, examples, strict=True):
            field.setPlaceholderText(example)
            field.setAccessibleName(name)
            field.setMaxLength(_LONGEST_LINE)
            field.textChanged.connect(self._on_written)
            field.returnPressed.connect(self._on_add)
        self.add_button = QPushButton(self.tr("添加"))
        self.reason = make_label(role="muted")
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("在名单中查找"))
        self.words.setAccessibleName(self.tr("在名单中查找"))
        self.words.setClearButtonEnabled(True)
        self.count = make_label(role="muted")
        self.table = QTableView()
        self.hint = make_label(role="hint", wrap=True)
        self.remove_button = QPushButton(self.tr("移除所选"))
        self.import_button = QPushButton(self.tr("导入…"))
        self.export_button = QPushButton(self.tr("导出…"))
        for button in (
            self.add_button, self.remove_button, self.import_button, self.export_button,
        ):  # fmt: skip
            button.setAutoDefault(False)
        self._set_up_table()
        self._arrange()
        self._connect()
        self._on_written()

    def check(self, cells: Cells) -> str:
        """Say what is wrong with a new row, "" where it can be added."""
        raise NotImplementedError

    def key_of(self, cells: Cells) -> Hashable:
        """Return what is the same for rows that say the same."""
        raise NotImplementedError

    def is_known(self, cells: Cells) -> bool:
        """Tell whether the list has a row that says the same."""
        for row in self.model.rows:
            # Told once: a long list is looked through at every letter that is typed.
            if row not in self._keys:
                self._keys[row] = self.key_of(row)
        key = self.key_of(cells)
        return any(self._keys[row] == key for row in self.model.rows)

    def rule(self) -> str:
        """Say what a row has to be."""
        raise NotImplementedError

    def set_rows(self, rows: Sequence[Cells]) -> None:
        """Show these rows; what is searched for stays."""
        self.model.set_rows(rows)
        self._show()
        self._on_written()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.words.textChanged.connect(self._on_search)
        self.remove_button.clicked.connect(self._on_remove)
        self.import_button.clicked.connect(self.imported)
        self.export_button.clicked.connect(self.exported)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._mark_usable())
        self.model.modelReset.connect(self._mark_usable)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._on_remove)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setObjectName("ownList")
        table.setAccessibleName(self.model.column_name(0))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setVisible(self.model.column_count() > 1)

    def _arrange(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(GAP)
        for at, field in enumerate(self.fields):
            if at:
                entry.addWidget(QLabel("="))
            entry.addWidget(field, 1)
        entry.addWidget(self.add_button)
        find = QHBoxLayout()
        find.setSpacing(GAP)
        find.addWidget(self.words, 1)
        find.addWidget(self.count)
        self.body = QWidget()
        self.body.setObjectName("ownListBody")
        self._stack = QStackedLayout(self.body)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setMargin(GROUP_GAP)
        for widget in (self.table, self.hint):
            self._stack.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.import_button)
        foot.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(entry)
        column.addWidget(self.reason)
        column.addLayout(find)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _cells(self) -> Cells:
        return tuple(" ".join(field.text().split()) for field in self.fields)

    def _on_written(self) -> None:
        cells = self._cells()
        wrong = self.check(cells) if all(cells) else ""
        self.reason.setText(wrong or self.rule())
        self.add_button.setEnabled(all(cells) and not wrong)

    def _on_add(self) -> None:
        if not self.add_button.isEnabled():
            return
        cells = self._cells()
        for field in self.fields:
            field.clear()
        self.fields[0].setFocus()
        self.added.emit(cells)

    def _on_search(self, words: str) -> None:
        self.model.search(words)
        self._show()

    def _on_remove(self) -> None:
        rows = sorted(one.row() for one in self.table.selectionModel().selectedRows())
        if rows:
            self.removed.emit(tuple(self.model.shown[row] for row in rows))

    def _show(self) -> None:
        shown, every = len(self.model.shown), len(self.model.rows)
        text = self.tr("{count} 条") if shown == every else self.tr("{shown} / {count} 条")
        self.count.setText(text.format(shown=shown, count=every))
        self.words.setEnabled(bool(every))
        self.export_button.setEnabled(bool(every))
        if every and not shown:
            self.hint.setText(self.tr("名单中没有这些字。"))
        elif not every:
            self.hint.setText(self.empty_text())
        self._stack.setCurrentWidget(self.table if shown else self.hint)

    def empty_text(self) -> str:
        """Say what the list is for where it is empty."""
        raise NotImplementedError

    def _mark_usable(self) -> None:
        self.remove_button.setEnabled(self.table.selectionModel().hasSelection())
