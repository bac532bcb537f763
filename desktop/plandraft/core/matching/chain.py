"""The tiles that stand in the same order on both sides."""

from __future__ import annotations

from bisect import bisect_left

from plandraft.core.matching.runs import Run, by_left


def heaviest_chain(tiles: list[Run]) -> list[Run]:
    """Return the tiles with most tokens in all that rise on both sides alike, by left.

    A Fenwick tree of prefix maxima over the right order: n log n.
    """
    if len(tiles) == 1:
        return tiles
    ordered = sorted(tiles, key=by_left)
    rights = sorted(one.right for one in ordered)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(rights) + 1)
    before: list[int] = []
    for index, one in enumerate(ordered):
        at = bisect_left(rights, one.right)
        rank, best = at + 1, (0, -1)
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        before.append(best[1])
        weight = best[0] + one.length
        while rank < len(tree):
            tree[rank] = max(tree[rank], (weight, index))
            rank += rank & -rank
    chain: list[Run] = []
    index = max(tree)[1]
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]
