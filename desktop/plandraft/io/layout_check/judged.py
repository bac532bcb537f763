"""A file with the roles of its paragraphs, and how a fault names its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.roles import Role, roles_of
from plandraft.io.layout_check.word_file import Paragraph, WordFile


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold a file and the role of each of its paragraphs."""

    file: WordFile
    lines: tuple[tuple[Paragraph, Role], ...]

    def of(self, *roles: Role) -> Iterator[Paragraph]:
        """Yield the paragraphs that have one of `roles`."""
        return (paragraph for paragraph, role in self.lines if role in roles)

    def indexes(self, role: Role) -> list[int]:
        """Return where the paragraphs of `role` stand in `lines`."""
        return [index for index, (_, one) in enumerate(self.lines) if one is role]

    def blanks_above(self, index: int) -> int:
        """Return how many empty paragraphs stand right above the one at `index`."""
        count = 0
        while index - count > 0 and self.lines[index - count - 1][1] is Role.BLANK:
            count += 1
        return count


def judged(file: WordFile) -> Judged:
    """Find the roles of a file's paragraphs."""
    paragraphs = file.paragraphs
    return Judged(file, tuple(zip(paragraphs, roles_of(paragraphs), strict=True)))


def at(
    paragraph: Paragraph,
    rule: str,
    clause: str,
    *,
    found: str,
    wanted: str,
    fix: Callable[[], None] | None = None,
) -> Fault:
    """Return a fault in a paragraph."""
    return Fault(rule, clause, found, wanted, paragraph.number, paragraph.words, fix)
