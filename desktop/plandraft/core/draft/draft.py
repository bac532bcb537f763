"""A draft: an immutable value that edits turn into the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plandraft.core.model.spans import Span


class BlockForm(StrEnum):
    """Name what a block is laid out as: running text, or the head or the text of a 专栏."""

    TEXT = "text"
    BOX_TITLE = "box_title"
    BOX_TEXT = "box_text"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Say where the text of a block was taken from.

    `span` is in code points of the source document's text, `text` the wording as it stood there,
    `section` the headings above it joined by " / ", `sha256` the digest of the source file.
    """

    document_title: str
    place: str
    path: str
    sha256: str
    section: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """Hold one paragraph of a draft; `provenance` is None where the drafter wrote it.

    `id` is unique in the draft and never used again in it. A block of `form` BOX_TITLE opens a
    专栏 that runs to its last BOX_TEXT.
    """

    id: int
    text: str
    provenance: Provenance | None = None
    form: BlockForm = BlockForm.TEXT


@dataclass(frozen=True, slots=True)
class DraftSection:
    """Hold one section of a draft in reading order; `id`, `level` as in the template."""

    id: str
    level: int
    title: str
    blocks: tuple[DraftBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold a whole draft.

    `slots` are (name, value) pairs in the template's order, "" where open; `title` may hold slots
    in 【】; `next_block` is the id of the next new block.
    """

    template: str
    title: str
    slots: tuple[tuple[str, str], ...]
    sections: tuple[DraftSection, ...]
    next_block: int = field(default=1)
