"""What a reader of one format returns."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.model.document import DocumentWarning
from plandraft.core.text.structure import LineHint


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold the text of a file as it was read.

    `hints[i]` belongs to the text between the line feeds number i and i + 1; `encoding` is a
    Python codec name, or "" for formats that are not text.
    """

    text: str
    format: str
    encoding: str = ""
    hints: tuple[LineHint, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()


def join_surrogates(text: str) -> str:
    """Return `text` with each pair of surrogates as the one character it stands for."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
