"""What a check of a draft finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckKind(StrEnum):
    """Name what was found."""

    SOURCE_NAME = "source_name"
    LOST_REFERENCE = "lost_reference"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Hold one thing to look at again; `words` of block `block` in section `section` say what."""

    kind: CheckKind
    section: str
    block: int
    words: str
