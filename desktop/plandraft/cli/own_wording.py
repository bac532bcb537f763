"""What the terminal does with lists of phrases and of words that count as the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.shares import shares_without
from plandraft.services.comparing_all import AllComparisons
from plandraft.services.phrases import (
    OwnWording,
    mark_pairs,
    read_phrase_file,
    read_substitution_file,
)


def read_lists(phrases: Path | None, same: Path | None) -> OwnWording:
    """Read the lists that are given; raises PlanError FILE_*, LIST_NOT_UTF8 or …_LINE_BAD."""
    return OwnWording(
        () if phrases is None else read_phrase_file(phrases),
        () if same is None else read_substitution_file(same),
    )


def mark_all(found: AllComparisons, own: OwnWording) -> AllComparisons:
    """Return the comparisons of all pairs with what the lists say of them."""
    if own.empty:
        return found
    return replace(found, pairs=tuple(mark_pairs(dict(found.pairs), own).items()))


def own_lines(comparison: Comparison, names: tuple[str, str] = ("占甲 ", "乙 ")) -> tuple[str, ...]:
    """Return a line about the passages that are own phrases, none where there is none."""
    rows = comparison.own.rows
    if not rows:
        return ()
    left, right = counted_shares(comparison)
    return (f"不计自定套话（{len(rows)} 处）：{names[0]}{left:.1%}、{names[1]}{right:.1%}",)


def own_data(comparison: Comparison) -> dict[str, object]:
    """Return the passages (indexes from 0) that are own phrases, and the shares without them."""
    left, right = counted_shares(comparison)
    own = [at for at, row in enumerate(comparison.rows) if row.number in comparison.own.rows]
    return {"passages": own, "a_share": round(left, 4), "b_share": round(right, 4)}


def counted_shares(comparison: Comparison) -> tuple[float, float]:
    """Return both shares (0…1) without the passages that are own phrases or routine."""
    return shares_without(comparison, comparison.own.rows | comparison.routine_rows)
