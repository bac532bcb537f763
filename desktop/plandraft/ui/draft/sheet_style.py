"""How the page of the draft is set: fonts and formats for one size of type."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from plandraft.ui.models.palette import HEADING_FAMILIES, READING_FAMILIES, Palette, tint

LINE_HEIGHT = 1.7
INDENT = 2
PARAGRAPH_GAP = 0.35
# Between the frame of a 专栏 and its text, and around it; and the room of its number; in em.
BOX_PAD = 0.45
BOX_LABEL = 4.5
# Han characters a line at most: longer lines lose the eye.
LONGEST_LINE = 42
_HEADING_SIZES = {0: 1.0, 1: 1.2, 2: 1.04}
_TITLE_SIZE = 1.55
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """Hold what the page looks like; `points` is the size of body text."""

    palette: Palette
    points: float = 12.0

    def body_font(self) -> QFont:
        """Return the font of paragraphs."""
        font = QFont()
        font.setFamilies(list(READING_FAMILIES))
        font.setPointSizeF(self.points)
        return font

    def heading_font(self, level: int) -> QFont:
        """Return the font of a heading of `level` 0…4."""
        return self._sans(_HEADING_SIZES.get(level, 1.0))

    def title_font(self) -> QFont:
        """Return the font of the draft's title."""
        return self._sans(_TITLE_SIZE)

    @property
    def em(self) -> float:
        """Return the width of a Han character in pixels."""
        return QFontMetricsF(self.body_font()).horizontalAdvance("国")

    @property
    def text_width(self) -> int:
        """Return the width of the longest line in pixels."""
        return round(self.em * LONGEST_LINE)

    @property
    def line_height(self) -> int:
        """Return the distance of two lines in pixels."""
        return round(self.em * LINE_HEIGHT)

    def block_format(self) -> QTextBlockFormat:
        """Return the format of a paragraph."""
        block = QTextBlockFormat()
        block.setLineHeight(self.line_height, _FIXED)
        block.setTextIndent(self.em * INDENT)
        block.setBottomMargin(self.em * PARAGRAPH_GAP)
        return block

    def box_format(self, *, title: bool, last: bool) -> QTextBlockFormat:
        """Return the format of a paragraph in the frame of a 专栏, the head centred."""
        block = self.block_format()
        block.setLeftMargin(self.em)
        block.setRightMargin(self.em)
        if title:
            block.setTextIndent(0)
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            # At the right of the head stands its number.
            block.setLeftMargin(self.em * BOX_LABEL)
            block.setRightMargin(self.em * BOX_LABEL)
            block.setTopMargin(self.em * 2 * BOX_PAD)
            block.setBottomMargin(self.em * 2 * BOX_PAD)
        if last:
            block.setBottomMargin(self.em * (2 * BOX_PAD + PARAGRAPH_GAP))
        return block

    def letter_format(self) -> QTextCharFormat:
        """Return the format of letters."""
        letters = QTextCharFormat()
        letters.setFont(self.body_font())
        letters.setForeground(QColor(self.palette.text))
        return letters

    def open_slot_format(self) -> QTextCharFormat:
        """Return the marking of a slot that has no value yet."""
        letters = QTextCharFormat()
        letters.setForeground(QColor(self.palette.warning_text))
        letters.setBackground(QColor(tint(self.palette.edited, 0.2, self.palette.page)))
        return letters

    def _sans(self, size: float) -> QFont:
        font = QFont()
        font.setFamilies(list(HEADING_FAMILIES))
        font.setPointSizeF(self.points * size)
        font.setWeight(QFont.Weight.Bold)
        return font
