"""What was put for what, counted over a whole comparison: 云汀 → 澜川 ×7, 60 → 80."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plandraft.core.compare.changes import ChangeClass, ChangeKind, Comparison, InlineSpan
from plandraft.core.text.places import short_name

_SWAPPED = frozenset(
    {
        ChangeClass.PLACE,
        ChangeClass.PERIOD,
        ChangeClass.NUMBER,
        ChangeClass.ORGAN,
        ChangeClass.SUBSTITUTE,
    }
)


@dataclass(frozen=True, slots=True)
class Swap:
    """Say that `left` stands where the other document has `right`, `count` times."""

    left: str
    right: str
    change_class: ChangeClass
    count: int


def mine_swaps(comparison: Comparison, changes: Iterable[InlineSpan]) -> tuple[Swap, ...]:
    """Count what replaces what in `changes`, the differences of all passages; most often first.

    Places count without 市/县 behind them.
    """
    counts: Counter[tuple[str, str, ChangeClass]] = Counter()
    for one in changes:
        if one.kind is ChangeKind.REPLACED and one.change_class in _SWAPPED:
            left = one.left.slice(comparison.left.text)
            right = one.right.slice(comparison.right.text)
            if one.change_class is ChangeClass.PLACE:
                left, right = short_name(left), short_name(right)
            counts[left, right, one.change_class] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Swap(*key, count) for key, count in ordered)
