"""Cut a text into sentences and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plandraft.core.model.spans import Span

_CLOSING = "”’」』）)》"
_SENTENCE = re.compile(rf"[^。！？!?；;…\n]*(?:[。！？!?；;…]+[{_CLOSING}]*|(?=\n)|$)")
# '.' and ',' between digits are part of a number, not the end of a clause.
_CLAUSE = re.compile(
    rf"(?:[^，。！？；：、,!?;:….\n]|(?<=[0-9A-Za-z])[.,](?=[0-9A-Za-z]))*"
    rf"(?:[，。！？；：、,!?;:….]+[{_CLOSING}]*|(?=\n)|$)"
)


def sentences(text: str, span: Span | None = None) -> Iterator[Span]:
    """Yield the sentences of `text` inside `span` (all of it by default), with their marks.

    A semicolon ends one too: in plans it stands between statements that are borrowed singly. A
    line feed always does. Blank stretches are left out.
    """
    return _cut(_SENTENCE, text, span)


def clauses(text: str, span: Span | None = None) -> Iterator[Span]:
    """Yield the clauses of `text` inside `span`: what stands between any two marks."""
    return _cut(_CLAUSE, text, span)


def _cut(pattern: re.Pattern[str], text: str, span: Span | None) -> Iterator[Span]:
    position, end = (span.start, span.end) if span else (0, len(text))
    while position < end:
        found = pattern.match(text, position, end)
        stop = found.end() if found else position
        if stop == position:
            position += 1
            continue
        if text[position:stop].strip():
            yield Span(position, stop)
        position = stop
