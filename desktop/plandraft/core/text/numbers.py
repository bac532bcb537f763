"""Numbers in Arabic digits."""

from __future__ import annotations

import re

from plandraft.core.model.spans import Span

_NUMBER = re.compile(r"\d+(?:[.．]\d+)?")


def find_numbers(text: str) -> tuple[Span, ...]:
    """Find the numbers in `text`, each with its decimals, without unit or percent sign."""
    return tuple(Span(*found.span()) for found in _NUMBER.finditer(text))
