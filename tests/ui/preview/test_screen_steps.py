"""Where a screen further and a screen back are."""

from __future__ import annotations

import pytest

from plandraft.ui.preview.screen_steps import PageSpan, Screen, screen_down, screen_up

# Pages of 1000 with gaps of 10 around them; small ones are of 180.
TALL = (PageSpan(0, 1020), PageSpan(1010, 2030))
SMALL = tuple(PageSpan(top, top + 200) for top in range(0, 1900, 190))


@pytest.mark.parametrize(
    ("pages", "height", "top", "expected"),
    [
        (TALL, 600, 0, 420),  # the rest of the page, down to the gap below it
        (TALL, 400, 0, 360),  # more of it than a screen: what was last in sight stays there
        (TALL, 400, 360, 620),
        (TALL, 600, 420, 1010),  # its end was in sight: the next page
        (TALL, 600, 500, 1010),  # part of the next one was, too
        (TALL, 1020, 0, 1010),  # a page fills the screen
        (TALL, 600, 1430, 1430),  # the end
        (SMALL, 600, 0, 570),  # three whole pages were in sight
        (SMALL, 600, 40, 570),
        (SMALL, 570, 0, 380),
        ((), 600, 0, 0),
    ],
)
def test_down(pages: tuple[PageSpan, ...], height: int, top: int, expected: int) -> None:
    assert screen_down(pages, Screen(top, height, 40)) == expected


@pytest.mark.parametrize(
    ("pages", "height", "top", "expected"),
    [
        (TALL, 600, 420, 0),
        (TALL, 400, 620, 260),
        (TALL, 400, 400, 0),
        (TALL, 600, 1010, 420),  # the end of the page before
        (TALL, 600, 900, 420),
        (TALL, 1020, 1010, 0),
        (TALL, 600, 0, 0),  # the beginning
        (SMALL, 600, 570, 0),
        (SMALL, 600, 760, 190),
        (SMALL, 600, 600, 190),
        ((), 600, 0, 0),
    ],
)
def test_up(pages: tuple[PageSpan, ...], height: int, top: int, expected: int) -> None:
    assert screen_up(pages, Screen(top, height, 40)) == expected
