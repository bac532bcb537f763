"""What pages hand to each other through the shell: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.compare.changes import Comparison
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

# Longer ones run over the end of a line in the original, where a search does not find them.
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class TextPick:
    """Hold a stretch of a document that the user wants in the draft; code points of its text."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True)
class CompareChoice:
    """Hold the two documents to compare by their identifiers in the library.

    `place` is where a passage begins on both sides, in code points, for a comparison that is to
    be opened there; None opens it where it was left.
    """

    left_id: object
    right_id: object
    place: tuple[int, int] | None = None


class ReportForm(StrEnum):
    """Name what becomes of a report: a file by its suffix, a look at its pages, paper."""

    HTML = ".html"
    WORD = ".docx"
    EXCEL = ".xlsx"
    PDF = ".pdf"
    PREVIEW = "preview"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class OriginalPick:
    """Hold a file that a document was read from, its digest then, and words to be found in it."""

    path: str
    sha256: str
    words: str = ""


def original_of(document: Document, span: Span | None = None) -> OriginalPick:
    """Return the file of a document, with the first words of a passage to look for in it."""
    words = first_words(span.slice(document.text)) if span is not None else ""
    return OriginalPick(document.origin.path, document.origin.sha256, words)


def first_words(text: str) -> str:
    """Return the beginning of a text as another program finds it: within a line and short."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return line.split("\t")[0][:_MOST_WORDS]


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Hold a wish for a report."""

    comparison: Comparison
    form: ReportForm
