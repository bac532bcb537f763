"""What happens when something is wished for on the compare page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.library import DocumentRecord
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.picks import CompareChoice, ReportRequest
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

logger = logging.getLogger(__name__)

# Reading two documents back from the library is quick beside matching them.
_READING_SHARE = 0.05


class CompareController(QObject):
    """Compare, report; `compared` carries each finished comparison."""

    compared = Signal(object)

    def __init__(self, desk: Desk, options: MatchOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._options = options
        self._page = desk.window.compare
        self.choice: CompareChoice | None = None
        self._known: frozenset[object] = frozenset()
        self._page.compare_requested.connect(self.compare)
        self._page.report_requested.connect(self._on_report)
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

    def _compare(self, choice: CompareChoice, on_error: Callable[[PlanError], None]) -> None:
        self._page.set_chosen(choice.left_id, choice.right_id)
        label = self.tr("正在比对…")
        self._page.set_busy(label)
        self._desk.runner.submit(
            "compare",
            self._work(choice),
            lane=Lane.COMPUTE,
            on_done=partial(self._on_compared, choice),
            on_error=on_error,
            on_progress=lambda done, _step: self._page.set_busy(label, done),
            on_end=self._page.clear_busy,
        )

    def write_report(self, suffix: str) -> None:
        """Write a report of the comparison that is shown."""
        comparison = self._page.comparison
        if comparison is not None:
            self._on_report(ReportRequest(comparison, suffix))

    def export_decisions(self) -> None:
        """Write all decisions about passages to a workbook."""
        title = self.tr("段落判断")
        target = self._desk.dialogs.choose_target(self._desk.window, title, ".xlsx")
        if target is None:
            return
        reviewing = self._desk.services.reviewing

        def work(_progress: Progress) -> Path:
            reviewing.export(target)
            return target

        self._desk.runner.submit(
            "decisions",
            work,
            lane=Lane.COMPUTE,
            title=title,
            on_done=self._on_written,
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _work(self, choice: CompareChoice) -> Callable[[Progress], Comparison]:
        services, options = self._desk.services, self._options

        def work(progress: Progress) -> Comparison:
            left = services.library.get_document(int(str(choice.left_id)))
            right = services.library.get_document(int(str(choice.right_id)))
            progress.step(_READING_SHARE)
            part = progress.part(_READING_SHARE, 1.0)
            return services.comparing.compare(left, right, options, part)

        return work

    def _on_compared(self, choice: CompareChoice, comparison: Comparison) -> None:
        self.choice = choice
        self._page.show_comparison(comparison)
        self.compared.emit(comparison)

    def _on_report(self, request: object) -> None:
        assert isinstance(request, ReportRequest)
        comparison, exporting = request.comparison, self._desk.services.exporting
        options, reviewing = self._options, self._desk.services.reviewing
        names = (comparison.left.title, comparison.right.title)
        title = self.tr("比对报告 {left} 与 {right}").format(left=names[0], right=names[1])
        target = self._desk.dialogs.choose_target(self._desk.window, title, request.suffix)
        if target is None:
            return
        self._desk.runner.submit(
            "report",
            lambda progress: exporting.write_report(
                comparison,
                target,
                options=options,
                progress=progress,
                decisions=reviewing.decisions_of(comparison),
            ),
            lane=Lane.COMPUTE,
            title=self.tr("写报告"),
            on_done=self._on_written,
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _on_written(self, path: Path) -> None:
        opens = self._desk.dialogs.open_path
        actions = (
            MessageAction(self.tr("打开文件"), partial(opens, path)),
            MessageAction(self.tr("打开文件夹"), partial(opens, path.parent)),
        )
        text = self.tr("报告已写好：{path}").format(path=path)
        self._desk.show(COMPARE, Message(MessageKind.DONE, text, actions))
