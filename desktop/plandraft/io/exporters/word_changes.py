"""Adapted passages as tracked changes against the wording of their source."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from plandraft.core.draft.draft import DraftBlock
from plandraft.core.draft.slots import open_marks
from plandraft.core.draft.wording import Piece, PieceKind, changed_pieces
from plandraft.io.exporters.base_package import word_moment
from plandraft.io.exporters.clean_text import clean_lines
from plandraft.io.exporters.official_paragraphs import style_of_line
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.word_text import paragraph, run, runs, tag

_KINDS = {PieceKind.INSERTED: "ins", PieceKind.DELETED: "del"}


class TrackedChanges:
    """Write blocks as changes of one author at one moment, numbered through the file."""

    def __init__(self, author: str, created: datetime) -> None:
        self._author = author or "PlanDraft"
        self._moment = word_moment(created)
        self._count = 0

    def paragraphs(self, block: DraftBlock, text: str) -> list[etree._Element]:
        """Return the paragraphs of an adapted block; accepting all changes leaves `text`."""
        assert block.provenance is not None
        source = "\n".join(clean_lines(block.provenance.text))
        pieces = changed_pieces(source, "\n".join(clean_lines(text)))
        return [
            self._paragraph(block, line, mark) for line, mark in _lines_of(pieces) if line or mark
        ]

    def _paragraph(
        self, block: DraftBlock, line: list[Piece], mark: PieceKind | None
    ) -> etree._Element:
        new = "".join(one.text for one in line if one.kind is not PieceKind.DELETED)
        style = style_of_line(new or "".join(one.text for one in line))
        element = paragraph(style)
        if mark in _KINDS:
            of_mark = etree.SubElement(element[0], tag("rPr"))
            of_mark.append(self._change(mark))
        for piece in line:
            element.extend(self._piece(block, piece, style))
        return element

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


def _lines_of(pieces: tuple[Piece, ...]) -> list[tuple[list[Piece], PieceKind | None]]:
    """Return the pieces of each paragraph and what happened to the mark at its end."""
    lines: list[tuple[list[Piece], PieceKind | None]] = []
    current: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        if first:
            current.append(Piece(piece.kind, first))
        for part in rest:
            lines.append((current, piece.kind))
            current = [Piece(piece.kind, part)] if part else []
    lines.append((current, None))
    return lines
