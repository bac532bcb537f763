"""An export as plain values, out of the very elements that go into the Word file.

What stands in the file stands in the preview: both come from the same paragraphs and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from lxml import etree

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.export import ExportOptions, Preset, wants_title_page
from plandraft.core.draft.page_flow import FlowSection, FlowStyle, PageFlow, PageSheet
from plandraft.core.draft.share import edited_share
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_furniture import Furniture
from plandraft.io.exporters.base_styles import base_styles
from plandraft.io.exporters.contents import listed_headings
from plandraft.io.exporters.docx_base import STYLES, read_base
from plandraft.io.exporters.flow_items import (
    BLOCK,
    LISTED,
    SECTION,
    ItemReader,
    flow_style,
    number_of,
)
from plandraft.io.exporters.plan_body import PlanBody
from plandraft.io.exporters.plan_layout import joined, joined_behind_cover, lay_out
from plandraft.io.exporters.user_base import UserBase
from plandraft.io.exporters.word_changes import TrackedChanges
from plandraft.io.exporters.word_comments import SourceComments, as_one, source_lines, told_together
from plandraft.io.exporters.word_text import tag

_NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - it is never shown
_TWIPS = 20.0


def read_flow(
    draft: Draft,
    template: DraftTemplate,
    base_docx: Path | UserBase,
    options: ExportOptions,
    pages: Sequence[str] | None = None,
    progress: Progress = SILENT,
) -> PageFlow:
    """Return what an export with these options consists of.

    `pages` are the numbers for the rows of the 目录 where they are known. A user's base brings its
    own text, styles, headers and footers; it can be used once. Raises PlanError TEMPLATE_DAMAGED
    when `base_docx` cannot be used, and Cancelled through `progress`.
    """
    base = base_docx if isinstance(base_docx, UserBase) else read_base(base_docx)
    places = _Places()
    changes = TrackedChanges("", _NO_MOMENT) if options.preset is Preset.TRACKED else None
    body = _PlacedBody(draft, template, comments=places, changes=changes)
    layout = lay_out(draft, body, options, progress)
    if wants_title_page(options, template):
        elements = joined_behind_cover(layout, body, options, base.section, pages)
    else:
        elements = joined(layout, base.section, contents=options.contents, pages=pages)
    for number, heading in enumerate(listed_headings(elements), start=1):
        heading.set(LISTED, str(number))
    notes = tuple(_notes(draft, options))
    if isinstance(base, UserBase):
        slots = dict(draft.slots)
        base.fill_texts(lambda text: fill_slots(text.replace("【标题】", body.title), slots))
        base.fill(elements)
        reader = ItemReader(base_styles(base.part(STYLES), base.section), _sections_of(draft))
        return PageFlow(body.title, _sections_of_base(base, reader), notes)
    reader = ItemReader(_styles(options), _sections_of(draft))
    return PageFlow(body.title, tuple(_sections(elements, base.section, reader)), notes)


def _sections_of_base(base: UserBase, reader: ItemReader) -> tuple[FlowSection, ...]:
    """Return all that stands in a base, the plan at its place, with headers and footers."""
    furniture = Furniture(base, reader)
    return tuple(
        replace(section, numbered=True, header=around[0], footer=around[1])
        for section, around in (
            (section, furniture.of(properties))
            for section, properties in _parted(base.body_elements(), base.section, reader)
        )
    )


class _Places(SourceComments):
    """Write the block that paragraphs belong to on them, in place of a comment."""

    def __init__(self) -> None:
        super().__init__("", _NO_MOMENT)

    def anchor_all(
        self, blocks: Sequence[DraftBlock], of_block: Mapping[int, Sequence[etree._Element]]
    ) -> None:
        """Mark the paragraphs of each block."""
        for block in blocks:
            for element in of_block.get(block.id, ()):
                element.set(BLOCK, str(block.id))


class _PlacedBody(PlanBody):
    """Make the elements of a plan, headings marked with their section."""

    def _heading(self, section: DraftSection, label: str) -> list[etree._Element]:
        return self._marked(super()._heading(section, label), section)

    def _annex_heading(self, section: DraftSection, label: str) -> list[etree._Element]:
        return self._marked(super()._annex_heading(section, label), section)

    @staticmethod
    def _marked(elements: list[etree._Element], section: DraftSection) -> list[etree._Element]:
        for element in elements:
            element.set(SECTION, section.id)
        return elements


def _styles(options: ExportOptions) -> dict[str, FlowStyle]:
    styles = {style.name: style for style in official.PLAN_STYLES}
    for change in options.house.changes if options.house is not None else ():
        # The reader of house styles has judged names and kinds of values.
        styles[change.style] = replace(styles[change.style], **{change.field: change.value})  # type: ignore[arg-type]
    return {style.id: flow_style(style) for style in styles.values()}


def _sections_of(draft: Draft) -> dict[int, str]:
    return {block.id: section.id for section in draft.sections for block in section.blocks}


def _notes(draft: Draft, options: ExportOptions) -> Iterator[tuple[int, tuple[str, ...]]]:
    if options.preset is not Preset.SOURCES:
        return
    for section in draft.sections:
        for block in map(as_one, told_together(section.blocks)):
            if block.provenance is not None:
                yield block.id, source_lines(block.provenance, edited_share(block))


def _sections(
    elements: Sequence[etree._Element], last: etree._Element, reader: ItemReader
) -> Iterator[FlowSection]:
    return (section for section, _properties in _parted(elements, last, reader))


def _parted(
    elements: Sequence[etree._Element], last: etree._Element, reader: ItemReader
) -> Iterator[tuple[FlowSection, etree._Element]]:
    """Yield the sections that elements make, each with its properties."""
    begun: list[etree._Element] = []
    for element in elements:
        begun.append(element)
        properties = element.find(f"{tag('pPr')}/{tag('sectPr')}")
        if properties is not None:
            yield _section(begun, properties, reader), properties
            begun = []
    if begun:
        yield _section(begun, last, reader), last


def _section(
    elements: Sequence[etree._Element], properties: etree._Element, reader: ItemReader
) -> FlowSection:
    numbers = properties.find(tag("pgNumType"))
    first = None if numbers is None else number_of(numbers, "start")
    return FlowSection(
        tuple(map(reader.item, elements)),
        _sheet(properties),
        first_number=int(first or 0),
        numbered=properties.find(tag("titlePg")) is None,
        roman=numbers is not None and numbers.get(tag("fmt")) == "upperRoman",
    )


def _sheet(properties: etree._Element) -> PageSheet:
    size, margins = properties.find(tag("pgSz")), properties.find(tag("pgMar"))
    if size is None or margins is None:
        return PageSheet()
    sides = {
        name: (number_of(margins, name) or 0.0) / _TWIPS
        for name in ("top", "bottom", "left", "right", "header", "footer")
    }
    width, height = number_of(size, "w") or 0.0, number_of(size, "h") or 0.0
    return PageSheet(width / _TWIPS, height / _TWIPS, **sides)
