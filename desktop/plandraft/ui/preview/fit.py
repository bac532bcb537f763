"""What the size of pages on the screen follows."""

from __future__ import annotations

from enum import Enum


class Fit(Enum):
    """Name what the size of a page follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"
