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

    def share_without(self, excluded: Collection[int]) -> float:
        """Return the part (0…1) of what is covered that stays without these passages."""
        if not self.covered:
            return 0.0
        fewer: Counter[int] = Counter()
        for at in excluded:
            fewer.update(range(*self.stretches[at]))
        gone = sum(self.letters[at] for at, count in fewer.items() if count == self.passages[at])
        return (self.covered - gone) / self.covered


@dataclass(frozen=True, slots=True)
class ShareCover:
    """Hold both sides of a comparison; `places` are the rows by their numbers."""

    left: SideCover
    right: SideCover
    places: dict[int, int]
    shares: tuple[float, float]

    def without(self, excluded: Collection[int]) -> tuple[float, float]:
        """Return both shares (0…1) when the rows with these numbers do not count.

        A stretch that stands in a passage that counts as well stays in. Linear in the length of
        what is excluded.
        """
        rows = [self.places[number] for number in excluded if number in self.places]
        left, right = self.shares
        return left * self.left.share_without(rows), right * self.right.share_without(rows)


def cover_shares(comparison: Comparison) -> ShareCover:
    """Build what the shares of a comparison are counted with; linear in the length of the texts."""
    passages = [row.passage for row in comparison.rows]
    matches = comparison.matches
    return ShareCover(
        _cover(comparison.left.text, [one.left for one in passages]),
        _cover(comparison.right.text, [one.right for one in passages]),
        {row.number: at for at, row in enumerate(comparison.rows)},
        (matches.left_share, matches.right_share),
    )


def shares_without(comparison: Comparison, excluded: Collection[int]) -> tuple[float, float]:
    """Return both shares of a comparison (0…1) when some passages do not count.

    `excluded` holds numbers of rows; with nothing excluded the shares are those of the match set.
    """
    if not excluded:
        return comparison.matches.left_share, comparison.matches.right_share
    return cover_shares(comparison).without(frozenset(excluded))


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
