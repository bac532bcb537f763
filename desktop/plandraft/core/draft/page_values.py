"""Pages as values: rows of text, rules, notes, and the number at the foot; lengths are points."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.draft.page_flow import FlowParagraph, FlowPlace, PageSheet
from plandraft.core.draft.row_breaks import Row


@dataclass(frozen=True, slots=True)
class TextRow:
    """Hold a row of a paragraph: its column begins at `left`, its box at `top`."""

    paragraph: FlowParagraph
    row: Row
    left: float
    top: float
    height: float
    column: float

    def shows(self, place: FlowPlace) -> bool:
        """Tell whether it shows a block, or the section where no block is named."""
        here = self.paragraph.place
        return here.section == place.section and (not place.block or here.block == place.block)


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold a straight line of `width`; `colour` is "" for black."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class PageNote:
    """Hold what is said beside the page about the source of a block, level with its first row."""

    block: int
    top: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Hold one page; `number` is what stands at its foot, "" for nothing.

    `right` pages have the number at the right; those with a `foot` of their own have it there.
    """

    sheet: PageSheet
    rows: tuple[TextRow, ...]
    rules: tuple[Rule, ...]
    notes: tuple[PageNote, ...]
    number: str
    right: bool
    foot: bool = False


@dataclass(frozen=True, slots=True)
class PagedPlan:
    """Hold all pages of a plan."""

    title: str
    pages: tuple[Page, ...]

    @property
    def has_notes(self) -> bool:
        """Tell whether any page has notes beside it."""
        return any(page.notes for page in self.pages)

    def listed_numbers(self) -> tuple[str, ...]:
        """Return the page numbers of the rows of the 目录, in their order."""
        found: dict[int, str] = {}
        for page in self.pages:
            for row in page.rows:
                listed = row.paragraph.place.listed
                if listed:
                    found.setdefault(listed, page.number.strip("— "))
        return tuple(found[listed] for listed in sorted(found))

    def section_on(self, number: int) -> str:
        """Return the section that a page begins in, "" where none can be told."""
        for page in reversed(self.pages[: number + 1]):
            sections = [row.paragraph.place.section for row in page.rows]
            named = [section for section in sections if section]
            if named:
                return named[0] if page is self.pages[number] else named[-1]
        return ""

    def page_of(self, place: FlowPlace) -> int | None:
        """Return the page on which a block, or the first thing of a section, stands."""
        for number, page in enumerate(self.pages):
            if any(row.shows(place) for row in page.rows):
                return number
        return None
