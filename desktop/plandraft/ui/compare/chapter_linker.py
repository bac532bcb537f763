"""Find out which chapters belong together, a slice at a time, after the pages are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from plandraft.core.compare.chapters import ChapterLinks, ChapterVotes
from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import sections_of
from plandraft.ui.models.entries import PairView

_FROM = 60  # ms; the pages come first
_SLICE = 8  # ms
_TOGETHER = 200  # places between two looks at the clock


@dataclass(frozen=True, slots=True)
class Chapters:
    """Hold the sections of both sides and which belong together."""

    left: tuple[Section, ...] = ()
    right: tuple[Section, ...] = ()
    links: ChapterLinks = field(default_factory=ChapterLinks)

    def places(self, row: int, *, left: bool) -> tuple[int | None, int | None]:
        """Return where a section of a side and its partner begin, left first."""
        mine, theirs = (self.left, self.right) if left else (self.right, self.left)
        partner = (self.links.to_right if left else self.links.to_left)[row]
        there = theirs[partner].span.start if partner is not None else None
        here = mine[row].span.start
        return (here, there) if left else (there, here)


class ChapterLinker(QObject):
    """Look through the places of a view; `linked` tells that `chapters` is known."""

    linked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sides: tuple[tuple[Section, ...], tuple[Section, ...]] = ((), ())
        self._votes = ChapterVotes((), ())
        self._places: Iterator[tuple[Span, Span]] = iter(())
        self._chapters: Chapters | None = Chapters()
        self._waiting: PairView | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)

    def set_view(self, view: PairView | None) -> None:
        """Begin with another pair or reading."""
        self._timer.stop()
        self._chapters = Chapters()
        if view is None:
            self.linked.emit()
            return
        self._waiting, self._chapters = view, None
        self._timer.start(_FROM)

    def chapters(self) -> Chapters:
        """Return what belongs together, looking through the rest now if need be."""
        while self._chapters is None:
            self._look()
        return self._chapters

    def _work(self) -> None:
        self._timer.setInterval(0)
        clock = QElapsedTimer()
        clock.start()
        while self._chapters is None and clock.elapsed() < _SLICE:
            self._look()

    def _begin(self, view: PairView) -> None:
        self._sides = sections_of(view.comparison.left), sections_of(view.comparison.right)
        self._votes = ChapterVotes(*self._sides)
        self._places = chain(
            view.anchors, ((one.left, one.right) for one in view.entries if one.both)
        )

    def _look(self) -> None:
        """Look at some places; after the last one everything is known."""
        if self._waiting is not None:
            self._begin(self._waiting)
            self._waiting = None
        count = 0
        for count, (ours, theirs) in enumerate(self._places, start=1):
            self._votes.add(ours, theirs)
            if count == _TOGETHER:
                return
        self._timer.stop()
        self._chapters = Chapters(*self._sides, self._votes.links())
        self.linked.emit()
