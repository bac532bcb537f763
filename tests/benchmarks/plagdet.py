"""The measure of the PAN text-alignment task.

Potthast, Stein, Barrón-Cedeño and Rosso, "An Evaluation Framework for Plagiarism Detection"
(COLING 2010): macro-averaged precision and recall over characters of both sides, granularity, and
plagdet = F1 / log2(1 + granularity).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Pair = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Quality:
    """Hold the three figures and what follows from them."""

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """Return F1 / log2(1 + granularity)."""
        if self.precision + self.recall == 0:
            return 0.0
        f1 = 2 * self.precision * self.recall / (self.precision + self.recall)
        return f1 / math.log2(1 + self.granularity)


def measure(truth: Sequence[Pair], found: Sequence[Pair]) -> Quality:
    """Measure detections against the planted pairs of spans."""
    recall = _mean([_covered(case, found) for case in truth])
    precision = _mean([_covered(one, truth) for one in found])
    hits = [sum(_detects(one, case) for one in found) for case in truth]
    detected = [count for count in hits if count]
    return Quality(precision, recall, _mean(detected) if detected else 1.0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _detects(one: Pair, case: Pair) -> bool:
    return _overlap(one[0], case[0]) > 0 and _overlap(one[1], case[1]) > 0


def _covered(one: Pair, others: Sequence[Pair]) -> float:
    """Return the share of the characters of both sides of `one` that `others` cover."""
    matching = [other for other in others if _detects(other, one)]
    covered = sum(_union([other[side] for other in matching], one[side]) for side in (0, 1))
    total = sum(one[side][1] - one[side][0] for side in (0, 1))
    return covered / total if total else 0.0


def _union(spans: Sequence[tuple[int, int]], inside: tuple[int, int]) -> int:
    reached, covered = inside[0], 0
    for start, end in sorted(spans):
        start, end = max(start, reached), min(end, inside[1])
        if start < end:
            covered += end - start
            reached = end
    return covered
