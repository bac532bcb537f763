"""How a report comes onto pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.ui.compare.comparisons import make_comparison
from tests.ui.printing.reports import made_report, small_report

from plandraft.core.model.progress import Cancelled, Progress
from plandraft.services.printed_report import PrintedReport
from plandraft.ui.printing.paging import PagedReport, make_pages, unit_scale

_DOTS = 60


def painted(paged: PagedReport, page: int) -> QImage:
    """Return a page as a picture."""
    scale = unit_scale(_DOTS)
    width, height = (round(side * scale) for side in paged.sheet.size)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paged.paint(painter, page)
    painter.end()
    return image


def ink(image: QImage, top: float, bottom: float) -> int:
    """Count the dots that are not white between two heights (0…1)."""
    rows = range(round(top * image.height()), round(bottom * image.height()))
    return sum(image.pixelColor(x, y).lightness() < 200 for y in rows for x in range(image.width()))


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(small_report(), id="four passages"),
        pytest.param(small_report(make_comparison(passages=False)), id="none"),
        pytest.param(made_report(90, 30), id="contents over pages"),
        pytest.param(made_report(3, 9000), id="passages longer than a page"),
        pytest.param(made_report(2, 4000, other=0), id="one side empty"),
        pytest.param(made_report(25, 260), id="passages that are kept whole"),
    ],
)
def test_everything_is_there_once_and_in_order(qtbot: QtBot, report: PrintedReport) -> None:
    paged = make_pages(report)
    stretches = [one for page in paged.pages for one in page]
    for part in range(paged.parts.count):
        own = [one for one in stretches if one.part == part]
        assert own[0].first == 0
        assert own[-1].last == len(paged.parts.part(part).strips)
        assert all(one.last == other.first for one, other in pairwise(own))
        assert [one.running for one in own] == [False] + [True] * (len(own) - 1)
    assert [one.part for one in stretches] == sorted(one.part for one in stretches)
    assert all(page for page in paged.pages)


@pytest.mark.parametrize(
    "report", [made_report(90, 30), made_report(3, 9000), made_report(25, 260)]
)
def test_nothing_hangs_over_the_foot_of_a_page(qtbot: QtBot, report: PrintedReport) -> None:
    paged = make_pages(report)
    for page in paged.pages:
        for one in page:
            part = paged.parts.part(one.part)
            height = sum(strip.height for strip in part.strips[one.first : one.last])
            if one.running and part.running is not None:
                height += part.running.height
            assert one.top + height <= paged.sheet.body.height() + 0.1


def test_short_passages_stay_whole_and_headings_keep_text_below(qtbot: QtBot) -> None:
    paged = make_pages(made_report(25, 260))
    passages = [one for page in paged.pages for one in page if one.part >= 2]
    assert not any(one.running for one in passages)
    for page in make_pages(made_report(3, 9000)).pages:
        for one in page:
            assert one.last - one.first >= 2


def test_the_contents_name_the_page_of_each_passage(qtbot: QtBot) -> None:
    paged = make_pages(made_report(25, 260))
    pages = paged.parts.pages
    assert sorted(pages) == list(range(25))
    for at, page in pages.items():
        part = paged.parts.first_passage + at
        assert part in {one.part for one in paged.pages[page]}


def test_pages_are_painted_to_their_foot(qtbot: QtBot) -> None:
    paged = make_pages(made_report(3, 9000))
    for page in range(len(paged.pages)):
        image = painted(paged, page)
        assert ink(image, 0.05, 0.2) > 100
        assert ink(image, 0.945, 0.975) > 20
        assert ink(image, 0.0, 0.04) == ink(image, 0.98, 1.0) == 0


def test_parts_are_set_anew_after_many_pages(qtbot: QtBot) -> None:
    paged = make_pages(made_report(90, 700))
    first = painted(paged, 3)
    for page in range(len(paged.pages)):
        painted(paged, page)
    assert len(paged._kept) <= 64
    assert painted(paged, 3) == first
    assert painted(paged.alone(), 3) == first


def test_paging_tells_where_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    class Told:
        def __init__(self, stop_at: float) -> None:
            self.steps: list[float] = []
            self.stop_at = stop_at

        def step(self, done: float, label: str = "") -> None:
            self.steps.append(done)
            if done >= self.stop_at:
                raise Cancelled

        def part(self, start: float, end: float) -> Progress:
            return self

    told = Told(2.0)
    make_pages(made_report(50, 60), progress=told)
    assert told.steps == sorted(told.steps)
    assert told.steps[-1] == 1.0
    with pytest.raises(Cancelled):
        make_pages(made_report(50, 60), progress=Told(0.3))
