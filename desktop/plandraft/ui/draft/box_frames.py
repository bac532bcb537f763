"""The frames of 专栏 on the sheet, each with the number that its head gets in the export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QTextEdit

from plandraft.core.draft.boxes import box_caption
from plandraft.core.draft.draft import BlockForm
from plandraft.ui.draft.sheet_style import BOX_PAD, SheetStyle
from plandraft.ui.models.palette import INTERFACE_FAMILIES, tint

# A mark on the number as small as a margin note.
_LABEL_SIZE = 0.72
GROUND, _LINE = 0.04, 0.38


@dataclass(frozen=True, slots=True)
class ShownBoxes:
    """Hold the form of each paragraph as exported, and the numbers of the heads in order.

    The only 专栏 of a draft has the number 0; one without a head has None.
    """

    forms: tuple[BlockForm, ...] = ()
    numbers: tuple[int | None, ...] = ()

    def ends(self, number: int) -> bool:
        """Tell whether a box ends with the paragraph `number`."""
        behind = self.forms[number + 1 : number + 2]
        return self.forms[number] is not BlockForm.TEXT and behind != (BlockForm.BOX_TEXT,)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last paragraph of each box."""
        first = None
        for number, form in enumerate(self.forms):
            if form is BlockForm.BOX_TITLE or (first is None and form is BlockForm.BOX_TEXT):
                first = number
            if first is not None and self.ends(number):
                yield first, number
                first = None

    def numbered(self, before: int, total: int) -> ShownBoxes:
        """Return the same boxes numbered on behind `before` heads of `total` in the draft."""
        if self.forms.count(BlockForm.TEXT) == len(self.forms):
            # Most sections have none, and this is done at every letter typed.
            return self
        numbers: list[int | None] = []
        for first, _last in self.ranges():
            if self.forms[first] is not BlockForm.BOX_TITLE:
                numbers.append(None)
                continue
            before += 1
            numbers.append(before if total > 1 else 0)
        return ShownBoxes(self.forms, tuple(numbers))

    @property
    def begins(self) -> bool:
        """Tell whether the first paragraph is in a box."""
        return self.forms[:1] not in {(), (BlockForm.TEXT,)}

    @property
    def closes(self) -> bool:
        """Tell whether the last paragraph is in a box."""
        return self.forms[-1:] not in {(), (BlockForm.TEXT,)}

    @property
    def heads(self) -> int:
        """Return how many boxes have a head."""
        return self.forms.count(BlockForm.BOX_TITLE)


def paint_boxes(editor: QTextEdit, boxes: ShownBoxes, style: SheetStyle) -> None:
    """Paint the frames of an editor's boxes into its viewport, below its text."""
    painter = QPainter(editor.viewport())
    painter.setPen(QColor(tint(style.palette.text, _LINE, style.palette.page)))
    painter.setBrush(QColor(tint(style.palette.text, GROUND, style.palette.page)))
    for (first, last), number in zip(boxes.ranges(), boxes.numbers, strict=True):
        frame = frame_of(editor, first, last, style)
        painter.drawRect(frame)
        if boxes.forms[first] is BlockForm.BOX_TITLE:
            _paint_head(painter, editor, first, frame, style, number)
    painter.end()


def _paint_head(
    painter: QPainter,
    editor: QTextEdit,
    first: int,
    frame: QRectF,
    style: SheetStyle,
    number: int | None,
) -> None:
    head = _lines(editor, first)
    below = head.bottom() + BOX_PAD * style.em
    if below < frame.bottom() - style.em / 2:
        painter.drawLine(QLineF(frame.left(), below, frame.right(), below))
    text = editor.document().findBlockByNumber(first).text()
    if box_caption(text, number or 0) == text:
        # The head already says what the export will.
        return
    font = QFont()
    font.setFamilies(list(INTERFACE_FAMILIES))
    font.setPointSizeF(style.points * _LABEL_SIZE)
    pen = painter.pen()
    painter.setFont(font)
    painter.setPen(QColor(style.palette.muted))
    room = frame.adjusted(0, BOX_PAD * style.em, -style.em * 0.6, 0)
    room.setHeight(style.line_height)
    place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, place, box_name(number))
    painter.setPen(pen)


def box_name(number: int | None) -> str:
    """Return what stands beside the head of a box: 专栏 2; the only one has no number."""
    name = QCoreApplication.translate("boxes", "专栏")
    return f"{name} {number}" if number else name


def frame_of(editor: QTextEdit, first: int, last: int, style: SheetStyle) -> QRectF:
    """Return the frame around the paragraphs `first`…`last` of an editor."""
    pad = BOX_PAD * style.em
    top = _lines(editor, first).top() - pad
    bottom = _lines(editor, last).bottom() + pad
    return QRectF(0.5, round(top) + 0.5, editor.viewport().width() - 1, round(bottom - top))


def _lines(editor: QTextEdit, number: int) -> QRectF:
    """Return where the lines of a paragraph stand, without the space around them."""
    block = editor.document().findBlockByNumber(number)
    layout = block.layout()
    return layout.boundingRect().translated(layout.position())
