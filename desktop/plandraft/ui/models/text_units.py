"""Texts as Qt's documents hold them."""

from __future__ import annotations

import re

# Qt ends a block at some of these and takes others for its own marks; one unit stays one unit.
_HARMLESS = {
    "\n": "\u2028",
    "\u2029": "\u2028",
    "\r": " ",
    "\x0b": " ",
    "\x0c": " ",
}
_DANGEROUS = re.compile("[\x00\n\x0b\x0c\r\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")


def to_paragraph(text: str) -> str:
    """Return `text` as one paragraph of a QTextDocument holds it, code point for code point.

    A line feed becomes U+2028; what Qt would swallow becomes U+FFFD.
    """
    return _DANGEROUS.sub(lambda found: _HARMLESS.get(found.group(), "\ufffd"), text)


def from_paragraph(text: str) -> str:
    """Return a paragraph of a QTextDocument as plain text; U+2028 becomes a line feed."""
    return text.replace("\u2028", "\n")


def unit_count(text: str) -> int:
    """Return the number of UTF-16 units, in which Qt counts positions: 𠮷 is two."""
    return len(text) + sum(character > "\uffff" for character in text)
