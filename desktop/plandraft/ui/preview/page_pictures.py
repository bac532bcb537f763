"""Pictures of pages that were painted; a large page is cut into strips, so that a look is cheap."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

_PAPER = QColor("#ffffff")
# In dots of the device: a strip takes about a hundredth of a second, and what is kept 32 MB.
_STRIP_DOTS, _KEPT_DOTS = 2_000_000, 8_000_000
# So many rows are whole dots at every usual scale of a screen.
_ROWS = 4


@dataclass(frozen=True, slots=True)
class PageLook:
    """Hold what the picture of a page depends on; width and height are logical pixels."""

    page: int
    content: object
    width: int
    height: int
    ratio: float

    @property
    def strip_height(self) -> int:
        """Return how many rows of pixels stand in one picture."""
        rows = int(_STRIP_DOTS / (self.width * self.ratio**2))
        return self.height if rows >= self.height else max(_ROWS, rows - rows % _ROWS)


class PagePictures:
    """Keep the pictures that were shown last; `paint` paints a page, its corner at the origin."""

    def __init__(self, paint: Callable[[QPainter, int], None]) -> None:
        self._paint = paint
        self._kept: OrderedDict[tuple[int, int], tuple[PageLook, QPixmap]] = OrderedDict()
        self._shown: set[tuple[int, int]] = set()
        self.painted = 0

    def __len__(self) -> int:
        """Return how many are kept."""
        return len(self._kept)

    @property
    def dots(self) -> int:
        """Return the dots of all that are kept."""
        return sum(_dots(picture) for _look, picture in self._kept.values())

    def draw(self, painter: QPainter, look: PageLook, box: QRect, sight: QRect) -> None:
        """Draw what is in `sight` of a page that stands in `box`; only what is new is painted."""
        corner = painter.deviceTransform().map(QPointF(box.topLeft()))
        # Where dots are parts of pixels, each strip would be put on the nearest dot by itself.
        onto_dot = (QPointF(corner.toPoint()) - corner) / look.ratio
        for number, rows in _strips(look):
            strip = rows.translated(box.topLeft())
            if strip.intersects(sight):
                at = QPointF(strip.topLeft()) + onto_dot
                painter.drawPixmap(at, self._picture(look, number, rows))

    def drop_old(self) -> None:
        """Forget the oldest that were not drawn since the last time, while too much is kept."""
        dots = self.dots
        for key in [key for key in self._kept if key not in self._shown]:
            if dots <= _KEPT_DOTS:
                break
            dots -= _dots(self._kept.pop(key)[1])
        self._shown.clear()

    def _picture(self, look: PageLook, number: int, rows: QRect) -> QPixmap:
        key = look.page, number
        kept, picture = self._kept.pop(key, (None, QPixmap()))
        if kept != look:
            picture = self._painted(look, rows)
        self._kept[key] = look, picture
        self._shown.add(key)
        return picture

    def _painted(self, look: PageLook, rows: QRect) -> QPixmap:
        self.painted += 1
        ratio = look.ratio
        picture = QPixmap(math.ceil(rows.width() * ratio), math.ceil(rows.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(_PAPER)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.translate(0, -rows.top())
        self._paint(painter, look.page)
        painter.end()
        return picture


def _strips(look: PageLook) -> Iterator[tuple[int, QRect]]:
    height = look.strip_height
    for number, top in enumerate(range(0, look.height, height)):
        # One row lies below the next strip: no seam where dots are parts of pixels.
        yield number, QRect(0, top, look.width, min(height + 1, look.height - top))


def _dots(picture: QPixmap) -> int:
    return picture.width() * picture.height()
