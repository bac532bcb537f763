"""Collect the lines of a file with what its format says of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plandraft.core.model.document import BlockKind, DocumentWarning
from plandraft.core.text.structure import NO_HINT, LineHint
from plandraft.io.importers.reading import Reading

_TABLE_ROW = LineHint(BlockKind.TABLE_ROW)
# A line break inside a paragraph keeps the paragraph's hint for both lines.
_LINE_BREAK = "\v"


@dataclass(slots=True)
class LineCollector:
    """Take paragraphs and tables in reading order; a cell of a table is a collector too."""

    lines: list[tuple[str, LineHint]] = field(default_factory=list)

    def add(self, text: str, hint: LineHint = NO_HINT) -> None:
        """Add a paragraph; line feeds in it become line breaks of the one paragraph."""
        if "\n" in text:
            text = text.replace("\n", _LINE_BREAK)
        self.lines.append((text, hint))

    def add_table(self, rows: Sequence[Sequence[LineCollector]]) -> None:
        """Add a table: a line a row with tabs between its cells.

        A table of single cells is a frame around paragraphs (专栏) and gives those.
        """
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    self.lines.extend(cell.lines)
            return
        for row in rows:
            texts = [cell.joined() for cell in row]
            if any(texts):
                self.lines.append(("\t".join(texts), _TABLE_ROW))

    def joined(self) -> str:
        """Return all lines as one, blanks as single spaces."""
        return " ".join(word for text, _ in self.lines for word in text.split())

    def reading(
        self, form: str, *, encoding: str = "", warnings: Sequence[DocumentWarning] = ()
    ) -> Reading:
        """Return what was collected as the reading of a file of format `form`."""
        return Reading(
            "\n".join(text for text, _ in self.lines),
            form,
            encoding,
            hints=tuple(hint for _, hint in self.lines),
            warnings=tuple(warnings),
        )
