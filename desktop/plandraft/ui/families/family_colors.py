"""Colours of the page: one a source, one a standing, and the heat of a share."""

from __future__ import annotations

from plandraft.core.compare.family_cells import FamilyCell, Standing
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.models.palette import Palette, kind_tint, tint

# Okabe and Ito: told apart with every common kind of colour blindness.
_SOURCES = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b8a200", "#7a7f85")
_SOURCE_SHARE = 0.26
_SOURCE_SHARE_DARK = 0.42
# Full warmth from here: plans of one subject seldom share more without being versions.
_HOT_SHARE = 0.6
_HOTTEST, _HOTTEST_DARK = 0.55, 0.42
_KINDS = {
    Standing.VERBATIM: PassageKind.IDENTICAL,
    Standing.EDITED: PassageKind.EDITED,
    Standing.REORDERED: PassageKind.REORDERED,
}


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
    if standing is Standing.REFERENCE:
        return tint(palette.formula, palette.formula_share, palette.page)
    return kind_tint(palette, _KINDS[standing]) if standing in _KINDS else None


def cell_ground(palette: Palette, cell: FamilyCell) -> str | None:
    """Return the ground of a cell; what does not count has none, as in the list of a pair."""
    return None if cell.excluded else standing_ground(palette, cell.standing)
