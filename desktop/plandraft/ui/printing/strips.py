"""What a page is stacked of: strips over the whole width that are never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from plandraft.services.printed_report import Piece
from plandraft.ui.printing.marked_text import INK, MarkedLine, set_text
from plandraft.ui.printing.sheet import Type

RULE = QColor("#999999")
SHADE = QColor("#f0f0f0")
QUIET = QColor("#444444")
HAIR = 2.0  # units
PAD = 10.0  # units

Paint = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Strip:
    """Hold a height in units and what paints it into its box."""

    height: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Column:
    """Hold where a column of a table begins and how wide it is, in units, and its setting."""

    left: float
    width: float
    right_aligned: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Hold strips that belong together.

    The first `lead` ones do not stand at the foot of a page without the next two; `running` is
    put at the top of each page that the part goes on to. A part that is `whole` is not cut where
    half a page has room for all of it. `above` is left free unless a page begins with the part.
    """

    strips: tuple[Strip, ...]
    lead: int = 0
    running: Strip | None = None
    whole: bool = False
    above: float = 0.0


def gap(height: float) -> Strip:
    """Return empty paper."""
    return Strip(height, lambda _painter, _box: None)


def text_strip(text: str, kind: Type, *, above: float = 0.0, below: float = 0.0) -> Strip:
    """Return one line of text, cut where it is too long."""

    def paint(painter: QPainter, box: QRectF) -> None:
        inside = box.adjusted(0, above, 0, -below)
        draw_text(painter, inside, text, kind)

    return Strip(above + kind.pitch + below, paint)


def paragraph_strips(pieces: Sequence[Piece], kind: Type, width: float) -> list[Strip]:
    """Return a paragraph, a strip a line."""
    return [
        Strip(kind.pitch, lambda painter, box, line=line: line.paint(  # type: ignore[misc]
            painter, box.left(), box.top(), kind))
        for line in set_text(pieces, kind, width)
    ]  # fmt: skip


def table_strip(
    cells: Sequence[str], columns: Sequence[Column], kinds: Sequence[Type], *, shaded: bool = False
) -> Strip:
    """Return a row of a table with its lower and side rules; cells wrap."""
    lines: list[list[MarkedLine]] = [
        set_text([Piece(cell)], kind, column.width - 2 * PAD)
        for cell, column, kind in zip(cells, columns, kinds, strict=True)
    ]
    height = max(len(one) * kind.pitch for one, kind in zip(lines, kinds, strict=True)) + PAD

    def paint(painter: QPainter, box: QRectF) -> None:
        if shaded:
            painter.fillRect(box, SHADE)
        for cell, column, kind in zip(lines, columns, kinds, strict=True):
            for number, line in enumerate(cell):
                natural = line.layout.lineAt(line.index).naturalTextWidth()
                shift = column.width - PAD - natural if column.right_aligned else PAD
                top = box.top() + PAD / 2 + number * kind.pitch
                line.paint(painter, box.left() + column.left + shift, top, kind)
        painter.setPen(QPen(RULE, HAIR))
        painter.drawRect(box)
        for column in columns[1:]:
            x = box.left() + column.left
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))

    return Strip(height, paint)


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    kind: Type,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    color: QColor = INK,
) -> None:
    """Draw one line into a box, cut where it is too long."""
    font = kind.font
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
