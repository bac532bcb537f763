"""What the compare page walks through: passages, or the changes between two versions."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.changes import Comparison, InlineSpan, VersionKind, VersionRow
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.scroll_map import chain_of
from plandraft.core.compare.versions import Reading, build_versions
from plandraft.core.matching.passages import Difference, Passage, PassageKind
from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at, sections_of

EntryKind = PassageKind | VersionKind

PASSAGE_KINDS: tuple[EntryKind, ...] = tuple(PassageKind)
CHANGE_KINDS: tuple[EntryKind, ...] = (
    VersionKind.EDITED,
    VersionKind.INSERTED,
    VersionKind.DELETED,
    VersionKind.MOVED,
)
KIND_ORDER: tuple[EntryKind, ...] = (*PASSAGE_KINDS, *CHANGE_KINDS)
ALL_KINDS: frozenset[EntryKind] = frozenset(KIND_ORDER)
# What proves no re-use is drawn like what is the same in two versions: grey, and quietly.
QUIET: EntryKind = VersionKind.EQUAL


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one passage or change; spans are code points, an empty one says nothing stands there.

    `number` counts from 1; `edited` says of a MOVED one that it was changed as well; `partners`
    is how many places (left, right) belong together here: (1, 2) for one that was used twice;
    `routine` is what Passage.routine is.
    """

    number: int
    left: Span
    right: Span
    similarity: float
    kind: EntryKind
    differs: tuple[Difference, ...] = ()
    left_section: str = ""
    right_section: str = ""
    edited: bool = False
    partners: tuple[int, int] = (1, 1)
    routine: bool = False

    @property
    def both(self) -> bool:
        """Tell whether something stands on both sides."""
        return bool(self.left.length and self.right.length)

    def as_passage(self) -> Passage:
        """Return the two places as a passage, for what is computed inside passages."""
        return Passage(self.left, self.right, self.similarity, PassageKind.EDITED, self.differs)


@dataclass(frozen=True, slots=True)
class PairView:
    """Hold a comparison as it is read now; `anchors` are places that belong level, in order."""

    comparison: Comparison
    reading: Reading
    entries: tuple[Entry, ...]
    anchors: tuple[tuple[Span, Span], ...]

    def inline(self, entry: int) -> tuple[InlineSpan, ...]:
        """Return the differences inside an entry; none where one side has nothing."""
        one = self.entries[entry]
        return build_inline(self.comparison, one.as_passage()) if one.both else ()


def view_pair(comparison: Comparison, reading: Reading) -> PairView:
    """Return `comparison` in a reading; versions take time linear in the texts."""
    if reading is Reading.VERSIONS:
        return _view_versions(comparison)
    passages = tuple(row.passage for row in comparison.rows)
    lefts = _overlapping([one.left for one in passages])
    rights = _overlapping([one.right for one in passages])
    entries = tuple(
        Entry(
            row.number,
            row.passage.left,
            row.passage.right,
            row.passage.similarity,
            row.passage.kind,
            row.passage.differs,
            row.left_section,
            row.right_section,
            partners=(rights[at], lefts[at]),
            routine=row.passage.routine,
        )
        for at, row in enumerate(comparison.rows)
    )
    chain = tuple((one.left, one.right) for one in chain_of(comparison))
    return PairView(comparison, Reading.PASSAGES, entries, chain)


def _view_versions(comparison: Comparison) -> PairView:
    rows = comparison.versions
    if rows is None:
        rows = build_versions(comparison)
    ours, theirs = sections_of(comparison.left), sections_of(comparison.right)
    changed = (row for row in rows if row.kind is not VersionKind.EQUAL)
    entries = tuple(
        _change(number, row, _section(ours, row.left), _section(theirs, row.right))
        for number, row in enumerate(changed, start=1)
    )
    in_order = tuple((row.left, row.right) for row in rows if row.kind is not VersionKind.MOVED)
    return PairView(comparison, Reading.VERSIONS, entries, in_order)


def _change(number: int, row: VersionRow, left: Section | None, right: Section | None) -> Entry:
    return Entry(
        number,
        row.left,
        row.right,
        row.similarity,
        row.kind,
        left_section=left.title if left else "",
        right_section=right.title if right else "",
        edited=row.edited,
    )


def _section(sections: tuple[Section, ...], span: Span) -> Section | None:
    """Return the section of a span; an empty one belongs to what stands before it."""
    return section_at(sections, span.start if span.length else max(0, span.start - 1))


def _overlapping(spans: list[Span]) -> list[int]:
    """Count for each span those that cover more than half of the shorter of both; itself too."""
    starts = [span.start for span in spans]
    counts = [1] * len(spans)
    near: list[int] = []
    reached = 0
    for at in sorted(range(len(spans)), key=starts.__getitem__):
        if starts[at] >= reached:
            near = [at]
            reached = spans[at].end
            continue
        reached = max(reached, spans[at].end)
        near = [one for one in near if spans[one].end > starts[at]]
        for one in near:
            shorter = min(spans[one].length, spans[at].length)
            if 2 * spans[one].overlap(spans[at]) > shorter:
                counts[one] += 1
                counts[at] += 1
        near.append(at)
    return counts
