"""Compare several plans with each other and see them as one plan does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from plandraft.core.compare.plan_sets import PlanSet, build_plan_set
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters.families_xlsx import build_families_xlsx
from plandraft.services.comparing import CompareService
from plandraft.services.comparing_all import AllComparisons
from plandraft.services.phrases import PhraseService, mark_pairs
from plandraft.services.reviewing import ReviewService
from plandraft.system.files import check_target, replace_atomically

FAMILIES_SUFFIX = ".xlsx"
_MATCHING_SHARE = 0.9
_MARKING_SHARE = 0.6


def local_time() -> datetime:
    """Return the time to be printed in reports."""
    return datetime.now().astimezone()


class FamilyService:
    """Compare sets of plans with `comparing`, in the light of the user's lists and decisions.

    `clock` gives the local time of reports.
    """

    def __init__(
        self,
        comparing: CompareService,
        phrases: PhraseService,
        reviewing: ReviewService,
        clock: Callable[[], datetime] = local_time,
    ) -> None:
        self._comparing = comparing
        self._phrases = phrases
        self._reviewing = reviewing
        self._clock = clock

    def compare(
        self,
        documents: Sequence[Document],
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> PlanSet:
        """Compare every plan with every other one.

        Raises PlanError LIBRARY_*, and Cancelled through `progress`.
        """
        found = self._comparing.compare_all(documents, options, progress.part(0.0, _MATCHING_SHARE))
        found = self._comparing.with_stock(found)
        plans = PlanSet(found.documents, dict(found.pairs), ())
        return self.judge(plans, progress.part(_MATCHING_SHARE, 1.0))

    def judge(self, plans: PlanSet, progress: Progress = SILENT) -> PlanSet:
        """Return compared plans as the lists and decisions of now make them; nothing is matched.

        Raises PlanError LIBRARY_*, and Cancelled through `progress`.
        """
        wording = self._phrases.wording()
        pairs = mark_pairs(plans.pairs, wording, progress.part(0.0, _MARKING_SHARE))
        decided = self._reviewing.decisions_of_pairs(pairs)
        judged = build_plan_set(plans.documents, pairs, decided)
        progress.step(1.0)
        return judged

    def write_report(
        self,
        plans: PlanSet,
        mine: int,
        target: Path,
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> Path:
        """Write a report as `write_families_report` does."""
        return write_families_report(plans, mine, target, options, progress, made_at=self._clock())


def write_families_report(
    plans: PlanSet,
    mine: int,
    target: Path,
    options: MatchOptions | None = None,
    progress: Progress = SILENT,
    *,
    made_at: datetime,
) -> Path:
    """Write a report as .xlsx with plan `mine` in the middle, and return its path.

    Raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*; an old file stays whole.
    """
    check_families_target(target)
    data = build_families_xlsx(plans, mine, made_at=made_at, options=options)
    progress.step(0.9)
    replace_atomically(target, data)
    progress.step(1.0)
    return target


def gather(found: AllComparisons) -> PlanSet:
    """Return finished comparisons with their families."""
    return build_plan_set(found.documents, dict(found.pairs))


def check_families_target(target: Path) -> None:
    """Check that a report can be written; raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*."""
    if target.suffix.lower() != FAMILIES_SUFFIX:
        raise PlanError(ErrorCode.REPORT_FORMAT_UNKNOWN, target)
    check_target(target)
