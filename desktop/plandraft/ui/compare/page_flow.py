"""Heights of the lines of a text above each other: estimated until each was laid out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from plandraft.ui.compare.block_styles import PAGE_MARGIN, BlockLook


class PageFlow:
    """Hold height and top of every block (a line of the text) in whole pixels.

    A block that was not laid out has the height that its letters would fill if all were as wide
    as a Han letter. `version` counts the changes of heights.
    """

    def __init__(self, looks: Sequence[BlockLook], widths: Sequence[float], room: float) -> None:
        self._heights = _estimates(looks, widths, room)
        self._gaps = _gaps(looks)
        self._tops: list[int] | None = None
        self.laid = bytearray(len(looks))
        self.version = 0

    def __len__(self) -> int:
        return len(self._heights)

    def top(self, number: int) -> int:
        """Return the upper edge of a block."""
        return self._all_tops()[number]

    def height(self, number: int) -> int:
        """Return the height of a block without the space around it."""
        return self._heights[number]

    @property
    def bottom(self) -> int:
        """Return the lower edge of the last block."""
        return self._all_tops()[-1] + self._heights[-1]

    def at(self, height: float) -> int:
        """Return the block that `height` falls in, or into the space below."""
        return max(0, bisect_right(self._all_tops(), height) - 1)

    def set_height(self, number: int, height: int) -> int:
        """Take the height of a block that was laid out; return by how much it has grown."""
        self.laid[number] = 1
        grown = height - self._heights[number]
        if grown:
            self._heights[number] = height
            self._tops = None
            self.version += 1
        return grown

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            # Each block begins below the one before and the space between both.
            steps = (a + b for a, b in zip(self._gaps, [0, *self._heights[:-1]], strict=True))
            self._tops = list(accumulate(steps))
        return self._tops


def _estimates(looks: Sequence[BlockLook], widths: Sequence[float], room: float) -> list[int]:
    heights = []
    for look, width in zip(looks, widths, strict=True):
        letters = max(1.0, (room - look.right) // look.em)
        count = ceil((width + look.indent / look.em) / letters)
        heights.append(max(1, count) * look.pitch)
    return heights


def _gaps(looks: Sequence[BlockLook]) -> list[int]:
    """Return the space above each block: of two that meet the larger one counts."""
    gaps, below = [], 0
    for look in looks:
        gaps.append(max(look.above, below))
        below = look.below
    gaps[0] += round(PAGE_MARGIN)
    return gaps
