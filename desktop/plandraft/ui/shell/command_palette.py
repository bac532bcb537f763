"""Type a few letters of a command and press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from plandraft.ui.models.widgets import ICON_SIZE
from plandraft.ui.shell.fuzzy import rank

_WIDTH, _HEIGHT = 520, 380
_TOP = 64
_RATIO = 3  # pixels of a picture for one of a screen of any density
_ACTION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_KEYS_ROLE = _ACTION_ROLE + 1
_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CommandPalette(QFrame):
    """Show the actions that can be used now, filtered by what is typed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self._entries: list[tuple[QAction, tuple[str, ...]]] = []
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("输入命令"))
        self.field.setAccessibleName(self.tr("输入命令"))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("命令"))
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.model = QStandardItemModel(self)
        self._no_icon = _blank_icon()
        self.list.setModel(self.model)
        self.list.setIconSize(ICON_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.resize(_WIDTH, _HEIGHT)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run_current)
        self.list.clicked.connect(lambda _index: self._run_current())

    def open_with(self, entries: Sequence[tuple[str, QAction]]) -> None:
        """Show the palette over its window; `entries` are (id, action) pairs."""
        self._entries = [
            (action, (_plain(action.text()), identity))
            for identity, action in entries
            if action.isEnabled()
        ]
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.field.clear()
        self._filter("")
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, _TOP)
        self.show()
        self.raise_()
        self.field.setFocus()

    def names(self) -> list[str]:
        """Return the texts of the commands shown, best first."""
        items = (self.model.item(row) for row in range(self.model.rowCount()))
        return [item.text() for item in items if item.isEnabled()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field move in the list."""
        moves = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if event.type() == QEvent.Type.FocusOut:
            # Whoever clicks elsewhere does not want a command any more.
            self.hide()
        if moves and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self._go_back()
            return True
        if moves and event.key() in _LIST_KEYS:  # type: ignore[attr-defined]
            self.list.keyPressEvent(event)  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self.model.clear()
        for action in rank(text, self._entries):
            icon = action.icon()
            item = QStandardItem(self._no_icon if icon.isNull() else icon, _plain(action.text()))
            item.setData(action, _ACTION_ROLE)
            item.setData(action.shortcut().toString(), _KEYS_ROLE)
            self.model.appendRow(item)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        else:
            nothing = QStandardItem(self._no_icon, self.tr("没有这样的命令"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.model.appendRow(nothing)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the commands, and at most `_HEIGHT`."""
        rows = max(1, self.model.rowCount())
        row = max(self.list.sizeHintForRow(0), self.field.height())
        self.resize(_WIDTH, min(_HEIGHT, self.field.height() + rows * row + 32))

    def _go_back(self) -> None:
        """Close, with the keyboard where it was before."""
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus()
        self.hide()

    def _run_current(self) -> None:
        action = self.list.currentIndex().data(_ACTION_ROLE)
        if isinstance(action, QAction):
            self._go_back()
            action.trigger()


class _CommandDelegate(QStyledItemDelegate):
    """Draw the shortcut at the right of a command."""

    def paint(self, painter: QPainter, option: object, index: object) -> None:
        """Draw one row."""
        super().paint(painter, option, index)  # type: ignore[arg-type]
        keys = index.data(_KEYS_ROLE)  # type: ignore[attr-defined]
        if keys:
            rect = option.rect.adjusted(0, 0, -12, 0)  # type: ignore[attr-defined]
            painter.save()
            painter.setPen(option.palette.placeholderText().color())  # type: ignore[attr-defined]
            text = QFontMetrics(painter.font()).elidedText(keys, Qt.TextElideMode.ElideLeft, 160)
            painter.drawText(
                rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
            )
            painter.restore()


def _blank_icon() -> QIcon:
    """Return an icon of nothing, so that texts without an icon stand in line with the others."""
    picture = QPixmap(ICON_SIZE * _RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)


def _plain(text: str) -> str:
    return text.replace("&", "")
