"""Make a comparison out of matches: number the passages and name their sections."""

from __future__ import annotations

from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.compare.scroll_map import passage_chain
from plandraft.core.matching.passages import MatchSet
from plandraft.core.model.document import Document, Section
from plandraft.core.text.outline import section_at, sections_of
from plandraft.core.text.places import Gazetteer


def build_comparison(
    left: Document,
    right: Document,
    matches: MatchSet,
    seconds: float,
    gazetteer: Gazetteer | None = None,
) -> Comparison:
    """Build the comparison of two documents; rows stand in the order of the left document."""
    ours, theirs = sections_of(left), sections_of(right)
    rows = tuple(
        PassageRow(
            number=number,
            passage=passage,
            left_section=_title(section_at(ours, passage.left.start)),
            right_section=_title(section_at(theirs, passage.right.start)),
        )
        for number, passage in enumerate(matches.passages, start=1)
    )
    chain = passage_chain(matches.passages)
    return Comparison(left, right, matches, rows, seconds, gazetteer or Gazetteer(), chain=chain)


def _title(section: Section | None) -> str:
    return section.title if section else ""
