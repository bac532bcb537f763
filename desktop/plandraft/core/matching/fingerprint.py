"""Prepare one document for matching; the work is done once a document, not once a pair."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plandraft.core.matching.background import SHINGLE, Background
from plandraft.core.matching.tokens import find_masked
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.core.text.normalize import NormalizedText, normalize
from plandraft.core.text.places import Gazetteer

CLAUSE_EDGE = 1
SENTENCE_EDGE = 2
_LABEL = re.compile(
    r"^[^\S\n]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}(?:[、．]|\.(?!\d)))",
    re.MULTILINE,
)
# Marks that a clause ends or begins at; 80%的 and 东·西 are one clause.
_CLAUSE_MARK = re.compile(r"[^\w\s%％‰·•℃°+/&-]|\n")
_SENTENCE_MARK = re.compile(r"[。！？!?\n]")
_ALL_STOCK = b"\1" * SHINGLE
_NO_MARK = re.compile(r"[\w\s]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Hold a document as a sequence of tokens.

    A token is a letter, or one whole number, or one whole place name: two plans that differ in
    those only have the same tokens. `starts[i]` is the first letter of token i, with one entry
    more for the end; `edges[i]` is CLAUSE_EDGE where a punctuation mark stands before token i, and
    SENTENCE_EDGE where a sentence or a line ends there (and at both ends of the text);
    `marks[i]` is the punctuation before token i, layout and labels left out; `stock[i]` is 1
    where token i stands in an official phrase; `windows[i]` is the run of SHINGLE tokens at i, and
    `shingles` leads from each such run to where it stands.
    """

    source: str
    letters: NormalizedText
    tokens: str
    starts: array[int]
    edges: bytearray
    marks: list[str]
    stock: bytearray
    windows: list[str]
    shingles: dict[str, list[int]]

    def letter_span(self, span: Span) -> Span:
        """Return the letters of a span of tokens."""
        return Span(self.starts[span.start], self.starts[span.end])

    def token_letters(self, index: int) -> str:
        """Return the letters that token `index` stands for."""
        return self.letters.text[self.starts[index] : self.starts[index + 1]]

    def source_span(self, span: Span) -> Span:
        """Return the source code points of a span of tokens."""
        return self.letters.to_source(self.letter_span(span))


def prepare(document: Document, background: Background) -> Prepared:
    """Prepare `document`; linear in its length."""
    places = background.gazetteer.with_names(document.place)
    return prepare_text(document.text, places, background.formula_shingles)


def prepare_text(
    text: str, gazetteer: Gazetteer, formulae: frozenset[str] = frozenset()
) -> Prepared:
    """Prepare a bare text with the places of `gazetteer`; linear in its length."""
    letters = _without_labels(normalize(text), text)
    masks = list(_masks(letters, find_masked(text, gazetteer)))
    tokens, starts = _tokenize(letters.text, masks)
    between = _between(text, letters, starts)
    shingles: dict[str, list[int]] = {}
    windows = [tokens[at : at + SHINGLE] for at in range(len(tokens) - SHINGLE + 1)]
    for at, window in enumerate(windows):
        shingles.setdefault(window, []).append(at)
    edges, marks = _edges(between, len(tokens)), _marks(between, len(tokens))
    stock = _stock(shingles, formulae, len(tokens))
    return Prepared(text, letters, tokens, starts, edges, marks, stock, windows, shingles)


def _without_labels(letters: NormalizedText, text: str) -> NormalizedText:
    """Leave out the numbers of headings and items: renumbering is no difference."""
    kept: list[str] = []
    offsets = array("I")
    reached = 0
    for found in _LABEL.finditer(text):
        start = bisect_left(letters.offsets, found.start(), lo=reached)
        kept.append(letters.text[reached:start])
        offsets += letters.offsets[reached:start]
        reached = bisect_left(letters.offsets, found.end(), lo=start)
    kept.append(letters.text[reached:])
    offsets += letters.offsets[reached:]
    return NormalizedText("".join(kept), offsets)


def _masks(
    letters: NormalizedText, found: Iterable[tuple[Span, str]]
) -> Iterator[tuple[int, int, str]]:
    """Yield the masked stretches as letter offsets with their token."""
    for span, token in found:
        start = bisect_left(letters.offsets, span.start)
        end = bisect_left(letters.offsets, span.end, lo=start)
        if start < end:
            yield start, end, token


def _tokenize(letters: str, masks: list[tuple[int, int, str]]) -> tuple[str, array[int]]:
    parts: list[str] = []
    starts = array("I")
    at = 0
    for start, end, token in masks:
        parts.append(letters[at:start])
        starts.extend(range(at, start + 1))
        parts.append(token)
        at = end
    parts.append(letters[at:])
    starts.extend(range(at, len(letters) + 1))
    return "".join(parts), starts


def _between(text: str, letters: NormalizedText, starts: array[int]) -> dict[int, str]:
    """Return what stands between a token and the one before it, where anything does."""
    offsets = letters.offsets
    inner = starts[1:-1]
    ends = map(offsets.__getitem__, (start - 1 for start in inner))
    begins = map(offsets.__getitem__, inner)
    return {
        token: text[end + 1 : begin]
        for token, (end, begin) in enumerate(zip(ends, begins, strict=True), start=1)
        if end + 1 < begin
    }


def _stock(shingles: dict[str, list[int]], formulae: frozenset[str], count: int) -> bytearray:
    """Mark the tokens that stand in a shingle of an official phrase."""
    stock = bytearray(count)
    for shingle in shingles.keys() & formulae:
        for at in shingles[shingle]:
            stock[at : at + SHINGLE] = _ALL_STOCK
    return stock


def _edges(between: dict[int, str], count: int) -> bytearray:
    edges = bytearray(count + 1)
    for token, gap in between.items():
        if _SENTENCE_MARK.search(gap):
            edges[token] = SENTENCE_EDGE
        elif _CLAUSE_MARK.search(gap):
            edges[token] = CLAUSE_EDGE
    edges[0] = edges[-1] = SENTENCE_EDGE
    return edges


def _marks(between: dict[int, str], count: int) -> list[str]:
    marks = [""] * count
    for token, gap in between.items():
        marks[token] = _NO_MARK.sub("", gap)
    return marks


def marks_span(side: Prepared, token: int) -> Span:
    """Return the source code points between a token and the one before it."""
    letter = side.starts[token]
    end = side.letters.offsets[letter]
    return Span(min(end, side.letters.offsets[letter - 1] + 1), end)
