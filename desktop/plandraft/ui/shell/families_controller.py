"""What happens when several plans are to be compared at once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sights import PlanSight, see_plans
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Progress, each
from plandraft.ui.families.families_page import FamiliesReportRequest
from plandraft.ui.families.greys import Grey
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import FAMILIES

logger = logging.getLogger(__name__)

# Reading the documents back from the library is quick beside matching all pairs.
_READING_SHARE = 0.05

_Seen = tuple[PlanSet, PlanSight]


class FamiliesController(QObject):
    """Compare several plans of the library with each other, and report.

    What was matched does not depend on lists and decisions: after a change of either, what counts
    is found anew in a worker, once the page is looked at. `shown` tells that other plans are shown.
    """

    shown = Signal()

    def __init__(self, desk: Desk, options: MatchOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._options = options
        self._page = desk.window.families
        self._put_off: tuple[int, ...] = ()
        self._stale = False
        self._page.report_requested.connect(self._on_report)
        self._page.mine_chosen.connect(self._see)
        desk.window.page_changed.connect(self._on_page_changed)
        self._page.status_changed.connect(partial(desk.window.show_status, FAMILIES))
        classes = desk.window.compare.work.difference.classes
        for switched in (classes.stock_shown, classes.library_shown, classes.own_shown):
            switched.connect(lambda _on: self._show_greys())
        self._show_greys()

    def compare(self, identities: object) -> None:
        """Compare the documents with these ids and show them, the first one in the middle."""
        assert isinstance(identities, tuple)
        self._put_off = ()
        self._desk.window.show_page(FAMILIES)
        self._compare(identities, 0, lambda error: self._desk.show_error(FAMILIES, error))

    def reopen(self, identities: tuple[int, ...]) -> None:
        """Compare what was open last time, or what is open and has changed, once it is looked at.

        What has left the library meanwhile is left out, without a word where fewer than two stay.
        """
        self._put_off = identities
        self._on_page_changed(self._desk.window.page)

    def refresh(self) -> None:
        """See what is shown in the light of the lists and decisions of now."""
        self._stale = True
        plans = self._page.plans
        if plans is None or self._desk.window.page != FAMILIES:
            return
        self._stale = False
        families, mine = self._desk.services.families, self._page.wished_mine

        def work(progress: Progress) -> _Seen:
            judged = families.judge(plans, progress)
            return judged, see_plans(judged, mine)

        self._desk.runner.submit(
            "families-judge",
            work,
            lane=Lane.COMPUTE,
            on_done=partial(self._on_judged, plans),
            on_error=lambda error: self._desk.show_error(FAMILIES, error),
        )

    def _on_judged(self, before: PlanSet, seen: _Seen) -> None:
        if self._page.plans is not before:
            self.refresh()  # other plans, which may have been compared by the old lists
            return
        self._page.judge_again(*seen)
        self._see(self._page.wished_mine)

    def _see(self, mine: int) -> None:
        """Show the plans as plan `mine` sees them."""
        plans = self._page.plans
        if plans is None or mine == self._page.mine:
            return

        def done(sight: PlanSight) -> None:
            if self._page.plans is plans:
                self._page.show_sight(sight)
            self._see(self._page.wished_mine)

        self._desk.runner.submit(
            "families-sight",
            lambda _progress: see_plans(plans, mine),
            lane=Lane.COMPUTE,
            on_done=done,
            on_error=lambda error: self._desk.show_error(FAMILIES, error),
        )

    def _show_greys(self) -> None:
        """Grey what the two texts of the compare page have greyed."""
        classes = self._desk.window.compare.work.difference.classes
        self._page.show_greys(
            {
                Grey.OFFICIAL: classes.stock.isChecked(),
                Grey.LIBRARY: classes.library.isChecked(),
                Grey.OWN: classes.own.isChecked(),
            }
        )

    def open_set(self) -> tuple[int, ...]:
        """Return the ids of what is shown, or of what waits to be."""
        shown = tuple(int(str(one)) for one in self._page.identities)
        return shown or self._put_off

    def _on_page_changed(self, page: str) -> None:
        waiting = self._put_off
        if self._stale and page == FAMILIES:
            self.refresh()
        if page != FAMILIES or not waiting:
            return
        self._put_off = ()
        known = {one.id for one in self._desk.services.library.list_documents()}
        left = tuple(one for one in waiting if one in known)
        if len(left) > 1:
            mine = self._page.wanted_mine if self._page.plans is None else self._page.mine
            at = left.index(waiting[mine]) if mine < len(waiting) and waiting[mine] in left else 0
            self._compare(left, at, lambda error: logger.info("not compared again: %s", error))

    def _compare(
        self, identities: tuple[int, ...], mine: int, on_error: Callable[[PlanError], None]
    ) -> None:
        self._desk.runner.submit(
            "families",
            self._work(identities, mine),
            lane=Lane.COMPUTE,
            title=self.tr("比对 {count} 份规划").format(count=len(identities)),
            on_done=partial(self._on_compared, identities),
            on_error=on_error,
        )

    def _on_compared(
        self, identities: tuple[int, ...], found: tuple[_Seen, tuple[str, ...]]
    ) -> None:
        (plans, sight), dates = found
        self._page.show_plans(plans, identities, sight, dates)
        self.shown.emit()
        if self._stale:
            self.refresh()

    def _work(
        self, identities: tuple[int, ...], mine: int
    ) -> Callable[[Progress], tuple[_Seen, tuple[str, ...]]]:
        services, options = self._desk.services, self._options

        def work(progress: Progress) -> tuple[_Seen, tuple[str, ...]]:
            dates = {one.id: one.date or one.year for one in services.library.list_documents()}
            reading = progress.part(0.0, _READING_SHARE)
            documents = [
                services.library.get_document(one)
                for one in each(identities, len(identities), reading)
            ]
            matching = progress.part(_READING_SHARE, 1.0)
            plans = services.families.compare(documents, options, matching)
            seen = plans, see_plans(plans, mine)
            return seen, tuple(dates.get(one, "") for one in identities)

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
            on_done=partial(self._desk.show_written, FAMILIES),
            on_error=lambda error: self._desk.show_error(FAMILIES, error),
        )
