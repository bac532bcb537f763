"""Which sentences of two versions are the same ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plandraft.core.compare.versions_units import Units
from plandraft.core.matching.align import align_tokens, equal_blocks
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.matching.runs import Run
from plandraft.core.model.spans import Span

# Less of both sentences in common than this (Dice) makes one gone and one new.
_ALIKE = 0.4
# A sentence of which so much stands in its neighbour's partner was cut off from it.
_CUT_OFF = 0.6
# Longest passage that is aligned in one piece, in tokens of both sides multiplied.
_WHOLE_CELLS = 1_000_000
# Gaps with more pairs of sentences than this hold nothing that was found alike anyway.
_MOST_PAIRS = 900

_Votes = Counter[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Link:
    """Say that the units `left` of one side are the units `right` of the other.

    `weight` counts tokens in common; `share` is 0…1.
    """

    left: Span
    right: Span
    weight: int
    share: float


def link_units(
    left: Units, right: Units, passages: tuple[Passage, ...], chain: tuple[Passage, ...]
) -> list[Link]:
    """Link the sentences of two documents; every sentence stands in at most one link.

    `chain` are those of `passages` that stand in one order on both sides.
    """
    in_chain = set(chain)
    votes: _Votes = Counter()
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for group in (chain, [one for one in passages if one not in in_chain]):
        found: _Votes = Counter()
        for passage in group:
            for pair, count in passage_votes(left, right, passage):
                found[pair] += count
        _pair(left, right, found, pairs, taken)
        votes.update(found)
    _pair_gaps(left, right, votes, pairs)
    return _with_cut_off(left, right, votes, pairs)


def passage_votes(
    left: Units, right: Units, passage: Passage
) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield two units and how many tokens they have in common in a row."""
    ours, theirs = left.token_span(passage.left), right.token_span(passage.right)
    for run in _runs(left, right, passage, ours, theirs):
        first, second = ours.start + run.left, theirs.start + run.right
        end = min(first + run.length, ours.end, first + theirs.end - second)
        while first < end:
            one, other = left.unit_of(first), right.unit_of(second)
            # All tokens up to where either sentence ends are of the same two sentences.
            step = min(end - first, left.left_in(one, first), right.left_in(other, second))
            yield (one, other), step
            first, second = first + step, second + step


def _runs(left: Units, right: Units, passage: Passage, ours: Span, theirs: Span) -> list[Run]:
    first, second = ours.slice(left.side.tokens), theirs.slice(right.side.tokens)
    if first == second:
        return [Run(0, 0, len(first))]
    small = len(first) * len(second) <= _WHOLE_CELLS
    if small and passage.kind is not PassageKind.REORDERED:
        return [Run(at, to, size) for at, to, size in equal_blocks(first, second)]
    return align_tokens(left.part(ours), right.part(theirs))


def _pair(left: Units, right: Units, votes: _Votes, pairs: dict[int, int], taken: set[int]) -> None:
    """Give each free unit its best free partner."""
    for (ours, theirs), count in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if ours not in pairs and theirs not in taken:
            weight = len(left.letters(ours)) + len(right.letters(theirs))
            if 2 * count >= _ALIKE * weight:
                pairs[ours] = theirs
                taken.add(theirs)


def _pair_gaps(left: Units, right: Units, votes: _Votes, pairs: dict[int, int]) -> None:
    """Pair what is alike between neighbours in order: headings and short lines make no passage."""
    runs = [Run(one, other, max(1, votes[one, other])) for one, other in pairs.items()]
    ends = Run(len(left.spans), len(right.spans), 0)
    reached_left = reached_right = 0
    taken = set(pairs.values())
    for run in [*(heaviest_chain(runs) if runs else ()), ends]:
        ours = [at for at in range(reached_left, run.left) if at not in pairs]
        theirs = [at for at in range(reached_right, run.right) if at not in taken]
        if ours and theirs and len(ours) * len(theirs) <= _MOST_PAIRS:
            for found in heaviest_chain(list(_alike(left, right, ours, theirs)) or [Run(0, 0, 0)]):
                if found.length:
                    pairs[found.left] = found.right
                    votes[found.left, found.right] = max(
                        found.length, votes[found.left, found.right]
                    )
        reached_left, reached_right = run.left + 1, run.right + 1


def _alike(left: Units, right: Units, ours: list[int], theirs: list[int]) -> Iterator[Run]:
    for one in ours:
        first = left.letters(one)
        for other in theirs:
            second = right.letters(other)
            equal = sum(size for _, _, size in equal_blocks(first, second))
            alone = (
                not first
                and not second
                and left.wording(Span(one, one + 1)) == right.wording(Span(other, other + 1))
            )
            if alone or (equal and 2 * equal >= _ALIKE * (len(first) + len(second))):
                yield Run(one, other, max(1, equal))


def _with_cut_off(left: Units, right: Units, votes: _Votes, pairs: dict[int, int]) -> list[Link]:
    """Return the links, each with the sentences that were cut off from it or joined to it."""
    groups = {one: [one, one + 1, other, other + 1] for one, other in pairs.items()}
    by_right = {other: groups[one] for one, other in pairs.items()}
    _attach(left, ((one, other, count) for (one, other), count in votes.items()), by_right, 0)
    by_left = {one: groups[one] for one in pairs}
    _attach(right, ((other, one, count) for (one, other), count in votes.items()), by_left, 2)
    links = []
    for first, last, begin, end in groups.values():
        ours, theirs = Span(first, last), Span(begin, end)
        words = (
            "".join(map(left.letters, range(ours.start, ours.end))),
            "".join(map(right.letters, range(theirs.start, theirs.end))),
        )
        common = sum(size for _, _, size in equal_blocks(*words)) or _voted(votes, ours, theirs)
        weight = len(words[0]) + len(words[1])
        links.append(Link(ours, theirs, common, min(1.0, 2 * common / max(1, weight))))
    return links


def _voted(votes: _Votes, ours: Span, theirs: Span) -> int:
    return sum(
        votes[one, other]
        for one in range(ours.start, ours.end)
        for other in range(theirs.start, theirs.end)
    )


def _attach(
    side: Units,
    votes: Iterable[tuple[int, int, int]],
    groups: dict[int, list[int]],
    at: int,
) -> None:
    """Put a free unit of `side` into a group beside it; `at` is where its side stands there."""
    taken = {unit for group in groups.values() for unit in range(group[at], group[at + 1])}
    wanted: defaultdict[int, list[tuple[int, list[int]]]] = defaultdict(list)
    for unit, other, count in votes:
        if unit not in taken and other in groups and count >= _CUT_OFF * len(side.letters(unit)):
            wanted[unit].append((count, groups[other]))
    for unit in sorted(wanted):
        _, group = max(wanted[unit], key=lambda item: item[0])
        if unit == group[at + 1]:
            group[at + 1] = unit + 1
            taken.add(unit)
    for unit in sorted(wanted, reverse=True):
        _, group = max(wanted[unit], key=lambda item: item[0])
        if unit not in taken and unit == group[at] - 1:
            group[at] = unit
            taken.add(unit)
