"""A plan as it was read: one text, its blocks, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.model.spans import OffsetMap, Span


class BlockKind(StrEnum):
    """Name what a block is in the document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    SIGNATURE = "signature"
    DATE = "date"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one block of a document's text.

    `level` is 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 where there is none. `number` is
    the label as it stands in the text without the mark behind it ("一", "（一）", "1", "第一",
    "一是"), or "". The span covers label and text, no line end. `confidence` (0…1) says how sure
    it is that a heading is one; all other blocks have 1.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    number: str = ""
    confidence: float = 1.0


class WarningCode(StrEnum):
    """Name what a reader of the document should know about how it was read."""

    ENCODING_GUESSED = "encoding_guessed"
    UNDECODABLE_BYTES = "undecodable_bytes"
    RUN_IN_TEXT = "run_in_text"
    PRIVATE_USE_MARKS = "private_use_marks"
    SHIFTED_BYTES = "shifted_bytes"
    FULL_STOPS_FOR_ALL_MARKS = "full_stops_for_all_marks"
    LOST_PERCENT_SIGNS = "lost_percent_signs"
    LOST_TITLES = "lost_titles"
    FURNITURE_SET_APART = "furniture_set_apart"
    TRACKED_CHANGES = "tracked_changes"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    PAGE_AROUND_TEXT = "page_around_text"
    WRAPPED_LINES = "wrapped_lines"
    TURNED_TEXT = "turned_text"


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """Hold one warning; `count` is how often it applies (0 where that means nothing)."""

    code: WarningCode
    count: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Say which file a document was read from.

    `format` is the usual suffix of the kind of file ("docx", "pdf"); `encoding` is a Python codec
    name or "" for binary formats; `sha256` is the hexadecimal digest of the file's bytes.
    """

    path: str
    format: str
    encoding: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """Hold a plan that was read.

    `text` is the recovered text, blocks separated by one line feed; it differs from the source
    only in layout: runs of layout characters became line feeds or nothing. `source_map` leads
    from its offsets to those of the text as read. `place` is the short name of the document's
    own place without 市/县 ("聊城"), or "".
    """

    text: str
    blocks: tuple[Block, ...]
    title: str
    place: str
    origin: Origin
    source_map: OffsetMap
    warnings: tuple[DocumentWarning, ...] = ()

    def block_text(self, block: Block) -> str:
        """Return the text of `block`."""
        return block.span.slice(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """Hold a heading with everything below it.

    `heading` is an index into the document's blocks; `span` runs from the heading to the next
    one of the same or a higher level; `path` holds the heading texts from level 1 down.
    """

    heading: int
    level: int
    title: str
    span: Span
    path: tuple[str, ...]
