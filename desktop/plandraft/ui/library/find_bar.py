"""Find words in the text that is read: a field, how many there are, one forward and one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plandraft.core.model.spans import Span
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import GAP, make_label, make_search_field, make_tool_button

_DELAY_MS = 150
_FIELD_WIDTH = 320


class FindBar(QWidget):
    """Ask `find` for the places of what is typed.

    `found` carries all of them, `place_wanted` the one to be shown.
    """

    found = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, icons: IconSet, find: Callable[[str], Sequence[Span]]) -> None:
        super().__init__()
        self._find = find
        self._spans: tuple[Span, ...] = ()
        self._current = -1
        self.field = make_search_field(icons, self.tr("在本文中查找"))
        self.field.setMaximumWidth(_FIELD_WIDTH)
        self.count = make_label(role="muted")
        self.previous = make_tool_button(
            icons, "up", "", self.go_back, tip=self.tr("上一处（Shift+Enter）")
        )
        self.next = make_tool_button(icons, "down", "", self.go_on, tip=self.tr("下一处（Enter）"))
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self.find_now)
        self.field.textChanged.connect(lambda _text: self._delay.start())
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.field, 1)
        for widget in (self.previous, self.next, self.count):
            row.addWidget(widget)
        row.addStretch()
        self._tell()

    def add_keys(self, window: QWidget) -> None:
        """Let Ctrl+F, F3 and Shift+F3 work in the whole window."""
        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.Find, self._take_focus),
            (keys.FindNext, self.go_on),
            (keys.FindPrevious, self.go_back),
        ):
            QShortcut(QKeySequence(key), window, act)

    def begin(self, words: str) -> None:
        """Look for words that were looked for before the text was opened."""
        self.field.setText(words)
        self.find_now()

    def find_now(self) -> None:
        """Find what is typed and show the first place."""
        self._delay.stop()
        self._spans = tuple(self._find(self.field.text()))
        self._current = -1
        self.found.emit(self._spans)
        self._go(1)

    def go_on(self) -> None:
        """Show the next place, after the last one the first."""
        self._step(1)

    def go_back(self) -> None:
        """Show the place before, before the first one the last."""
        self._step(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in the field, and Escape while there is something in it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        if self._delay.isActive():
            self.find_now()
        else:
            self._go(step)

    def _go(self, step: int) -> None:
        if self._spans:
            self._current = (max(self._current, 0 if step < 0 else -1) + step) % len(self._spans)
            self.place_wanted.emit(self._spans[self._current])
        self._tell()

    def _tell(self) -> None:
        text = ""
        if self._spans:
            text = self.tr("第 {number} 处，共 {count} 处")
            text = text.format(number=self._current + 1, count=len(self._spans))
        elif self.field.text().strip():
            text = self.tr("没有找到")
        self.count.setText(text)
        for button in (self.previous, self.next):
            button.setEnabled(len(self._spans) > 1)

    def _take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
