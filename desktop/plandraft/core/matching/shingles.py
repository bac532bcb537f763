"""Where each window of SHINGLE tokens stands in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.matching.background import SHINGLE


class _Outside(str):
    """Stand where no window is."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True


OUTSIDE = _Outside()
# A shingle of both sides that stands at several places of one, where it stands, and in how many
# ways it can be paired.
Repeated = tuple[str, Sequence[int], Sequence[int], int]


@dataclass(frozen=True, slots=True)
class Shingles:
    """Lead from a shingle to the windows that it stands at.

    Nearly all stand at one place only. They are kept apart, without a list for each: a million
    lists make every later step slower, because Python looks through them for garbage.
    """

    single: dict[str, int]
    repeated: dict[str, list[int]]

    def places(self, shingle: str) -> Sequence[int]:
        """Return where `shingle` stands, in order; it must stand somewhere.

        Raises KeyError where it does not.
        """
        return self.repeated.get(shingle) or (self.single[shingle],)


def cut_windows(tokens: str) -> list[str]:
    """Return the run of SHINGLE tokens at each token that has so many behind it."""
    return [tokens[at : at + SHINGLE] for at in range(len(tokens) - SHINGLE + 1)]


def index_windows(windows: list[str]) -> Shingles:
    """Index `windows` by where they stand; linear in their number."""
    last = dict(zip(windows, range(len(windows)), strict=True))
    repeated: dict[str, list[int]] = {}
    if len(last) < len(windows):
        for at, window in enumerate(windows):
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
