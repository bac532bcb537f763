"""Wording that stands in most plans of a library, and where it stands in a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import ceil
from zlib import crc32

from plandraft.core.model.progress import SILENT, Progress
from plandraft.core.model.spans import Span
from plandraft.core.text.normalize import normalize

# Shorter ones are words like 信息化建设 that every sentence has: grey everywhere says nothing.
LEAST_LETTERS = 8
LEAST_PLANS = 4
LEAST_SHARE = 0.6
# Two plans that share half of the shorter one are versions of each other or copied: together they
# prove nothing about what everybody writes.
_SAME_PLAN = 0.5
_SAMPLE = 16
# So many pieces at a time: each takes about 200 bytes.
_AT_ONCE = 500_000


@dataclass(frozen=True, slots=True)
class CommonPhrases:
    """Hold pieces of LEAST_LETTERS letters, and in a bit each which of `plans` plans have them."""

    plans: int = 0
    pieces: Mapping[str, int] = field(default_factory=dict)

    @property
    def least(self) -> int:
        """Return how many plans make a wording common."""
        return _least(self.plans)


@dataclass(frozen=True, slots=True)
class CommonSpan:
    """Hold a stretch of a plan, code points of its text, that stands in so many plans."""

    span: Span
    plans: int


def find_common(texts: Sequence[str], progress: Progress = SILENT) -> CommonPhrases:
    """Return what at least 60 % of the plans have, and at least four of them.

    Versions of a plan count as one. Linear in the length of all `texts`; raises Cancelled through
    `progress`.
    """
    letters = [normalize(text).text for text in texts]
    progress.step(0.2)
    plans = _distinct(letters)
    progress.step(0.5)
    least = _least(len(plans))
    if len(plans) < least:
        return CommonPhrases(len(plans))
    turns = 1 + sum(map(len, letters)) // _AT_ONCE
    found: dict[str, int] = {}
    for turn in range(turns):
        found |= _count(plans, least, turn, turns)
        progress.step(0.5 + 0.5 * (turn + 1) / turns)
    return CommonPhrases(len(plans), found)


def common_spans(text: str, phrases: CommonPhrases) -> tuple[CommonSpan, ...]:
    """Return where `phrases` stand in a plan's text, in order and apart.

    Each stretch tells how many plans have every piece of it.
    """
    pieces = phrases.pieces
    if not pieces:
        return ()
    normalized = normalize(text)
    letters = normalized.text
    runs: list[tuple[int, int, int]] = []  # first letter, behind the last one, plans
    for at in range(len(letters) - LEAST_LETTERS + 1):
        mask = pieces.get(letters[at : at + LEAST_LETTERS], 0)
        if not mask:
            continue
        end, first = at + LEAST_LETTERS, at
        if runs:
            begin, reached, before = runs[-1]
            both = before & mask
            if end == reached + 1 and both.bit_count() >= phrases.least:
                runs[-1] = (begin, end, both)
                continue
            first = max(at, reached)
        runs.append((first, end, mask))
    return tuple(
        CommonSpan(normalized.to_source(Span(begin, end)), mask.bit_count())
        for begin, end, mask in runs
    )


def _least(plans: int) -> int:
    return max(LEAST_PLANS, ceil(LEAST_SHARE * plans))


def _pieces_of(letters: str) -> list[str]:
    count = len(letters) - LEAST_LETTERS + 1
    return [letters[at : at + LEAST_LETTERS] for at in range(max(0, count))]


def _count(plans: Sequence[Sequence[str]], least: int, turn: int, turns: int) -> dict[str, int]:
    """Return the pieces of one part of all that stand in at least `least` plans."""
    masks: dict[str, int] = {}
    # What is first met later than here cannot be in enough plans any more.
    newest = len(plans) - least
    for number, versions in enumerate(plans):
        bit = 1 << number
        for letters in versions:
            for piece in _pieces_of(letters):
                if turns > 1 and ord(piece[0]) % turns != turn:
                    continue
                if number <= newest or piece in masks:
                    masks[piece] = masks.get(piece, 0) | bit
    return {piece: mask for piece, mask in masks.items() if mask.bit_count() >= least}


def _distinct(letters: Sequence[str]) -> list[list[str]]:
    """Return the plans, the versions of one together, in their order."""
    samples = [_sample(one) for one in letters]
    group = list(range(len(letters)))
    for one, other in combinations(range(len(letters)), 2):
        shorter = min(len(samples[one]), len(samples[other]))
        if shorter and len(samples[one] & samples[other]) >= _SAME_PLAN * shorter:
            kept, gone = sorted((group[one], group[other]))
            group = [kept if at == gone else at for at in group]
    return [
        [text for text, at in zip(letters, group, strict=True) if at == name and text]
        for name in sorted(set(group))
    ]


def _sample(letters: str) -> frozenset[int]:
    """Return every sixteenth piece or so by its hash: the same pieces in every plan."""
    hashes = (crc32(piece.encode("utf-8", "replace")) for piece in _pieces_of(letters))
    return frozenset(one for one in hashes if one % _SAMPLE == 0)
