"""One message at the foot of a page: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton

from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import GAP, make_label, make_tool_button


class MessageKind(Enum):
    """Name what a message is about; each has its icon and colour."""

    INFO = "info"
    DONE = "done"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class MessageAction:
    """Hold a button of a message; with `choices` it opens a menu of them instead."""

    text: str
    run: Callable[[], object] = lambda: None
    choices: tuple[tuple[str, Callable[[], object]], ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """Hold a message; `details` are more lines, shown below the text."""

    kind: MessageKind
    text: str
    actions: tuple[MessageAction, ...] = ()
    details: tuple[str, ...] = ()


# Long enough to read two lines; to look elsewhere first and then act; errors stay until closed.
_PASSING_MS, _ACTING_MS = 12_000, 30_000
_MOST_DETAILS = 6
_LINE_HEIGHT = 30
_ROLES = {
    MessageKind.INFO: "accent",
    MessageKind.DONE: "success_text",
    MessageKind.ERROR: "error_text",
}


class MessageStrip(QFrame):
    """Show the last message until it is closed, acted on or, unless an error, old.

    It does not grow old below the mouse.
    """

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._icons = icons
        self.message: Message | None = None
        self._below_hand = False
        self._picture = QLabel()
        # As high as the button at the other end, so that the first lines stand level.
        self._picture.setFixedHeight(_LINE_HEIGHT)
        self.label = make_label(wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        self.close_button = make_tool_button(icons, "close", "", self.dismiss, tip=self.tr("关闭"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(GAP)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        row.addLayout(self._buttons)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._age = QTimer(self, singleShot=True, interval=_PASSING_MS)
        self._age.timeout.connect(self.dismiss)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show `message` in place of the one before."""
        self.message = message
        role = _ROLES[message.kind]
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap(message.kind.value, 20, ratio, role))
        self.label.setText("\n".join((message.text, *self._details(message))))
        self._make_buttons(message)
        self.setProperty("kind", message.kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._age.setInterval(_ACTING_MS if message.actions else _PASSING_MS)
        self._let_age()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay under the hand: what goes away there lets it hit something else."""
        self._below_hand = True
        self._let_age()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Grow old again."""
        self._below_hand = False
        self._let_age()
        super().leaveEvent(event)

    def _let_age(self) -> None:
        lasting = self.message is None or self.message.kind is MessageKind.ERROR
        if lasting or self._below_hand:
            self._age.stop()
        else:
            self._age.start()

    def dismiss(self) -> None:
        """Take the message away."""
        self._age.stop()
        self.message = None
        self.hide()

    def _details(self, message: Message) -> list[str]:
        lines = [f"• {line}" for line in message.details[:_MOST_DETAILS]]
        more = len(message.details) - _MOST_DETAILS
        if more > 0:
            lines.append(self.tr("……另有 {count} 项").format(count=more))
        return lines

    def _make_buttons(self, message: Message) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for action in message.actions:
            button = QPushButton(action.text)
            if action.choices:
                menu = QMenu(button)
                for text, run in action.choices:
                    menu.addAction(text, partial(self._act, run))
                button.setMenu(menu)
            else:
                button.clicked.connect(partial(self._act, action.run))
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)

    def _act(self, run: Callable[[], object], *_signal: object) -> None:
        self.dismiss()
        run()
