"""Where the user's own phrases stand in two plans, and which passages are made of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.own_wording import OwnMarks, OwnWording
from plandraft.core.compare.similarity import Pair
from plandraft.core.matching.background import SHINGLE
from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.matching.tokens import ANY_MASK
from plandraft.core.model.progress import SILENT, Progress, each
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

# From this length on a phrase is found when a name or a number in it differs, and in parts of this
# length where it was edited. A shorter one must stand as it is: with its names left open it would
# be anything.
LONG = 8
# More of a window's tokens than this say nothing: 2006年、2007年、2008年.
_MOST_MASKED = 1
# What is shared stands on both sides: where one has hardly anything but set phrases, no more can be
# shared. A tenth is left for a 的 or 和 between two of them.
_MADE_OF = 0.9
_OPENING, _CLOSING = "“‘（《〈「", "”’）》〉」，。；：、！？"
_MARKED = re.compile(b"\1{%d,}" % LONG)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Hold what is looked for: windows of long phrases, letters of short ones."""

    windows: frozenset[str]
    letters: frozenset[str]


def mark_own_wording(
    comparison: Comparison, wording: OwnWording, progress: Progress = SILENT
) -> Comparison:
    """Return `comparison` with what the user's lists say of it; its passages stay as they are.

    Linear in the texts and the list. Raises Cancelled through `progress`.
    """
    return _Marker(wording).mark(comparison, progress)


def mark_pairs(
    pairs: Mapping[Pair, Comparison], wording: OwnWording, progress: Progress = SILENT
) -> dict[Pair, Comparison]:
    """Return comparisons of a set, each as `mark_own_wording` marks it.

    The work on a document is done once. Raises Cancelled through `progress`.
    """
    marker = _Marker(wording)
    each_pair = each(pairs.items(), len(pairs), progress)
    return {pair: marker.mark(comparison) for pair, comparison in each_pair}


def with_formulae(
    comparison: Comparison, decisions: Iterable[tuple[int, Decision]] = ()
) -> dict[int, Decision]:
    """Return decisions by the numbers of rows.

    Own phrases and routine wording are formulae where nobody said more: a note is kept, and any
    other verdict of the reader counts more.
    """
    found = dict(decisions)
    for number in sorted(comparison.own.rows | comparison.routine_rows):
        one = found.get(number, Decision(Verdict.OPEN))
        if one.verdict is Verdict.OPEN:
            found[number] = Decision(Verdict.FORMULA, one.note)
    return found


def is_made_of(phrases: Sequence[Span], text: str, span: Span) -> bool:
    """Tell whether a stretch of `text` has hardly anything but `phrases`, which are in order."""
    begin = span.start
    near = [
        Span(max(one.start, begin) - begin, min(one.end, span.end) - begin)
        for one in phrases
        if one.overlap(span)
    ]
    cover = _Cover(span.slice(text), near)
    return cover.share(Span(0, span.length)) >= _MADE_OF


class _Marker:
    """Mark comparisons; a text that stands in several of them is looked through once."""

    def __init__(self, wording: OwnWording) -> None:
        self._wording = wording
        self._wanted: dict[int, tuple[Gazetteer, _Wanted]] = {}
        self._sides: dict[tuple[str, int], _Side] = {}

    def mark(self, comparison: Comparison, progress: Progress = SILENT) -> Comparison:
        """Return a comparison with its marks; raises Cancelled through `progress`."""
        marks = OwnMarks(substitutions=self._wording.substitutions)
        if self._wording.phrases:
            left, right = comparison.left, comparison.right
            places = comparison.gazetteer.with_names(left.place, right.place)
            progress.step(0.1)
            ours = self._side(left.text, places)
            progress.step(0.5)
            theirs = self._side(right.text, places)
            progress.step(0.9)
            rows = _rows(comparison, ours.cover, theirs.cover)
            marks = replace(marks, left=ours.spans, right=theirs.spans, rows=rows)
        progress.step(1.0)
        return replace(comparison, own=marks)

    def _side(self, text: str, places: Gazetteer) -> _Side:
        # Cities that the gazetteer knows add nothing to it: then it is one and the same.
        key = (text, id(places))
        if key not in self._sides:
            if id(places) not in self._wanted:
                self._wanted[id(places)] = places, _wanted(self._wording.phrases, places)
            spans = _spans(text, self._wanted[id(places)][1], places)
            self._sides[key] = _Side(spans, _Cover(text, spans))
        return self._sides[key]


def _wanted(phrases: Iterable[str], places: Gazetteer) -> _Wanted:
    """Prepare all phrases in one go: thousands of small texts would take seconds."""
    text = "\n".join(phrases)
    side = prepare_text(text, places)
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    offsets, starts = side.letters.offsets, side.starts
    tokens = range(len(side.tokens))
    windows: set[str] = set()
    letters: set[str] = set()
    for _line, group in groupby(tokens, key=lambda at: bisect_right(lines, offsets[starts[at]])):
        own = list(group)
        span = Span(own[0], own[-1] + 1)
        if span.length < LONG:
            letters.add(side.letter_span(span).slice(side.letters.text))
            continue
        words = span.slice(side.tokens)
        cut = (words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1))
        windows.update(one for one in cut if len(ANY_MASK.findall(one)) <= _MOST_MASKED)
    return _Wanted(frozenset(windows), frozenset(letters))


def _spans(text: str, wanted: _Wanted, places: Gazetteer) -> tuple[Span, ...]:
    side = prepare_text(text, places, wanted.windows)
    found = [side.source_span(Span(*one.span())) for one in _MARKED.finditer(side.stock)]
    for letters in wanted.letters:
        found += map(side.letters.to_source, _places_of(letters, side.letters.text))
    return tuple(_joined(sorted(_with_marks(text, span) for span in found)))


def _with_marks(text: str, span: Span) -> Span:
    """Take in the marks that belong to a phrase: nobody reads them for themselves."""
    start, end = span.start, span.end
    while start and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return Span(start, end)


def _places_of(letters: str, text: str) -> Iterator[Span]:
    at = text.find(letters)
    while at >= 0:
        yield Span(at, at + len(letters))
        at = text.find(letters, at + len(letters))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans that are in order and apart."""
    held: Span | None = None
    for span in spans:
        if held is not None and span.start <= held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _rows(comparison: Comparison, ours: _Cover, theirs: _Cover) -> frozenset[int]:
    return frozenset(
        row.number
        for row in comparison.rows
        if max(ours.share(row.passage.left), theirs.share(row.passage.right)) >= _MADE_OF
    )


class _Cover:
    """Tell how many letters of a stretch lie in given spans; any stretch in constant time."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        marked = bytearray(len(text))
        for span in spans:
            marked[span.start : span.end] = b"\1" * span.length
        letters = list(map(str.isalnum, text))
        inside = (letter and bool(mark) for letter, mark in zip(letters, marked, strict=True))
        self._letters = tuple(accumulate(letters, initial=0))
        self._inside = tuple(accumulate(inside, initial=0))

    def share(self, span: Span) -> float:
        """Return the share (0…1) of the letters of a stretch."""
        every = self._letters[span.end] - self._letters[span.start]
        return (self._inside[span.end] - self._inside[span.start]) / every if every else 0.0


@dataclass(frozen=True, slots=True)
class _Side:
    """Hold the own phrases of a text."""

    spans: tuple[Span, ...]
    cover: _Cover
