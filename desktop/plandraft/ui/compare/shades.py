"""Which stretches of one side stand in a passage: pure values, code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

from plandraft.core.model.spans import Span
from plandraft.ui.models.entries import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Shade:
    """Hold a stretch and the entries of the passages over it, the most similar one first.

    `kind` is the kind of the first.
    """

    span: Span
    kind: EntryKind
    entries: tuple[int, ...]


class ShadeIndex:
    """Hold the shades of one side in text order without overlap.

    Built once a comparison; a filter only changes which passages `show` lets through, so that it
    costs nothing however many there are.
    """

    def __init__(self, shades: Sequence[Shade] = (), passages: Sequence[Entry] = ()) -> None:
        self._shades = tuple(shades)
        self._starts = [shade.span.start for shade in self._shades]
        self._passages = passages
        self._shown: Container[int] = range(len(passages))

    def show(self, entries: Container[int]) -> None:
        """Let these passages through and no others."""
        self._shown = entries

    def entries_at(self, offset: int) -> tuple[int, ...]:
        """Return the passages over the code point at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._shades[index].span.contains(offset):
            return self._shown_of(self._shades[index])
        return ()

    def within(self, span: Span) -> list[Shade]:
        """Return the shades that touch `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end)
        found = []
        for shade in self._shades[first:last]:
            entries = self._shown_of(shade)
            if entries and shade.span.end > span.start and shade.span.start < span.end:
                found.append(Shade(shade.span, self._passages[entries[0]].kind, entries))
        return found

    def _shown_of(self, shade: Shade) -> tuple[int, ...]:
        return tuple(entry for entry in shade.entries if entry in self._shown)


def build_shades(passages: Sequence[Entry], *, left: bool) -> ShadeIndex:
    """Build the shades of one side; a passage's entry is its position in `passages`."""
    edges: list[tuple[int, int, int]] = []
    for entry, passage in enumerate(passages):
        span = passage.left if left else passage.right
        if span.length:
            edges += [(span.start, 1, entry), (span.end, 0, entry)]
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
    return ShadeIndex(shades, passages)
