"""What pages hand to each other through the shell: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.changes import Comparison
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span


@dataclass(frozen=True, slots=True)
class TextPick:
    """Hold a stretch of a document that the user wants in the draft; code points of its text."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True)
class CompareChoice:
    """Hold the two documents to compare by their identifiers in the library."""

    left_id: object
    right_id: object


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Hold a wish for a report; `suffix` is ".html" or ".docx"."""

    comparison: Comparison
    suffix: str
