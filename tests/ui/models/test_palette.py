"""Colours that can be read."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from plandraft.core.matching.passages import PassageKind
from plandraft.ui.models.palette import (
    DARK,
    LIGHT,
    READABLE_CONTRAST,
    Palette,
    contrast,
    kind_hue,
    kind_tint,
    tint,
)

# The current passage is a little stronger than the others.
STRENGTHS = (1.0, 1.2)
THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def passage_grounds(palette: Palette) -> list[str]:
    return [kind_tint(palette, kind, strength) for kind in PassageKind for strength in STRENGTHS]


@pytest.mark.parametrize("palette", THEMES)
def test_text_is_readable_on_every_ground(palette: Palette) -> None:
    grounds = [palette.page, palette.window, palette.raised, palette.selection]
    grounds += [palette.wording, palette.moved, *passage_grounds(palette)]
    for ground in grounds:
        assert contrast(palette.text, ground) >= READABLE_CONTRAST, ground


@pytest.mark.parametrize("palette", THEMES)
@pytest.mark.parametrize("role", ["entity_text", "punctuation_text", "moved_text"])
def test_differences_are_readable_in_passages(palette: Palette, role: str) -> None:
    for ground in [palette.page, *passage_grounds(palette)]:
        assert contrast(getattr(palette, role), ground) >= READABLE_CONTRAST, ground


@pytest.mark.parametrize("palette", THEMES)
def test_moved_words_are_readable_on_their_ground(palette: Palette) -> None:
    assert contrast(palette.moved_text, palette.moved) >= READABLE_CONTRAST


@pytest.mark.parametrize("palette", THEMES)
@pytest.mark.parametrize(
    "role",
    ["muted", "deleted_text", "inserted_text", "error_text", "warning_text", "success_text"],
)
def test_other_text_is_readable_on_page_and_chrome(palette: Palette, role: str) -> None:
    for ground in (palette.page, palette.window, palette.raised):
        assert contrast(getattr(palette, role), ground) >= READABLE_CONTRAST


@pytest.mark.parametrize("palette", THEMES)
def test_the_accent_can_be_seen_and_written_on(palette: Palette) -> None:
    assert contrast(palette.accent_text, palette.accent) >= READABLE_CONTRAST
    assert contrast(palette.accent, palette.window) >= 3, "WCAG 1.4.11: focus marks"


@pytest.mark.parametrize("palette", THEMES)
def test_kinds_have_colours_of_their_own(palette: Palette) -> None:
    assert len({kind_hue(palette, kind) for kind in PassageKind}) == 3
    assert len({kind_tint(palette, kind) for kind in PassageKind}) == 3


def test_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert tint("#000000", 0.5, "#ffffff") == "#808080"
    assert tint("#123456", 1.0, "#ffffff") == "#123456"


# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
_BLINDNESS = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(color: str, blindness: str) -> tuple[float, ...]:
    """Return a colour as seen with a colour-blindness, in gamma-coded 0…255."""
    linear = [(int(color[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    mixed = (
        sum(share * channel for share, channel in zip(row, linear, strict=True))
        for row in _BLINDNESS[blindness]
    )
    return tuple(255 * min(1.0, max(0.0, value)) ** (1 / 2.2) for value in mixed)


@pytest.mark.parametrize("palette", THEMES)
@pytest.mark.parametrize("blindness", list(_BLINDNESS))
def test_kinds_can_be_told_apart_by_colour_blind_eyes(palette: Palette, blindness: str) -> None:
    hues = [seen(kind_hue(palette, kind), blindness) for kind in PassageKind]
    for first, second in combinations(hues, 2):
        assert dist(first, second) >= 40
