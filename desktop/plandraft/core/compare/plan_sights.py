"""Everything that the page of several plans shows of one of them, found in one go."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.family_rows import FamilyRow, family_rows, own_rows, quiet_rows
from plandraft.core.compare.plan_sets import PlanSet, SetPhrases, set_phrases
from plandraft.core.compare.plan_sources import SourceStretch, best_sources, quiet_places
from plandraft.core.model.spans import Span


@dataclass(frozen=True, slots=True)
class PlanSight:
    """Hold a set of plans as plan `mine` sees it; `phrases` are those of each plan."""

    mine: int
    families: tuple[FamilyRow, ...]
    own: tuple[FamilyRow, ...]
    quiet: tuple[FamilyRow, ...]
    sources: tuple[SourceStretch, ...]
    quiet_places: tuple[Span, ...]
    phrases: tuple[SetPhrases, ...]


def see_plans(plans: PlanSet, mine: int) -> PlanSight:
    """Return `plans` as plan `mine` sees them; twenty long plans take some tenths of a second."""
    return PlanSight(
        mine,
        family_rows(plans, mine),
        own_rows(plans, mine),
        quiet_rows(plans, mine),
        best_sources(plans, mine),
        quiet_places(plans, mine),
        tuple(set_phrases(plans, at) for at in range(len(plans.documents))),
    )
