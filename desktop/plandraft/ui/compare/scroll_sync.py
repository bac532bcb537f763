"""Bring two panes in step: the only place where one pane's scroll bar moves the other's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from plandraft.core.model.spans import Span
from plandraft.ui.compare.level_map import LevelMap
from plandraft.ui.compare.scroll_link import ScrollLink, level_values
from plandraft.ui.compare.text_pane import TextPane

# Where the current passage comes to stand: high enough to read on, low enough to see before it.
_LEVEL = 0.22
# Laying out what comes into sight may move it; after so many looks it stands within a line.
_LOOKS = 3


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
        left.shifted.connect(lambda distance: self._on_shifted(distance, left=True))
        right.shifted.connect(lambda distance: self._on_shifted(distance, left=False))

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
        """Link the pages in their present layout."""
        left, right = self._left.geometry_of_page(), self._right.geometry_of_page()
        self._link = None
        if left is not None and right is not None:
            self._link = ScrollLink(LevelMap(self._anchors, left, right))
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
        left.lay_around(ours.start, self._left.view().page)
        right.lay_around(theirs.start, self._right.view().page)
        tops = left.extent(ours).top, right.extent(theirs).top
        views = self._left.view(), self._right.view()
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
            self._prepare(self._link, mine, other, left=left)
            value = self._link.follow(mine.view(), other.view(), left=left)
            self._moving = True
            other.verticalScrollBar().setValue(round(value))
            self._moving = False
        self.scrolled.emit()

    def _prepare(self, link: ScrollLink, mine: TextPane, other: TextPane, *, left: bool) -> None:
        """Lay out what comes into sight on both sides, so that it stands level at once."""
        for _ in range(_LOOKS):
            before = mine.layout_version(), other.layout_version()
            mine.lay_out_at(mine.view().value)
            other.lay_out_at(link.mapped(mine.view(), other.view(), left=left))
            if before == (mine.layout_version(), other.layout_version()):
                return

    def _on_shifted(self, distance: int, *, left: bool) -> None:
        if self._link is not None:
            self._link.shift(distance, left=left)


def join_anchors(
    anchors: Sequence[tuple[Span, Span]], pins: Sequence[tuple[int, int]]
) -> Sequence[tuple[Span, Span]]:
    """Return the pins with those anchors (both in order) that do not cross one of them."""
    if not pins:
        return anchors
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
