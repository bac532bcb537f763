"""Where each window of SHINGLE tokens stands in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.matching.background import SHINGLE


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


def count_pairings(ours: Shingles, theirs: Shingles) -> dict[str, int]:
    """Return in how many ways each shingle of both sides can be paired, where in more than one."""
    many_ours, many_theirs = ours.repeated, theirs.repeated
    pairings = {one: len(many_ours[one]) for one in many_ours.keys() & theirs.single.keys()}
    pairings.update((one, len(many_theirs[one])) for one in ours.single.keys() & many_theirs.keys())
    pairings.update(
        (one, len(many_ours[one]) * len(many_theirs[one]))
        for one in many_ours.keys() & many_theirs.keys()
    )
    return pairings
