"""Find the passages that are in sight on at least one side, and where their two sides stand."""

from __future__ import annotations

from collections.abc import Container, Sequence

from plandraft.core.matching.passages import PassageKind
from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span
from plandraft.ui.compare.chapter_linker import Chapters
from plandraft.ui.compare.pane_geometry import PaneGeometry
from plandraft.ui.compare.pieces import Extent
from plandraft.ui.compare.ribbon_shapes import FAR, PairExtent, Sight
from plandraft.ui.compare.side_index import SideIndex
from plandraft.ui.models.entries import QUIET, Entry

# A partner may turn out to stand so much nearer than a rough look told, in heights of the view.
_DOUBT = 1.0
_KIND = PassageKind.IDENTICAL  # of headings nobody looks at it


class PairsInSight:
    """Look entries up by their letters, so that nothing far away is laid out or measured."""

    def __init__(self, entries: Sequence[Entry], indices: tuple[SideIndex, SideIndex]) -> None:
        self._entries = entries
        self._indices = indices
        self._pages: tuple[PaneGeometry, PaneGeometry] | None = None
        self._shown: Container[int] = range(len(entries))
        self._quiet: Container[int] = ()

    def set_quiet(self, entries: Container[int]) -> None:
        """Tell these passages to be quiet, whatever their kinds."""
        self._quiet = entries

    def show(self, entries: Container[int]) -> None:
        """Let these passages through and no others."""
        self._shown = entries

    def measure_on(self, left: PaneGeometry | None, right: PaneGeometry | None) -> None:
        """Take the pages in their present layout."""
        self._pages = (left, right) if left is not None and right is not None else None

    def find(self, sight: Sight) -> list[PairExtent]:
        """Return the pairs that are visible on at least one side, in their given order."""
        if self._pages is None:
            return []
        tops = sight.left_top, sight.right_top
        found: set[int] = set()
        for index, page, top in zip(self._indices, self._pages, tops, strict=True):
            stretch = page.letters_between(top, top + sight.height)
            found.update(index.touching(stretch.start, stretch.end))
        return [self._pair(entry, sight) for entry in sorted(found) if entry in self._shown]

    def _pair(self, entry: int, sight: Sight) -> PairExtent:
        assert self._pages is not None
        one = self._entries[entry]
        left = _extent(self._pages[0], one.left, sight.left_top, sight.height)
        right = _extent(self._pages[1], one.right, sight.right_top, sight.height)
        kind = QUIET if entry in self._quiet else one.kind
        return PairExtent(entry, kind, left, right)


def heading_pairs(chapters: Chapters) -> list[Entry]:
    """Return the headings of chapters that are each other's partners, as places to be joined."""
    return [
        Entry(row, _first_letter(chapters.left[row]), _first_letter(chapters.right[to]), 1.0, _KIND)
        for row, to in enumerate(chapters.links.to_right)
        if to is not None and chapters.links.to_left[to] == row
    ]


def _first_letter(section: Section) -> Span:
    return Span(section.span.start, section.span.start + 1)


def _extent(page: PaneGeometry, span: Span, top: float, height: float) -> Extent:
    """Return where a side stands; about, where it is too far away to be drawn."""
    rough = page.rough_extent(span)
    reach = (FAR + _DOUBT) * height
    if rough.bottom < top - reach or rough.top > top + height + reach:
        return rough
    return page.extent(span)
