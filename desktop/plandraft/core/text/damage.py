"""Say where a text is damaged in a way that is only reported: lost signs, titles, stray marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.model.document import WarningCode
from plandraft.core.model.spans import Span
from plandraft.core.text.mojibake import PATTERNS_OF_DAMAGE, damage_warnings
from plandraft.core.text.repairs import Repair


@dataclass(frozen=True, slots=True)
class DamagePlace:
    """Hold one place; `span` is in code points of the text."""

    code: WarningCode
    span: Span


def damage_places(text: str, repairs: Sequence[Repair]) -> tuple[DamagePlace, ...]:
    """Return the places of the damage that `damage_warnings` reports, but those in `repairs`."""
    reported = {warning.code for warning in damage_warnings(text)}
    places = [
        DamagePlace(code, Span(*found.span()))
        for code, pattern in PATTERNS_OF_DAMAGE.items()
        if code in reported
        for found in pattern.finditer(text)
        if not any(repair.span.contains(found.start()) for repair in repairs)
    ]
    return tuple(sorted(places, key=lambda place: place.span))
