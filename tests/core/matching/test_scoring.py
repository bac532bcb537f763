from __future__ import annotations

from plandraft.core.matching.runs import Run
from plandraft.core.matching.scoring import moved_tokens


def test_a_swapped_clause_counts_as_moved() -> None:
    assert moved_tokens([Run(0, 20, 8), Run(8, 0, 20)]) == 8
    assert moved_tokens([Run(0, 0, 8), Run(9, 12, 20)]) == 0
