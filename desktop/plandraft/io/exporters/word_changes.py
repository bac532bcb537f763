"""Adapted passages as tracked changes against the wording of their source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from plandraft.core.draft.draft import DraftBlock
from plandraft.core.draft.slots import open_marks
from plandraft.core.draft.wording import Piece, PieceKind
from plandraft.io.exporters.base_package import word_moment
from plandraft.io.exporters.block_lines import Line
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.word_text import paragraph, run, runs, tag

_KINDS = {PieceKind.INSERTED: "ins", PieceKind.DELETED: "del"}


class TrackedChanges:
    """Write lines as changes of one author at one moment, numbered through the file."""

    def __init__(self, author: str, created: datetime) -> None:
        self._author = author or "PlanDraft"
        self._moment = word_moment(created)
        self._count = 0

    def paragraph(self, line: Line, style: ParagraphStyle) -> etree._Element:
        """Return the paragraph of a changed line; accepting all changes leaves its text."""
        element = paragraph(style)
        if line.mark in _KINDS:
            of_mark = etree.SubElement(element[0], tag("rPr"))
            of_mark.append(self._change(line.mark))
        element.extend(self.runs(line.block, line.pieces or (), style))
        return element

    def runs(
        self, block: DraftBlock, pieces: Sequence[Piece], style: ParagraphStyle
    ) -> list[etree._Element]:
        """Return the runs of changed text, insertions and deletions around them."""
        return [one for piece in pieces for one in self._piece(block, piece, style)]

    def _piece(
        self, block: DraftBlock, piece: Piece, style: ParagraphStyle
    ) -> list[etree._Element]:
        if piece.kind is PieceKind.DELETED:
            change = self._change(piece.kind)
            change.append(run(piece.text, kind="delText"))
            return [change]
        content = runs(piece.text, style, [one.span for one in open_marks(block, piece.text)])
        if piece.kind is PieceKind.KEPT:
            return content
        change = self._change(piece.kind)
        change.extend(content)
        return [change]

    def _change(self, kind: PieceKind) -> etree._Element:
        element = etree.Element(tag(_KINDS[kind]))
        element.set(tag("id"), str(self._count))
        element.set(tag("author"), self._author)
        element.set(tag("date"), self._moment)
        self._count += 1
        return element


def without_changes(element: etree._Element) -> etree._Element:
    """Return the element with its changes accepted, itself changed: a copy tells none twice."""
    for deleted in list(element.iter(tag("del"))):
        parent = deleted.getparent()
        if parent is not None:
            parent.remove(deleted)
    for inserted in list(element.iter(tag("ins"))):
        parent = inserted.getparent()
        if parent is not None:
            at = parent.index(inserted)
            parent[at : at + 1] = list(inserted)
    return element
