"""Which stretches of a plan are official phrases that all plans share."""

from __future__ import annotations

from collections.abc import Iterator

from plandraft.core.matching.background import Background
from plandraft.core.matching.fingerprint import prepare
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

# Shorter ones are words like 信息化建设 that every sentence has: grey everywhere says nothing.
_LEAST = 8


def stock_spans(document: Document, background: Background) -> tuple[Span, ...]:
    """Return the official phrases in `document`, in order; code points, linear in its length."""
    side = prepare(document, background)
    return tuple(side.source_span(one) for one in _runs(side.stock) if one.length >= _LEAST)


def _runs(marked: bytearray) -> Iterator[Span]:
    at = marked.find(1)
    while at >= 0:
        end = marked.find(0, at)
        end = len(marked) if end < 0 else end
        yield Span(at, end)
        at = marked.find(1, end)
