"""What the page of several plans says: names of plans, standings, sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from plandraft.core.compare.decisions import EXCLUDING
from plandraft.core.compare.family_cells import FamilyCell, Standing
from plandraft.core.compare.issue_dates import IssueDate
from plandraft.core.model.document import Document
from plandraft.ui.families.greys import Grey, Greys
from plandraft.ui.models.decision_names import decision_sign, decision_spoken
from plandraft.ui.models.passage_names import percent

_NOT_QUITE = 0.99
# What is the same to the letter needs no number.
_PLAIN = frozenset({Standing.REFERENCE, Standing.VERBATIM, Standing.ABSENT})


def standing_name(standing: Standing) -> str:
    """Return what a standing is called."""
    return {
        Standing.REFERENCE: QCoreApplication.translate("families", "基准"),
        Standing.VERBATIM: QCoreApplication.translate("families", "相同"),
        Standing.EDITED: QCoreApplication.translate("families", "改写"),
        Standing.REORDERED: QCoreApplication.translate("families", "调序"),
        Standing.INDIRECT: QCoreApplication.translate("families", "间接"),
        Standing.ABSENT: QCoreApplication.translate("families", "无"),
    }[standing]


def standing_text(cell: FamilyCell) -> str:
    """Return the standing, how close the wording is, and whether a longer passage is meant."""
    name = _rated(cell)
    if not cell.part:
        return name
    return QCoreApplication.translate("families", "大段{standing}").format(standing=name)


def cell_text(cell: FamilyCell) -> str:
    """Return what stands in a cell: the standing, and the sign of a decision."""
    if cell.standing is Standing.ABSENT:
        return "—"
    return " ".join(part for part in (standing_text(cell), decision_sign(cell.decision)) if part)


def cell_tip(cell: FamilyCell) -> str:
    """Return what a cell means, at length."""
    if cell.standing is Standing.ABSENT:
        return QCoreApplication.translate("families", "没有这一段")
    if cell.standing is Standing.REFERENCE:
        return QCoreApplication.translate("families", "其余各份与这一份的写法对照")
    told = [_about(cell)]
    if cell.decision is not None and not cell.decision.empty:
        told.append(
            QCoreApplication.translate("families", "判断：{decision}").format(
                decision=decision_spoken(cell.decision)
            )
        )
    if cell.decision is not None and cell.decision.verdict in EXCLUDING:
        told.append(QCoreApplication.translate("families", "不计入相似度和段落。"))
    told.append(QCoreApplication.translate("families", "双击并排比对。"))
    return "\n".join(told)


def section_text(sections: Sequence[str]) -> str:
    """Return the first of the sections that a passage runs over, and how many they are."""
    if not sections:
        return ""
    first = section_name(sections[0])
    if len(sections) == 1:
        return first
    text = QCoreApplication.translate("families", "{first} 等 {count} 节")
    return text.format(first=first, count=len(sections))


def section_tip(sections: Sequence[str]) -> str:
    """Return all the sections that a passage runs over, one a line."""
    return "\n".join(map(section_name, sections))


def section_name(title: str) -> str:
    """Return the title of a section, or what stands before the first one."""
    return title or QCoreApplication.translate("families", "（标题之前）")


def grey_text(greys: Greys, document: int, offset: int) -> str:
    """Return what set phrases a code point of a plan lies in, "" for none."""
    kinds = greys.kinds_at(document, offset)
    if Grey.OWN in kinds:
        return QCoreApplication.translate("families", "自定套话：不计入比例")
    told = []
    if Grey.OFFICIAL in kinds:
        told.append(QCoreApplication.translate("families", "官方套话"))
    if Grey.LIBRARY in kinds:
        text = QCoreApplication.translate("families", "资料库 {total} 份中 {count} 份都有")
        count = greys.plans_at(document, offset)
        told.append(text.format(total=greys.library.plans, count=count))
    return QCoreApplication.translate("families", "；").join(told)


def date_text(date: IssueDate) -> str:
    """Return a date as far as it is known."""
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part)


def plan_title(document: Document) -> str:
    """Return the title of a plan, or a word for none."""
    return document.title or QCoreApplication.translate("families", "（无标题）")


def plan_name(number: int, document: Document) -> str:
    """Return a short name: number and title, which a column cuts where it has no room."""
    return f"{number + 1} {plan_title(document)}"


def _rated(cell: FamilyCell) -> str:
    name = standing_name(cell.standing)
    if cell.standing in _PLAIN:
        return name
    # What was edited is not all the same, however little it was.
    return f"{name} {percent(min(cell.similarity, _NOT_QUITE))}"


def _about(cell: FamilyCell) -> str:
    if cell.standing is Standing.INDIRECT:
        text = QCoreApplication.translate(
            "families",
            "这两份之间没有找到相似段落，经别的规划才归到一处；两段文字的相似度 {share}。",
        )
        return text.format(share=percent(cell.here))
    if not cell.part:
        return standing_text(cell)
    text = QCoreApplication.translate(
        "families",
        "两份比对时，这一段属于更长的相似段落：{standing}。单看这一段，相似度 {share}。",
    )
    return text.format(standing=_rated(cell), share=percent(cell.here))
