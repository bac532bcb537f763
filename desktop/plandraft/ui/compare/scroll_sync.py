"""Bring two panes in step: the only place where one pane's scroll bar moves the other's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from plandraft.core.compare.scroll_map import build_scroll_map
from plandraft.core.model.spans import Span
from plandraft.ui.compare.scroll_link import ScrollLink, level_values
from plandraft.ui.compare.text_pane import TextPane

# Where the current passage comes to stand: high enough to read on, low enough to see before it.
_LEVEL = 0.22


class ScrollSync(QObject):
    """Listen to both panes; a move of its own is never taken for the reader's."""

    scrolled = Signal()

    def __init__(self, left: TextPane, right: TextPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self._right = right
        self._anchors: Sequence[tuple[Span, Span]] = ()
        self._link: ScrollLink | None = None
        self._in_step = True
        self._moving = False
        left.verticalScrollBar().valueChanged.connect(lambda _: self._on_scrolled(left=True))
        right.verticalScrollBar().valueChanged.connect(lambda _: self._on_scrolled(left=False))

    @property
    def in_step(self) -> bool:
        """Tell whether scrolling one pane scrolls the other."""
        return self._in_step

    def set_in_step(self, in_step: bool) -> None:
        """Link or unlink; what stands side by side when linking stays so."""
        self._in_step = in_step
        self.pin()

    def set_anchors(self, anchors: Sequence[tuple[Span, Span]]) -> None:
        """Take the places that belong level; `rebuild` must follow."""
        self._anchors, self._link = anchors, None

    def rebuild(self) -> None:
        """Measure where the anchors stand after a layout."""
        left, right = self._left.geometry_of_page(), self._right.geometry_of_page()
        self._link = None
        if left is not None and right is not None:
            heights: list[tuple[float, float]] = [(left.text_height, right.text_height)]
            for ours, theirs in self._anchors:
                one, other = left.extent(ours), right.extent(theirs)
                heights += [(one.top, other.top), (one.bottom, other.bottom)]
            scroll_map = build_scroll_map(tuple(heights), left.height, right.height)
            self._link = ScrollLink(scroll_map)
        self.pin()

    def pin(self) -> None:
        """Take the panes' present places as belonging together."""
        if self._link is not None:
            self._link.pin(self._left.view(), self._right.view())

    def level(self, ours: Span, theirs: Span, wanted: float | None = None) -> None:
        """Put two places at the same height, `wanted` pixels below the top."""
        left, right = self._left.geometry_of_page(), self._right.geometry_of_page()
        if left is None or right is None:
            return
        views = self._left.view(), self._right.view()
        tops = left.extent(ours).top, right.extent(theirs).top
        if wanted is None:
            wanted = _LEVEL * min(views[0].page, views[1].page)
        self._move(*level_values(*tops, *views, wanted))
        self.pin()

    def restore(self, left_offset: int, right_offset: int) -> None:
        """Bring two places back to the upper edge, as after a resize."""
        self._moving = True
        self._left.scroll_to(left_offset, 0.0)
        self._right.scroll_to(right_offset, 0.0)
        self._moving = False
        self.pin()
        self.scrolled.emit()

    def _move(self, left_value: float, right_value: float) -> None:
        self._moving = True
        self._left.verticalScrollBar().setValue(round(left_value))
        self._right.verticalScrollBar().setValue(round(right_value))
        self._moving = False
        self.scrolled.emit()

    def _on_scrolled(self, *, left: bool) -> None:
        if self._moving:
            return
        if self._in_step and self._link is not None:
            mine, other = (self._left, self._right) if left else (self._right, self._left)
            value = self._link.follow(mine.view(), other.view(), left=left)
            self._moving = True
            other.verticalScrollBar().setValue(round(value))
            self._moving = False
        self.scrolled.emit()


def join_anchors(
    anchors: Sequence[tuple[Span, Span]], pins: Sequence[tuple[int, int]]
) -> list[tuple[Span, Span]]:
    """Return the pins with those anchors (both in order) that do not cross one of them."""
    joined = [(Span(left, left + 1), Span(right, right + 1)) for left, right in pins]
    at = 0
    for ours, theirs in anchors:
        while at < len(pins) and pins[at][0] < ours.end:
            at += 1
        after_last = at == 0 or (pins[at - 1][0] <= ours.start and pins[at - 1][1] <= theirs.start)
        before_next = at == len(pins) or pins[at][1] >= theirs.end
        if after_last and before_next:
            joined.append((ours, theirs))
    return sorted(joined)
