"""Colours of the page: one a source, one a standing, and the heat of a share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from plandraft.core.compare.family_rows import FamilyCell, Standing
from plandraft.core.compare.issue_dates import IssueDate
from plandraft.core.model.document import Document
from plandraft.ui.models.palette import Palette, tint
from plandraft.ui.models.passage_names import percent

# Okabe and Ito: told apart with every common kind of colour blindness.
_SOURCES = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b8a200", "#7a7f85")
_SOURCE_SHARE = 0.26
_SOURCE_SHARE_DARK = 0.42
# Full warmth from here: plans of one subject seldom share more without being versions.
_HOT_SHARE = 0.6
_HOTTEST, _HOTTEST_DARK = 0.55, 0.42
_NOT_QUITE = 0.99


def source_hue(source: int) -> str:
    """Return the full colour of a source; after eight they begin again."""
    return _SOURCES[source % len(_SOURCES)]


def source_ground(palette: Palette, source: int) -> str:
    """Return the ground on which text of a source stands."""
    share = _SOURCE_SHARE_DARK if palette.dark else _SOURCE_SHARE
    return tint(source_hue(source), share, palette.page)


def heat(palette: Palette, share: float) -> str:
    """Return the ground of a cell that shows a share (0…1)."""
    hottest = _HOTTEST_DARK if palette.dark else _HOTTEST
    return tint(palette.edited, hottest * min(1.0, share / _HOT_SHARE), palette.page)


def standing_ground(palette: Palette, standing: Standing) -> str | None:
    """Return the ground of a standing, None for none."""
    return {
        Standing.REFERENCE: tint(palette.formula, palette.formula_share, palette.page),
        Standing.VERBATIM: tint(palette.identical, palette.identical_share, palette.page),
        Standing.EDITED: tint(palette.edited, palette.edited_share, palette.page),
        Standing.ABSENT: None,
    }[standing]


def standing_name(standing: Standing) -> str:
    """Return what a standing is called."""
    return {
        Standing.REFERENCE: QCoreApplication.translate("families", "基准"),
        Standing.VERBATIM: QCoreApplication.translate("families", "相同"),
        Standing.EDITED: QCoreApplication.translate("families", "改写"),
        Standing.ABSENT: QCoreApplication.translate("families", "无"),
    }[standing]


def standing_text(cell: FamilyCell) -> str:
    """Return what a cell says: the standing, and how close an edited wording is."""
    name = standing_name(cell.standing)
    # What was edited is not all the same, however little it was.
    close = percent(min(cell.similarity, _NOT_QUITE))
    return f"{name} {close}" if cell.standing is Standing.EDITED else name


def date_text(date: IssueDate) -> str:
    """Return a date as far as it is known."""
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part)


def plan_title(document: Document) -> str:
    """Return the title of a plan, or a word for none."""
    return document.title or QCoreApplication.translate("families", "（无标题）")


def plan_name(number: int, document: Document) -> str:
    """Return a short name: number and title, which a column cuts where it has no room."""
    return f"{number + 1} {plan_title(document)}"
