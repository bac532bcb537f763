"""Tokens that stand for whatever name or number is there, so that plans differ in them freely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from plandraft.core.model.spans import Span
from plandraft.core.text.numbers import find_numbers
from plandraft.core.text.organs import find_organs
from plandraft.core.text.periods import find_periods
from plandraft.core.text.places import Gazetteer, find_places
from plandraft.core.text.quantities import find_quantities

# Private-use characters: normalisation leaves none, so they cannot be taken for letters.
NUMBER_TOKEN = "\ue000"
PLACE_TOKEN = "\ue001"
PERIOD_TOKEN = "\ue002"
ORGAN_TOKEN = "\ue003"
# Blanks between Han characters are layout; between words and numbers they keep them apart.
_BLANKS = re.compile(r"(?<=[\u3400-\u9fff])[^\S\n\t]+(?=[\u3400-\u9fff])")
MASKS = frozenset({NUMBER_TOKEN, PLACE_TOKEN, PERIOD_TOKEN, ORGAN_TOKEN})
ANY_MASK = re.compile("[\ue000-\ue003]")


def find_masked(text: str, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Yield what is masked in `text` with its token, in order, without overlaps.

    Blanks inside a name, as in 云 汀 市, do not hide it.
    """
    if not _BLANKS.search(text):
        yield from _find_in_tight_text(text, gazetteer)
        return
    kept = list(_kept_offsets(text))
    tight = "".join([text[at] for at in kept])
    for span, token in _find_in_tight_text(tight, gazetteer):
        yield Span(kept[span.start], kept[span.end - 1] + 1), token


def _kept_offsets(text: str) -> Iterator[int]:
    reached = 0
    for blank in _BLANKS.finditer(text):
        yield from range(reached, blank.start())
        reached = blank.end()
    yield from range(reached, len(text))


def _find_in_tight_text(text: str, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    places = (mention.span for mention in find_places(text, gazetteer))
    reached = 0
    for span, token in merge(
        ((span, PLACE_TOKEN) for span in places),
        ((span, PERIOD_TOKEN) for span in find_periods(text)),
        ((span, ORGAN_TOKEN) for span in find_organs(text)),
        ((span, NUMBER_TOKEN) for span in find_numbers(text)),
        ((one.numeral, NUMBER_TOKEN) for one in find_quantities(text)),
    ):
        if span.start >= reached:
            reached = span.end
            yield span, token
