"""A draft as the paragraphs and tables of a plan: title, headings, text, annexes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from plandraft.core.draft.boxes import Box, box_caption, box_numbers, split_boxes
from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.headings import (
    empty_optional_sections,
    heading_level_of_line,
    is_annex,
    number_headings,
)
from plandraft.core.draft.slots import fill_block, fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import Progress
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.block_lines import Line, LineMaker
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.official_paragraphs import (
    annex_label,
    blank,
    line_paragraph,
    style_of_line,
    title_paragraph,
)
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.page_sections import Stretch
from plandraft.io.exporters.word_box import build_box
from plandraft.io.exporters.word_changes import TrackedChanges
from plandraft.io.exporters.word_comments import SourceComments
from plandraft.io.exporters.word_table import LineTable
from plandraft.io.exporters.word_text import keep_next, paragraph, style_of


@dataclass(frozen=True, slots=True)
class Shown:
    """Say which block a paragraph shows; 0 is the heading of the section."""

    element: etree._Element
    section: str
    block: int = 0


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
        self.shown: list[Shown] = []
        self._maker = LineMaker(self._slots, changes=changes is not None)
        left_out = empty_optional_sections(draft, template)
        self._boxes = box_numbers(draft, left_out)
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
        element = line_paragraph(label + self._title_of(section), style)
        self.shown.append(Shown(element, section.id))
        return [element]

    def _annex_heading(self, section: DraftSection, label: str) -> list[etree._Element]:
        title = title_paragraph(self._title_of(section), official.ANNEX_TITLE)
        self.shown.append(Shown(title, section.id))
        return [annex_label(label), blank(), title, blank()]

    def _title_of(self, section: DraftSection) -> str:
        return clean_line(fill_slots(section.title, self._slots))

    def _text(self, section: DraftSection) -> list[Stretch]:
        found: list[Stretch] = []
        of_block: dict[int, list[etree._Element]] = {}
        for part in split_boxes(section.blocks):
            made = (
                self._box(part, of_block) if isinstance(part, Box) else self._plain(part, of_block)
            )
            if found and found[-1].ends_with_table and made and made[0].begins_with_table:
                # Word joins tables that nothing stands between.
                found.append(Stretch([paragraph(official.TABLE_CELL)], made[0].wide))
            found += made
        for block in section.blocks:
            elements = of_block.get(block.id, [])
            self.shown += (Shown(one, section.id, block.id) for one in elements)
        if self._comments is not None:
            self._comments.anchor_all(section.blocks, of_block)
        return found

    def _plain(
        self, blocks: Sequence[DraftBlock], of_block: dict[int, list[etree._Element]]
    ) -> list[Stretch]:
        found: list[Stretch] = []
        for is_row, group in groupby(self._maker.lines(blocks), key=lambda line: line.is_row):
            lines = list(group)
            # A single line with a tab is a sentence with a stray tab, not a table.
            if is_row and len(lines) > 1:
                found.append(self._table(lines, of_block, found))
                continue
            found.append(Stretch([self._paragraph(line, of_block) for line in lines]))
        return [one for one in found if one.elements]

    def _table(
        self,
        lines: list[Line],
        of_block: dict[int, list[etree._Element]],
        before: list[Stretch],
    ) -> Stretch:
        """Return a table; its caption is taken from what stands before it."""

        def content(row: int, column: int, style: ParagraphStyle) -> list[etree._Element] | None:
            cells = lines[row].cells
            if self._changes is None or cells is None or column >= len(cells):
                return None
            return self._changes.runs(lines[row].block, cells[column], style)

        table = LineTable([line.text for line in lines], content)
        for line, cells in zip(lines, table.cells, strict=True):
            of_block.setdefault(line.block.id, []).extend(cells)
        elements = table.elements()
        if before and style_of(before[-1].elements[-1]) == official.TABLE_CAPTION.id:
            # The caption goes with its table on a turned sheet.
            elements.insert(0, before[-1].elements.pop())
        return Stretch(elements, table.wide)

    def _box(self, box: Box, of_block: dict[int, list[etree._Element]]) -> list[Stretch]:
        title = None
        if box.title is not None:
            text = clean_line(fill_block(box.title, self._slots))
            caption = box_caption(text, self._boxes.get(box.title.id, 0))
            lines = list(self._maker.block_lines(box.title, [caption]))
            title = self._paragraph(lines[-1], of_block, official.BOX_TITLE)
        inside = self._maker.lines(box.text)
        if title is not None and len(inside) > 1 and all(line.is_row for line in inside):
            # A box of nothing but figures is a table under the head of a box.
            return [self._table(inside, of_block, []).behind(title)]
        text_of = [self._paragraph(line, of_block, official.BOX_TEXT) for line in inside]
        for line, element in list(zip(inside, text_of, strict=True))[1:-1]:
            if heading_level_of_line(line.text):
                keep_next(element)
        return [Stretch([build_box(title, text_of)])]

    def _paragraph(
        self,
        line: Line,
        of_block: dict[int, list[etree._Element]],
        style: ParagraphStyle | None = None,
    ) -> etree._Element:
        text, marked = line.as_prose()
        if style is None:
            words = text or "".join(one.text for one in line.pieces or ())
            style = official.TABLE_CAPTION if line.is_caption else style_of_line(words)
        if self._changes is not None and line.is_changed:
            return self._kept(line, self._changes.paragraph(line, style), of_block)
        return self._kept(line, line_paragraph(text, style, marked), of_block)

    @staticmethod
    def _kept(
        line: Line, element: etree._Element, of_block: dict[int, list[etree._Element]]
    ) -> etree._Element:
        of_block.setdefault(line.block.id, []).append(element)
        return element
