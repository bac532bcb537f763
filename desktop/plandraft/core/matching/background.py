"""What the engine knows before it reads: names of places, wording common to all plans."""

from __future__ import annotations

from dataclasses import dataclass, field

from plandraft.core.text.normalize import normalize
from plandraft.core.text.places import Gazetteer

# Four letters: long enough that a shared run is rarely chance, short enough that one survives
# between two edits when every fifth letter was changed (0.8 ** 4 = 41 % of the windows).
SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Background:
    """Hold the gazetteer and the shingles of official phrases."""

    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    formula_shingles: frozenset[str] = frozenset()


def build_background(gazetteer: Gazetteer, phrases: str) -> Background:
    """Build the background from `phrases`: one official phrase a line, `#` begins a comment."""
    shingles: set[str] = set()
    for line in phrases.splitlines():
        if line.startswith("#"):
            continue
        letters = normalize(line).text
        shingles.update(letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1))
    return Background(gazetteer, frozenset(shingles))
