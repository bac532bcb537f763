"""How the compare page is set just now, for the head of a report."""

from __future__ import annotations

from plandraft.core.compare.decisions import Verdict
from plandraft.core.compare.report_view import ReportView
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.compare.class_switch import SWITCHED
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.models.decision_names import DecisionChoice


def report_view(page: ComparePage) -> ReportView:
    """Return the switches and filters of `page`; those of versions filter no passages."""
    classes = page.work.difference.classes
    hidden = tuple(one for one in SWITCHED if one not in classes.on)
    greys = (classes.stock.isChecked(), classes.library.isChecked(), classes.own.isChecked())
    if page.reading is not Reading.PASSAGES:
        return ReportView(hidden, *greys)
    wanted = page.passages.filters.wanted()
    asked = wanted.decisions
    other = {DecisionChoice.ANY, DecisionChoice.NOTED}
    return ReportView(
        hidden,
        *greys,
        words=wanted.text,
        min_similarity=wanted.min_similarity,
        min_letters=wanted.min_letters,
        hidden_kinds=tuple(kind for kind in PassageKind if kind not in wanted.kinds),
        verdicts=() if asked in other else (Verdict(asked.value),),
        noted_only=asked is DecisionChoice.NOTED,
        shown=len(page.passages.model.shown),
    )
