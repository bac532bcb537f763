"""Which stretches of one side stand in a passage: pure values, code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

from plandraft.core.model.spans import Span
from plandraft.ui.compare.side_index import SideIndex
from plandraft.ui.models.entries import QUIET, Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Shade:
    """Hold a stretch and the entries of the passages over it, the most similar one first.

    `kind` is the kind of the first that is not quiet.
    """

    span: Span
    kind: EntryKind
    entries: tuple[int, ...]


class ShadeIndex:
    """Find the shades of one side, which do not overlap.

    Passages that overlap make a heap; only the heaps that are looked at are cut into shades. A
    filter only changes which passages `show` lets through, so that it costs nothing however many
    there are.
    """

    def __init__(self, passages: Sequence[Entry] = (), index: SideIndex | None = None) -> None:
        self._passages = passages
        self._index = index or SideIndex()
        self._heaps = _heaps_of(self._index)
        self._starts = [self._index.starts[heap] for heap in self._heaps[:-1]]
        self._shades: dict[int, list[Shade]] = {}
        self._shown: Container[int] = range(len(passages))
        self._quiet: Container[int] = ()

    def set_quiet(self, entries: Container[int]) -> None:
        """Shade these passages quietly, and under all others."""
        self._quiet = entries

    def show(self, entries: Container[int]) -> None:
        """Let these passages through and no others."""
        self._shown = entries

    def entries_at(self, offset: int) -> tuple[int, ...]:
        """Return the passages over the code point at `offset`."""
        heap = bisect_right(self._starts, offset) - 1
        found = [shade for shade in self._cut(heap) if shade.span.contains(offset)]
        return self._shown_of(found[0]) if found else ()

    def within(self, span: Span) -> list[Shade]:
        """Return the shades that touch `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end)
        found = []
        for heap in range(first, last):
            for shade in self._cut(heap):
                if shade.span.end > span.start and shade.span.start < span.end:
                    entries = self._shown_of(shade)
                    if entries:
                        found.append(Shade(shade.span, self._kind(entries), entries))
        return found

    def _kind(self, entries: tuple[int, ...]) -> EntryKind:
        loud = (entry for entry in entries if entry not in self._quiet)
        return next((self._passages[entry].kind for entry in loud), QUIET)

    def _shown_of(self, shade: Shade) -> tuple[int, ...]:
        return tuple(entry for entry in shade.entries if entry in self._shown)

    def _cut(self, heap: int) -> list[Shade]:
        """Return the shades of a heap in text order."""
        if heap < 0:
            return []
        if heap not in self._shades:
            first, last = self._heaps[heap], self._heaps[heap + 1]
            self._shades[heap] = _cut_shades(self._passages, self._index, range(first, last))
        return self._shades[heap]


def build_shades(passages: Sequence[Entry], *, left: bool) -> ShadeIndex:
    """Build the shades of one side; a passage's entry is its position in `passages`."""
    return ShadeIndex(passages, SideIndex(passages, left=left))


def _heaps_of(index: SideIndex) -> list[int]:
    """Return where in the index each heap begins, and the end."""
    heaps, reached = [], -1
    for at, (start, reach) in enumerate(zip(index.starts, index.reach, strict=True)):
        if start >= reached:
            heaps.append(at)
        reached = reach
    return [*heaps, len(index.starts)]


def _cut_shades(passages: Sequence[Entry], index: SideIndex, heap: range) -> list[Shade]:
    edges: list[tuple[int, int, int]] = []
    for at in heap:
        start, end = index.starts[at], index.ends[at]
        if start < end:
            edges += [(start, 1, index.order[at]), (end, 0, index.order[at])]
    shades: list[Shade] = []
    over: set[int] = set()
    before = 0
    for offset, opens, entry in sorted(edges):
        if over and offset > before:
            ranked = tuple(sorted(over, key=lambda item: (-passages[item].similarity, item)))
            shades.append(Shade(Span(before, offset), passages[ranked[0]].kind, ranked))
        before = offset
        if opens:
            over.add(entry)
        else:
            over.discard(entry)
    return shades
