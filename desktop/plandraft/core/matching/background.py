"""What the engine knows before it reads: names of places, wording common to all plans."""

from __future__ import annotations

from dataclasses import dataclass, field

from plandraft.core.text.normalize import normalize
from plandraft.core.text.places import Gazetteer

# Four letters: long enough that a shared run is rarely chance, short enough that one survives
# between two edits when every fifth letter was changed (0.8 ** 4 = 41 % of the windows).
SHINGLE = 4
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Background:
    """Hold the gazetteer, the shingles of official phrases, and the plain words.

    Plain words (加强, 机制, 进一步) are those of which official prose about anything is made:
    they are kept as their single letters or pairs of letters.
    """

    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    formula_shingles: frozenset[str] = frozenset()
    plain_words: frozenset[str] = frozenset()


def build_background(gazetteer: Gazetteer, phrases: str, words: str = "") -> Background:
    """Build the background from texts; a line that begins with `#` is a comment.

    `phrases` has one official phrase a line, `words` plain words with blanks between them.
    """
    shingles: set[str] = set()
    for line in _lines(phrases):
        letters = normalize(line).text
        shingles.update(letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1))
    plain = {
        word[at : at + _PAIR]
        for line in _lines(words)
        for word in line.split()
        for at in range(max(1, len(word) - _PAIR + 1))
    }
    return Background(gazetteer, frozenset(shingles), frozenset(plain))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]
