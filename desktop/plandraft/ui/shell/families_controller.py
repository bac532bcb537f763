"""What happens when several plans are to be compared at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from plandraft.core.compare.families import PlanSet
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.progress import Progress, each
from plandraft.ui.families.families_page import FamiliesReportRequest
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import FAMILIES
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

# Reading the documents back from the library is quick beside matching all pairs.
_READING_SHARE = 0.05


class FamiliesController(QObject):
    """Compare several plans of the library with each other, and report."""

    def __init__(self, desk: Desk, options: MatchOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._options = options
        self._page = desk.window.families
        self._page.report_requested.connect(self._on_report)
        self._page.status_changed.connect(partial(desk.window.show_status, FAMILIES))

    def compare(self, identities: object) -> None:
        """Compare the documents with these ids and show them, the first one in the middle."""
        assert isinstance(identities, tuple)
        self._desk.window.show_page(FAMILIES)
        self._desk.runner.submit(
            "families",
            self._work(identities),
            lane=Lane.COMPUTE,
            title=self.tr("比对 {count} 份规划").format(count=len(identities)),
            on_done=lambda plans: self._page.show_plans(plans, identities),
            on_error=lambda error: self._desk.show_error(FAMILIES, error),
        )

    def _work(self, identities: tuple[int, ...]) -> Callable[[Progress], PlanSet]:
        services, options = self._desk.services, self._options

        def work(progress: Progress) -> PlanSet:
            reading = progress.part(0.0, _READING_SHARE)
            documents = [
                services.library.get_document(one)
                for one in each(identities, len(identities), reading)
            ]
            return services.families.compare(documents, options, progress.part(_READING_SHARE, 1.0))

        return work

    def _on_report(self, request: object) -> None:
        assert isinstance(request, FamiliesReportRequest)
        families, options = self._desk.services.families, self._options
        title = self.tr("多份比对 {title}").format(
            title=request.plans.documents[request.mine].title
        )
        target = self._desk.dialogs.choose_target(self._desk.window, title, ".xlsx")
        if target is None:
            return
        self._desk.runner.submit(
            "families-report",
            lambda progress: families.write_report(
                request.plans, request.mine, target, options, progress
            ),
            lane=Lane.COMPUTE,
            title=self.tr("写报告"),
            on_done=self._on_written,
            on_error=lambda error: self._desk.show_error(FAMILIES, error),
        )

    def _on_written(self, path: Path) -> None:
        opens = self._desk.dialogs.open_path
        actions = (
            MessageAction(self.tr("打开文件"), partial(opens, path)),
            MessageAction(self.tr("打开文件夹"), partial(opens, path.parent)),
        )
        text = self.tr("报告已写好：{path}").format(path=path)
        self._desk.show(FAMILIES, Message(MessageKind.DONE, text, actions))
