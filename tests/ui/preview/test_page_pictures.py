"""Strips of a large page look like the whole, and little is kept."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from plandraft.ui.preview import page_pictures
from plandraft.ui.preview.page_pictures import PageLook, PagePictures

WIDTH, HEIGHT = 300, 420


def paint(painter: QPainter, page: int) -> None:
    """Paint text all over the page, and what runs from one strip into the next."""
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(19)
    painter.setFont(font)
    for line in range(24):
        painter.drawText(QPoint(4, 14 + line * 18), f"第{page}页第{line}行：统筹推进，按年度落实。")
    painter.fillRect(200, 40, 60, 330, QColor(60, 120, 180, 90))
    painter.drawLine(20, 0, 20, HEIGHT)


def look(ratio: float, content: object = "") -> PageLook:
    return PageLook(1, content, WIDTH, HEIGHT, ratio)


def white(ratio: float) -> QImage:
    """Return a picture of the page's size with nothing on it."""
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ffffff"))
    return image


def whole_page(ratio: float) -> QImage:
    """Return the page painted in one go."""
    image = white(ratio)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint(painter, 1)
    painter.end()
    return image


def drawn(
    pictures: PagePictures, one: PageLook, sight: QRect | None = None, at: QPoint | None = None
) -> QImage:
    """Return a view of the page's size in which the page has its corner at `at`."""
    image = white(one.ratio)
    painter = QPainter(image)
    box = QRect(0, 0, WIDTH, HEIGHT).translated(at or QPoint())
    pictures.draw(painter, one, box, sight or QRect(0, 0, WIDTH, HEIGHT))
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_strips_make_the_same_page(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    whole = PagePictures(paint)
    assert drawn(whole, look(ratio)) == whole_page(ratio)
    assert whole.painted == 1
    monkeypatch.setattr(page_pictures, "_STRIP_DOTS", 30_000)
    strips = PagePictures(paint)
    assert drawn(strips, look(ratio)) == whole_page(ratio)
    assert strips.painted > 3


@pytest.mark.parametrize("strip_dots", [30_000, 2_000_000])
@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75])
@pytest.mark.parametrize("top", [-1, -51, -131])
def test_a_page_scrolled_by_parts_of_dots_loses_no_row(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, ratio: float, top: int, strip_dots: int
) -> None:
    monkeypatch.setattr(page_pictures, "_STRIP_DOTS", strip_dots)
    page = whole_page(ratio)
    view = drawn(PagePictures(paint), look(ratio), at=QPoint(0, top))
    rows = [math.floor(-top * ratio), math.ceil(-top * ratio)]
    height = page.height() - rows[1]
    expected = [page.copy(0, row, page.width(), height) for row in rows]
    assert view.copy(0, 0, page.width(), height) in expected


def test_only_strips_in_sight_are_painted_and_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "_STRIP_DOTS", 30_000)
    pictures = PagePictures(paint)
    assert look(1.0).strip_height == 100
    drawn(pictures, look(1.0), QRect(0, 120, WIDTH, 50))
    assert pictures.painted == 1
    drawn(pictures, look(1.0), QRect(0, 190, WIDTH, 20))
    assert pictures.painted == 2
    drawn(pictures, look(1.0))
    assert (pictures.painted, len(pictures)) == (5, 5)
    drawn(pictures, look(1.0, "changed"), QRect(0, 0, WIDTH, 50))
    assert pictures.painted == 6


def test_the_oldest_go_but_never_what_was_just_drawn(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "_STRIP_DOTS", 30_000)
    monkeypatch.setattr(page_pictures, "_KEPT_DOTS", 70_000)
    pictures = PagePictures(paint)
    drawn(pictures, look(1.0))
    pictures.drop_old()
    assert len(pictures) == 5, "all of it is in sight"
    drawn(pictures, look(1.0), QRect(0, 0, WIDTH, 50))
    pictures.drop_old()
    assert pictures.dots <= 70_000
    before = pictures.painted
    drawn(pictures, look(1.0), QRect(0, 0, WIDTH, 50))
    assert pictures.painted == before
