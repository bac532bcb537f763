"""Which heights of two pages belong together, measured only around the place that is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from plandraft.core.compare.scroll_map import ScrollMap, build_scroll_map
from plandraft.core.model.spans import Span
from plandraft.ui.compare.pane_geometry import PaneGeometry

# So many anchors are measured together: about what is in sight.
_TOGETHER = 16

_Point = tuple[float, float]


class LevelMap:
    """Map heights of two pages to each other through places that belong level.

    As `ScrollMap`, but twenty thousand anchors would have to be laid out for one of those. The
    anchors are cut into stretches; the first one of each is always level. `anchors` are in order
    on both sides.
    """

    def __init__(
        self, anchors: Sequence[tuple[Span, Span]], left: PaneGeometry, right: PaneGeometry
    ) -> None:
        self._anchors = anchors
        self._left, self._right = left, right
        firsts = anchors[::_TOGETHER]
        self._starts = [one.start for one, _ in firsts], [other.start for _, other in firsts]
        self._maps: dict[int, tuple[_Point, ScrollMap]] = {}
        self._versions = left.version, right.version

    def to_right(self, position: float) -> float:
        """Return the right height that belongs to a left one."""
        (left, right), stretch = self._around(position, 0)
        return right + stretch.to_right(position - left)

    def to_left(self, position: float) -> float:
        """Return the left height that belongs to a right one."""
        (left, right), stretch = self._around(position, 1)
        return left + stretch.to_left(position - right)

    def _around(self, position: float, side: int) -> tuple[_Point, ScrollMap]:
        page, starts = (self._left, self._right)[side], self._starts[side]
        at = bisect_right(starts, page.rough_offset(position)) - 1
        # Measured heights may put the place before or behind what the rough look told.
        while at >= 0 and self._first(at)[side] > position:
            at -= 1
        while at + 1 < len(starts) and self._first(at + 1)[side] <= position:
            at += 1
        return self._stretch(at)

    def _stretch(self, at: int) -> tuple[_Point, ScrollMap]:
        """Return where a stretch begins and the map from there; number -1 has no anchors."""
        versions = self._left.version, self._right.version
        if versions == self._versions and at in self._maps:
            return self._maps[at]
        end = self._first(at + 1)
        begin = self._first(at) if at >= 0 else (0.0, 0.0)
        anchors = self._anchors[at * _TOGETHER : (at + 1) * _TOGETHER] if at >= 0 else ()
        extents = [(self._left.extent(one), self._right.extent(other)) for one, other in anchors]
        # Measuring may have laid out text and moved what was measured before.
        if (self._left.version, self._right.version) != self._versions:
            self._versions = self._left.version, self._right.version
            self._maps.clear()
            return self._stretch(at)
        points = [(left.top - begin[0], right.top - begin[1]) for left, right in extents]
        points += [(left.bottom - begin[0], right.bottom - begin[1]) for left, right in extents]
        if at + 1 == len(self._starts[0]):
            ends = self._left.text_height, self._right.text_height
            points.append((ends[0] - begin[0], ends[1] - begin[1]))
        lengths = max(0.0, end[0] - begin[0]), max(0.0, end[1] - begin[1])
        self._maps[at] = begin, build_scroll_map(tuple(points), *lengths)
        return self._maps[at]

    def _first(self, at: int) -> _Point:
        """Return where the first anchor of a stretch stands; behind the last, both ends."""
        if at >= len(self._starts[0]):
            return self._left.height, self._right.height
        one, other = self._anchors[at * _TOGETHER]
        return self._left.extent(one).top, self._right.extent(other).top
