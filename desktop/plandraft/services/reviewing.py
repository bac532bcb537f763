"""Decide about passages, and find what was decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.decisions import (
    Decision,
    DecisionRecord,
    Verdict,
    excluded_rows,
    match_decisions,
    passage_key,
    record_decision,
)
from plandraft.core.compare.own_phrases import with_formulae
from plandraft.core.compare.shares import shares_without
from plandraft.core.compare.similarity import Pair
from plandraft.core.matching.passages import Passage
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters.decision_sheet import build_decisions_csv, build_decisions_xlsx
from plandraft.store import decisions as stored
from plandraft.store.database import open_library
from plandraft.system.files import check_target, replace_atomically

__all__ = ["Decision", "DecisionRecord", "ReviewService", "Verdict", "excluded_rows"]

# Any name will do for a comparison that is no part of a set.
_ALONE: Pair = (0, 1)
DECISION_SUFFIXES = (".csv", ".xlsx")


class ReviewService:
    """Keep decisions in the database file `database`; any thread may call."""

    def __init__(
        self,
        database: Path,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._database = database
        self._clock = clock

    def decide(self, comparison: Comparison, passage: Passage, decision: Decision) -> None:
        """Keep what was decided about a passage; an empty decision takes an earlier one back.

        Raises PlanError LIBRARY_* or TARGET_*.
        """
        self.decide_all(comparison, {passage: decision})

    def decide_all(self, comparison: Comparison, made: Mapping[Passage, Decision]) -> None:
        """Keep what was decided about several passages, all or nothing.

        Raises PlanError LIBRARY_* or TARGET_*.
        """
        now = self._clock()
        records = [record_decision(comparison, one, made[one], now) for one in made]
        with open_library(self._database) as database:
            stored.save_decisions(database, records)

    def exchange(
        self, comparison: Comparison, passage: Passage, expected: Decision, wanted: Decision
    ) -> None:
        """Decide about a passage where what is decided so far is as expected.

        Raises PlanError LIBRARY_* or TARGET_*.
        """
        key = passage_key(comparison, passage)
        with open_library(self._database) as database:
            kept = match_decisions({0: key}, stored.find_decisions(database, [key]))
            found = kept[0].decision if kept else Decision(Verdict.OPEN)
            if found == expected:
                record = record_decision(comparison, passage, wanted, self._clock())
                stored.save_decision(database, record)

    def decisions_of(self, comparison: Comparison) -> Mapping[int, Decision]:
        """Return the decisions about a comparison's passages by the numbers of their rows.

        They are found by what the passages say. Raises PlanError LIBRARY_*.
        """
        return self.decisions_of_pairs({_ALONE: comparison})[_ALONE]

    def decisions_of_pairs(
        self, pairs: Mapping[Pair, Comparison]
    ) -> Mapping[Pair, Mapping[int, Decision]]:
        """Return the decisions about the passages of each comparison, as `decisions_of` does."""
        decided: dict[Pair, dict[int, Decision]] = {pair: {} for pair in pairs}
        with open_library(self._database) as database:
            if not stored.count_decisions(database):
                return decided
            keys = {
                (pair, row.number): passage_key(comparison, row.passage)
                for pair, comparison in pairs.items()
                for row in comparison.rows
            }
            kept = stored.find_decisions(database, keys.values())
        for (pair, number), record in match_decisions(keys, kept).items():
            if not record.decision.empty:
                decided[pair][number] = record.decision
        return decided

    def shares(
        self, comparison: Comparison, decisions: Mapping[int, Decision]
    ) -> tuple[float, float]:
        """Return both shares (0…1) without the passages that are no re-use or formulae."""
        decided = with_formulae(comparison, decisions.items())
        return shares_without(comparison, excluded_rows(decided))

    def all_decisions(self) -> tuple[DecisionRecord, ...]:
        """Return all decisions, oldest first; raises PlanError LIBRARY_*."""
        with open_library(self._database) as database:
            return stored.list_decisions(database)

    def export(self, target: Path) -> int:
        """Write all decisions as .csv or .xlsx and return how many they are.

        Raises PlanError REPORT_FORMAT_UNKNOWN, TARGET_* or LIBRARY_*; an old file stays whole.
        """
        suffix = target.suffix.lower()
        if suffix not in DECISION_SUFFIXES:
            raise PlanError(ErrorCode.REPORT_FORMAT_UNKNOWN, target)
        check_target(target)
        records = self.all_decisions()
        if suffix == ".csv":
            data = build_decisions_csv(records)
        else:
            data = build_decisions_xlsx(records, made_at=self._clock())
        replace_atomically(target, data)
        return len(records)
