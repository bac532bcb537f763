"""The user's own lists: set phrases that are no re-use, and words that stand for each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from plandraft.core.matching.fingerprint import prepare_text
from plandraft.core.model.spans import Span
from plandraft.core.text.normalize import normalize
from plandraft.core.text.places import Gazetteer

# Shorter ones are words that every sentence has; longer ones are whole chapters.
LEAST_LETTERS, MOST_LETTERS = 4, 2_000
# One letter for another (委 = 局) would be found inside of words everywhere.
_LEAST_FORM, _MOST_FORM = 2, 100
_SIGNS = str.maketrans("＝", "=")
_NO_PLACES = Gazetteer()
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Substitution:
    """Hold two words that count as the same: 经信委 = 工信局; the order means nothing."""

    first: str
    second: str

    @property
    def key(self) -> tuple[str, str]:
        """Return what is the same for the same pair, in whatever order and width."""
        letters = normalize(self.first).text, normalize(self.second).text
        return min(letters), max(letters)


@dataclass(frozen=True, slots=True)
class OwnWording:
    """Hold both lists, in the order in which they were made."""

    phrases: tuple[str, ...] = ()
    substitutions: tuple[Substitution, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to look for."""
        return not self.phrases and not self.substitutions


@dataclass(frozen=True, slots=True)
class OwnMarks:
    """Hold what the lists say of a comparison.

    `left` and `right` are the own phrases of each side in order (code points of the documents),
    `rows` the numbers of the passages that consist of them.
    """

    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    rows: frozenset[int] = frozenset()
    substitutions: tuple[Substitution, ...] = ()


class BadLineError(ValueError):
    """Say that a line, counted from 1, is none of its list."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.line = line
        self.text = text


def phrase_key(phrase: str) -> str:
    """Return the letters of a phrase, which are the same in whatever form it is written."""
    return prepare_text(phrase, _NO_PLACES).letters.text


def is_phrase(text: str) -> bool:
    """Tell whether a line can be a phrase of the list."""
    return LEAST_LETTERS <= len(phrase_key(text)) <= MOST_LETTERS


def is_substitution(pair: Substitution) -> bool:
    """Tell whether a pair can be one of the list: two different words, none of a single letter."""
    first, second = pair.key
    return first != second and all(_LEAST_FORM <= len(one) <= _MOST_FORM for one in (first, second))


def phrases_in(text: str) -> tuple[str, ...]:
    """Return the lines of a stretch of text that can be phrases, each once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return merged_phrases((), filter(is_phrase, lines))


def parse_phrases(text: str) -> tuple[str, ...]:
    """Read a list with one phrase a line; `#` begins a comment, empty lines mean nothing.

    Raises BadLineError for the first line that cannot be a phrase.
    """
    return merged_phrases((), _each_line(text, lambda line: line if is_phrase(line) else None))


def parse_substitutions(text: str) -> tuple[Substitution, ...]:
    """Read a list with one pair `A = B` a line, as `parse_phrases` does."""
    return merged_substitutions((), _each_line(text, _pair_of))


def format_phrases(phrases: Iterable[str]) -> str:
    """Write phrases as `parse_phrases` reads them."""
    return "".join(f"{one}\n" for one in phrases)


def format_substitutions(pairs: Iterable[Substitution]) -> str:
    """Write pairs as `parse_substitutions` reads them."""
    return "".join(f"{one.first} = {one.second}\n" for one in pairs)


def merged_phrases(known: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Return `known` with those of `more` behind that say something new."""
    found: dict[str, str] = {}
    for one in (*known, *more):
        found.setdefault(phrase_key(one), one)
    return tuple(found.values())


def merged_substitutions(
    known: Iterable[Substitution], more: Iterable[Substitution]
) -> tuple[Substitution, ...]:
    """Return `known` with those of `more` behind that say something new."""
    found: dict[tuple[str, str], Substitution] = {}
    for one in (*known, *more):
        found.setdefault(one.key, one)
    return tuple(found.values())


def _each_line(text: str, read: Callable[[str], _Item | None]) -> list[_Item]:
    found: list[_Item] = []
    for number, line in enumerate(text.splitlines(), start=1):
        words = " ".join(line.split())
        if not words or words.startswith("#"):
            continue
        item = read(words)
        if item is None:
            raise BadLineError(number, words)
        found.append(item)
    return found


def _pair_of(line: str) -> Substitution | None:
    sides = [side.strip() for side in line.translate(_SIGNS).split("=")]
    if len(sides) != 2:
        return None
    pair = Substitution(*sides)
    return pair if is_substitution(pair) else None
