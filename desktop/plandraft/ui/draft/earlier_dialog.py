"""Earlier states of the open draft: look at one beside the present text, and go back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.earlier import StateLine, edit_to, letters_of, state_lines
from plandraft.services.drafting import SnapshotRecord
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import HEADING_FAMILIES, READING_FAMILIES, Palette, tint
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label, make_primary_button

_SIZE = (860, 620)
_LIST_WIDTH = 176
_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_INDENT = 30  # two letters
# Share of the colour of what was inserted in the ground of what the present text lacks.
_GONE = 0.16


class EarlierDialog(QDialog):
    """List the states; `state_wanted` carries the id of the one to look at.

    `restore_requested` carries the Draft to go back to and when it was.
    """

    state_wanted = Signal(int)
    restore_requested = Signal(object, str)

    def __init__(
        self,
        icons: IconSet,
        palette: Palette,
        present: Draft,
        states: Sequence[SnapshotRecord],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._present = present
        self._state: Draft | None = None
        self.setWindowTitle(self.tr("草稿的早先版本"))
        self.list = QListWidget()
        self.list.setObjectName("draftList")
        self.list.setAccessibleName(self.tr("早先版本"))
        self.text = QTextBrowser()
        self.text.setObjectName("original")
        self.text.setAccessibleName(self.tr("这一版的正文"))
        self.note = make_label(role="muted", wrap=True)
        self.restore = make_primary_button(
            icons, "restore", self.tr("恢复到这一版"), self._on_restore
        )
        self.restore.setEnabled(False)
        self._arrange()
        self.list.currentItemChanged.connect(self._on_current)
        for state in states:
            item = QListWidgetItem(self._moment(state.made_at))
            item.setData(_ID_ROLE, state.id)
            self.list.addItem(item)
        if states:
            self.list.setCurrentRow(0)
        else:
            self.note.setText(self.tr("还没有早先的版本：写作时每五分钟留一版，以后在这里找回。"))

    def show_state(self, identity: int, state: Draft) -> None:
        """Show a state, unless another one is looked at by now."""
        if not self.list.count() or self.list.currentItem().data(_ID_ROLE) != identity:
            return
        self._state = state
        lines = state_lines(state, self._present)
        self.text.setHtml(self._html(lines))
        same = edit_to(self._present, state) is None
        self.restore.setEnabled(not same)
        self.note.setText(self._note(state, lines, same=same))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self._state = None
        self.restore.setEnabled(False)
        if item is not None:
            self.state_wanted.emit(item.data(_ID_ROLE))

    def _on_restore(self) -> None:
        item = self.list.currentItem()
        if self._state is not None and item is not None:
            self.accept()
            self.restore_requested.emit(self._state, item.text())

    def _note(self, state: Draft, lines: Sequence[StateLine], *, same: bool) -> str:
        if same:
            return self.tr("与现在的正文相同。")
        letters, now = letters_of(state), letters_of(self._present)
        gone = sum(line.gone for line in lines)
        text = self.tr("这一版 {letters} 字，现在 {now} 字；标出的 {count} 段现在没有或已改写。")
        return text.format(letters=letters, now=now, count=gone)

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone()
        time = local.strftime("%H:%M")
        today = datetime.now().astimezone().date()
        if local.date() == today:
            return self.tr("今天 {time}").format(time=time)
        if local.date() == today - timedelta(days=1):
            return self.tr("昨天 {time}").format(time=time)
        return f"{self._day(local.date(), today)} {time}"

    def _day(self, day: date, today: date) -> str:
        if day.year == today.year:
            return self.tr("{month}月{day}日").format(month=day.month, day=day.day)
        return day.isoformat()

    def _html(self, lines: Sequence[StateLine]) -> str:
        ground = tint(self._palette.inserted_text, _GONE, self._palette.page)
        parts = []
        for line in lines:
            families = HEADING_FAMILIES if line.level else READING_FAMILIES
            names = ",".join(f"'{name}'" for name in families)
            weight = "bold" if line.level else "normal"
            align = "center" if line.level == 1 else "left"
            indent = 0 if line.level else _INDENT
            style = (
                f"font-family:{names};font-weight:{weight};font-size:11pt;line-height:150%;"
                f"margin:4px 0;text-indent:{indent}px"
            )
            text = escape(line.text)
            if line.gone:
                text = f'<span style="background-color:{ground}">{text}</span>'
            parts.append(f'<p align="{align}" style="{style}">{text}</p>')
        return "".join(parts)

    def _arrange(self) -> None:
        self.list.setFixedWidth(_LIST_WIDTH)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(self.list)
        both.addWidget(self.text, 1)
        close = QPushButton(self.tr("关闭"))
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.restore)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GROUP_GAP)
        column.addLayout(both, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 80))
