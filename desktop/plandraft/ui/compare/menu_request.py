"""Where a context menu or an explanation is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint


@dataclass(frozen=True, slots=True)
class MenuRequest:
    """Hold where a context menu is wanted: on the screen and in the text."""

    position: QPoint
    offset: int | None
