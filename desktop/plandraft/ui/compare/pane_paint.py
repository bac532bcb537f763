"""Paint passages and differences on a page; everything to paint comes as rectangles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPolygonF, QTextCharFormat

from plandraft.core.compare.changes import ChangeClass, VersionKind
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.compare.block_styles import PAGE_MARGIN
from plandraft.ui.compare.pieces import Box, Mark, MarkPiece, Piece
from plandraft.ui.models.change_marks import ENTITIES, mark_color, mark_ground, phrase_ground
from plandraft.ui.models.entries import QUIET, EntryKind
from plandraft.ui.models.palette import Palette, kind_hue, kind_tint

EDGE_WIDTH = 3.0
OUTLINE_WIDTH = 2.0
# How much stronger the current passage is than the others.
CURRENT_STRENGTH = 1.2

EDGE_PATTERNS: dict[EntryKind, Qt.PenStyle] = {
    PassageKind.IDENTICAL: Qt.PenStyle.SolidLine,
    PassageKind.EDITED: Qt.PenStyle.DashLine,
    PassageKind.REORDERED: Qt.PenStyle.DotLine,
    VersionKind.EDITED: Qt.PenStyle.DashLine,
    VersionKind.INSERTED: Qt.PenStyle.SolidLine,
    VersionKind.DELETED: Qt.PenStyle.SolidLine,
    VersionKind.MOVED: Qt.PenStyle.DotLine,
    QUIET: Qt.PenStyle.DotLine,
}
# What came is underlined and what went struck through, in thin lines: it may be half a plan.
_LINE_ABOVE_FOOT = {VersionKind.INSERTED: 0.16, VersionKind.DELETED: 0.48}  # shares of the pitch


def page_roles(roles: QPalette, colors: Palette) -> QPalette:
    """Return `roles` with the colours of a page in it."""
    changed = QPalette(roles)
    for role, color in (
        (QPalette.ColorRole.Base, colors.page),
        (QPalette.ColorRole.Window, colors.page),
        (QPalette.ColorRole.Text, colors.text),
        (QPalette.ColorRole.Highlight, colors.selection),
        (QPalette.ColorRole.HighlightedText, colors.text),
    ):
        changed.setColor(role, QColor(color))
    return changed


def rect_of(box: Box) -> QRectF:
    """Return the rectangle as Qt's value."""
    return QRectF(box.left, box.top, box.width, box.height)


def edge_pen(palette: Palette, kind: EntryKind, width: float = EDGE_WIDTH) -> QPen:
    """Return the pen of a kind: its pattern tells the kind where colour cannot."""
    pen = QPen(QColor(kind_hue(palette, kind)), width, EDGE_PATTERNS[kind])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_shades(
    painter: QPainter, pieces: Iterable[Piece], palette: Palette, current: int | None
) -> None:
    """Fill the background of passages; the current one stronger."""
    colors: dict[tuple[EntryKind, float], QColor] = {}
    for piece in pieces:
        key = (piece.kind, CURRENT_STRENGTH if current in piece.entries else 1.0)
        if key not in colors:
            colors[key] = QColor(kind_tint(palette, *key))
        painter.fillRect(rect_of(piece.box), colors[key])


def paint_stock(painter: QPainter, boxes: Iterable[Box], palette: Palette) -> None:
    """Fill the background of set phrases, quietly."""
    ground = QColor(phrase_ground(palette))
    for box in boxes:
        painter.fillRect(rect_of(box).adjusted(0, 3, 0, -3), ground)


def paint_own(painter: QPainter, boxes: Iterable[Box], palette: Palette) -> None:
    """Grey the user's own phrases up to the edges of their lines: no shade is left of them."""
    ground = QColor(phrase_ground(palette))
    for box in boxes:
        painter.fillRect(rect_of(box), ground)


def paint_edges(
    painter: QPainter, pieces: Sequence[Piece], palette: Palette, x: float, drift: float = 0.0
) -> None:
    """Draw beside the lines, at `x`, a bar in the pattern of each passage's kind.

    The pattern is counted from the height `drift` of the page: counted from the first line in
    sight, its dashes would creep while one scrolls.
    """
    runs: list[tuple[EntryKind, float, float]] = []
    for piece in pieces:
        top, bottom = piece.box.top, piece.box.top + piece.box.height
        if runs and runs[-1][1] <= top < runs[-1][2] - 1:
            continue
        if runs and runs[-1][0] is piece.kind and abs(runs[-1][2] - top) < 1:
            runs[-1] = (piece.kind, runs[-1][1], bottom)
        else:
            runs.append((piece.kind, top, bottom))
    for kind, top, bottom in runs:
        pen = edge_pen(palette, kind)
        pen.setDashOffset((top + 1 - drift) / EDGE_WIDTH)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top + 1), QPointF(x, bottom - 1))


