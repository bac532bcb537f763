"""How alike the two sides of a passage are, and in what they differ."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.matching.candidates import Run
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.passages import Difference, PassageKind
from plandraft.core.matching.tokens import MASKS, NUMBER_TOKEN, PERIOD_TOKEN, PLACE_TOKEN
from plandraft.core.model.spans import Span

# Fewer letters than this out of order are a word that moved, not a clause.
_CLAUSE_LETTERS = 6
_CLASSES = {
    NUMBER_TOKEN: Difference.NUMBER,
    PERIOD_TOKEN: Difference.NUMBER,
    PLACE_TOKEN: Difference.PLACE,
}


@dataclass(frozen=True, slots=True)
class Score:
    """Hold the judgement on one passage; `evidence` counts its rare letters."""

    similarity: float
    masked_similarity: float
    kind: PassageKind
    differs: tuple[Difference, ...]
    evidence: float
    rare_share: float


def score_passage(
    left: Prepared, right: Prepared, ours: Span, theirs: Span, tiles: list[Run]
) -> Score:
    """Judge the passage of `tiles` with token bounds `ours` and `theirs`.

    Similarity = letters that are equal, twice, over the letters of both sides (the Dice
    coefficient), whatever the order of the clauses.
    """
    letters = [side.letter_span(span) for side, span in ((left, ours), (right, theirs))]
    texts = (letters[0].slice(left.letters.text), letters[1].slice(right.letters.text))
    equal = sum(_equal_letters(left, right, one) for one in tiles)
    same = texts[0] == texts[1]
    moved = 0 if same else moved_tokens(tiles)
    differs = _differences(left, right, ours, theirs, tiles)
    if moved >= _CLAUSE_LETTERS:
        differs.add(Difference.ORDER)
    kind = PassageKind.EDITED
    if same:
        kind = PassageKind.IDENTICAL
    elif moved >= _CLAUSE_LETTERS:
        kind = PassageKind.REORDERED
    total = letters[0].length + letters[1].length
    tokens = ours.length + theirs.length
    matched = sum(one.length for one in tiles)
    evidence = sum(one.weight for one in tiles)
    return Score(
        similarity=1.0 if same else min(1.0, 2 * equal / max(1, total)),
        masked_similarity=1.0 if same else min(1.0, 2 * matched / max(1, tokens)),
        kind=kind,
        differs=tuple(one for one in Difference if one in differs),
        evidence=evidence,
        rare_share=min(1.0, evidence / max(1, matched)),
    )


def moved_tokens(tiles: list[Run]) -> int:
    """Count the tokens outside the heaviest chain of tiles that stands in the same order."""
    return sum(one.length for one in tiles) - sum(one.length for one in heaviest_chain(tiles))


def _equal_letters(left: Prepared, right: Prepared, one: Run) -> int:
    """Count the letters of a tile that are the same under their masks too."""
    masked = MASKS.intersection(left.tokens[one.left : one.left_end])
    if not masked:
        return one.length
    count = 0
    for at in range(one.length):
        here = left.token_letters(one.left + at)
        if here == right.token_letters(one.right + at):
            count += len(here)
    return count


def _differences(
    left: Prepared, right: Prepared, ours: Span, theirs: Span, tiles: list[Run]
) -> set[Difference]:
    found: set[Difference] = set()
    for one in tiles:
        found |= _tile_differences(left, right, one)
    for side, span, taken in (
        (left, ours, {at for one in tiles for at in range(one.left, one.left_end)}),
        (right, theirs, {at for one in tiles for at in range(one.right, one.right_end)}),
    ):
        for at in range(span.start, span.end):
            if at not in taken:
                found.add(_token_class(side.tokens[at]))
    return found


def _token_class(token: str) -> Difference:
    return _CLASSES.get(token, Difference.WORDING)


def _tile_differences(left: Prepared, right: Prepared, one: Run) -> set[Difference]:
    found: set[Difference] = set()
    ours, theirs = (
        left.marks[one.left + 1 : one.left_end],
        right.marks[one.right + 1 : one.right_end],
    )
    if ours != theirs:
        found.add(Difference.PUNCTUATION)
    stretch = left.tokens[one.left : one.left_end]
    if MASKS.isdisjoint(stretch):
        return found
    for at, token in enumerate(stretch):
        if token in MASKS and left.token_letters(one.left + at) != right.token_letters(
            one.right + at
        ):
            found.add(_token_class(token))
    return found
