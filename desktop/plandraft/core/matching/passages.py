"""What the matching engine returns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.model.spans import Span


class PassageKind(StrEnum):
    """Name how the two sides of a passage relate."""

    IDENTICAL = "identical"
    EDITED = "edited"
    REORDERED = "reordered"


class Difference(StrEnum):
    """Name a class of difference between the two sides of a passage."""

    PLACE = "place"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    WORDING = "wording"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold one re-used passage.

    Spans are code points of the two documents' texts. `similarity` is 0…1 over the letters of
    both sides with clause order ignored; `differs` is in the order of `Difference`. IDENTICAL means
    that the letters are the same (punctuation, width and spaces may differ).
    `masked_similarity` is the same with places, periods, organs and numbers taken as equal to
    each other; `rare_share` the part (0…1) of the matched letters that is rare in both documents
    and so made the match. `routine` means that nothing in it is its own: words that official prose
    about anything is made of, nearly the same on both sides, and no more of them than a formula
    has. It proves no re-use.
    """

    left: Span
    right: Span
    similarity: float
    kind: PassageKind
    differs: tuple[Difference, ...]
    masked_similarity: float = 0.0
    rare_share: float = 0.0
    routine: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process in half the time that fields by name take."""
        scores = self.similarity, self.kind, self.differs
        rest = self.masked_similarity, self.rare_share, self.routine
        return Passage, (self.left, self.right, *scores, *rest)


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """Hold what a user may set for a search.

    `min_length` counts letters (Han, Latin, digits) of the shorter side; `min_similarity` is 0…1.
    """

    min_length: int = 16
    min_similarity: float = 0.5


@dataclass(frozen=True, slots=True)
class MatchSet:
    """Hold all passages of a pair, ordered by the left span.

    `left_share` and `right_share` are the parts (0…1) of each side's letters that stand in a
    passage that is not routine.
    """

    passages: tuple[Passage, ...]
    left_share: float
    right_share: float

    @property
    def reused(self) -> tuple[Passage, ...]:
        """Return the passages that are not routine."""
        return tuple(one for one in self.passages if not one.routine)
