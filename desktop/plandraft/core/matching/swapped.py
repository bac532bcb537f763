"""Paragraphs that changed places are passages of their own, not one with its clauses moved."""

from __future__ import annotations

from itertools import accumulate

from plandraft.core.matching.fingerprint import Prepared, marks_span
from plandraft.core.matching.runs import Run, by_left


def cut_at_swap(
    tiles: list[Run], left: Prepared, right: Prepared
) -> tuple[list[Run], list[Run]] | None:
    """Cut tiles into two blocks that stand in the other order on the right, or return None.

    Each side must have a line break between the blocks: inside a paragraph it is clauses that move.
    Linear in the number of tiles but for sorting them.
    """
    ordered = sorted(tiles, key=by_left)
    lowest_so_far = list(accumulate((one.right for one in ordered), min))
    highest_behind = list(accumulate((one.right_end for one in reversed(ordered)), max))[::-1]
    for at in range(1, len(ordered)):
        if highest_behind[at] > lowest_so_far[at - 1]:
            continue
        first, second = ordered[:at], ordered[at:]
        left_gap = first[-1].left_end, second[0].left
        right_gap = highest_behind[at], lowest_so_far[at - 1]
        if _has_line_break(left, *left_gap) and _has_line_break(right, *right_gap):
            return first, second
    return None


def _has_line_break(side: Prepared, end: int, start: int) -> bool:
    """Tell whether a line ends between the token before `end` and the token `start`."""
    first, last = marks_span(side, end), marks_span(side, start)
    return "\n" in side.source[first.start : last.end]
