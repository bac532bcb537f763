"""The lines of draft blocks before they become paragraphs, rows or boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plandraft.core.draft.boxes import box_caption, is_table_caption, table_caption
from plandraft.core.draft.draft import DraftBlock
from plandraft.core.draft.slots import fill_block, open_marks
from plandraft.core.draft.wording import Piece, PieceKind, changed_pieces
from plandraft.core.model.spans import Span
from plandraft.io.exporters.clean_text import clean_line, clean_lines

Cells = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a block.

    Where changes are told, `pieces` say how the source became it and `mark` what happened to the
    end of its paragraph; those of a row stand in `cells`.
    """

    text: str
    block: DraftBlock
    pieces: tuple[Piece, ...] | None = None
    mark: PieceKind | None = None
    cells: Cells | None = None
    is_caption: bool = False

    @property
    def is_row(self) -> bool:
        """Tell whether the line may be a row of cells."""
        return "\t" in self.text

    @property
    def is_changed(self) -> bool:
        """Tell whether its changes are told."""
        return self.pieces is not None

    def as_prose(self) -> tuple[str, tuple[Span, ...]]:
        """Return the text without its tabs, and where its open slots are then."""
        spaced = self.text.replace("\t", " ")
        text = spaced.strip()
        cut = spaced.index(text)
        marks = open_marks(self.block, self.text)
        return text, tuple(Span(one.span.start - cut, one.span.end - cut) for one in marks)


class LineMaker:
    """Make the lines of a plan's blocks; captions of tables are numbered through the plan."""

    def __init__(self, slots: Mapping[str, str], *, changes: bool) -> None:
        self._slots = slots
        self._changes = changes
        self._tables = 0

    def lines(self, blocks: Sequence[DraftBlock]) -> list[Line]:
        """Return the lines of neighbouring blocks in order."""
        texts = [clean_lines(fill_block(block, self._slots)) for block in blocks]
        captions = self._number_captions(texts)
        found: list[Line] = []
        for number, (block, lines) in enumerate(zip(blocks, texts, strict=True)):
            for at, line in enumerate(self.block_lines(block, lines)):
                caption = (number, at) in captions
                found.append(replace(line, is_caption=True) if caption else line)
        return found

    def block_lines(self, block: DraftBlock, lines: Sequence[str]) -> Iterator[Line]:
        """Yield the lines of one block whose text is `lines`."""
        if not self._changes or block.provenance is None:
            yield from (Line(text, block) for text in lines)
            return
        source = clean_lines(block.provenance.text)
        rows = any("\t" in text for text in (*lines, *source))
        if not rows:
            pieces = changed_pieces("\n".join(source), "\n".join(lines))
            yield from _tracked(block, pieces)
        elif len(source) == len(lines):
            for text, before in zip(lines, source, strict=True):
                yield Line(text, block, cells=_cells(before, text) if "\t" in text else None)
        else:
            yield from (Line(text, block) for text in lines)

    def _number_captions(self, texts: list[list[str]]) -> set[tuple[int, int]]:
        """Number the captions right above two rows or more in place, and return where they are."""
        places = [(block, at) for block, lines in enumerate(texts) for at in range(len(lines))]
        flat = [texts[block][at] for block, at in places]
        found = set()
        for index, (block, at) in enumerate(places):
            rows = flat[index + 1 : index + 3]
            if (
                len(rows) == 2
                and "\t" in rows[0]
                and "\t" in rows[1]
                and is_table_caption(flat[index])
            ):
                self._tables += 1
                texts[block][at] = table_caption(flat[index], self._tables)
                found.add((block, at))
        return found


def titled(
    blocks: Sequence[DraftBlock], boxes: Mapping[int, int], slots: Mapping[str, str]
) -> list[DraftBlock]:
    """Return the blocks with the heads of boxes numbered; `boxes` as of `box_numbers`."""
    return [
        replace(block, text=box_caption(clean_line(fill_block(block, slots)), boxes[block.id]))
        if block.id in boxes
        else block
        for block in blocks
    ]


def _cells(before: str, text: str) -> Cells:
    old = [cell.strip() for cell in before.split("\t")]
    new = [cell.strip() for cell in text.split("\t")]
    old += [""] * (len(new) - len(old))
    return tuple(changed_pieces(one, other) for one, other in zip(old, new, strict=False))


def _tracked(block: DraftBlock, pieces: Sequence[Piece]) -> Iterator[Line]:
    """Yield the lines of changed text, those too that were deleted whole."""
    current: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        if first:
            current.append(Piece(piece.kind, first))
        for part in rest:
            yield _changed(block, current, piece.kind)
            current = [Piece(piece.kind, part)] if part else []
    if current:
        yield _changed(block, current, None)


def _changed(block: DraftBlock, pieces: Sequence[Piece], mark: PieceKind | None) -> Line:
    text = "".join(one.text for one in pieces if one.kind is not PieceKind.DELETED)
    return Line(text, block, tuple(pieces), mark)
