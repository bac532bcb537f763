"""What decisions are called in the window, their signs, and which of them a list can ask for."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from plandraft.core.compare.decisions import Decision, Verdict

# In the order in which a list is sorted by them; a note alone stands before no decision.
_ORDER = (Verdict.ACCEPTED, Verdict.USED, Verdict.FORMULA, Verdict.NOT_REUSE, Verdict.OPEN)
# Signs that differ in form, for eyes that do not tell colours.
_SIGNS = {
    Verdict.OPEN: "",
    Verdict.ACCEPTED: "✓",
    Verdict.NOT_REUSE: "✕",
    Verdict.FORMULA: "≈",
    Verdict.USED: "●",
}
_NOTE_SIGN = "✎"


class DecisionChoice(Enum):
    """Name which decisions are wanted."""

    ANY = "any"
    OPEN = "open"
    ACCEPTED = "accepted"
    NOT_REUSE = "not_reuse"
    FORMULA = "formula"
    USED = "used"
    NOTED = "noted"

    def takes(self, decision: Decision | None) -> bool:
        """Tell whether a passage with this decision, None for none, is wanted."""
        if self is DecisionChoice.ANY:
            return True
        if self is DecisionChoice.NOTED:
            return decision is not None and bool(decision.note)
        verdict = decision.verdict if decision else Verdict.OPEN
        return verdict is Verdict(self.value)


def verdict_name(verdict: Verdict) -> str:
    """Return what a verdict is called, "" for none."""
    return {
        Verdict.OPEN: "",
        Verdict.ACCEPTED: QCoreApplication.translate("decisions", "认可"),
        Verdict.NOT_REUSE: QCoreApplication.translate("decisions", "非借用"),
        Verdict.FORMULA: QCoreApplication.translate("decisions", "套话"),
        Verdict.USED: QCoreApplication.translate("decisions", "已采用"),
    }[verdict]


def choice_name(choice: DecisionChoice) -> str:
    """Return what a choice of decisions is called."""
    others = {
        DecisionChoice.ANY: QCoreApplication.translate("decisions", "全部判断"),
        DecisionChoice.OPEN: QCoreApplication.translate("decisions", "未定"),
        DecisionChoice.NOTED: QCoreApplication.translate("decisions", "有备注"),
    }
    return others[choice] if choice in others else verdict_name(Verdict(choice.value))


def decision_cell(decision: Decision | None) -> str:
    """Return sign and word of a decision, with a sign for a note."""
    if decision is None or decision.empty:
        return ""
    note = _NOTE_SIGN if decision.note else ""
    parts = (_SIGNS[decision.verdict], verdict_name(decision.verdict), note)
    return " ".join(part for part in parts if part)


def decision_sign(decision: Decision | None) -> str:
    """Return the signs of a decision and of a note, where there is no room for words."""
    if decision is None or decision.empty:
        return ""
    return _SIGNS[decision.verdict] + (_NOTE_SIGN if decision.note else "")


def decision_spoken(decision: Decision | None) -> str:
    """Return a decision and its note in words, for readers of the screen and tips."""
    if decision is None or decision.empty:
        return choice_name(DecisionChoice.OPEN)
    parts = (verdict_name(decision.verdict), decision.note)
    return "：".join(part for part in parts if part)


def decision_order(decision: Decision | None) -> tuple[int, bool]:
    """Return what a list is sorted by."""
    if decision is None:
        return _ORDER.index(Verdict.OPEN), True
    return _ORDER.index(decision.verdict), not decision.note
