"""Which numbers differ between two plans, each with the words it stands among."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plandraft.core.compare.changes import ChangeClass, ChangeKind, Comparison, InlineSpan
from plandraft.core.model.spans import Span

# What an indicator is called stands right before its number: so many letters of it are kept.
_BEFORE, _BEHIND = 14, 6
_EDGE = re.compile(r"[，。；：！？,;:!?、\n\t]")
PLACEHOLDER = "□"


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Hold two numbers that stand for each other; spans are code points of the documents.

    `indicator` is the left wording around the number, with PLACEHOLDER in its place.
    """

    indicator: str
    left: str
    right: str
    left_span: Span
    right_span: Span


def list_numbers(comparison: Comparison, changes: Iterable[InlineSpan]) -> Iterator[NumberChange]:
    """Yield the numbers and years in `changes` that replace each other."""
    text = comparison.left.text
    for one in changes:
        if one.kind is not ChangeKind.REPLACED:
            continue
        if one.change_class not in {ChangeClass.NUMBER, ChangeClass.PERIOD}:
            continue
        yield NumberChange(
            _indicator(text, one.left),
            one.left.slice(text),
            one.right.slice(comparison.right.text),
            one.left,
            one.right,
        )


def leading_value(text: str) -> float:
    """Return the first number in `text` as a sort key; infinity where none is in digits."""
    found = re.search(r"\d+(?:[.,]\d+)*", text)
    return (
        float(found.group().replace(",", ""))
        if found and found.group().count(".") < 2
        else float("inf")
    )


def _indicator(text: str, span: Span) -> str:
    before = text[max(0, span.start - _BEFORE) : span.start]
    behind = text[span.end : span.end + _BEHIND]
    edges = [found.end() for found in _EDGE.finditer(before)]
    edge = _EDGE.search(behind)
    start = edges[-1] if edges else 0
    return before[start:] + PLACEHOLDER + (behind[: edge.start()] if edge else behind)
