"""Colour roles of the light and the dark theme as plain values, and the families of type."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.changes import VersionKind
from plandraft.core.matching.passages import PassageKind

INTERFACE_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC")
READING_FAMILIES = ("SimSun", "Noto Serif CJK SC", "Source Han Serif SC")
HEADING_FAMILIES = ("Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC")

# WCAG 2.2, success criterion 1.4.3: text of ordinary size.
READABLE_CONTRAST = 4.5
# What came or went may be half a plan: its ground is paler than that of a passage.
_CAME_AND_WENT = 0.6


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold the colour of each role as "#rrggbb"; `*_share` is how much of a hue a tint takes.

    `page` is paper, `window` the chrome around it, `raised` a field or button on the chrome.
    `identical`, `edited`, `reordered` and `formula` are hues for marks and edges; the backgrounds
    of passages are their tints (see `tint`). `*_text` roles are readable on page and tints.
    """

    dark: bool
    window: str
    raised: str
    page: str
    text: str
    muted: str
    line: str
    accent: str
    accent_text: str
    selection: str
    identical: str
    edited: str
    reordered: str
    formula: str
    identical_share: float
    edited_share: float
    reordered_share: float
    formula_share: float
    entity_text: str
    punctuation_text: str
    moved_text: str
    wording: str
    moved: str
    current: str
    deleted_text: str
    inserted_text: str
    adapted: str
    borrowed: str
    error_text: str
    warning_text: str
    success_text: str


LIGHT = Palette(
    dark=False,
    window="#f3f3f1",
    raised="#ffffff",
    page="#fdfdfb",
    text="#1d2125",
    muted="#5b636b",
    line="#d9d9d4",
    accent="#005a9c",
    accent_text="#ffffff",
    selection="#b9d6ee",
    identical="#0072b2",
    edited="#e69f00",
    reordered="#cc79a7",
    formula="#7a7f85",
    identical_share=0.14,
    edited_share=0.18,
    reordered_share=0.18,
    formula_share=0.08,
    entity_text="#9a3b00",
    punctuation_text="#5b4a8a",
    moved_text="#8a2f66",
    wording="#f6cf7a",
    moved="#ecc3da",
    current="#1d2125",
    deleted_text="#a8201a",
    inserted_text="#11663a",
    adapted="#e69f00",
    borrowed="#0072b2",
    error_text="#a8201a",
    warning_text="#7a5200",
    success_text="#11663a",
)

DARK = Palette(
    dark=True,
    window="#1f2123",
    raised="#2b2e31",
    page="#17191b",
    text="#e4e4e0",
    muted="#a3a8ad",
    line="#3a3e42",
    accent="#6db8ea",
    accent_text="#0d1418",
    selection="#27507a",
    identical="#4a9ee0",
    edited="#e9b02a",
    reordered="#cf6fa5",
    formula="#8d9298",
    identical_share=0.26,
    edited_share=0.28,
    reordered_share=0.28,
    formula_share=0.12,
    entity_text="#ffb27a",
    punctuation_text="#cbbcff",
    moved_text="#ffb3da",
    wording="#7d5a16",
    moved="#6b3d57",
    current="#e4e4e0",
    deleted_text="#ff9d94",
    inserted_text="#7fd6a4",
    adapted="#e9b02a",
    borrowed="#4a9ee0",
    error_text="#ff9d94",
    warning_text="#f0c15a",
    success_text="#7fd6a4",
)


def kind_hue(palette: Palette, kind: PassageKind | VersionKind) -> str:
    """Return the full-strength colour of a kind of passage or change."""
    hues: dict[PassageKind | VersionKind, str] = {
        PassageKind.IDENTICAL: palette.identical,
        PassageKind.EDITED: palette.edited,
        PassageKind.REORDERED: palette.reordered,
        VersionKind.EQUAL: palette.formula,
        VersionKind.EDITED: palette.edited,
        VersionKind.INSERTED: palette.inserted_text,
        VersionKind.DELETED: palette.deleted_text,
        VersionKind.MOVED: palette.reordered,
    }
    return hues[kind]


def kind_tint(palette: Palette, kind: PassageKind | VersionKind, strength: float = 1.0) -> str:
    """Return the background of a passage on the page; `strength` multiplies the usual share."""
    shares: dict[PassageKind | VersionKind, float] = {
        PassageKind.IDENTICAL: palette.identical_share,
        PassageKind.EDITED: palette.edited_share,
        PassageKind.REORDERED: palette.reordered_share,
        VersionKind.EQUAL: palette.formula_share,
        VersionKind.EDITED: palette.edited_share,
        VersionKind.INSERTED: palette.identical_share * _CAME_AND_WENT,
        VersionKind.DELETED: palette.identical_share * _CAME_AND_WENT,
        VersionKind.MOVED: palette.reordered_share,
    }
    share = shares[kind]
    return tint(kind_hue(palette, kind), min(1.0, share * strength), palette.page)


def tint(hue: str, share: float, ground: str) -> str:
    """Return `hue` laid over `ground` with the opacity `share` (0…1)."""
    mixed = (
        round(share * above + (1 - share) * below)
        for above, below in zip(_channels(hue), _channels(ground), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2.2, 1…21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
