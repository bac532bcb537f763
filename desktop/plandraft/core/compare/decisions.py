"""What a reader decided about a passage, kept by what the passage says and not by where it is.

A decision finds its passage again after the files were read anew, with other bounds or other
settings, and whichever of the two plans stands on the left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import TypeVar
from zlib import crc32

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.similarity import (
    covered_letters,
    letter_counts,
    letters_of,
    resemblance,
)
from plandraft.core.matching.passages import Passage
from plandraft.core.model.spans import Span

Name = TypeVar("Name", bound=Hashable)

# Bounds that moved by a clause, or a reading with other errors, leave four fifths of the pairs of
# letters in place; another passage about the same subject shares less than half of them.
LEAST_RESEMBLANCE = 0.75
# Shingles of this many letters hardly stand in two passages by chance.
_SHINGLE = 6
# Of two texts that alike, one of so many least hashes is the same in all but one case of 10⁶.
_ANCHORS = 8


class Verdict(StrEnum):
    """Name what a reader may say of a passage."""

    OPEN = "open"
    ACCEPTED = "accepted"
    NOT_REUSE = "not_reuse"
    FORMULA = "formula"
    USED = "used"


# What these say of a passage takes it out of the shares.
EXCLUDING = frozenset({Verdict.NOT_REUSE, Verdict.FORMULA})


@dataclass(frozen=True, slots=True)
class Decision:
    """Hold what was decided; OPEN with a note is a note alone."""

    verdict: Verdict
    note: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether it says nothing."""
        return self.verdict is Verdict.OPEN and not self.note


@dataclass(frozen=True, slots=True)
class PassageKey:
    """Hold what a passage says: the letters of both sides, the lesser string first."""

    first: str
    second: str

    @property
    def digest(self) -> str:
        """Return a hash that is the same wherever these letters stand."""
        return blake2b(f"{self.first}\0{self.second}".encode(), digest_size=16).hexdigest()

    @property
    def anchors(self) -> frozenset[int]:
        """Return a few hashes, of which a passage that says nearly the same has some too."""
        return frozenset((*_least_hashes(self.first), *_least_hashes(self.second)))


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """Hold a decision with the passage that it is about, as it stood when it was decided."""

    key: PassageKey
    decision: Decision
    decided_at: datetime
    left_title: str = ""
    right_title: str = ""
    left_text: str = ""
    right_text: str = ""


def passage_key(comparison: Comparison, passage: Passage) -> PassageKey:
    """Return the key of a passage; that of its mirror image is the same."""
    sides = (
        letters_of(passage.left.slice(comparison.left.text)),
        letters_of(passage.right.slice(comparison.right.text)),
    )
    return PassageKey(min(sides), max(sides))


def record_decision(
    comparison: Comparison, passage: Passage, decision: Decision, decided_at: datetime
) -> DecisionRecord:
    """Build the record of a decision about a passage of `comparison`."""
    left, right = comparison.left, comparison.right
    return DecisionRecord(
        passage_key(comparison, passage),
        decision,
        decided_at,
        left.title,
        right.title,
        passage.left.slice(left.text),
        passage.right.slice(right.text),
    )


def match_decisions(
    keys: Mapping[Name, PassageKey], kept: Iterable[DecisionRecord]
) -> dict[Name, DecisionRecord]:
    """Return for each passage the kept decision about it, or about nearly the same letters.

    `keys` leads from names of passages, such as row numbers, to their keys. Of several the one with
    most resemblance counts, and of equal ones the first of `kept`.
    """
    known = tuple(kept)
    exact: dict[PassageKey, DecisionRecord] = {}
    near: defaultdict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(known):
        exact.setdefault(one.key, one)
        for anchor in one.key.anchors:
            near[anchor].append(at)
    found: dict[Name, DecisionRecord] = {}
    for name, key in keys.items():
        if key in exact:
            found[name] = exact[key]
            continue
        candidates = sorted({at for anchor in key.anchors for at in near.get(anchor, ())})
        rated = [(_alike(key, known[at].key), -at) for at in candidates]
        if rated and max(rated)[0] >= LEAST_RESEMBLANCE:
            found[name] = known[-max(rated)[1]]
    return found


def excluded_rows(decisions: Mapping[int, Decision]) -> frozenset[int]:
    """Return the numbers of the rows that are not to count as re-use."""
    return frozenset(number for number, one in decisions.items() if one.verdict in EXCLUDING)


def holds_most(taken: Sequence[Span], passage: Span, text: str) -> bool:
    """Tell whether at least half of a passage's letters lie in `taken`; code points of `text`."""
    begin = passage.start
    before = letter_counts(passage.slice(text))
    last = len(before) - 1
    local = [
        Span(max(0, one.start - begin), min(last, one.end - begin))
        for one in taken
        if one.overlap(passage)
    ]
    return bool(before[-1]) and 2 * covered_letters(before, local) >= before[-1]


def _alike(one: PassageKey, other: PassageKey) -> float:
    """Return how alike the less alike sides are; either side may be the first."""
    straight = min(resemblance(one.first, other.first), resemblance(one.second, other.second))
    crossed = min(resemblance(one.first, other.second), resemblance(one.second, other.first))
    return max(straight, crossed)


def _least_hashes(letters: str) -> list[int]:
    count = max(1, len(letters) - _SHINGLE + 1)
    hashes = {crc32(letters[at : at + _SHINGLE].encode()) for at in range(count)}
    return sorted(hashes)[:_ANCHORS]
