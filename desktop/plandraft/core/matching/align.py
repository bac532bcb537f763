"""Align two stretches of tokens in any order: tiles, the gaps between them, their ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rapidfuzz.distance import Indel

from plandraft.core.matching.candidates import find_runs
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.fingerprint import Prepared
from plandraft.core.matching.runs import Run, by_left
from plandraft.core.matching.taken import Taken

# An unmatched token costs this much of a matched one. Below 0.4 passages run on into unrelated
# text through chance letters; above 0.7 a dropped clause cuts a short passage in two.
GAP_COST = 0.5
# A single equal letter between two gaps is as often chance as not.
_SINGLE = 0.6
# How far behind a tile one looks for more of the passage: a clause and a half.
_REACH = 48
# A tile this long that moved has moved, whatever stands in its place; a shorter one has not when
# so much of it stands there too.
_LONG_MOVE = 10
_IN_PLACE = 0.6
# The shortest run that counts out of order, and how far from its neighbours it may have gone.
_SCATTERED = 3
_REACH_SCATTERED = 160
# Unrelated Chinese text shares a quarter of its letters in order by chance: below this share the
# single letters in a gap mean nothing.
_ALIKE = 0.35
# Gaps of more cells than this are left open: nobody re-used what lies between.
_MOST_CELLS = 4_000_000
# The shortest piece of a run that is kept when a longer one has taken the rest of it.
_SHORTEST_PIECE = 3


def align_tokens(left: Prepared, right: Prepared) -> list[Run]:
    """Align two wordings of one passage; return non-overlapping tiles ordered by left."""
    if left.tokens == right.tokens:
        return [Run(0, 0, len(left.tokens), float(len(left.tokens)))] if left.tokens else []
    ours, theirs = left.tokens, right.tokens
    tiles = straighten(tile(find_runs(left, right)), ours, theirs)
    if not tiles:
        blocks = equal_blocks(ours, theirs)
        return [Run(at, to, size) for at, to, size in blocks]
    return extend_ends(fill_gaps(tiles, ours, theirs), ours, theirs)


def tile(runs: Iterable[Run]) -> list[Run]:
    """Choose from `runs` non-overlapping tiles, longest first; ordered by left.

    This is greedy string tiling (Wise 1993): no token of either side is used twice, and the order
    of the tiles may differ between the sides.
    """
    candidates = list(runs)
    if len(candidates) == 1:
        return candidates
    left_taken, right_taken = Taken(), Taken()
    tiles: list[Run] = []
    diagonal = _main_diagonal(candidates)
    for run in sorted(
        candidates, key=lambda one: (-one.length, abs(one.left - one.right - diagonal), one.left)
    ):
        for piece in _free_pieces(run, left_taken, right_taken):
            left_taken.add(piece.left, piece.left_end)
            right_taken.add(piece.right, piece.right_end)
            tiles.append(piece)
    tiles.sort(key=by_left)
    return tiles


def _main_diagonal(runs: list[Run]) -> int:
    """Return left less right of the longest run: of equal runs the one in order is the likelier."""
    longest = max(runs, key=lambda one: (one.length, -one.left, -one.right), default=Run(0, 0, 0))
    return longest.left - longest.right


def _free_pieces(run: Run, left_taken: Taken, right_taken: Taken) -> list[Run]:
    """Return the pieces of `run` that are free on both sides."""
    left, right, length, weight = run
    ours = left_taken.holes(left, left + length)
    theirs = right_taken.holes(right, right + length)
    if ours == [(left, left + length)] and theirs == [(right, right + length)]:
        return [run]
    pieces = (
        (max(start, to - right + left), min(end, to_end - right + left))
        for start, end in ours
        for to, to_end in theirs
    )
    return [
        Run(start, start - left + right, end - start, weight * (end - start) / length)
        for start, end in pieces
        if end - start >= _SHORTEST_PIECE
    ]


def straighten(tiles: list[Run], ours: str, theirs: str) -> list[Run]:
    """Leave out short tiles out of order where most of their letters stand in place as well.

    应当在三个工作日 against 应当在一个工作日 … 应当在三个工作日 is a changed number, not a move.
    """
    chain = heaviest_chain(tiles)
    if len(chain) == len(tiles):
        return tiles
    in_order = set(chain)
    lefts = [one.left for one in chain]
    return [
        one
        for one in tiles
        if one in in_order
        or one.length > _LONG_MOVE
        or not _in_place(one, chain, lefts, ours, theirs)
    ]


def _in_place(one: Run, chain: list[Run], lefts: list[int], ours: str, theirs: str) -> bool:
    at = bisect_right(lefts, one.left)
    start = chain[at - 1].right_end if at else 0
    end = chain[at].right if at < len(chain) else len(theirs)
    there = theirs[start : min(end, start + 4 * _LONG_MOVE)]
    equal = sum(size for _, _, size in equal_blocks(ours[one.left : one.left_end], there))
    return equal >= _IN_PLACE * one.length


def fill_gaps(tiles: list[Run], ours: str, theirs: str) -> list[Run]:
    """Return `tiles` with the equal letters of all gaps that two neighbours share on both sides."""
    found: list[Run] = []
    for before, after in _neighbours(tiles):
        left, right = ours[before.left_end : after.left], theirs[before.right_end : after.right]
        blocks = equal_blocks(left, right)
        equal = sum(size for _, _, size in blocks)
        least = 1 if 2 * equal >= _ALIKE * (len(left) + len(right)) else _SCATTERED
        found += [
            Run(before.left_end + at, before.right_end + to, size)
            for at, to, size in blocks
            if size >= least
        ]
    return sorted([*tiles, *found], key=by_left)


def _neighbours(tiles: list[Run]) -> Iterator[tuple[Run, Run]]:
    """Yield the pairs of tiles that follow each other on both sides."""
    if len(tiles) == 1:
        return
    rank = {id(one): at for at, one in enumerate(sorted(tiles, key=lambda one: one.right))}
    for before, after in pairwise(tiles):
        if rank[id(after)] == rank[id(before)] + 1:
            yield before, after


def gather_scattered(tiles: list[Run], ours: str, theirs: str) -> list[Run]:
    """Return `tiles` with the short runs between them that stand in another order.

    Looks at tokens that no tile uses, inside the bounds of the tiles and at most _REACH_SCATTERED
    tokens from where the nearest tile leads.
    """
    if len(tiles) < 2:
        return tiles
    left_free = _free_stretches([(one.left, one.left_end) for one in tiles])
    right_free = _free_stretches([(one.right, one.right_end) for one in tiles])
    if not left_free or not right_free:
        return tiles
    places: dict[str, list[int]] = {}
    for start, end in right_free:
        for at in range(start, end - _SCATTERED + 1):
            places.setdefault(theirs[at : at + _SCATTERED], []).append(at)
    lefts = [one.left for one in tiles]
    found: list[Run] = []
    for start, end in left_free:
        near = tiles[max(0, bisect_right(lefts, start) - 1)]
        expected = near.right + start - near.left
        seeds = {
            (at, to)
            for at in range(start, end - _SCATTERED + 1)
            for to in places.get(ours[at : at + _SCATTERED], ())
            if -_REACH_SCATTERED <= to - expected <= _REACH_SCATTERED
        }
        found += [
            _grown(Run(at, to, _SCATTERED), ours, theirs, end)
            for at, to in seeds
            if (at - 1, to - 1) not in seeds
        ]
    return tile([*tiles, *sorted(found)]) if found else tiles


def _grown(run: Run, ours: str, theirs: str, left_limit: int) -> Run:
    length = run.length
    while (
        run.left + length < left_limit
        and run.right + length < len(theirs)
        and ours[run.left + length] == theirs[run.right + length]
    ):
        length += 1
    return Run(run.left, run.right, length)


def _free_stretches(taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches between the taken ones that are long enough for a scattered run."""
    free: list[tuple[int, int]] = []
    reached: int | None = None
    for start, end in sorted(taken):
        if reached is not None and start - reached >= _SCATTERED:
            free.append((reached, start))
        reached = end if reached is None else max(reached, end)
    return free


