"""Comparisons as the JSON that scripts rely on; offsets are those of what `extract` prints."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plandraft.cli.own_wording import own_data
from plandraft.core.compare.changes import Comparison, InlineSpan
from plandraft.core.compare.clauses import ClauseLink, build_clause_map
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.substitutes import masked_similarity
from plandraft.core.compare.swaps import Swap, mine_swaps
from plandraft.core.matching.passages import Passage
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

# A tenth of a millisecond; the clock promises no more.
SECONDS_DIGITS = 4


def comparison_data(comparison: Comparison, left: Path, right: Path) -> dict[str, object]:
    """Return what `compare --json` prints for two files."""
    return {
        "a": side_data(comparison.left, left),
        "b": side_data(comparison.right, right),
        **findings_data(comparison),
        "seconds": round(comparison.seconds, SECONDS_DIGITS),
    }


def findings_data(comparison: Comparison) -> dict[str, object]:
    """Return the shares, the passages with their explanations, and what was swapped for what."""
    passages: list[dict[str, object]] = []
    changes: list[InlineSpan] = []
    for passage in comparison.matches.passages:
        edits = build_inline(comparison, passage)
        changes += edits
        passages.append(
            {
                **_passage_data(passage, edits, build_clause_map(comparison, passage)),
                "masked_similarity": masked_similarity(comparison, passage),
            }
        )
    return {
        "a_share": round(comparison.matches.left_share, SECONDS_DIGITS),
        "b_share": round(comparison.matches.right_share, SECONDS_DIGITS),
        "passages": passages,
        "own_phrases": own_data(comparison),
        "swaps": [_swap_data(swap) for swap in mine_swaps(comparison, changes)],
    }


def side_data(document: Document, path: Path) -> dict[str, object]:
    """Return what is said of one document."""
    return {"path": str(path), "title": document.title, "length": len(document.text)}


def _passage_data(
    passage: Passage, edits: Iterable[InlineSpan], clauses: Iterable[ClauseLink]
) -> dict[str, object]:
    return {
        "a": _span_data(passage.left),
        "b": _span_data(passage.right),
        "similarity": passage.similarity,
        "kind": passage.kind.value,
        "differs": [difference.value for difference in passage.differs],
        "rare_share": passage.rare_share,
        "routine": passage.routine,
        "edits": [
            {
                "a": _span_data(edit.left),
                "b": _span_data(edit.right),
                "kind": edit.kind.value,
                "class": edit.change_class.value,
            }
            for edit in edits
        ],
        "clauses": [
            {
                "a": _span_data(link.left) if link.left else None,
                "b": _span_data(link.right) if link.right else None,
            }
            for link in clauses
        ],
    }


def _span_data(span: Span) -> list[int]:
    return [span.start, span.end]


def _swap_data(swap: Swap) -> dict[str, object]:
    return {
        "a": swap.left,
        "b": swap.right,
        "class": swap.change_class.value,
        "count": swap.count,
    }
