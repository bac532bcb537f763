"""Plans that share more than a threshold, gathered into groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Shares = Sequence[Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class PlanLink:
    """Hold two plans, the smaller index first, and the larger of their two shares (0…1)."""

    one: int
    other: int
    share: float


def plan_links(shares: Shares, threshold: float) -> tuple[PlanLink, ...]:
    """Return the pairs of which one holds at least `threshold` of the other, closest first.

    The larger share counts: a short plan that was taken over whole into a long one belongs to it.
    `shares` is a matrix as `similarity_matrix` returns it.
    """
    links = [
        PlanLink(one, other, share)
        for one in range(len(shares))
        for other in range(one + 1, len(shares))
        if (share := pair_share(shares, one, other)) >= threshold and share > 0
    ]
    return tuple(sorted(links, key=lambda link: (-link.share, link.one, link.other)))


def plan_groups(shares: Shares, threshold: float) -> tuple[tuple[int, ...], ...]:
    """Return all plans in groups: linked ones together, the largest group first.

    Plans without a link are groups of one, behind the others; all in order of their indexes.
    """
    group = list(range(len(shares)))
    for link in plan_links(shares, threshold):
        kept, gone = sorted((group[link.one], group[link.other]))
        group = [kept if one == gone else one for one in group]
    found = [
        tuple(at for at, one in enumerate(group) if one == name) for name in sorted(set(group))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def pair_share(shares: Shares, one: int, other: int) -> float:
    """Return the larger of the shares of two plans, 0 where they were not compared."""
    return max(shares[one][other] or 0.0, shares[other][one] or 0.0)