def equal_blocks(left: str, right: str) -> list[tuple[int, int, int]]:
    """Return (left, right, length) of the runs that a longest common subsequence keeps."""
    if not left or not right or len(left) * len(right) > _MOST_CELLS:
        return []
    blocks = Indel.editops(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def extend_ends(tiles: list[Run], ours: str, theirs: str) -> list[Run]:
    """Return `tiles` with what follows or goes before each of them on both sides alike."""
    left_taken = Taken([(left, left + length) for left, _, length, _ in tiles])
    right_taken = Taken([(right, right + length) for _, right, length, _ in tiles])
    closed = [(id(before), id(after)) for before, after in _neighbours(tiles)]
    behind = {before for before, _ in closed}
    ahead = {after for _, after in closed}
    found: list[Run] = []
    for one in tiles:
        if id(one) not in ahead:
            found += _grow_back(one, ours, theirs, left_taken, right_taken)
        if id(one) not in behind:
            found += _grow_on(one, ours, theirs, left_taken, right_taken)
    return sorted([*tiles, *found]) if found else tiles


def _grow_on(one: Run, ours: str, theirs: str, left_taken: Taken, right_taken: Taken) -> list[Run]:
    at, to = one.left_end, one.right_end
    left = ours[at : at + min(_REACH, left_taken.room_behind(at, len(ours)))]
    right = theirs[to : to + min(_REACH, right_taken.room_behind(to, len(theirs)))]
    grown = [
        Run(at + first, to + second, size)
        for first, second, size in _best_prefix(equal_blocks(left, right))
    ]
    _take(grown, left_taken, right_taken)
    return grown


def _grow_back(
    one: Run, ours: str, theirs: str, left_taken: Taken, right_taken: Taken
) -> list[Run]:
    at, to = one.left, one.right
    left = ours[at - min(_REACH, left_taken.room_before(at)) : at][::-1]
    right = theirs[to - min(_REACH, right_taken.room_before(to)) : to][::-1]
    grown = [
        Run(at - first - size, to - second - size, size)
        for first, second, size in _best_prefix(equal_blocks(left, right))
    ]
    _take(grown, left_taken, right_taken)
    return grown


def _take(runs: list[Run], left_taken: Taken, right_taken: Taken) -> None:
    for left, right, length, _ in runs:
        left_taken.add(left, left + length)
        right_taken.add(right, right + length)


def _best_prefix(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the blocks up to the point where matched less unmatched tokens is greatest."""
    score = best = 0.0
    keep = left = right = 0
    for count, (at, to, size) in enumerate(blocks, start=1):
        score += value(size) - GAP_COST * max(at - left, to - right)
        left, right = at + size, to + size
        if score > best:
            best, keep = score, count
    return blocks[:keep]


def value(length: int) -> float:
    """Return what a run of `length` equal tokens is worth."""
    return float(length) if length > 1 else _SINGLE
