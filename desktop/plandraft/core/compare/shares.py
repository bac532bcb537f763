"""How much two plans share when some passages do not count, at once for each further decision."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.similarity import letter_counts
from plandraft.core.model.spans import Span


@dataclass(frozen=True, slots=True)
class SideCover:
    """Hold one side cut where a passage begins or ends.

    For each stretch between two cuts: how many letters it has, and how many passages lie over it;
    for each passage: its first stretch and the one behind its last.
    """

    letters: tuple[int, ...]
    passages: tuple[int, ...]
    stretches: tuple[tuple[int, int], ...]
    covered: int

    def letters_without(self, excluded: Collection[int]) -> int:
        """Return how many letters are still covered without these passages."""
        fewer: Counter[int] = Counter()
        for at in excluded:
            fewer.update(range(*self.stretches[at]))
        gone = sum(self.letters[at] for at, count in fewer.items() if count == self.passages[at])
        return self.covered - gone


@dataclass(frozen=True, slots=True)
class ShareCover:
    """Hold both sides of a comparison; `places` are the rows by their numbers.

    `weights` are the share (0…1) of its side that a covered letter stands for.
    """

    left: SideCover
    right: SideCover
    places: dict[int, int]
    weights: tuple[float, float]

    def without(self, excluded: Collection[int]) -> tuple[float, float]:
        """Return both shares (0…1) when the rows with these numbers do not count.

        A stretch that stands in a passage that counts as well stays in. Linear in the length of
        what is excluded.
        """
        rows = [self.places[number] for number in excluded if number in self.places]
        left, right = self.weights
        return left * self.left.letters_without(rows), right * self.right.letters_without(rows)


def cover_shares(comparison: Comparison) -> ShareCover:
    """Build what the shares of a comparison are counted with; linear in the length of the texts."""
    passages = [row.passage for row in comparison.rows]
    matches = comparison.matches
    left = _cover(comparison.left.text, [one.left for one in passages])
    right = _cover(comparison.right.text, [one.right for one in passages])
    routine = [at for at, one in enumerate(passages) if one.routine]
    weights = (
        _weight(left, routine, matches.left_share, comparison.left.text),
        _weight(right, routine, matches.right_share, comparison.right.text),
    )
    return ShareCover(
        left, right, {row.number: at for at, row in enumerate(comparison.rows)}, weights
    )


def _weight(side: SideCover, routine: Collection[int], share: float, text: str) -> float:
    """Return what a letter counts, so that all but what is routine makes the share told."""
    counted = side.letters_without(routine)
    return share / counted if counted else 1 / max(1, letter_counts(text)[-1])


def shares_without(comparison: Comparison, excluded: Collection[int]) -> tuple[float, float]:
    """Return both shares of a comparison (0…1) when some passages do not count.

    `excluded` holds numbers of rows; without what is routine the shares are those of the match set.
    """
    left_out = frozenset(excluded)
    if left_out == comparison.routine_rows:
        return comparison.matches.left_share, comparison.matches.right_share
    return cover_shares(comparison).without(left_out)


def _cover(text: str, spans: Sequence[Span]) -> SideCover:
    before = letter_counts(text)
    cuts = sorted({at for span in spans for at in (span.start, span.end)})
    letters = tuple(before[end] - before[start] for start, end in pairwise(cuts))
    stretches = tuple(
        (bisect_left(cuts, span.start), bisect_left(cuts, span.end)) for span in spans
    )
    steps = [0] * (len(cuts) + 1)
    for first, behind in stretches:
        steps[first] += 1
        steps[behind] -= 1
    passages = tuple(accumulate(steps))[: len(letters)]
    covered = sum(count for count, over in zip(letters, passages, strict=True) if over)
    return SideCover(letters, passages, stretches, covered)
