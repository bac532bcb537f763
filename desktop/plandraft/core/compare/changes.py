"""Values of a finished comparison, ready to be shown or reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plandraft.core.compare.own_wording import OwnMarks
from plandraft.core.matching.passages import MatchSet, Passage
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer


class ChangeKind(StrEnum):
    """Name what happened to a stretch of letters inside a passage."""

    EQUAL = "equal"
    REPLACED = "replaced"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED = "moved"


class ChangeClass(StrEnum):
    """Name what the stretch is about; decides how it is marked."""

    NONE = "none"
    PLACE = "place"
    PERIOD = "period"
    NUMBER = "number"
    ORGAN = "organ"
    PUNCTUATION = "punctuation"
    WORDING = "wording"
    ORDER = "order"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class InlineSpan:
    """Hold one difference inside a passage.

    Spans are code points of the whole documents; an empty span says that nothing stands there on
    that side.
    """

    left: Span
    right: Span
    kind: ChangeKind
    change_class: ChangeClass


@dataclass(frozen=True, slots=True)
class PassageRow:
    """Hold one row of the passage list.

    `number` counts from 1 in left order; `left_section` and `right_section` are the nearest
    headings' texts, or "".
    """

    number: int
    passage: Passage
    left_section: str
    right_section: str


class VersionKind(StrEnum):
    """Name what happened to a stretch between two versions."""

    EQUAL = "equal"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """Hold one row of two versions: whole sentences, code points of the documents.

    An empty span says where on that side nothing stands. `edited` says of a MOVED row that it was
    changed as well; `similarity` is 0…1.
    """

    kind: VersionKind
    left: Span
    right: Span
    similarity: float = 1.0
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold two documents and all that was found between them.

    `seconds` is the matching alone; `gazetteer` names the places that count as such inside
    passages; `versions` are the rows of two versions (core/compare/versions.py) where they were
    computed beforehand, and so is `chain`, the passages in one order (core/compare/scroll_map.py);
    `left_stock` and `right_stock` are official phrases of each side;
    `own` is what the user's own lists say (core/compare/own_phrases.py).
    """

    left: Document
    right: Document
    matches: MatchSet
    rows: tuple[PassageRow, ...]
    seconds: float
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    versions: tuple[VersionRow, ...] | None = None
    chain: tuple[Passage, ...] | None = None
    left_stock: tuple[Span, ...] = ()
    right_stock: tuple[Span, ...] = ()
    own: OwnMarks = field(default_factory=OwnMarks)

    @property
    def routine_rows(self) -> frozenset[int]:
        """Return the numbers of the rows whose passages are routine wording."""
        return frozenset(row.number for row in self.rows if row.passage.routine)
