"""What a drafter sees on the real plans; their text is named by digests, it is not ours to keep."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.passages import Difference, MatchSet, Passage, PassageKind
from plandraft.core.model.document import Document
from plandraft.core.text.normalize import count_letters, normalize
from plandraft.io.background_file import load_background
from plandraft.io.importers.base import read_document

_REPOSITORY = Path(__file__).resolve().parents[3]
# Eight letters tell where a clause begins; a digest keeps them out of the project.
_BEGINNING = 8


@pytest.fixture(scope="module")
def plans() -> dict[str, Document]:
    folder = _REPOSITORY.parent / "shared" / "plans"
    if not folder.is_dir():
        pytest.skip("the real plans (../shared/plans) are not beside this checkout")
    return {path.name[:3]: read_document(path) for path in sorted(folder.glob("*.txt"))}


@pytest.fixture(scope="module")
def background() -> Background:
    return load_background(_REPOSITORY / "resources")


def _holding(matches: MatchSet, document: Document, digest: str) -> list[Passage]:
    """Return the passages whose left side holds the clause that begins with `digest`."""
    letters = normalize(document.text)
    at = next(
        at
        for at in range(len(letters.text))
        if sha256(letters.text[at : at + _BEGINNING].encode()).hexdigest().startswith(digest)
    )
    offset = letters.offsets[at]
    return [one for one in matches.passages if one.left.contains(offset)]


def test_the_short_version_is_one_passage_of_the_full_one(
    plans: dict[str, Document], background: Background
) -> None:
    matches = find_matches(plans["000"], plans["001"], background=background)
    longest = max(matches.passages, key=lambda one: one.left.length)
    assert count_letters(longest.left.slice(plans["000"].text)) > 2300
    # The two titles are the only other thing that they could share.
    assert len(matches.passages) <= 2


@pytest.mark.parametrize(
    ("digest", "letters", "kind", "differs"),
    [
        ("c1a6538bce00", 75, PassageKind.EDITED, {Difference.WORDING}),
        ("d1b5d8db389e", 40, PassageKind.REORDERED, {Difference.ORDER}),
        ("0144ef32b5e5", 30, PassageKind.EDITED, {Difference.NUMBER, Difference.WORDING}),
        ("4a4e82bbb9bf", 60, PassageKind.EDITED, {Difference.WORDING}),
    ],
    ids=["village finance", "interests re-ordered", "share of documents", "joint command"],
)
def test_passages_that_a_drafter_would_name(
    plans: dict[str, Document],
    background: Background,
    digest: str,
    letters: int,
    kind: PassageKind,
    differs: set[Difference],
) -> None:
    matches = find_matches(plans["001"], plans["002"], background=background)
    (passage,) = _holding(matches, plans["001"], digest)
    assert letters <= count_letters(passage.left.slice(plans["001"].text)) <= 2 * letters
    assert passage.kind is kind
    assert differs <= set(passage.differs)


def test_full_stops_for_all_marks_hide_no_passage(
    plans: dict[str, Document], background: Background
) -> None:
    matches = find_matches(plans["001"], plans["003"], background=background)
    (passage,) = _holding(matches, plans["001"], "38f8d04e5f49")
    assert passage.similarity > 0.8


def test_common_formulae_alone_are_not_reported(
    plans: dict[str, Document], background: Background
) -> None:
    for left, right in (("001", "002"), ("001", "004"), ("002", "004")):
        matches = find_matches(plans[left], plans[right], background=background)
        for one in matches.passages:
            assert count_letters(one.left.slice(plans[left].text)) >= 14
