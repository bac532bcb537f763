"""Where the other pane stands when one is scrolled: pure numbers in pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

# A pair that the reader put side by side stays level while he reads around it, and the panes
# come back to the natural order over the next pages instead of jumping there.
_HELD_PAGES = 0.5
_FADED_PAGES = 2.5


@dataclass(frozen=True, slots=True)
class View:
    """Hold the state of a scroll bar: value 0…maximum, and the height in sight."""

    value: float
    maximum: float
    page: float

    @property
    def reference(self) -> float:
        """Return the height of the page that stands for this view.

        It slides from the upper to the lower edge of the view, so that both ends are reached.
        """
        return self.value * (1 + self.page / self.maximum) if self.maximum > 0 else 0.0

    def value_for(self, reference: float) -> float:
        """Return the value whose reference is `reference`."""
        if self.maximum <= 0:
            return 0.0
        return min(self.maximum, max(0.0, reference / (1 + self.page / self.maximum)))


class HeightMap(Protocol):
    """Map heights of two pages to each other: monotone, start to start, end to end."""

    def to_right(self, position: float) -> float:
        """Return the right height that belongs to a left one."""

    def to_left(self, position: float) -> float:
        """Return the left height that belongs to a right one."""


class ScrollLink:
    """Keep two panes in step through a map of their heights.

    `pin` says that the reader put the panes where they are; `follow` answers where the other
    pane belongs after one was scrolled, without a jump from where it stood.
    """

    def __init__(self, scroll_map: HeightMap) -> None:
        self._map = scroll_map
        self._driver: bool | None = None
        self._views: dict[bool, View] = {}
        self._offset = 0.0
        self._travel = 0.0

    def pin(self, left: View, right: View) -> None:
        """Take the present places as belonging together."""
        self._views = {True: left, False: right}
        self._driver = None

    def shift(self, distance: int, *, left: bool) -> None:
        """Take that the text of a pane moved below its reader, and the pane with it."""
        view = self._views.get(left)
        if view is not None:
            self._views[left] = replace(view, value=view.value + distance)

    def follow(self, mine: View, other: View, *, left: bool) -> float:
        """Return the value of the other pane after this one (`left` or not) moved to `mine`."""
        before = self._views.get(left, mine)
        if self._driver is not left:
            self._driver = left
            stood = self._views.get(not left, other)
            self._offset = stood.value - self.mapped(before, other, left=left)
            self._travel = 0.0
        self._travel += abs(mine.value - before.value)
        target = self.mapped(mine, other, left=left) + self._offset * self._hold(mine)
        value = float(round(min(other.maximum, max(0.0, target))))
        moved = View(value, other.maximum, other.page)
        self._views = {left: mine, not left: moved}
        return value

    def mapped(self, mine: View, other: View, *, left: bool) -> float:
        """Return the value of the other pane that belongs to `mine`, whoever moved before."""
        to_other = self._map.to_right if left else self._map.to_left
        return other.value_for(to_other(mine.reference))

    def _hold(self, mine: View) -> float:
        """Return how much of the reader's own offset still holds, 1…0."""
        pages = self._travel / max(1.0, mine.page)
        gone = min(1.0, max(0.0, (pages - _HELD_PAGES) / (_FADED_PAGES - _HELD_PAGES)))
        return 1 - gone * gone * (3 - 2 * gone)


def level_values(
    left_top: float, right_top: float, left: View, right: View, wanted: float
) -> tuple[float, float]:
    """Return the values that put two heights of the pages at the same height of the views.

    That is as near to `wanted` pixels below the upper edge as both pages allow.
    """
    lowest = max(left_top - left.maximum, right_top - right.maximum)
    highest = min(left_top, right_top)
    at = min(max(wanted, lowest), highest)
    return (
        min(left.maximum, max(0.0, left_top - at)),
        min(right.maximum, max(0.0, right_top - at)),
    )
