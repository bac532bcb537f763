"""A wording is shown line by line; of a long one, what differs and what stands around it."""

from __future__ import annotations

import pytest
from tests.core.compare.test_families import FERRY, ORCHARD, STREET, four_plans, row_with
from tests.helpers.documents import make_document

from plandraft.core.compare import family_wordings
from plandraft.core.compare.family_rows import family_rows
from plandraft.core.compare.family_wordings import shown_lines, wordings_of
from plandraft.core.compare.wording_lines import section_names, wording_lines
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import sections_of

TEXT = f"甲市规划\n前言一句。\n一、老街\n（一）街面\n{STREET}\n{ORCHARD}\n二、码头\n{FERRY}"
DOCUMENT = make_document(TEXT)


def span_of(first: str, last: str) -> Span:
    """Return the stretch from the beginning of one wording to the end of another."""
    return Span(TEXT.index(first), TEXT.index(last) + len(last))


@pytest.mark.parametrize(
    ("span", "lines", "sections"),
    [
        pytest.param(
            span_of("前言", STREET),
            ["前言一句。", "#一、老街", "#（一）街面", STREET],
            ("", "（一）街面"),
            id="from before the first heading",
        ),
        pytest.param(
            span_of("街面", "入地，"),
            ["#街面", STREET[: STREET.index("沿街")]],
            ("（一）街面",),
            id="cut on both sides",
        ),
        pytest.param(
            span_of(ORCHARD, FERRY),
            [ORCHARD, "#二、码头", FERRY],
            ("（一）街面", "二、码头"),
            id="over a heading",
        ),
        pytest.param(
            span_of("一、老街", "（一）街面"),
            ["#一、老街", "#（一）街面"],
            ("一、老街", "（一）街面"),
            id="headings alone",
        ),
    ],
)
def test_lines_and_sections(span: Span, lines: list[str], sections: tuple[str, ...]) -> None:
    found = wording_lines(DOCUMENT, span)
    told = [f"{'#' if one.heading else ''}{one.span.slice(TEXT)}" for one in found]
    assert told == lines
    assert section_names(sections_of(DOCUMENT), found) == sections


def told(span: Span, changed: list[Span], *, folded: bool = True) -> list[list[str | int]]:
    """Return what is shown of a stretch, numbers for what is left out."""
    lines = wording_lines(DOCUMENT, span)
    shown = shown_lines(TEXT, lines, changed, folded=folded)
    return [
        [part if isinstance(part, int) else part.slice(TEXT) for part in line.parts]
        for line in shown
    ]


LETTERS = {words: sum(map(str.isalnum, words)) for words in (STREET, ORCHARD, FERRY)}


def test_what_is_the_same_is_left_out_and_counted() -> None:
    at = TEXT.index("末班船")
    whole = span_of("前言", FERRY)
    assert told(whole, [Span(at, at + 3)]) == [
        ["前言一句。"],
        ["一、老街"],
        ["（一）街面"],
        [LETTERS[STREET] + LETTERS[ORCHARD]],
        ["二、码头"],
        [FERRY],
    ]
    assert told(whole, [], folded=False)[3:5] == [[STREET], [ORCHARD]]


def test_a_word_that_is_missing_keeps_its_sentence() -> None:
    gap = TEXT.index("滴灌")
    assert told(span_of(STREET, FERRY), [Span(gap, gap)]) == [
        [STREET],
        [ORCHARD],
        ["二、码头"],
        [LETTERS[FERRY]],
    ]


def test_the_reference_comes_first_with_the_differences_in_code_points_of_the_plans() -> None:
    plans = four_plans()
    row = row_with(family_rows(plans, 1), "渡口")
    wordings = wordings_of(plans, row)
    assert [one.document for one in wordings] == [1, 0, 2]
    assert wordings[0].changes == ()
    for one in wordings[1:]:
        text = plans.documents[one.document].text
        assert one.changes
        for change in one.changes:
            assert one.span.start <= change.right.start <= change.right.end <= one.span.end
        put = {change.right.slice(text) for change in one.changes}
        assert any("木" in words for words in put)


def test_endless_wordings_are_shown_without_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    plans = four_plans()
    row = row_with(family_rows(plans, 1), "渡口")
    monkeypatch.setattr(family_wordings, "_MARKED_LETTERS", 3 * row.letters)
    assert [one.changes is None for one in wordings_of(plans, row)] == [False, False, True]
