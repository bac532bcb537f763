"""Text without what neither XML nor a reader can take."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# What XML 1.0 cannot hold, marks that a reader would see as boxes, and marks that turn text round.
_NOT_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufff8\ufffe\uffff"
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
# Layout, not text; tabs stay: they part the cells of a table.
_SPACES = " \u00a0\u3000"


def without_controls(text: str) -> str:
    """Return a text of one line without control characters and half surrogate pairs."""
    return _NOT_TEXT.sub("", text)


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, empty ones too."""
    return _LINE_ENDS.split(text)


def clean_lines(text: str) -> list[str]:
    """Return the lines of a text without what XML or a paragraph cannot hold; none is empty."""
    lines = (without_controls(line).strip(_SPACES) for line in split_lines(text))
    return [line for line in lines if line.strip()]


def clean_line(text: str) -> str:
    """Return a text as one clean line."""
    return " ".join(" ".join(clean_lines(text)).split("\t"))
