"""A report as parts of pages: head, legend, contents, and one part a passage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from plandraft.core.matching.passages import PassageKind
from plandraft.services.printed_report import (
    CONTENTS_TITLES,
    ContentsRow,
    Piece,
    PrintedPassage,
    PrintedReport,
)
from plandraft.ui.models.palette import LIGHT, kind_hue, kind_tint
from plandraft.ui.printing.marked_text import MarkedLine, set_text
from plandraft.ui.printing.sheet import BODY, HEADING, SMALL, STRONG, TITLE, mm
from plandraft.ui.printing.strips import (
    HAIR,
    PAD,
    QUIET,
    RULE,
    SHADE,
    Column,
    Part,
    Strip,
    draw_text,
    gap,
    paragraph_strips,
    table_strip,
    text_strip,
)

# So many rows of the contents are set at once.
_ROWS_A_PART = 40
_EDGE = 8.0  # units; the stripe that tells the kind
_EDGES = {
    PassageKind.IDENTICAL: Qt.PenStyle.SolidLine,
    PassageKind.EDITED: Qt.PenStyle.DashLine,
    PassageKind.REORDERED: Qt.PenStyle.DotLine,
}
_CONTENTS_SHARES = (0.06, 0.28, 0.17, 0.17, 0.08, 0.07, 0.11, 0.06)
_NUMBERS = {0, 4, 7}
_SIDE_PAD = mm(2.5)


@dataclass(frozen=True, slots=True)
class ReportParts:
    """Hold a report as numbered parts, each set anew whenever it is asked for.

    `pages` is filled by whoever makes the pages: the page of each passage by its position.
    """

    report: PrintedReport
    width: float
    pages: Mapping[int, int]

    @property
    def count(self) -> int:
        """Return the number of parts."""
        return self.first_passage + len(self.report.contents)

    @property
    def first_passage(self) -> int:
        """Return which part holds the first passage."""
        rows = len(self.report.contents)
        return 1 + (rows + _ROWS_A_PART - 1) // _ROWS_A_PART

    def part(self, index: int) -> Part:
        """Set a part."""
        if index == 0:
            return _head(self.report, self.width)
        if index >= self.first_passage:
            at = index - self.first_passage
            return _passage(self.report.passage(at), self.width, first=at == 0)
        return self._contents(index - 1)

    def _contents(self, block: int) -> Part:
        start = block * _ROWS_A_PART
        rows = self.report.contents[start : start + _ROWS_A_PART]
        columns = _columns(self.width)
        titles = (*CONTENTS_TITLES, "页")
        head = table_strip(titles, columns, [STRONG] * len(columns), shaded=True)
        lines = [self._row(start + at, row, columns) for at, row in enumerate(rows)]
        lead = [text_strip("目录", HEADING, below=mm(1)), head] if block == 0 else []
        above = mm(4) if block == 0 else 0.0
        return Part((*lead, *lines), lead=len(lead), running=head, above=above)

    def _row(self, at: int, row: ContentsRow, columns: Sequence[Column]) -> Strip:
        strip = table_strip((*row.cells, ""), columns, [SMALL] * len(columns))
        last = columns[-1]

        def paint(painter: QPainter, box: QRectF) -> None:
            strip.paint(painter, box)
            top = box.top() + PAD / 2
            cell = QRectF(box.left() + last.left, top, last.width - PAD, SMALL.pitch)
            page = self.pages.get(at)
            number = "" if page is None else str(page + 1)
            draw_text(painter, cell, number, SMALL, align=Qt.AlignmentFlag.AlignRight)

        return Strip(strip.height, paint)


def _columns(width: float) -> list[Column]:
    columns, left = [], 0.0
    for number, share in enumerate(_CONTENTS_SHARES):
        columns.append(Column(left, share * width, number in _NUMBERS))
        left += share * width
    return columns


def _head(report: PrintedReport, width: float) -> Part:
    name = STRONG.em * 8
    columns = (Column(0, name), Column(name, width - name))
    spaced = [one for piece in report.legend for one in (piece, Piece("　　"))]
    strips = [
        text_strip(report.title, TITLE, below=mm(4)),
        *(table_strip(row, columns, (STRONG, SMALL)) for row in report.head),
        text_strip("图例", HEADING, above=mm(4), below=mm(1)),
        _kinds(report.kinds),
        gap(mm(1)),
        *paragraph_strips(spaced, BODY, width),
    ]
    if report.empty:
        strips += [gap(mm(4)), *paragraph_strips([Piece(report.empty)], BODY, width)]
    return Part(tuple(strips))


def _kinds(kinds: Sequence[tuple[PassageKind, str]]) -> Strip:
    def paint(painter: QPainter, box: QRectF) -> None:
        left = box.left()
        for kind, name in kinds:
            cell = QRectF(left, box.top() + 4, mm(24), box.height() - 8)
            _paint_ground(painter, cell, kind)
            draw_text(painter, cell.adjusted(_SIDE_PAD, 0, 0, 0), name, BODY)
            left += mm(30)

    return Strip(BODY.pitch + 8, paint)


def _passage(passage: PrintedPassage, width: float, *, first: bool) -> Part:
    half = width / 2
    inner = half - 2 * _SIDE_PAD
    sides = [
        [
            line
            for pieces in side.lines
            for line in set_text(pieces, BODY, inner, indent=2 * BODY.em)
        ]
        for side in passage.sides
    ]
    rows = max(map(len, sides))
    strips = [
        *([text_strip("逐段比对", HEADING, below=mm(1))] if first else []),
        _bar(passage.bar),
        _where(tuple(side.where for side in passage.sides)),
        *(_row(passage.kind, [_at(side, row) for side in sides], row, rows) for row in range(rows)),
    ]
    running = _bar(f"{passage.bar}（续）")
    return Part(tuple(strips), lead=2 + first, running=running, whole=True, above=mm(4))


def _at(lines: Sequence[MarkedLine], row: int) -> MarkedLine | None:
    return lines[row] if row < len(lines) else None


def _bar(text: str) -> Strip:
    def paint(painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, SHADE)
        painter.setPen(QPen(RULE, HAIR))
        painter.drawRect(box)
        draw_text(painter, box.adjusted(_SIDE_PAD, 0, -_SIDE_PAD, 0), text, STRONG)

    return Strip(STRONG.pitch + 2 * PAD, paint)


def _where(names: tuple[str, ...]) -> Strip:
    def paint(painter: QPainter, box: QRectF) -> None:
        _paint_frame(painter, box)
        half = box.width() / 2
        for side, name in enumerate(names):
            cell = QRectF(box.left() + side * half, box.top(), half, box.height())
            inside = cell.adjusted(_SIDE_PAD, 0, -_SIDE_PAD, 0)
            draw_text(painter, inside, name, SMALL, color=QUIET)

    return Strip(SMALL.pitch + PAD, paint)


def _row(kind: PassageKind, sides: Sequence[MarkedLine | None], number: int, rows: int) -> Strip:
    """Return a line of both sides; the last one closes the frame."""
    last = number == rows - 1

    def paint(painter: QPainter, box: QRectF) -> None:
        half = box.width() / 2
        text = box.adjusted(0, 0, 0, -PAD if last else 0)
        for side, line in enumerate(sides):
            cell = QRectF(text.left() + side * half, text.top(), half, text.height())
            _paint_ground(painter, cell.adjusted(HAIR, 0, -HAIR, 0), kind)
            if line is not None:
                line.paint(painter, cell.left() + _SIDE_PAD, cell.top(), BODY)
        _paint_frame(painter, box)
        if last:
            painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))

    return Strip(BODY.pitch + (PAD if last else 0), paint)


def _paint_ground(painter: QPainter, cell: QRectF, kind: PassageKind) -> None:
    painter.fillRect(cell, QColor(kind_tint(LIGHT, kind)))
    pen = QPen(QColor(kind_hue(LIGHT, kind)), _EDGE, _EDGES[kind], Qt.PenCapStyle.FlatCap)
    # One line of text goes on where the one above it ended.
    pen.setDashOffset(cell.top() / _EDGE)
    painter.setPen(pen)
    x = cell.left() + _EDGE / 2
    painter.drawLine(QLineF(x, cell.top(), x, cell.bottom()))


def _paint_frame(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(RULE, HAIR))
    for x in (box.left(), box.center().x(), box.right()):
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
