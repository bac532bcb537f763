"""How a comparison was looked at when a report of it was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.decisions import Verdict
from plandraft.core.matching.passages import PassageKind


@dataclass(frozen=True, slots=True)
class ReportView:
    """Hold the switches and filters of the window; the defaults are those of nothing changed.

    `hidden_classes` are differences that are not marked, `hidden_kinds` passages that are left
    out. The greys are set phrases that are shown quietly. `verdicts` are those asked for, none
    for all; `shown` counts the passages that pass, None where nothing is filtered.
    """

    hidden_classes: tuple[ChangeClass, ...] = ()
    grey_official: bool = True
    grey_library: bool = True
    grey_own: bool = True
    words: str = ""
    min_similarity: float = 0.0
    min_letters: int = 0
    hidden_kinds: tuple[PassageKind, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    noted_only: bool = False
    shown: int | None = None
