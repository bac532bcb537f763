from __future__ import annotations

import math

import pytest
from tests.benchmarks.plagdet import Pair, measure

_CASE: Pair = ((0, 100), (1000, 1100))


@pytest.mark.parametrize(
    ("found", "precision", "recall", "granularity"),
    [
        ([_CASE], 1.0, 1.0, 1.0),
        ([], 0.0, 0.0, 1.0),
        ([((0, 50), (1000, 1050))], 1.0, 0.5, 1.0),
        ([((0, 200), (1000, 1200))], 0.5, 1.0, 1.0),
        ([((0, 50), (1000, 1050)), ((50, 100), (1050, 1100))], 1.0, 1.0, 2.0),
        # The right place on one side only is no detection.
        ([((0, 100), (5000, 5100))], 0.0, 0.0, 1.0),
    ],
    ids=["whole", "nothing", "half", "too much", "in pieces", "one side"],
)
def test_the_three_figures(
    found: list[Pair], precision: float, recall: float, granularity: float
) -> None:
    quality = measure([_CASE], found)
    assert (quality.precision, quality.recall, quality.granularity) == (
        pytest.approx(precision),
        pytest.approx(recall),
        granularity,
    )


def test_pieces_cost_a_third() -> None:
    whole = measure([_CASE], [_CASE]).plagdet
    pieces = measure([_CASE], [((0, 50), (1000, 1050)), ((50, 100), (1050, 1100))]).plagdet
    assert whole == 1
    assert pieces == pytest.approx(1 / math.log2(3))
