"""What happens when something is wished for on the compare page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.library import DocumentRecord
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE
from plandraft.ui.shell.message_strip import Message, MessageKind

logger = logging.getLogger(__name__)

# Reading two documents back from the library is quick beside matching them.
_READING_SHARE = 0.05
# So is finding the user's own phrases.
_MARKING_FROM = 0.95


class CompareController(QObject):
    """Compare what is chosen; `compared` carries each finished comparison."""

    compared = Signal(object)

    def __init__(self, desk: Desk, options: MatchOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._options = options
        self._page = desk.window.compare
        self.choice: CompareChoice | None = None
        self._over = True
        self._known: frozenset[object] = frozenset()
        self._page.compare_requested.connect(self.compare)
        self._page.cancel_requested.connect(lambda: desk.runner.cancel("compare"))
        self._page.status_changed.connect(partial(desk.window.show_status, COMPARE))

    def show_choices(self, records: object) -> None:
        """Offer all documents of the library for A and B."""
        assert isinstance(records, tuple)
        self._known = frozenset(one.id for one in records)
        untitled = self.tr("（无标题）")
        self._page.set_choices([(one.id, one.title or untitled) for one in records])

    def open_pair(self) -> tuple[int, ...]:
        """Return the ids of what is compared, none where one of them has left the library."""
        if self.choice is None or not {self.choice.left_id, self.choice.right_id} <= self._known:
            return ()
        return int(str(self.choice.left_id)), int(str(self.choice.right_id))

    def compare_records(self, left: DocumentRecord, right: DocumentRecord) -> None:
        """Compare two documents of the library."""
        self.compare(CompareChoice(left.id, right.id))

    def compare(self, choice: object) -> None:
        """Compare what was chosen and show it."""
        assert isinstance(choice, CompareChoice)
        self._desk.window.show_page(COMPARE)
        self._compare(choice, lambda error: self._desk.show_error(COMPARE, error))

    def reopen(self, choice: CompareChoice) -> None:
        """Compare what was compared last time, without a word if it is no longer there."""
        self._compare(choice, lambda error: logger.info("not compared again: %s", error))

    def take_over(self, choice: CompareChoice | None, comparison: Comparison) -> None:
        """Show what the window before this one showed."""
        self.choice = choice
        if choice is not None:
            self._page.set_chosen(choice.left_id, choice.right_id)
        self._page.show_comparison(comparison)
        self.compared.emit(comparison)

    def _compare(self, choice: CompareChoice, on_error: Callable[[PlanError], None]) -> None:
        self._over = False
        self._page.set_chosen(choice.left_id, choice.right_id)
        label = self.tr("正在比对…")
        self._page.set_busy(label)
        self._desk.runner.submit(
            "compare",
            self._work(choice),
            lane=Lane.COMPUTE,
            on_done=partial(self._on_compared, choice),
            on_error=partial(self._on_failed, on_error),
            on_progress=lambda done, _step: self._page.set_busy(label, done),
            on_end=self._on_end,
        )

    def _on_failed(self, tell: Callable[[PlanError], None], error: PlanError) -> None:
        self._over = True
        tell(error)

    def _on_end(self) -> None:
        """Name what is shown, and say so where it is not what was wished for."""
        self._page.clear_busy()
        shown = self.choice is not None and self._page.comparison is not None
        if shown and self.choice is not None:
            self._page.set_chosen(self.choice.left_id, self.choice.right_id)
            self._page.show_titles()
        if not self._over:
            before = self.tr("已取消比对，仍显示原来的两份。")
            text = before if shown else self.tr("已取消比对。")
            self._desk.show(COMPARE, Message(MessageKind.INFO, text))

    def _work(self, choice: CompareChoice) -> Callable[[Progress], Comparison]:
        services, options = self._desk.services, self._options

        def work(progress: Progress) -> Comparison:
            left = services.library.get_document(int(str(choice.left_id)))
            right = services.library.get_document(int(str(choice.right_id)))
            progress.step(_READING_SHARE)
            part = progress.part(_READING_SHARE, _MARKING_FROM)
            compared = services.comparing.compare(left, right, options, part)
            return services.phrases.mark(compared, progress.part(_MARKING_FROM, 1.0))

        return work

    def _on_compared(self, choice: CompareChoice, comparison: Comparison) -> None:
        self._over = True
        self.choice = choice
        self._page.show_comparison(comparison)
        if choice.place is not None:
            self._page.go_to_place(*choice.place)
        self.compared.emit(comparison)
