"""Page numbers as they stand at the foot of an official document."""

from __future__ import annotations

from dataclasses import replace

from plandraft.core.draft.page_flow import PAGE_NUMBER, FlowParagraph

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def page_mark(number: int, *, roman: bool = False) -> str:
    """Return a number between its dashes."""
    return f"— {roman_number(number) if roman else number} —"


def roman_number(number: int) -> str:
    """Return a number of 目录 pages in capitals of old Rome."""
    found = ""
    for value, letters in _ROMAN:
        while number >= value:
            found += letters
            number -= value
    return found


def with_page_number(paragraph: FlowParagraph, shown: str) -> FlowParagraph:
    """Return a paragraph of a header or footer with the number of its page."""
    if PAGE_NUMBER not in paragraph.text:
        return paragraph
    runs = tuple(replace(run, text=run.text.replace(PAGE_NUMBER, shown)) for run in paragraph.runs)
    return replace(paragraph, runs=runs)
