"""How differences and set phrases look, wherever they are shown."""

from __future__ import annotations

from plandraft.core.compare.changes import ChangeClass
from plandraft.ui.models.palette import Palette, tint

# Names and numbers: bold, underlined, in a colour of their own.
ENTITIES = frozenset({ChangeClass.PLACE, ChangeClass.PERIOD, ChangeClass.NUMBER, ChangeClass.ORGAN})
# A phrase is a few letters wide: paler than this it would not be seen.
_PHRASE_STRENGTH = 1.8


def mark_color(palette: Palette, change_class: ChangeClass) -> str:
    """Return the readable colour of a class of difference."""
    if change_class in ENTITIES:
        return palette.entity_text
    if change_class is ChangeClass.PUNCTUATION:
        return palette.punctuation_text
    if change_class is ChangeClass.SUBSTITUTE:
        return palette.muted
    return palette.moved_text if change_class is ChangeClass.ORDER else palette.text


def mark_ground(palette: Palette, change_class: ChangeClass) -> str | None:
    """Return the ground of a class of difference, None for that of the page."""
    grounds = {ChangeClass.WORDING: palette.wording, ChangeClass.ORDER: palette.moved}
    return grounds.get(change_class)


def mark_css(palette: Palette, change_class: ChangeClass) -> str:
    """Return the style of a class of difference in rich text."""
    parts = [f"color:{mark_color(palette, change_class)}"]
    ground = mark_ground(palette, change_class)
    if ground is not None:
        parts.append(f"background-color:{ground}")
    else:
        parts.append("text-decoration:underline")
    if change_class in ENTITIES:
        parts.append("font-weight:600")
    return ";".join(parts)


def phrase_ground(palette: Palette) -> str:
    """Return the quiet ground of set phrases."""
    return tint(palette.formula, palette.formula_share * _PHRASE_STRENGTH, palette.page)
