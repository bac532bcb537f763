"""Half-open ranges of code points and maps between two texts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hold a half-open range of code points `[start, end)`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process in half the time that fields by name take."""
        return Span, (self.start, self.end)

    @property
    def length(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def contains(self, offset: int) -> bool:
        """Tell whether the code point at `offset` lies inside."""
        return self.start <= offset < self.end

    def overlap(self, other: Span) -> int:
        """Return how many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def slice(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """Say that `length` code points at `target` were taken one for one from `source`."""

    target: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Map offsets of a recovered text back to the text that was read from the file.

    `runs` is ordered by `target` and does not overlap. Code points between two runs were
    put in by the recovery (line breaks); they map to the end of the run before them.
    """

    runs: tuple[OffsetRun, ...]

    def to_source(self, offset: int) -> int:
        """Return the source offset of the code point at `offset`."""
        index = bisect_right(self.runs, offset, key=lambda run: run.target) - 1
        if index < 0:
            return 0
        run = self.runs[index]
        return run.source + min(offset - run.target, run.length)

    def span_to_source(self, span: Span) -> Span:
        """Return the source span that `span` was taken from."""
        if span.length == 0:
            start = self.to_source(span.start)
            return Span(start, start)
        return Span(self.to_source(span.start), self.to_source(span.end - 1) + 1)


def compose(first: OffsetMap, second: OffsetMap) -> OffsetMap:
    """Build the map that leads through `first` and from there through `second`."""
    runs: list[OffsetRun] = []
    for run in first.runs:
        index = max(0, bisect_right(second.runs, run.source, key=lambda one: one.target) - 1)
        for other in second.runs[index:]:
            start = max(run.source, other.target)
            end = min(run.source + run.length, other.target + other.length)
            if other.target >= run.source + run.length:
                break
            if start < end:
                target, source = run.target - run.source, other.source - other.target
                runs.append(OffsetRun(target + start, source + start, end - start))
    return OffsetMap(tuple(runs))


def identity_map(length: int) -> OffsetMap:
    """Build the map of a text that was taken over unchanged."""
    return OffsetMap((OffsetRun(0, 0, length),))
