"""The matching engine: from two prepared documents to the passages that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plandraft.core.matching.align import extend_ends, fill_gaps, gather_scattered, straighten, tile
from plandraft.core.matching.background import Background
from plandraft.core.matching.bounds import (
    clip,
    densest,
    snap_to_clauses,
    source_bounds,
    token_bounds,
    without_strays,
)
from plandraft.core.matching.candidates import find_groups, group_runs
from plandraft.core.matching.fingerprint import Prepared, prepare
from plandraft.core.matching.passages import MatchOptions, MatchSet, Passage, PassageKind
from plandraft.core.matching.runs import Run
from plandraft.core.matching.scoring import Score, score_passage
from plandraft.core.matching.shingles import Pool
from plandraft.core.matching.swapped import cut_at_swap
from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress
from plandraft.core.model.spans import Span

# Seeds this far apart may belong to one passage: two dropped clauses, or one that moved.
_GROUP_GAP = 80
# A passage must show so many letters that are rare in both documents.
_LEAST_EVIDENCE = 9.0
# So many of them must not be plain words, official phrases or masked names: what is made of those
# alone stands in plans about anything. Hardly a formula is as long as _LONG: whoever shares so many
# letters has copied them, whatever they say. Other passages of such words are routine, and told
# only where hardly a word was changed: what is left of two formulae is chance.
_LEAST_CONTENT = 6
_LONG = 40
_ROUTINE_ALIKE = 0.8
# Most groups are formulae side by side: those whose densest part has less than this share of the
# evidence are given up before the costly steps.
_PROMISING = 0.6
# Shares are given to a hundredth of a per cent.
_DIGITS = 4
# Joins are looked for among the last passages only, so that their number stays linear.
_JOIN_LOOK_BACK = 12
# Passages are kept by stretches of this many tokens, so that only neighbours are compared.
_STRETCH = 256


@dataclass(frozen=True, slots=True)
class _Found:
    """Hold a passage with its token bounds and tiles while passages compete."""

    passage: Passage
    left: Span
    right: Span
    evidence: float
    tiles: tuple[Run, ...]


def find_matches(
    left: Document,
    right: Document,
    options: MatchOptions | None = None,
    progress: Progress = SILENT,
    *,
    background: Background | None = None,
) -> MatchSet:
    """Find all passages that two documents share.

    Raises Cancelled through `progress`. The result depends on nothing but the arguments.
    """
    known, pool = background or Background(), Pool()
    ours = prepare(left, known, pool)
    progress.step(0.1)
    theirs = prepare(right, known, pool)
    progress.step(0.2)
    return match_prepared(ours, theirs, options, progress.part(0.2, 1.0))


def match_prepared(
    left: Prepared,
    right: Prepared,
    options: MatchOptions | None = None,
    progress: Progress = SILENT,
) -> MatchSet:
    """Find all passages of two documents that were prepared with the same background.

    Symmetric: the same passages come out, mirrored, when the documents change places.
    """
    if _order(right) < _order(left):
        return _mirrored(match_prepared(right, left, options, progress))
    wanted = options or MatchOptions()
    groups = _all_groups(left, right)
    progress.step(0.4)
    found: list[_Found] = []
    while groups:
        passage, rest = _refine(left, right, groups.pop(), wanted)
        if passage is not None:
            found.append(passage)
        if rest:
            groups += [part for part in group_runs(rest, _GROUP_GAP) if _worth(part)]
        progress.step(0.4 + 0.5 / (1 + len(groups)))
    joined = _join(left, right, [one for one in found if not one.passage.routine], wanted)
    kept = _resolve([part for one in joined for part in _parts(left, right, one, wanted)])
    routine = _resolve([one for one in found if one.passage.routine], kept)
    return MatchSet(
        _ordered(one.passage for one in (*kept, *routine)),
        _share(left, [one.left for one in kept]),
        _share(right, [one.right for one in kept]),
    )


def _order(side: Prepared) -> tuple[int, str]:
    """Return the key by which one of two documents is always taken as the left one."""
    return len(side.tokens), side.tokens


def _mirrored(matches: MatchSet) -> MatchSet:
    passages = (replace(one, left=one.right, right=one.left) for one in matches.passages)
    return MatchSet(_ordered(passages), matches.right_share, matches.left_share)


def _ordered(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=_place))


def _place(one: Passage | _Found) -> tuple[int, int, int, int]:
    """Return the key that orders by left, then right; made of plain numbers, it compares fast."""
    return one.left.start, one.left.end, one.right.start, one.right.end


def _all_groups(left: Prepared, right: Prepared) -> list[list[Run]]:
    if left.tokens and left.tokens == right.tokens:
        # Two versions of one text: the diagonal is the answer, however often it repeats itself.
        whole = Run(0, 0, len(left.tokens), float(len(left.tokens)))
        return [[whole]] if _worth([whole]) else []
    return find_groups(left, right, _GROUP_GAP, _LEAST_EVIDENCE)


def _worth(group: list[Run]) -> bool:
    return sum(run.weight for run in group) >= _LEAST_EVIDENCE


def _refine(
    left: Prepared, right: Prepared, group: list[Run], options: MatchOptions
) -> tuple[_Found | None, list[Run]]:
    """Return the best passage of a group, or None, and the runs that it leaves unexplained."""
    tiles = _assemble(left, right, group)
    if len(group) == 1:
        return _judge(left, right, tiles, options), []
    ours, theirs = token_bounds(tiles)
    rest = [
        run
        for run in group
        if run.left >= ours.end
        or run.left_end <= ours.start
        or run.right >= theirs.end
        or run.right_end <= theirs.start
    ]
    if len(rest) == len(group):
        return None, []
    return _judge(left, right, tiles, options), rest


def _assemble(left: Prepared, right: Prepared, runs: list[Run]) -> list[Run]:
    """Put runs together to the tiles of one passage, with all that belongs to it.

    Returns fewer tiles than there are where they are clearly no passage.
    """
    ours, theirs = left.tokens, right.tokens
    tiles = tile(runs)
    if len(tiles) > 1:
        tiles = fill_gaps(straighten(tiles, ours, theirs), ours, theirs)
        core = densest(tiles, left, right)
        if sum(one.weight for one in core) < _PROMISING * _LEAST_EVIDENCE:
            return core
        tiles = densest(gather_scattered(tiles, ours, theirs), left, right)
    tiles = extend_ends(tiles, ours, theirs)
    return without_strays(densest(tiles, left, right), left, right)


def _judge(
    left: Prepared, right: Prepared, tiles: list[Run], options: MatchOptions
) -> _Found | None:
    """Turn tiles into a passage, or None where they are not enough for one."""
    if not _worth(tiles):
        return None
    ours, theirs = snap_to_clauses(left, right, *token_bounds(tiles))
    inside = clip(tiles, ours, theirs)
    score = score_passage(left, right, ours, theirs, inside)
    routine = not _says_something(left, ours, theirs, inside)
    if not _good_enough(score, options) or (routine and score.similarity < _ROUTINE_ALIKE):
        return None
    spans = source_bounds(left, right, ours, theirs)
    passage = Passage(
        *spans,
        similarity=round(score.similarity, _DIGITS),
        kind=score.kind,
        differs=score.differs,
        masked_similarity=round(score.masked_similarity, _DIGITS),
        rare_share=round(score.rare_share, _DIGITS),
        routine=routine,
    )
    return _Found(passage, ours, theirs, score.evidence, tuple(inside))


def _join(
    left: Prepared, right: Prepared, found: list[_Found], options: MatchOptions
) -> list[_Found]:
    """Join passages that lie beside or over each other on both sides, where the whole holds."""
    joined: list[_Found] = []
    for one in sorted(found, key=_place):
        current = one
        begins = one.left.start - _GROUP_GAP
        near = [each for each in joined[-_JOIN_LOOK_BACK:] if each.left.end >= begins]
        for other in [each for each in near if _beside(each, current)]:
            tiles = _assemble(left, right, [*other.tiles, *current.tiles])
            whole = _own(_judge(left, right, tiles, options))
            if whole is not None and _holds(whole, other) and _holds(whole, current):
                del joined[joined.index(other, -_JOIN_LOOK_BACK)]
                current = whole
        joined.append(current)
    return joined


def _parts(left: Prepared, right: Prepared, one: _Found, options: MatchOptions) -> list[_Found]:
    """Return the passages of paragraphs that changed places, or the passage itself."""
    if one.passage.kind is not PassageKind.REORDERED:
        return [one]
    blocks = cut_at_swap(list(one.tiles), left, right)
    halves = [_own(_judge(left, right, block, options)) for block in blocks or ()]
    if not halves or None in halves:
        return [one]
    return [part for half in halves if half for part in _parts(left, right, half, options)]


def _own(found: _Found | None) -> _Found | None:
    """Return a passage that says something of its own, or None."""
    return None if found is None or found.passage.routine else found


def _beside(one: _Found, other: _Found) -> bool:
    return (
        one.left.start <= other.left.end + _GROUP_GAP
        and other.left.start <= one.left.end + _GROUP_GAP
        and one.right.start <= other.right.end + _GROUP_GAP
        and other.right.start <= one.right.end + _GROUP_GAP
    )


def _holds(whole: _Found, part: _Found) -> bool:
    """Tell whether nearly all of `part` lies in `whole` on both sides."""
    return (
        10 * whole.left.overlap(part.left) >= 9 * part.left.length
        and 10 * whole.right.overlap(part.right) >= 9 * part.right.length
    )


def _says_something(left: Prepared, ours: Span, theirs: Span, tiles: list[Run]) -> bool:
    """Tell whether so many letters agree in which a plan differs from plans about other things."""
    if max(ours.length, theirs.length) >= _LONG:
        return True
    plain = sum(left.plain.count(1, one.left, one.left_end) for one in tiles)
    return sum(one.length for one in tiles) - plain >= _LEAST_CONTENT


def _good_enough(score: Score, options: MatchOptions) -> bool:
    return (
        score.evidence >= _LEAST_EVIDENCE
        and score.similarity >= options.min_similarity
        and score.shorter >= options.min_length
    )


def _resolve(found: list[_Found], better: Sequence[_Found] = ()) -> list[_Found]:
    """Drop passages whose two sides both lie inside those of a better one.

    All of `better` count as such, and are not returned.
    """
    kept: list[_Found] = []
    # By stretches of the left side. What covers more than half of a passage holds its middle.
    near: dict[int, list[_Found]] = {}
    for one in better:
        _lay(one, near)
    for one in sorted(found, key=lambda each: (-each.evidence, *_place(each))):
        middle = (one.left.start + one.left.end) // 2 // _STRETCH
        if not any(_covers(other, one) for other in near.get(middle, ())):
            kept.append(one)
            _lay(one, near)
    return kept


def _lay(one: _Found, near: dict[int, list[_Found]]) -> None:
    for stretch in range(one.left.start // _STRETCH, one.left.end // _STRETCH + 1):
        near.setdefault(stretch, []).append(one)


def _covers(other: _Found, one: _Found) -> bool:
    """Tell whether more than half of `one` lies in `other` on both sides."""
    return (
        2 * one.left.overlap(other.left) > one.left.length
        and 2 * one.right.overlap(other.right) > one.right.length
    )


def _share(side: Prepared, spans: list[Span]) -> float:
    """Return the share of a side's tokens that lie in one of `spans`."""
    reached = covered = 0
    for start, end in sorted([(span.start, span.end) for span in spans]):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered / len(side.tokens) if side.tokens else 0.0
