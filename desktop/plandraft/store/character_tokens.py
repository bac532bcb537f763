"""Write text and queries the way the full-text index wants them: one token for each letter."""

from __future__ import annotations

import re
from unicodedata import normalize

_LETTERS = re.compile(r"[^\W_]")


def character_tokens(text: str) -> str:
    """Return the letters and digits of `text`, width and case made equal, spaced apart."""
    return " ".join(_LETTERS.findall(normalize("NFKC", text).casefold()))


def phrase_query(query: str) -> str:
    """Return the query that finds texts with every word of `query`, or "" where it has no letter.

    A word is a run between white space; marks inside it are passed over, so nothing that a user
    types is taken for syntax.
    """
    phrases = (character_tokens(word) for word in query.split())
    return " AND ".join(f'"{phrase}"' for phrase in phrases if phrase)
