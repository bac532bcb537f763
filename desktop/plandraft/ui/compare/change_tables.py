"""Tables over all passages: what was put for what, and which numbers differ."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.numbers import NumberChange, leading_value, list_numbers
from plandraft.core.compare.swaps import mine_swaps
from plandraft.ui.compare.rows_table import TableRow
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.passage_names import class_name

# The window stays quick while thousands of passages are looked through.
_SLICE = 12  # ms


class ChangeCollector(QObject):
    """Look through all entries in slices of time; `grown` tells that there is more to show."""

    grown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: PairView | None = None
        self._next = 0
        self._swaps: Counter[tuple[str, str, ChangeClass]] = Counter()
        self._first: dict[tuple[str, str, ChangeClass], int] = {}
        self._numbers: list[tuple[int, NumberChange]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    def set_view(self, view: PairView | None) -> None:
        """Look through `view` from now on, once `start` is called."""
        self._timer.stop()
        self._view, self._next = view, 0
        self._swaps.clear()
        self._first.clear()
        self._numbers.clear()
        self.grown.emit()

    def start(self) -> None:
        """Go on looking."""
        if not self.done:
            self._timer.start()

    def stop(self) -> None:
        """Pause; nothing is lost."""
        self._timer.stop()

    @property
    def done(self) -> bool:
        """Tell whether all entries were looked at."""
        return self._view is None or self._next >= len(self._view.entries)

    def swap_rows(self) -> list[TableRow]:
        """Return left, right, class and count, most often first, mere numbers last of those."""
        ordered = sorted(
            self._swaps.items(),
            key=lambda item: (-item[1], item[0][2] is ChangeClass.NUMBER, item[0]),
        )
        return [
            TableRow(self._first[key], (key[0], key[1], class_name(key[2]), str(count)), count)
            for key, count in ordered
        ]

    def number_rows(self) -> list[TableRow]:
        """Return indicator, left and right in the order of the text."""
        return [
            TableRow(entry, (one.indicator, one.left, one.right), leading_value(one.left))
            for entry, one in self._numbers
        ]

    def _work(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not self.done and clock.elapsed() < _SLICE:
            self._look_at(self._next)
            self._next += 1
        if self.done:
            self._timer.stop()
            self.grown.emit()

    def _look_at(self, entry: int) -> None:
        assert self._view is not None
        comparison, changes = self._view.comparison, self._view.inline(entry)
        for swap in mine_swaps(comparison, changes):
            key = (swap.left, swap.right, swap.change_class)
            self._swaps[key] += swap.count
            self._first.setdefault(key, entry)
        self._numbers += [(entry, one) for one in list_numbers(comparison, changes)]
