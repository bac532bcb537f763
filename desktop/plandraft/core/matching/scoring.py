"""How alike the two sides of a passage are, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plandraft.core.matching.candidates import Run
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.passages import Difference, PassageKind
from plandraft.core.matching.tokens import ANY_MASK, NUMBER_TOKEN, PERIOD_TOKEN, PLACE_TOKEN
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
    masked = _masked(left, one)
    same = (left.token_letters(at) for at in masked if _same_letters(left, right, one, at))
    return one.length - len(masked) + sum(map(len, same))


def _masked(left: Prepared, one: Run) -> list[int]:
    """Return the tokens of a tile, on the left, that stand for a name or a number."""
    return [found.start() for found in ANY_MASK.finditer(left.tokens, one.left, one.left_end)]


def _same_letters(left: Prepared, right: Prepared, one: Run, at: int) -> bool:
    return left.token_letters(at) == right.token_letters(at - one.left + one.right)


def _differences(
    left: Prepared, right: Prepared, ours: Span, theirs: Span, tiles: list[Run]
) -> set[Difference]:
    found: set[Difference] = set()
    for one in tiles:
        found |= _tile_differences(left, right, one)
    for side, span, taken in (
        (left, ours, [(one.left, one.left_end) for one in tiles]),
        (right, theirs, [(one.right, one.right_end) for one in tiles]),
    ):
        for start, end in _between(taken, span):
            found.update(map(_token_class, side.tokens[start:end]))
    return found


def _between(taken: list[tuple[int, int]], span: Span) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `span` outside the taken ones, which do not overlap."""
    reached = span.start
    for start, end in sorted(taken):
        if reached < start:
            yield reached, start
        reached = end
    if reached < span.end:
        yield reached, span.end


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
    found.update(
        _token_class(left.tokens[at])
        for at in _masked(left, one)
        if not _same_letters(left, right, one, at)
    )
    return found
