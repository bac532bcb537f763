"""Where each window of SHINGLE tokens stands in a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from plandraft.core.matching.background import SHINGLE


class _Outside(int):
    """Stand where no window is."""

    __slots__ = ()
    __hash__ = int.__hash__

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True


OUTSIDE = _Outside()
# A shingle of both sides that stands at several places of one, where it stands, and in how many
# ways it can be paired.
Repeated = tuple[int, Sequence[int], Sequence[int], int]


def _counting() -> defaultdict[str, int]:
    return defaultdict(count().__next__)


@dataclass(frozen=True, slots=True)
class Pool:
    """Number the windows of all documents of a set: equal ones have one number, and are one object.

    Numbers are a third of the size of strings, and windows that follow each other lie side by side:
    a good part of the time of a pair is spent waiting for what is not in the processor's cache. For
    one thread at a time.
    """

    numbers: defaultdict[str, int] = field(default_factory=_counting)
    places: list[int] = field(default_factory=list)

    def number(self, windows: Sequence[str]) -> list[int]:
        """Return the number of each window."""
        return list(map(self.numbers.__getitem__, windows))

    def take_places(self, below: int) -> list[int]:
        """Return the numbers below `below`, each the same object at every call."""
        self.places.extend(range(len(self.places), below))
        return self.places[:below]


@dataclass(frozen=True, slots=True)
class Shingles:
    """Lead from a shingle, by its number, to the windows that it stands at.

    Nearly all stand at one place only. They are kept apart, without a list for each: a million
    lists make every later step slower, because Python looks through them for garbage.
    """

    single: dict[int, int]
    repeated: dict[int, list[int]]

    def places(self, shingle: int) -> Sequence[int]:
        """Return where `shingle` stands, in order; it must stand somewhere.

        Raises KeyError where it does not.
        """
        return self.repeated.get(shingle) or (self.single[shingle],)


def cut_windows(tokens: str) -> list[str]:
    """Return the run of SHINGLE tokens at each token that has so many behind it."""
    return [tokens[at : at + SHINGLE] for at in range(len(tokens) - SHINGLE + 1)]


def index_windows(windows: list[int], pool: Pool) -> Shingles:
    """Index `windows`, numbered by `pool`, by where they stand; linear in their number."""
    places_of_all = pool.take_places(len(windows))
    last = dict(zip(windows, places_of_all, strict=True))
    repeated: dict[int, list[int]] = {}
    if len(last) < len(windows):
        for at, window in zip(places_of_all, windows, strict=True):
            if last[window] != at:
                repeated.setdefault(window, []).append(at)
        for window, places in repeated.items():
            places.append(last.pop(window))
    return Shingles(last, repeated)


def find_repeated(ours: Shingles, theirs: Shingles) -> list[Repeated]:
    """Return the shingles that can be paired in more than one way, each once."""
    single, many = ours.single.get, ours.repeated
    there_single, there_many = theirs.single.get, theirs.repeated
    found: list[Repeated] = [
        (one, lefts, (to,), len(lefts))
        for one, lefts in many.items()
        if (to := there_single(one)) is not None
    ]
    found += [
        (one, (at,), rights, len(rights))
        for one, rights in there_many.items()
        if (at := single(one)) is not None
    ]
    found += [
        (one, lefts, rights, len(lefts) * len(rights))
        for one, lefts in many.items()
        if (rights := there_many.get(one))
    ]
    return found
