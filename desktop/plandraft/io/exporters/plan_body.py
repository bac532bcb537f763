"""A draft as the paragraphs and tables of a plan: title, headings, text, annexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.headings import empty_optional_sections, is_annex, number_headings
from plandraft.core.draft.slots import fill_block, fill_slots, open_marks
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import Progress
from plandraft.core.model.spans import Span
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.clean_text import clean_line, clean_lines
from plandraft.io.exporters.official_paragraphs import (
    annex_label,
    blank,
    line_paragraph,
    style_of_line,
    title_paragraph,
)
from plandraft.io.exporters.page_sections import Stretch
from plandraft.io.exporters.word_changes import TrackedChanges
from plandraft.io.exporters.word_comments import SourceComments
from plandraft.io.exporters.word_table import LineTable


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold one line of a block before it becomes a paragraph or a row."""

    text: str
    block: int
    marked: tuple[Span, ...]

    @property
    def is_row(self) -> bool:
        """Tell whether the line may be a row of cells."""
        return "\t" in self.text

    def as_prose(self) -> tuple[str, tuple[Span, ...]]:
        """Return the text without its tabs, and where its marks are then."""
        spaced = self.text.replace("\t", " ")
        text = spaced.strip()
        cut = spaced.index(text)
        return text, tuple(Span(mark.start - cut, mark.end - cut) for mark in self.marked)


class PlanBody:
    """Turn a draft into elements; `comments` and `changes` say what is told of its sources."""

    def __init__(
        self,
        draft: Draft,
        template: DraftTemplate,
        *,
        comments: SourceComments | None = None,
        changes: TrackedChanges | None = None,
    ) -> None:
        self._slots: Mapping[str, str] = dict(draft.slots)
        self._comments = comments
        self._changes = changes
        left_out = empty_optional_sections(draft, template)
        labels = number_headings(draft, left_out)
        parts = [
            (s, n) for s, n in zip(draft.sections, labels, strict=True) if s.id not in left_out
        ]
        self._main = [part for part in parts if not is_annex(part[0].id)]
        self._annexes = [part for part in parts if is_annex(part[0].id)]
        self.title = clean_line(fill_slots(draft.title, self._slots))

    @property
    def annex_titles(self) -> list[str]:
        """Return the titles of the annexes in order."""
        return [self._title_of(section) for section, _ in self._annexes if section.level == 1]

    def main(self, progress: Progress) -> list[Stretch]:
        """Return the sections before the annexes; `progress` hears of each."""
        found = []
        for number, (section, label) in enumerate(self._main, start=1):
            found.append(Stretch(self._heading(section, label)))
            found += self._text(section)
            progress.step(number / len(self._main))
        return found

    def annexes(self, progress: Progress, *, first: int = 0) -> list[Stretch]:
        """Return the annexes, each on a new page; `first` numbers them from there when not 0."""
        found: list[Stretch] = []
        number = first
        begins = [i for i, (part, _) in enumerate(self._annexes) if i == 0 or part.level == 1]
        for begin, end in zip(begins, [*begins, len(self._annexes)][1:], strict=True):
            section, label = self._annexes[begin]
            if first:
                label, number = f"附件{number}", number + 1
            parts = [Stretch(self._annex_heading(section, label)), *self._text(section)]
            for part, part_label in self._annexes[begin + 1 : end]:
                parts += [Stretch(self._heading(part, part_label)), *self._text(part)]
            # A label stands on the page of its table.
            wide = any(part.wide for part in parts)
            found += [Stretch(part.elements, wide) for part in parts]
            progress.step(end / len(self._annexes))
        return found

    def _heading(self, section: DraftSection, label: str) -> list[etree._Element]:
        if section.level == 0:
            return []
        style = official.HEADINGS[section.level - 1]
        return [line_paragraph(label + self._title_of(section), style)]

    def _annex_heading(self, section: DraftSection, label: str) -> list[etree._Element]:
        title = title_paragraph(self._title_of(section), official.ANNEX_TITLE)
        return [annex_label(label), blank(), title, blank()]

    def _title_of(self, section: DraftSection) -> str:
        return clean_line(fill_slots(section.title, self._slots))

    def _text(self, section: DraftSection) -> list[Stretch]:
        found: list[Stretch] = []
        of_block: dict[int, list[etree._Element]] = {}
        for is_tracked, group in groupby(section.blocks, key=self._is_tracked):
            blocks = tuple(group)
            found += self._tracked(blocks) if is_tracked else self._plain(blocks, of_block)
        if self._comments is not None:
            for block in section.blocks:
                self._comments.anchor(block, of_block.get(block.id, []))
        return found

    def _is_tracked(self, block: DraftBlock) -> bool:
        """Tell whether a block is adapted text, not a table, and changes are wanted."""
        if self._changes is None or block.provenance is None:
            return False
        return "\t" not in block.text + block.provenance.text

    def _tracked(self, blocks: tuple[DraftBlock, ...]) -> list[Stretch]:
        assert self._changes is not None
        elements = []
        for block in blocks:
            elements += self._changes.paragraphs(block, fill_block(block, self._slots))
        return [Stretch(elements)]

    def _plain(
        self, blocks: tuple[DraftBlock, ...], of_block: dict[int, list[etree._Element]]
    ) -> list[Stretch]:
        found = []
        for is_row, group in groupby(self._lines(blocks), key=lambda line: line.is_row):
            lines = list(group)
            # A single line with a tab is a sentence with a stray tab, not a table.
            if is_row and len(lines) > 1:
                table = LineTable([line.text for line in lines])
                for line, cells in zip(lines, table.cells, strict=True):
                    of_block.setdefault(line.block, []).extend(cells)
                found.append(Stretch(table.elements(), table.wide))
                continue
            elements = []
            for line in lines:
                text, marked = line.as_prose()
                element = line_paragraph(text, style_of_line(text), marked)
                of_block.setdefault(line.block, []).append(element)
                elements.append(element)
            found.append(Stretch(elements))
        return found

    def _lines(self, blocks: tuple[DraftBlock, ...]) -> Iterator[_Line]:
        for block in blocks:
            for text in clean_lines(fill_block(block, self._slots)):
                marked = tuple(mark.span for mark in open_marks(block, text))
                yield _Line(text, block.id, marked)
