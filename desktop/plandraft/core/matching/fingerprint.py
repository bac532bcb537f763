"""Prepare one document for matching; the work is done once a document, not once a pair."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import compress, count, islice
from operator import add, or_, sub

from plandraft.core.matching.background import SHINGLE, Background
from plandraft.core.matching.shingles import OUTSIDE, Pool, Shingles, cut_windows, index_windows
from plandraft.core.matching.tokens import ANY_MASK, MASKS, NUMBER_TOKEN, find_masked
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
# Formulae name the own city and the current period, but hardly ever a number.
_NAMES = MASKS - {NUMBER_TOKEN}
# Marks that a clause ends or begins at; 80%的 and 东·西 are one clause.
_CLAUSE_MARK = re.compile(r"[^\w\s%％‰·•℃°+/&-]|\n")
_SENTENCE_MARK = re.compile(r"[。！？!?\n]")
_ALL_STOCK = b"\1" * SHINGLE
# As long as a window at least: a phrase is marked by its windows.
_OFFICIAL = re.compile(b"\1{%d,}" % SHINGLE)
# Wording of the official phrase list proves little: it is in every plan. By how many of a
# shingle's tokens stand in such a phrase.
_STOCK_WEIGHTS = (1.0, 0.65, 0.4, 0.25, 0.15)
# A shingle with masked tokens (2026年5月, 达到#万户) is shared by plans that share nothing else.
_MASKED_WEIGHTS = (1.0, 0.3, 0.05, 0.05, 0.05)
_NO_MARK = re.compile(r"[\w\s]")


@dataclass(frozen=True)
class Prepared:
    """Hold a document as a sequence of tokens.

    A token is a letter, or one whole number, or one whole place name: two plans that differ in
    those only have the same tokens. `starts[i]` is the first letter of token i, with one entry
    more for the end; `edges[i]` is CLAUSE_EDGE where a punctuation mark stands before token i, and
    SENTENCE_EDGE where a sentence or a line ends there (and at both ends of the text);
    `marks[i]` is the punctuation before token i, layout and labels left out; `stock[i]` is 1
    where token i stands in an official phrase, `plain[i]` 1 where it says nothing of its own (it
    stands in a plain word or in an official phrase, or is a masked name).

    What follows from these is made when first asked for: `windows[i]` is the run of SHINGLE tokens
    at i (behind the last one stands a frame), `shingles` leads from each such run to where it
    stands, and `proof[i]` (0…1) is what the run tells of its origin: stock phrases and masked
    tokens are shared by plans that share nothing. `pool` is that of the set it is compared in,
    `numbers` those of the windows in it, where they are known.
    """

    source: str
    letters: NormalizedText
    tokens: str
    starts: array[int]
    edges: bytearray
    marks: list[str]
    stock: bytearray
    plain: bytearray
    pool: Pool = field(default_factory=Pool, compare=False, repr=False)
    numbers: list[int] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def windows(self) -> list[int]:
        """Return the run of SHINGLE tokens at each token, and a frame behind the last of them.

        Runs are told by their numbers in the pool, so that only those of one pool are compared.

        The frame is SHINGLE + 1 times OUTSIDE: no run goes on there.
        """
        numbers = self.numbers
        if numbers is None:
            numbers = self.pool.number(cut_windows(self.tokens))
        return [*numbers, *[OUTSIDE] * (SHINGLE + 1)]

    @cached_property
    def before(self) -> list[int]:
        """Return the window that begins one token earlier, for each; OUTSIDE for the first."""
        return [OUTSIDE, *self.windows]

    @cached_property
    def shingles(self) -> Shingles:
        """Return where each window stands."""
        return index_windows(self.windows[: -SHINGLE - 1], self.pool)

    @cached_property
    def proof(self) -> list[float]:
        """Return what each window tells of its origin."""
        return _proof(self.tokens, self.stock)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process without the index and pool: making it anew is faster."""
        own = (self.source, self.letters, self.tokens, self.starts, self.edges)
        return Prepared, (*own, self.marks, self.stock, self.plain)

    def in_pool(self, pool: Pool) -> Prepared:
        """Return the same document as one of those that share `pool`."""
        return self if self.pool is pool else replace(self, pool=pool, numbers=None)

    def part(self, tokens: Span) -> Prepared:
        """Return a stretch of tokens as if it had been prepared alone, with the same source."""
        start, end = tokens.start, tokens.end
        return Prepared(
            self.source,
            self.letters,
            self.tokens[start:end],
            self.starts[start : end + 1],
            self.edges[start : end + 1],
            self.marks[start:end],
            self.stock[start:end],
            self.plain[start:end],
            self.pool,
        )

    def letter_span(self, span: Span) -> Span:
        """Return the letters of a span of tokens."""
        return Span(self.starts[span.start], self.starts[span.end])

    def letters_between(self, start: int, end: int) -> str:
        """Return the letters of the tokens from `start` to `end`."""
        return self.letters.text[self.starts[start] : self.starts[end]]

    def token_letters(self, index: int) -> str:
        """Return the letters that token `index` stands for."""
        return self.letters_between(index, index + 1)

    def source_span(self, span: Span) -> Span:
        """Return the source code points of a span of tokens."""
        return self.letters.to_source(self.letter_span(span))


