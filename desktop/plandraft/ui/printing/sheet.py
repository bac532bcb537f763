"""The sheet of paper and the type on it, in units of a quarter point whatever the device."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from plandraft.ui.models.palette import HEADING_FAMILIES, READING_FAMILIES

# Fine enough that rounding of advances is never seen, whatever is drawn on.
UNITS_A_POINT = 4
_UNITS_A_MM = UNITS_A_POINT * 72 / 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold the measures of a page in millimetres; A4 upright."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    side_mm: float = 14.0
    top_mm: float = 16.0
    bottom_mm: float = 18.0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the paper in units."""
        return mm(self.width_mm), mm(self.height_mm)

    @property
    def body(self) -> QRectF:
        """Return where text stands, in units."""
        width, height = self.size
        side, top = mm(self.side_mm), mm(self.top_mm)
        return QRectF(side, top, width - 2 * side, height - top - mm(self.bottom_mm))


@dataclass(frozen=True, slots=True)
class Type:
    """Hold a size of type in points and how it is set."""

    points: float
    bold: bool = False
    sans: bool = False

    @property
    def font(self) -> QFont:
        """Return the font, its size in units."""
        font = QFont()
        font.setFamilies(list(HEADING_FAMILIES if self.sans else READING_FAMILIES))
        font.setPixelSize(round(self.points * UNITS_A_POINT))
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def em(self) -> float:
        """Return the size in units."""
        return self.points * UNITS_A_POINT

    @property
    def pitch(self) -> float:
        """Return the distance of two lines in units."""
        return round(self.em * 1.55)

    def width_of(self, text: str) -> float:
        """Return how wide a text is in units."""
        return QFontMetricsF(self.font).horizontalAdvance(text)


TITLE = Type(18, bold=True, sans=True)
HEADING = Type(13, bold=True, sans=True)
STRONG = Type(9.5, bold=True, sans=True)
SMALL = Type(8.5, sans=True)
BODY = Type(10)


def mm(length: float) -> float:
    """Return a length in millimetres as units."""
    return length * _UNITS_A_MM
