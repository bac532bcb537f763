"""All keys on one sheet: those of the actions, and those that a page has beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from plandraft.ui.models.decision_bar import KEYS
from plandraft.ui.models.decision_names import verdict_name
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label, make_scroll_area
from plandraft.ui.shell.actions import ActionSpec, ActionTable

_SIZE = (520, 620)
_WORDS = (("Return", "Enter"), ("Left", "←"), ("Right", "→"))

Row = tuple[str, str]


class KeysDialog(QDialog):
    """List keys by where they work."""

    def __init__(
        self,
        menus: Sequence[tuple[str, str]],
        specs: Sequence[ActionSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("键盘一览"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GROUP_GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        for identity, title in menus:
            rows = [(key_text(spec.keys), spec.text) for spec in specs if spec.menu == identity]
            self._add(_plain(title), [row for row in rows if row[0]])
        self._add(self.tr("资料库"), self._library())
        self._add(self.tr("比对"), self._compare())
        self._add(self.tr("起草"), self._draft())
        self._arrange()

    def rows(self) -> list[Row]:
        """Return keys and what they do, from top to bottom."""
        found = []
        for row in range(self._grid.rowCount()):
            pair = [self._text(row, column) for column in (0, 1)]
            if all(pair):
                found.append((pair[0], pair[1]))
        return found

    def _library(self) -> list[Row]:
        return [
            ("Enter", self.tr("选一份阅读全文，选几份比对")),
            ("Delete", self.tr("从资料库移除（可撤销）")),
            ("↓  Enter", self.tr("从搜索框到找到的文档")),
            ("Ctrl+F  F3", self.tr("阅读全文时查找")),
        ]

    def _compare(self) -> list[Row]:
        verdicts = [(key, verdict_name(verdict)) for verdict, key in KEYS.items()]
        return [
            ("Shift+F8", self.tr("上一处")),
            ("Ctrl+Shift+C", self.tr("复制并注明出处")),
            ("Esc", self.tr("清空筛选，再按回到正文")),
            *verdicts,
        ]

    def _draft(self) -> list[Row]:
        return [
            ("F2", self.tr("在提纲里改名")),
            ("Esc", self.tr("从页面预览回到正文")),
            ("Ctrl+Alt+P", self.tr("打印页面")),
        ]

    def _add(self, title: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        line = self._grid.rowCount()
        head = make_label(title, "sectionTitle")
        head.setContentsMargins(0, GAP if line > 1 else 0, 0, 0)
        self._grid.addWidget(head, line, 0, 1, 2)
        for number, (keys, text) in enumerate(rows, start=line + 1):
            self._grid.addWidget(make_label(keys), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(make_label(text, wrap=True), number, 1)

    def _text(self, row: int, column: int) -> str:
        item = self._grid.itemAtPosition(row, column)
        label = item.widget() if item is not None else None
        return label.text() if label is not None and label.objectName() == "" else ""  # type: ignore[attr-defined]

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("cards")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.addLayout(self._grid)
        column.addStretch()
        area = make_scroll_area(inside, "cardsArea")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 80))
        area.setFocus()


def show_keys(parent: QWidget) -> None:
    """Show the sheet over `parent`."""
    table = ActionTable()
    dialog = KeysDialog(table.menus(), table.specs(), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def key_text(keys: str) -> str:
    """Return `keys`, separated by blanks, as they stand on a keyboard."""
    for word, sign in _WORDS:
        keys = keys.replace(word, sign)
    return "  ".join(keys.split())


def _plain(title: str) -> str:
    """Return the title of a menu without the letter that opens it."""
    return title.partition("(")[0].replace("&", "")
