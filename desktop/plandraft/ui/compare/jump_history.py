"""Where the reader has been: back and forward over his jumps, as in a browser. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.pair_places import passage_at
from plandraft.core.compare.versions import Reading
from plandraft.ui.models.entries import PairView

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a place: the first code points in sight on both sides, and the current entry."""

    reading: Reading
    entry: int | None
    left: int
    right: int


class JumpHistory:
    """Remember places that were left by a jump."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether the reader has gone back."""
        return bool(self._ahead)

    def clear(self) -> None:
        """Forget all places."""
        self._behind.clear()
        self._ahead.clear()

    def leave(self, place: Place) -> None:
        """Remember `place`, which a jump leaves; what lay ahead is forgotten."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_LONGEST]

    def back(self, here: Place) -> Place | None:
        """Return the place before; `here` is where forward will lead."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place that was left by going back."""
        return _step(self._ahead, self._behind, here)


def entry_at(view: PairView, left: int, right: int) -> int | None:
    """Return the entry that holds these code points of both sides, the shortest of several."""
    return passage_at(((one.left, one.right) for one in view.entries), left, right)


def _step(source: list[Place], target: list[Place], here: Place) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            target.append(here)
            return place
    return None
