"""Compare several plans with each other and see them as one plan does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from plandraft.core.compare.families import PlanSet, build_families
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters.families_xlsx import build_families_xlsx
from plandraft.services.comparing import CompareService
from plandraft.services.comparing_all import AllComparisons
from plandraft.system.files import check_target, replace_atomically

FAMILIES_SUFFIX = ".xlsx"
_MATCHING_SHARE = 0.95


class FamilyService:
    """Compare sets of plans with `comparing`; `clock` gives the local time of reports."""

    def __init__(
        self,
        comparing: CompareService,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._comparing = comparing
        self._clock = clock

    def compare(
        self,
        documents: Sequence[Document],
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> PlanSet:
        """Compare every plan with every other one; raises Cancelled through `progress`."""
        found = self._comparing.compare_all(documents, options, progress.part(0.0, _MATCHING_SHARE))
        plans = gather(found)
        progress.step(1.0)
        return plans

    def write_report(
        self,
        plans: PlanSet,
        mine: int,
        target: Path,
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> Path:
        """Write a report as .xlsx with plan `mine` in the middle, and return its path.

        Raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*; an old file stays whole.
        """
        check_families_target(target)
        data = build_families_xlsx(plans, mine, made_at=self._clock(), options=options)
        progress.step(0.9)
        replace_atomically(target, data)
        progress.step(1.0)
        return target


def gather(found: AllComparisons) -> PlanSet:
    """Return finished comparisons with their families."""
    pairs = dict(found.pairs)
    return PlanSet(found.documents, pairs, build_families(found.documents, pairs))


def check_families_target(target: Path) -> None:
    """Check that a report can be written; raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*."""
    if target.suffix.lower() != FAMILIES_SUFFIX:
        raise PlanError(ErrorCode.REPORT_FORMAT_UNKNOWN, target)
    check_target(target)