def paint_version_lines(
    painter: QPainter, pieces: Iterable[Piece], palette: Palette, pitch: float
) -> None:
    """Underline what came and strike through what went, whatever the colours."""
    for piece in pieces:
        share = _LINE_ABOVE_FOOT.get(piece.kind) if isinstance(piece.kind, VersionKind) else None
        if share is not None and piece.box.width > 0:
            color = QColor(kind_hue(palette, piece.kind))
            color.setAlphaF(0.75)
            painter.setPen(QPen(color, 1))
            y = round(piece.box.top + piece.box.height - share * pitch) + 0.5
            right = piece.box.left + piece.box.width
            painter.drawLine(QPointF(piece.box.left, y), QPointF(right, y))


def paint_outline(painter: QPainter, boxes: Iterable[Box], palette: Palette) -> None:
    """Draw one line around the rectangles of the current passage."""
    path = QPainterPath()
    for box in boxes:
        lap = QPainterPath()
        # Half a pixel of overlap lets the lines of a paragraph melt into one shape.
        lap.addRect(rect_of(box).adjusted(-2, -0.5, 2, 0.5))
        path = path.united(lap)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(palette.current), OUTLINE_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.simplified())
    painter.restore()


def paint_mark_grounds(painter: QPainter, pieces: Iterable[MarkPiece], palette: Palette) -> None:
    """Fill the backgrounds of changed wording and moved clauses, under the letters."""
    for piece in pieces:
        inset = rect_of(piece.box).adjusted(0, 3, 0, -3)
        ground = mark_ground(palette, piece.mark.change_class)
        if piece.box.width and ground is not None:
            painter.fillRect(inset, QColor(ground))


def paint_mark_lines(painter: QPainter, pieces: Iterable[MarkPiece], palette: Palette) -> None:
    """Draw underlines, and a wedge where the other side has words that this one lacks."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for piece in pieces:
        box, change = piece.box, piece.mark.change_class
        foot = box.top + box.height - 4
        if not box.width:
            _paint_wedge(painter, QPointF(box.left, foot), QColor(mark_color(palette, change)))
            continue
        painter.setPen(_underline(palette, change))
        painter.drawLine(QPointF(box.left + 0.5, foot), QPointF(box.left + box.width - 0.5, foot))
    painter.restore()


def paint_table_lines(
    painter: QPainter, feet: Iterable[float], palette: Palette, right: float
) -> None:
    """Draw a hair line under each row of a table."""
    painter.setPen(QPen(QColor(palette.line), 1))
    for foot in feet:
        painter.drawLine(QPointF(PAGE_MARGIN, foot), QPointF(right, foot))


def mark_format(palette: Palette, mark: Mark) -> QTextCharFormat | None:
    """Return the format of letters inside a mark, or None where only the ground changes.

    Bold is drawn as an outline of the letters: a bold font would break the lines anew.
    """
    if mark.change_class not in ENTITIES | {ChangeClass.PUNCTUATION}:
        return None
    letters = QTextCharFormat()
    color = QColor(mark_color(palette, mark.change_class))
    letters.setForeground(color)
    if mark.change_class in ENTITIES:
        letters.setTextOutline(QPen(color, 0.5))
    return letters


def _underline(palette: Palette, change_class: ChangeClass) -> QPen:
    color = QColor(mark_color(palette, change_class))
    if change_class in ENTITIES:
        return QPen(color, 2.0)
    if change_class is ChangeClass.ORDER:
        return QPen(color, 1.5, Qt.PenStyle.DashLine)
    if change_class is ChangeClass.PUNCTUATION:
        return QPen(color, 1.5, Qt.PenStyle.DotLine)
    return QPen(color, 1.0)


def _paint_wedge(painter: QPainter, foot: QPointF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    below = foot + QPointF(0, 3)
    painter.drawPolygon(
        QPolygonF([foot - QPointF(0, 3), below + QPointF(-4, 0), below + QPointF(4, 0)])
    )
