"""What a layout check finds: which rule, where, what stands there, what should."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

EXCERPT_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one departure from the layout.

    `clause` is that of GB/T 9704-2012, "" where a rule serves the file and not the standard;
    `paragraph` counts the paragraphs of the body from 1, cells of tables too, 0 for the whole
    file; `words` are the first words there.
    """

    rule: str
    clause: str
    paragraph: int
    words: str
    found: str
    wanted: str
    fixable: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Hold a finding together with what mends it in the open file, None where only a person can."""

    rule: str
    clause: str
    found: str
    wanted: str
    paragraph: int = 0
    words: str = ""
    fix: Callable[[], None] | None = None

    @property
    def finding(self) -> Finding:
        """Return the value for those who only read."""
        return Finding(
            self.rule,
            self.clause,
            self.paragraph,
            self.words,
            self.found,
            self.wanted,
            self.fix is not None,
        )
