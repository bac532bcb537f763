"""One line of a laid out page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QTextLine

from plandraft.core.model.spans import Span
from plandraft.ui.compare.utf16 import Utf16Map

_BESIDE = 3.0  # pixels; an outline must not touch the letters


@dataclass(frozen=True, slots=True)
class PageLine:
    """Hold one line of the page; see `pieces.LineBox`."""

    span: Span
    top: float
    height: float
    line: QTextLine
    left: float
    first_unit: int
    units: Utf16Map
    ends_block: bool
    right: float

    @property
    def column(self) -> tuple[float, float]:
        """Return the left and right edge of the text column, a little beside the letters."""
        return self.left - _BESIDE, self.right + _BESIDE

    def x_at(self, offset: int) -> float:
        """Return where the code point at `offset` begins."""
        found: object = self.line.cursorToX(self.units.to_units(offset) - self.first_unit)
        # PySide gives (x, position); its types say float.
        return self.left + float(found[0] if isinstance(found, tuple) else cast("float", found))
