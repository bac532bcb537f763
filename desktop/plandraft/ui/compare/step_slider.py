"""A slider over round values, with what it is set to beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

# Pixels of a track: wide enough to hit each stop, and what is left of it in a narrow window.
_TRACK, _SHORT_TRACK = 60, 36


class StepSlider(QWidget):
    """Choose one of `stops`; `valueChanged` carries it at once, while the hand still draws.

    `text` says what the value is and holds {value}, `short` says it in a narrow window. A value
    that is set from elsewhere is kept as it is, even between two stops.
    """

    valueChanged = Signal(int)

    def __init__(
        self,
        name: str,
        text: str,
        short: str,
        stops: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stops = tuple(stops)
        self._texts = text, short
        self._short = False
        self._narrow = False
        self._value = self._stops[0]
        self.label = QLabel()
        self.track = QSlider(Qt.Orientation.Horizontal)
        self.track.setRange(0, len(self._stops) - 1)
        self.track.setPageStep(1)
        self.track.setAccessibleName(name)
        self.track.setToolTip(name)
        self.label.setToolTip(name)
        self.setFocusProxy(self.track)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label)
        row.addWidget(self.track)
        self.track.valueChanged.connect(lambda stop: self.setValue(self._stops[stop]))
        self._show()

    def value(self) -> int:
        """Return what is chosen."""
        return self._value

    def setValue(self, value: int) -> None:
        """Choose `value`; the handle goes to the stop at or below it."""
        if value == self._value:
            return
        self._value = value
        blocker = QSignalBlocker(self.track)
        self.track.setValue(max(0, bisect_right(self._stops, value) - 1))
        blocker.unblock()
        self._show()
        self.valueChanged.emit(value)

    def show_short(self, *, short: bool, narrow: bool) -> None:
        """Take less room for the text, and for the track too where it is `narrow`."""
        if (short, narrow) != (self._short, self._narrow):
            self._short, self._narrow = short, narrow
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room of the longest text in another face."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._show()

    def _show(self) -> None:
        text = self._texts[self._short]
        self.track.setFixedWidth(_SHORT_TRACK if self._narrow else _TRACK)
        self.label.setText(text.format(value=self._value))
        self.label.ensurePolished()
        longest = text.format(value=max(self._stops[-1], self._value))
        # Nothing beside it moves while the hand draws.
        self.label.setFixedWidth(self.label.fontMetrics().horizontalAdvance(longest) + 2)
        # At once: the row that it stands in measures itself before the next event.
        self.updateGeometry()
