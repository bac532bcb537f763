"""What an exported plan is made of before it stands on pages: paragraphs, tables, sections.

Lengths are points; a sheet has its origin at the upper left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """Name what is special about a piece of text."""

    NONE = "none"
    OPEN = "open"
    INSERTED = "inserted"
    DELETED = "deleted"


class Align(StrEnum):
    """Name how the rows of a paragraph stand between their edges."""

    BOTH = "both"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class FlowStyle:
    """Hold how a paragraph is set.

    `line` is the distance of two rows, 0 for single; `spacing` is added to each character;
    `tab_right` is where a tab leads to, its text ending there, with dots before it when `dots`;
    `latin_gap` stands between Chinese and Latin letters, as some programs put it.
    """

    face: str
    size: float = 16.0
    line: float = 28.95
    align: Align = Align.BOTH
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    spacing: float = 0.0
    before: float = 0.0
    after: float = 0.0
    tab_right: float = 0.0
    dots: bool = False
    colour: str = ""
    bold: bool = False
    latin: str = ""
    latin_gap: float = 0.0
    rule_below: float = 0.0
    keep_next: bool = False
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class FlowRun:
    """Hold text of one mark; a line feed in it ends the row, a tab leads to the right edge."""

    text: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class FlowPlace:
    """Say which part of the draft a paragraph shows: a block (0 for none) of a section.

    `listed` is the number of its row in the 目录, counted from 1, 0 for none.
    """

    section: str = ""
    block: int = 0
    listed: int = 0


@dataclass(frozen=True, slots=True)
class FlowParagraph:
    """Hold one paragraph."""

    style: FlowStyle
    runs: tuple[FlowRun, ...] = ()
    place: FlowPlace = field(default_factory=FlowPlace)

    @property
    def text(self) -> str:
        """Return all text of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Hold the cells of a row; `least` is its least height, one that `breaks` may cross pages."""

    cells: tuple[tuple[FlowParagraph, ...], ...]
    least: float = 0.0
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class FlowTable:
    """Hold a table of fixed columns.

    The first `heads` rows are repeated on each page. `margins` are left, top, right, bottom of a
    cell; `sides` tells whether there are upright rules; one `at_foot` ends the type area.
    """

    widths: tuple[float, ...]
    rows: tuple[FlowRow, ...]
    heads: int = 0
    margins: tuple[float, float, float, float] = (5.4, 0.0, 5.4, 0.0)
    sides: bool = True
    at_foot: bool = False


@dataclass(frozen=True, slots=True)
class PageSheet:
    """Hold a sheet of paper: its size, margins, how far header and footer are from the edges."""

    width: float = 595.3
    height: float = 841.9
    top: float = 104.9
    bottom: float = 99.2
    left: float = 79.35
    right: float = 73.7
    footer: float = 71.8
    header: float = 42.55

    @property
    def text_width(self) -> float:
        """Return the width of the type area."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Return the height of the type area."""
        return self.height - self.top - self.bottom


# Stands in a header or footer where the number of the page comes.
PAGE_NUMBER = "\ufffc"


@dataclass(frozen=True, slots=True)
class FlowFurniture:
    """Hold the header or the footer of a section; None means that pages have the usual one."""

    usual: tuple[FlowParagraph, ...] = ()
    even: tuple[FlowParagraph, ...] | None = None
    first: tuple[FlowParagraph, ...] | None = None

    def on(self, number: int, *, first: bool) -> tuple[FlowParagraph, ...]:
        """Return what stands on the page `number`; `first` is the first of its section."""
        if first and self.first is not None:
            return self.first
        return self.even if number % 2 == 0 and self.even is not None else self.usual


@dataclass(frozen=True, slots=True)
class FlowSection:
    """Hold what stands on sheets of one kind.

    `first_number` begins the page numbers anew, 0 goes on; pages without `numbered` show none,
    `roman` ones show I, II, III. With `header` and `footer`, those of a user's base, the number
    stands only where they say.
    """

    items: tuple[FlowParagraph | FlowTable, ...]
    sheet: PageSheet = field(default_factory=PageSheet)
    first_number: int = 0
    numbered: bool = True
    roman: bool = False
    header: FlowFurniture | None = None
    footer: FlowFurniture | None = None


@dataclass(frozen=True, slots=True)
class PageFlow:
    """Hold a whole plan; `notes` are pairs of a block and the lines said about its source."""

    title: str
    sections: tuple[FlowSection, ...]
    notes: tuple[tuple[int, tuple[str, ...]], ...] = ()
