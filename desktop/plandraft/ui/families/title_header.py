"""Column heads that show both ends of a title: plans begin with their city, end with a period."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

# What the style sheet keeps free beside the text, and the sign of the order.
_PADDING = 24
_LINES = 2
_CLOSING = "”’」』）》〉】、，。；："
_OPENING = "“‘（《〈「【"
_DOTS = "…"


class TitleHeader(QHeaderView):
    """Break long titles into two lines; columns before `first_title` have short names."""

    def __init__(self, first_title: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first_title = first_title
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)

    def sizeHint(self) -> QSize:
        """Return a size with room for two lines."""
        hint = super().sizeHint()
        line = self.fontMetrics().lineSpacing()
        return QSize(hint.width(), max(hint.height(), _LINES * line + 14))

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Give the style a title as it fits."""
        super().initStyleOptionForIndex(option, section)
        if section >= self._first_title:
            room = self.sectionSize(section) - _PADDING
            option.text = two_ends(option.text, self.fontMetrics().horizontalAdvance, room)


def two_ends(title: str, measure: Callable[[str], int], room: int) -> str:
    """Return `title` in at most two lines of `room` pixels: its beginning and its end."""
    if measure(title) <= room:
        return title
    cut = _fitting(title, measure, room)
    while 1 < cut < len(title) and (title[cut] in _CLOSING or title[cut - 1] in _OPENING):
        cut -= 1
    rest = title[cut:].lstrip()
    if measure(rest) > room:
        kept = _fitting(rest[::-1], measure, room - measure(_DOTS))
        rest = f"{_DOTS}{rest[len(rest) - kept :]}"
    return f"{title[:cut].rstrip()}\n{rest}"


def _fitting(text: str, measure: Callable[[str], int], room: int) -> int:
    """Return how many letters of `text` fit, one at least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return low
