"""What the reader decides about passages of the pair that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from PySide6.QtCore import QObject

from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.compare.decisions import Decision, excluded_rows
from plandraft.core.compare.similarity import shares_without
from plandraft.core.compare.versions import Reading
from plandraft.core.model.progress import Progress
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.passage_names import percent
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE

_Decisions = Mapping[int, Decision]


class ReviewController(QObject):
    """Show the decision about the current passage, keep what is decided, recompute the shares."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.compare
        self._bar = desk.window.decisions
        self._decisions: dict[int, Decision] = {}
        self._loaded: Comparison | None = None
        self._writes = count(1)
        self._bar.decided.connect(self._on_decided)
        self._page.reader.view_changed.connect(self._on_view_changed)
        self._page.reader.place_changed.connect(lambda _place, _total: self._show_current())
        self._on_view_changed()

    @property
    def decisions(self) -> _Decisions:
        """Return the decisions about the pair that is shown, by the numbers of its rows."""
        return self._decisions

    def _on_view_changed(self) -> None:
        comparison = self._page.comparison
        passages = comparison is not None and self._page.reading is Reading.PASSAGES
        self._bar.setVisible(passages and bool(comparison and comparison.rows))
        if comparison is None or comparison is self._loaded:
            self._tell_shares()
            return
        self._decisions, self._loaded = {}, comparison
        self._desk.runner.submit(
            "decisions-of",
            self._reading(comparison),
            lane=Lane.LIBRARY,
            on_done=partial(self._on_found, comparison),
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _reading(self, comparison: Comparison) -> Callable[[Progress], _Decisions]:
        reviewing = self._desk.services.reviewing
        return lambda _progress: reviewing.decisions_of(comparison)

    def _on_found(self, comparison: Comparison, found: _Decisions) -> None:
        if comparison is self._page.comparison:
            # What was decided while they were read is newer.
            self._decisions = {**found, **self._decisions}
            self._show_current()
            self._tell_shares()

    def _row(self) -> PassageRow | None:
        comparison, current = self._page.comparison, self._page.current
        if comparison is None or current is None or self._page.reading is not Reading.PASSAGES:
            return None
        return comparison.rows[current] if current < len(comparison.rows) else None

    def _show_current(self) -> None:
        row = self._row()
        decision = self._decisions.get(row.number) if row else None
        self._bar.show_decision(decision, enabled=row is not None)

    def _on_decided(self, decision: object) -> None:
        assert isinstance(decision, Decision)
        comparison, row = self._page.comparison, self._row()
        if comparison is None or row is None:
            return
        self._decisions[row.number] = decision
        self._tell_shares()
        reviewing = self._desk.services.reviewing
        self._desk.runner.submit(
            # Each one is its own: one must not supersede the other.
            f"decide-{next(self._writes)}",
            lambda _progress: reviewing.decide(comparison, row.passage, decision),
            lane=Lane.LIBRARY,
            on_done=lambda _none: None,
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _tell_shares(self) -> None:
        """Say beside the shares what they are without what is no re-use."""
        comparison = self._page.comparison
        if comparison is None:
            return
        text = self._page.summary()
        excluded = excluded_rows(self._decisions)
        if excluded and self._page.reading is Reading.PASSAGES:
            left, right = map(percent, shares_without(comparison, excluded))
            out = self.tr("不计非借用和套话（{count} 处）：A {left}，B {right}")
            text = f"{text} · {out.format(count=len(excluded), left=left, right=right)}"
        self._desk.window.show_status(COMPARE, text)
