"""Where a passage begins and ends: dense on both sides, and at clause edges where they are near."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plandraft.core.matching.align import GAP_COST, equal_blocks, value
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.fingerprint import SENTENCE_EDGE, Prepared
from plandraft.core.matching.runs import Run, by_left
from plandraft.core.matching.tokens import NUMBER_TOKEN
from plandraft.core.model.spans import Span

# An unmatched token of a sentence that has no partner at all costs this much.
_SENTENCE_COST = 2.0
# A clause out of order is longer than this.
_STRAY = 10
# Letters beyond the last match up to a clause edge still belong to it (…的需要。 / …的要求。).
_SNAP_OUT = 3
# A shared word before a clause edge (…发展。) says nothing about the passage behind it.
_SNAP_IN = 3
# A piece of the next sentence, or a heading, this short stays only when so many letters agree.
_FRAGMENT = 12
_TIED = 5
_OPENING = frozenset("“‘《（(【〔「『")
_CLOSING = frozenset("。．.！!？?；;”’》）)】〕」』")


def densest(tiles: list[Run], left: Prepared, right: Prepared) -> list[Run]:
    """Return the tiles of the stretch with most matched less unmatched tokens, on both sides."""
    kept = tiles
    while len(kept) > 1:
        narrowed = _best_stretch(kept, _left_of, left.edges)
        narrowed = _best_stretch(narrowed, _right_of, right.edges)
        if len(narrowed) == len(kept):
            return sorted(kept, key=by_left)
        kept = narrowed
    return kept


def _left_of(run: Run) -> int:
    return run.left


def _right_of(run: Run) -> int:
    return run.right


def _best_stretch(tiles: list[Run], side: Callable[[Run], int], edges: bytearray) -> list[Run]:
    ordered = sorted(tiles, key=side)
    score = best = 0.0
    begin, best_range, reached = 0, (0, 0), 0
    for index, one in enumerate(ordered):
        if score > 0:
            score -= gap_cost(edges, reached, side(one))
        if score <= 0:
            score, begin = 0.0, index
        score += value(one.length)
        reached = side(one) + one.length
        if score > best:
            best, best_range = score, (begin, index + 1)
    return ordered[best_range[0] : best_range[1]]


def gap_cost(edges: bytearray, start: int, end: int) -> float:
    """Return what the unmatched tokens `start`…`end` cost.

    A passage may lose clauses; where it skips a whole sentence it rather ends, unless what it
    holds on both sides of the gap outweighs that by far.
    """
    length = end - start
    first = edges.find(SENTENCE_EDGE, start, end + 1)
    if first < 0:
        return GAP_COST * length
    skipped = edges.rfind(SENTENCE_EDGE, start, end + 1) - first
    return GAP_COST * (length - skipped) + _SENTENCE_COST * skipped


def without_strays(tiles: list[Run], left: Prepared, right: Prepared) -> list[Run]:
    """Leave out short tiles at an end that stand in another sentence and another order.

    A few letters of the next heading that the passage has somewhere else are no part of it.
    """
    kept = tiles
    while len(kept) > 1:
        chain = set(heaviest_chain(kept))
        stray = next(
            (
                end
                for side, edges in ((_left_of, left.edges), (_right_of, right.edges))
                for end in _lone_ends(kept, side, edges)
                if end not in chain and end.length < _STRAY
            ),
            None,
        )
        if stray is None:
            break
        kept = [one for one in kept if one is not stray]
    return kept


def _lone_ends(tiles: list[Run], side: Callable[[Run], int], edges: bytearray) -> Iterator[Run]:
    """Yield the first and the last tile of a side where a sentence edge cuts it off the rest."""
    ordered = sorted(tiles, key=side)
    first, second = ordered[0], ordered[1]
    if SENTENCE_EDGE in edges[side(first) + first.length : side(second) + 1]:
        yield first
    last, before = ordered[-1], ordered[-2]
    if SENTENCE_EDGE in edges[side(before) + before.length : side(last) + 1]:
        yield last


def token_bounds(tiles: list[Run]) -> tuple[Span, Span]:
    """Return the spans of tokens that `tiles` reach over on both sides."""
    if len(tiles) == 1:
        only = tiles[0]
        return Span(only.left, only.left_end), Span(only.right, only.right_end)
    left = Span(min([one.left for one in tiles]), max([one.left_end for one in tiles]))
    right = Span(min([one.right for one in tiles]), max([one.right_end for one in tiles]))
    return left, right


def clip(tiles: list[Run], ours: Span, theirs: Span) -> list[Run]:
    """Return the parts of `tiles` that lie inside the bounds on both sides."""
    clipped: list[Run] = []
    for one in tiles:
        cut = max(0, ours.start - one.left, theirs.start - one.right)
        end = min(one.length, ours.end - one.left, theirs.end - one.right)
        if cut < end:
            share = one.weight * (end - cut) / one.length
            clipped.append(Run(one.left + cut, one.right + cut, end - cut, share))
    return clipped


def snap_to_clauses(left: Prepared, right: Prepared, ours: Span, theirs: Span) -> tuple[Span, Span]:
    """Move bounds that are a few tokens off a clause edge on both sides to that edge."""
    starts = _snap(left, right, ours.start, theirs.start, inward=1)
    ends = _snap(left, right, ours.end, theirs.end, inward=-1)
    if starts[0] >= ends[0] or starts[1] >= ends[1]:
        return ours, theirs
    return Span(starts[0], ends[0]), Span(starts[1], ends[1])


def _snap(left: Prepared, right: Prepared, at: int, to: int, *, inward: int) -> tuple[int, int]:
    while _lone_number(left, at, inward) and _lone_number(right, to, inward):
        at, to = at + inward, to + inward
    at, to = _without_fragment(left, right, at, to, inward)
    if left.edges[at] and right.edges[to]:
        return at, to
    out_left = _edge_distance(left.edges, at, -inward, _SNAP_OUT)
    out_right = _edge_distance(right.edges, to, -inward, _SNAP_OUT)
    if out_left is not None and out_right is not None:
        return at - inward * out_left, to - inward * out_right
    in_left = _edge_distance(left.edges, at, inward, _SNAP_IN)
    in_right = _edge_distance(right.edges, to, inward, _SNAP_IN)
    if in_left is not None and in_left == in_right:
        return at + inward * in_left, to + inward * in_right
    return at, to


def _without_fragment(
    left: Prepared, right: Prepared, at: int, to: int, inward: int
) -> tuple[int, int]:
    """Take off the piece of a neighbouring sentence that only a few letters tie to the passage."""
    edge_left = _inner_edge(left.edges, at, inward)
    edge_right = _inner_edge(right.edges, to, inward)
    if edge_left is None or edge_right is None:
        return at, to
    ours = left.tokens[min(at, edge_left) : max(at, edge_left)]
    theirs = right.tokens[min(to, edge_right) : max(to, edge_right)]
    tied = sum(size for _, _, size in equal_blocks(ours, theirs))
    return (at, to) if tied >= _TIED else (edge_left, edge_right)


def _inner_edge(edges: bytearray, at: int, inward: int) -> int | None:
    """Return the nearest sentence edge inside the passage, not the bound itself."""
    if inward > 0:
        edge = edges.find(SENTENCE_EDGE, at + 1, at + 1 + _FRAGMENT)
    else:
        edge = edges.rfind(SENTENCE_EDGE, max(0, at - _FRAGMENT), at)
    return None if edge < 0 else edge


def _lone_number(side: Prepared, at: int, inward: int) -> bool:
    """Tell whether the first token inside the bound is a label: a number between two edges."""
    token = at if inward > 0 else at - 1
    if not 0 <= token < len(side.tokens) or side.tokens[token] != NUMBER_TOKEN:
        return False
    return bool(side.edges[token] and side.edges[token + 1])


def _edge_distance(edges: bytearray, at: int, step: int, reach: int) -> int | None:
    for distance in range(reach + 1):
        if 0 <= at < len(edges) and edges[at]:
            return distance
        at += step
    return None


def source_bounds(left: Prepared, right: Prepared, ours: Span, theirs: Span) -> tuple[Span, Span]:
    """Return the code points of both sides with the marks that belong to them."""
    return _with_marks(left, ours), _with_marks(right, theirs)


def _with_marks(side: Prepared, tokens: Span) -> Span:
    offsets, starts = side.letters.offsets, side.starts
    start, end = offsets[starts[tokens.start]], offsets[starts[tokens.end] - 1] + 1
    while start > 0 and side.source[start - 1] in _OPENING:
        start -= 1
    while end < len(side.source) and side.source[end] in _CLOSING:
        end += 1
    return Span(start, end)
