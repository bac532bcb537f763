"""What a document says of itself, field by field: where it was found, and what the user wrote."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.compare.issue_dates import IssueDate, parse_date
from plandraft.core.model.document import BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.core.text.divisions import PlaceLevel
from plandraft.core.text.metadata import DocumentKind, Finding, Metadata
from plandraft.core.text.periods import period_years
from plandraft.core.text.places import short_name
from plandraft.core.text.titles import find_document_number

_LONGEST = {"title": 200, "place": 30, "organ": 80, "number": 60}
_SHORTEST_PLACE = 2
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_BRACKETS = str.maketrans("[【［(（]】］)）", "〔〔〔〔〔〕〕〕〕〕")
_MONTHS = 12


class DetailField(StrEnum):
    """Name the fields that a user can correct, as the library calls them."""

    TITLE = "title"
    PLACE = "place"
    LEVEL = "level"
    PERIOD = "period"
    YEAR = "year"
    ORGAN = "organ"
    NUMBER = "number"
    KIND = "kind"
    DATE = "date"


class FieldProblem(StrEnum):
    """Name what is wrong with a value that a user wrote."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    NOT_A_PERIOD = "not_a_period"
    NOT_A_YEAR = "not_a_year"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NOT_A_CHOICE = "not_a_choice"


class FieldError(ValueError):
    """Say that a value does not fit its field."""

    def __init__(self, field: DetailField, problem: FieldProblem) -> None:
        super().__init__(f"{field.value}: {problem.value}")
        self.field = field
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one field: what counts, what was found in the text and at which span of it.

    `span` is None where the text does not say it; `edited` tells that the user wrote `value`.
    """

    field: DetailField
    value: str
    found: str
    span: Span | None
    edited: bool


def found_values(document: Document, metadata: Metadata) -> dict[DetailField, str]:
    """Return what was found for each field, "" where nothing was."""
    place = short_name(metadata.place.value) if metadata.place else document.place
    kind = metadata.kind.value if metadata.kind else ""
    date = issue_date_finding(document)
    return {
        DetailField.TITLE: document.title,
        DetailField.PLACE: place,
        DetailField.LEVEL: metadata.level.value if metadata.level else "",
        DetailField.PERIOD: metadata.period.value if metadata.period else "",
        DetailField.YEAR: metadata.year.value if metadata.year else "",
        DetailField.ORGAN: metadata.organ.value if metadata.organ else "",
        DetailField.NUMBER: metadata.number.value if metadata.number else "",
        DetailField.KIND: kind,
        DetailField.DATE: date.value if date else "",
    }


def found_spans(document: Document, metadata: Metadata) -> dict[DetailField, Span | None]:
    """Return where each field stands in the text."""
    findings = {
        DetailField.PLACE: metadata.place,
        DetailField.LEVEL: metadata.place,
        DetailField.PERIOD: metadata.period,
        DetailField.YEAR: metadata.year,
        DetailField.ORGAN: metadata.organ,
        DetailField.NUMBER: metadata.number,
        DetailField.DATE: issue_date_finding(document),
    }
    spans = {field: one.span if one else None for field, one in findings.items()}
    titles = [block.span for block in document.blocks if block.kind is BlockKind.TITLE]
    return {
        **spans,
        DetailField.TITLE: titles[0] if titles else None,
        DetailField.KIND: metadata.kind_span,
    }


def issue_date_finding(document: Document) -> Finding | None:
    """Return the first 成文日期 of a document that can be read, as 2026-03-08."""
    for block in document.blocks:
        if block.kind is BlockKind.DATE:
            date = parse_date(document.block_text(block))
            if date is not None:
                return Finding(written_date(date), block.span)
    return None


def written_date(date: IssueDate) -> str:
    """Return a date as 2026-03-08, 2026-03 or 2026, as far as it is known."""
    parts = [f"{date.year}"]
    for part in (date.month, date.day):
        if not part:
            break
        parts.append(f"{part:02}")
    return "-".join(parts)


def checked_value(field: DetailField, value: str) -> str:
    """Return a value as it is kept: trimmed, dates as 2026-03-08, 〔〕 in numbers.

    "" leaves a field empty, which a title cannot be. Raises FieldError.
    """
    text = " ".join(value.split())
    if not text:
        if field is DetailField.TITLE:
            raise FieldError(field, FieldProblem.EMPTY)
        return ""
    if len(text) > _LONGEST.get(field.value, len(text)):
        raise FieldError(field, FieldProblem.TOO_LONG)
    check = _CHECKS.get(field)
    if check is None:
        return text
    found = check(text)
    if isinstance(found, FieldProblem):
        raise FieldError(field, found)
    return found


def checked_values(changes: Mapping[DetailField, str | None]) -> dict[DetailField, str | None]:
    """Check each value that is not to be set back (None); a date brings its year along."""
    checked = {
        field: None if value is None else checked_value(field, value)
        for field, value in changes.items()
    }
    if DetailField.YEAR not in checked and DetailField.DATE in checked:
        date = checked[DetailField.DATE]
        if date != "":
            checked[DetailField.YEAR] = date[:4] if date else None
    return checked


def _place(text: str) -> str | FieldProblem:
    name = "".join(text.split())
    return name if len(name) >= _SHORTEST_PLACE else FieldProblem.TOO_SHORT


def _period(text: str) -> str | FieldProblem:
    name = text.removesuffix("规划").removesuffix("时期").strip("“”\"'‘’ ")
    return name if period_years(name) else FieldProblem.NOT_A_PERIOD


def _year(text: str) -> str | FieldProblem:
    digits = text.removesuffix("年")
    fits = re.fullmatch(r"[0-9]{4}", digits) and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
    return digits if fits else FieldProblem.NOT_A_YEAR


def _number(text: str) -> str | FieldProblem:
    written = "".join(text.split()).translate(_BRACKETS)
    whole = find_document_number(written, 0, len(written)) == (0, len(written))
    return written if whole else FieldProblem.NOT_A_NUMBER


def _date(text: str) -> str | FieldProblem:
    date = parse_date(text)
    if date is None:
        parts = re.fullmatch(r"([0-9]{4})[-./]([0-9]{1,2})", text)
        date = IssueDate(int(parts[1]), int(parts[2])) if parts else None
    if date is None or not _FIRST_YEAR <= date.year <= _LAST_YEAR or date.month > _MONTHS:
        return FieldProblem.NOT_A_DATE
    if date.day and (not date.month or date.day > monthrange(date.year, date.month)[1]):
        return FieldProblem.NOT_A_DATE
    return written_date(date)


def _one_of(values: frozenset[str]) -> Callable[[str], str | FieldProblem]:
    return lambda text: text if text in values else FieldProblem.NOT_A_CHOICE


_CHECKS: dict[DetailField, Callable[[str], str | FieldProblem]] = {
    DetailField.PLACE: _place,
    DetailField.LEVEL: _one_of(frozenset(one.value for one in PlaceLevel)),
    DetailField.PERIOD: _period,
    DetailField.YEAR: _year,
    DetailField.NUMBER: _number,
    DetailField.KIND: _one_of(frozenset(one.value for one in DocumentKind)),
    DetailField.DATE: _date,
}
