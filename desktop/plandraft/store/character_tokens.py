"""Write text and queries the way the full-text index wants them: one token for each letter."""

from __future__ import annotations

import re
from unicodedata import category, normalize

_LETTERS = re.compile(r"[^\W_]")
# Parts of Hangul syllables, which join with what stands beside them.
_JAMO = range(0x1100, 0x1200)


class _Tokens(dict[str, str]):
    """Map each character to its tokens, a blank before each; filled as characters are met."""

    def __missing__(self, char: str) -> str:
        equal = normalize("NFKC", char)
        if any(category(one).startswith("M") or ord(one) in _JAMO for one in equal):
            raise _DependsOnNeighbours
        tokens = "".join(f" {one}" for one in _LETTERS.findall(equal.casefold()))
        self[char] = tokens
        return tokens


class _DependsOnNeighbours(Exception):  # noqa: N818 - no error, only another way to go
    """Say that a character joins with those beside it when width is made equal."""


_TOKENS = _Tokens()


def character_tokens(text: str) -> str:
    """Return the letters and digits of `text`, width and case made equal, spaced apart."""
    try:
        # Four times as fast as making the whole text equal first; imports wait for this.
        return "".join(map(_TOKENS.__getitem__, text))[1:]
    except _DependsOnNeighbours:
        return " ".join(_LETTERS.findall(normalize("NFKC", text).casefold()))


def phrase_query(query: str) -> str:
    """Return the query that finds texts with every word of `query`, or "" where it has no letter.

    A word is a run between white space; marks inside it are passed over, so nothing that a user
    types is taken for syntax.
    """
    phrases = (character_tokens(word) for word in query.split())
    return " AND ".join(f'"{phrase}"' for phrase in phrases if phrase)
