"""What the reader decides about passages of the pair that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal

from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.compare.decisions import Decision, Verdict, excluded_rows
from plandraft.core.compare.own_phrases import with_formulae
from plandraft.core.compare.shares import ShareCover, cover_shares
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import MatchSet, Passage
from plandraft.core.model.progress import Progress
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.decision_bar import KEYS
from plandraft.ui.models.page_menu import add_shortcuts
from plandraft.ui.models.passage_names import percent
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE

_Decisions = Mapping[int, Decision]
_OPEN = Decision(Verdict.OPEN)


class ReviewController(QObject):
    """Show the decision about the current passage, keep what is decided, recompute the shares.

    `decided` carries a Comparison and the numbers of the rows that the reader has decided about;
    `kept` tells that decisions have been written.
    """

    decided = Signal(object, object)
    kept = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.compare
        self._bar = desk.window.decisions
        self._decisions: dict[int, Decision] = {}
        self._loaded: Comparison | None = None
        self._cover: tuple[MatchSet, ShareCover] | None = None
        self._writes = count(1)
        self._bar.decided.connect(self._on_decided)
        keys = ((key, partial(self._bar.choose, verdict)) for verdict, key in KEYS.items())
        add_shortcuts(self._bar.parentWidget() or desk.window, keys)
        # The bar stands below the page, whose own keys do not reach the note.
        steps = (("F8", self._page.go_next), ("F7", self._page.go_previous))
        add_shortcuts(self._bar, ((key, partial(self._step, go)) for key, go in steps))
        self._page.reader.view_changed.connect(self._on_view_changed)
        self._page.reader.place_changed.connect(lambda _place, _total: self._show_current())
        self._on_view_changed()

    @property
    def decisions(self) -> _Decisions:
        """Return the decisions about the pair that is shown, by the numbers of its rows.

        Passages that consist of the user's own phrases count as formulae.
        """
        comparison = self._page.comparison
        if comparison is None:
            return self._decisions
        return with_formulae(comparison, self._decisions.items())

    def _step(self, go: Callable[[], None]) -> None:
        self._bar.finish_note()
        go()

    def _on_view_changed(self) -> None:
        comparison = self._page.comparison
        passages = comparison is not None and self._page.reading is Reading.PASSAGES
        self._bar.setVisible(passages and bool(comparison and comparison.rows))
        if comparison is None or comparison is self._loaded:
            self._show_all()
            return
        self._decisions, self._loaded = {}, comparison
        self._show_all()
        self._count_shares(comparison)
        self._desk.runner.submit(
            "decisions-of",
            self._reading(comparison),
            lane=Lane.LIBRARY,
            on_done=partial(self._on_found, comparison),
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _count_shares(self, comparison: Comparison) -> None:
        """Prepare in the background what makes the shares quick to count at each decision."""
        matches = comparison.matches
        if self._cover is not None and self._cover[0] is matches:
            return

        def take(cover: ShareCover) -> None:
            self._cover = (matches, cover)
            self._tell_shares(self.decisions)

        self._desk.runner.submit(
            "share-cover",
            lambda _progress: cover_shares(comparison),
            lane=Lane.COMPUTE,
            on_done=take,
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
            self._show_all()

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
        before = self._decisions.get(row.number, _OPEN)
        made = {row.number: (row, decision)}
        if decision.verdict is not before.verdict:
            # A verdict is meant for all selected rows; each keeps its own note.
            for other in self._selected_rows(comparison, row):
                note = self._decisions.get(other.number, _OPEN).note
                made.setdefault(other.number, (other, Decision(decision.verdict, note)))
        self._decisions.update({number: one for number, (_row, one) in made.items()})
        self._show_all()
        self.decided.emit(comparison, frozenset(made))
        self._keep(comparison, {one.passage: decided for one, decided in made.values()})

    def exchange(
        self, comparison: Comparison, row: PassageRow, expected: Decision, wanted: Decision
    ) -> None:
        """Decide in the reader's place, where what is decided about a passage is as expected."""
        if comparison is self._page.comparison and comparison is self._loaded:
            if self._decisions.get(row.number, _OPEN) == expected:
                self._decisions[row.number] = wanted
                self._show_current()
                self._show_all()
                self._keep(comparison, {row.passage: wanted})
            return
        reviewing = self._desk.services.reviewing
        self._desk.runner.submit(
            f"decide-{next(self._writes)}",
            lambda _progress: reviewing.exchange(comparison, row.passage, expected, wanted),
            lane=Lane.LIBRARY,
            on_done=lambda _none: self._on_exchanged(),
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _on_exchanged(self) -> None:
        self._reload()
        self.kept.emit()

    def _reload(self) -> None:
        self._loaded = None
        self._on_view_changed()

    def _selected_rows(self, comparison: Comparison, current: PassageRow) -> list[PassageRow]:
        rows = [comparison.rows[entry] for entry in self._page.passages.selected_entries()]
        return rows if current in rows else []

    def _show_all(self) -> None:
        decisions = self.decisions
        self._page.passages.model.set_decisions(decisions)
        self._page.work.stage.set_quiet(self._quiet_entries(decisions))
        self._tell_shares(decisions)

    def _quiet_entries(self, decisions: _Decisions) -> frozenset[int]:
        """Return the entries shown that prove no re-use; changes between versions are none."""
        comparison = self._page.comparison
        if comparison is None or self._page.reading is not Reading.PASSAGES:
            return frozenset()
        excluded = excluded_rows(decisions)
        return frozenset(at for at, row in enumerate(comparison.rows) if row.number in excluded)

    def _keep(self, comparison: Comparison, made: Mapping[Passage, Decision]) -> None:
        reviewing = self._desk.services.reviewing
        self._desk.runner.submit(
            # Each one is its own: one must not supersede the other.
            f"decide-{next(self._writes)}",
            lambda _progress: reviewing.decide_all(comparison, made),
            lane=Lane.LIBRARY,
            on_done=lambda _none: self.kept.emit(),
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _tell_shares(self, decisions: _Decisions) -> None:
        """Say beside the shares what they are without what is no re-use."""
        comparison = self._page.comparison
        if comparison is None:
            return
        text = self._page.summary()
        excluded = excluded_rows(decisions)
        matches, cover = self._cover or (None, None)
        passages = matches is comparison.matches and self._page.reading is Reading.PASSAGES
        # What is routine is left out of the shares of the summary already.
        if excluded != comparison.routine_rows and passages and cover is not None:
            left, right = map(percent, cover.without(excluded))
            out = self.tr("不计非借用和套话（{count} 处）：A {left}，B {right}")
            text = f"{text} · {out.format(count=len(excluded), left=left, right=right)}"
        self._desk.window.show_status(COMPARE, text)
