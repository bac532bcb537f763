"""Where a screen further and a screen back are among pages, so that no line is passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Hold where a page with the gaps around it begins and ends in the whole, in pixels."""

    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Screen:
    """Hold what of the whole is in sight, and how much of it stays there at a step, in pixels."""

    top: int
    height: int
    overlap: int

    @property
    def bottom(self) -> int:
        """Return where it ends in the whole."""
        return self.top + self.height


def screen_down(pages: Sequence[PageSpan], screen: Screen) -> int:
    """Return the top of the screen one step down: more of a page first, then the next page."""
    page = next((page for page in pages if page.bottom > screen.bottom), None)
    if page is None:
        return screen.top
    if page.top > screen.top:
        return page.top
    end = page.bottom - screen.height
    return end if end <= screen.bottom else screen.bottom - screen.overlap


def screen_up(pages: Sequence[PageSpan], screen: Screen) -> int:
    """Return the top of the screen one step up: more of a page first, then the one before."""
    page = next((page for page in reversed(pages) if page.top < screen.top), None)
    if page is None:
        return screen.top
    end = page.bottom - screen.height
    if end >= screen.top:
        above = screen.top - screen.height
        return page.top if page.top >= above else above + screen.overlap
    if page.top < end:
        return end
    # As many whole pages as there is room for, the first of them at the top.
    return next(one.top for one in pages if one.top >= end)