def in_one_pool(left: Prepared, right: Prepared) -> tuple[Prepared, Prepared]:
    """Return both sides as they are where they have one pool, else anew with one of their own."""
    if left.pool is right.pool:
        return left, right
    pool = Pool()
    return left.in_pool(pool), right.in_pool(pool)


def prepare(document: Document, background: Background, pool: Pool | None = None) -> Prepared:
    """Prepare `document`, as one of those that share `pool`; linear in its length."""
    places = background.gazetteer.with_names(document.place)
    known = background.formula_shingles, background.plain_words
    return prepare_text(document.text, places, *known, pool=pool)


def prepare_text(
    text: str,
    gazetteer: Gazetteer,
    formulae: frozenset[str] = frozenset(),
    plain_words: frozenset[str] = frozenset(),
    *,
    pool: Pool | None = None,
) -> Prepared:
    """Prepare a bare text with the places of `gazetteer`; linear in its length.

    What is to be compared is given the `pool` of its set, which numbers the windows at once.
    """
    letters = _without_labels(normalize(text), text)
    masks = list(_masks(letters, find_masked(text, gazetteer)))
    tokens, starts = _tokenize(letters.text, masks)
    between = _between(text, letters, starts)
    edges, marks = _edges(between, len(tokens)), _marks(between, len(tokens))
    windows = cut_windows(tokens)
    stock = _stock(windows, len(tokens), formulae)
    plain = _plain(tokens, stock, plain_words)
    own = (text, letters, tokens, starts, edges, marks, stock, plain)
    return Prepared(*own) if pool is None else Prepared(*own, pool, pool.number(windows))


def _proof(tokens: str, stock: bytearray) -> list[float]:
    """Return what each window of SHINGLE tokens proves; the windows with masks or stock are few."""
    proof = [1.0] * max(0, len(tokens) - SHINGLE + 1)
    for found in _OFFICIAL.finditer(stock):
        start, end = found.span()
        proof[start : end - SHINGLE + 1] = [_STOCK_WEIGHTS[-1]] * (end - SHINGLE + 1 - start)
        for at in (*range(start - SHINGLE + 1, start), *range(end - SHINGLE + 1, end)):
            if 0 <= at < len(proof):
                proof[at] = _STOCK_WEIGHTS[stock.count(1, at, at + SHINGLE)]
    masked = {found.start() for found in ANY_MASK.finditer(tokens)}
    for at in {at - back for at in masked for back in range(SHINGLE)}:
        if 0 <= at < len(proof):
            proof[at] *= _MASKED_WEIGHTS[sum(one in masked for one in range(at, at + SHINGLE))]
    return proof


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
    offsets, tokens = letters.offsets, len(starts) - 1
    between: dict[int, str] = {}
    token = 0
    # 1 where the next letter follows at once; what is left are the gaps.
    steps = map(sub, islice(offsets, 1, None), offsets)
    for letter in compress(range(1, len(offsets)), map((1).__lt__, steps)):
        token = bisect_left(starts, letter, lo=token)
        if token < tokens and starts[token] == letter:
            between[token] = text[offsets[letter - 1] + 1 : offsets[letter]]
    return between


def _stock(windows: list[str], tokens: int, formulae: frozenset[str]) -> bytearray:
    """Mark the tokens that stand in a shingle of an official phrase."""
    stock = bytearray(tokens)
    for at in compress(count(), map(formulae.__contains__, windows)):
        stock[at : at + SHINGLE] = _ALL_STOCK
    return stock


def _plain(tokens: str, stock: bytearray, words: frozenset[str]) -> bytearray:
    """Mark the tokens that say nothing of their own; `words` are single letters and pairs."""
    names = bytes(map(_NAMES.__contains__, tokens))
    single = bytes(map(words.__contains__, tokens))
    pairs = bytes(map(words.__contains__, map(add, tokens, tokens[1:])))
    # Both letters of a pair: numbers of any length are the fastest way to join flags.
    marks = (pairs + b"\0", b"\0" + pairs, single, names, bytes(stock))
    joined = reduce(or_, (int.from_bytes(one, "big") for one in marks if one))
    return bytearray(joined.to_bytes(len(tokens), "big")) if tokens else bytearray()


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
