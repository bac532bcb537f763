"""How alike the two sides of a passage are, and in what they differ."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.passages import Difference, PassageKind
from plandraft.core.matching.runs import Run
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
    """Hold the judgement on one passage.

    `evidence` counts its rare letters, `shorter` all letters of its shorter side.
    """

    similarity: float
    masked_similarity: float
    kind: PassageKind
    differs: tuple[Difference, ...]
    evidence: float
    rare_share: float
    shorter: int


def score_passage(
    left: Prepared, right: Prepared, ours: Span, theirs: Span, tiles: list[Run]
) -> Score:
    """Judge the passage of `tiles` with token bounds `ours` and `theirs`.

    Similarity = letters that are equal, twice, over the letters of both sides (the Dice
    coefficient), whatever the order of the clauses.
    """
    our_letters = left.letters_between(ours.start, ours.end)
    their_letters = right.letters_between(theirs.start, theirs.end)
    same = our_letters == their_letters
    moved = 0 if same else moved_tokens(tiles)
    equal, differs = _compare_tiles(left, right, tiles)
    differs |= _uncovered(left, ours, [(one.left, one.left_end) for one in tiles])
    differs |= _uncovered(right, theirs, [(one.right, one.right_end) for one in tiles])
    if moved >= _CLAUSE_LETTERS:
        differs.add(Difference.ORDER)
    kind = PassageKind.EDITED
    if same:
        kind = PassageKind.IDENTICAL
    elif moved >= _CLAUSE_LETTERS:
        kind = PassageKind.REORDERED
    total = len(our_letters) + len(their_letters)
    tokens = ours.length + theirs.length
    matched = sum([one.length for one in tiles])
    evidence = sum([one.weight for one in tiles])
    return Score(
        similarity=1.0 if same else min(1.0, 2 * equal / max(1, total)),
        masked_similarity=1.0 if same else min(1.0, 2 * matched / max(1, tokens)),
        kind=kind,
        differs=tuple([one for one in Difference if one in differs]) if differs else (),
        evidence=evidence,
        rare_share=min(1.0, evidence / max(1, matched)),
        shorter=min(len(our_letters), len(their_letters)),
    )


def moved_tokens(tiles: list[Run]) -> int:
    """Count the tokens outside the heaviest chain of tiles that stands in the same order."""
    if len(tiles) == 1:
        return 0
    return sum(one.length for one in tiles) - sum(one.length for one in heaviest_chain(tiles))


def _compare_tiles(
    left: Prepared, right: Prepared, tiles: list[Run]
) -> tuple[int, set[Difference]]:
    """Return how many letters of the tiles are the same under their masks too, and what differs."""
    equal = 0
    differs: set[Difference] = set()
    for at, to, length, _ in tiles:
        end, there = at + length, to + length
        if left.marks[at + 1 : end] != right.marks[to + 1 : there]:
            differs.add(Difference.PUNCTUATION)
        letters = left.letters_between(at, end)
        if letters == right.letters_between(to, there):
            equal += len(letters)
            continue
        equal += length
        for found in ANY_MASK.finditer(left.tokens, at, end):
            masked = found.start()
            own = left.token_letters(masked)
            same = own == right.token_letters(masked - at + to)
            equal += len(own) - 1 if same else -1
            if not same:
                differs.add(_token_class(left.tokens[masked]))
    return equal, differs


def _uncovered(side: Prepared, span: Span, taken: list[tuple[int, int]]) -> set[Difference]:
    """Return the classes of the tokens of `span` outside the taken stretches."""
    found: set[Difference] = set()
    reached = span.start
    for start, end in [*sorted(taken), (span.end, span.end)]:
        if reached < start:
            found.update(map(_token_class, side.tokens[reached:start]))
        reached = end
    return found


def _token_class(token: str) -> Difference:
    return _CLASSES.get(token, Difference.WORDING)
