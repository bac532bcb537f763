"""What every view of pages does, whatever stands on them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from plandraft.ui.preview.fit import Fit
from plandraft.ui.preview.page_view import GAP, LARGEST_ZOOM, SMALLEST_ZOOM, PageView

UPRIGHT, TURNED = (600.0, 800.0), (800.0, 600.0)
INK = "#204060"


class Sheets(PageView):
    """Show sheets that are of one colour in their inner half."""

    def __init__(self) -> None:
        super().__init__("纸")
        self.sheets: list[tuple[float, float]] = []
        self.inks: list[str] = []

    def show_sheets(self, *sheets: tuple[float, float], ink: str = INK) -> None:
        self.sheets = list(sheets)
        self.inks = [ink] * len(sheets)
        self._pages_changed()

    @property
    def page_count(self) -> int:
        return len(self.sheets)

    def page_extent(self, page: int) -> tuple[float, float]:
        return self.sheets[page]

    def page_content(self, page: int) -> object:
        return self.inks[page]

    def paint_page(self, painter: QPainter, page: int) -> None:
        width, height = (side * self.scale for side in self.sheets[page])
        inner = QRectF(width / 4, height / 4, width / 2, height / 2)
        painter.fillRect(inner, QColor(self.inks[page]))


@pytest.fixture
def view(qtbot: QtBot) -> Sheets:
    made = Sheets()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_sheets(*[UPRIGHT] * 5)
    made.set_zoom(0.6)
    made.grab()
    return made


def turn_wheel(view: PageView, turned: int, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at), view.viewport().mapToGlobal(QPointF(at)), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def color_at(view: PageView, point: QPoint) -> str:
    shown = view.viewport().grab().toImage()
    return shown.pixelColor(point * shown.devicePixelRatio()).name()


def test_pages_of_any_size_stand_below_each_other_in_the_middle(view: Sheets) -> None:
    view.show_sheets(UPRIGHT, TURNED, UPRIGHT)
    view.set_zoom(0.3)
    boxes = [view._box(page) for page in range(3)]
    assert [(box.width(), box.height()) for box in boxes] == [(240, 320), (320, 240), (240, 320)]
    assert boxes[0].top() == GAP
    for above, below in pairwise(boxes):
        assert below.top() == above.top() + above.height() + GAP
    assert {box.left() + box.width() // 2 for box in boxes} == {view.viewport().width() // 2}
    assert color_at(view, boxes[0].center()) == INK
    assert color_at(view, boxes[0].topLeft() + QPoint(5, 5)) == "#ffffff"
    view.go_to(1)
    assert view._box(1).top() == GAP
    assert view.page == 1


def test_what_is_painted_is_kept_until_it_changes(view: Sheets) -> None:
    before = view.painted
    view.verticalScrollBar().setValue(40)
    view.grab()
    view.resize(720, 500)
    view.grab()
    assert view.painted == before, "neither scrolling nor room at the side changes a page"
    view.show_sheets(*[UPRIGHT] * 5)
    view.grab()
    assert view.painted == before
    view.show_sheets(*[UPRIGHT] * 5, ink="#804020")
    assert color_at(view, view._box(0).center()) == "#804020"
    changed = view.painted
    assert changed > before
    view.set_zoom(0.7)
    view.grab()
    assert view.painted > changed, "another size is another picture"


@pytest.mark.parametrize(("page", "share"), [(0, 0.0), (2, 0.0), (2, 0.5), (3, 0.25)])
def test_the_place_at_the_top_stays_there_when_pages_change_their_size(
    view: Sheets, page: int, share: float
) -> None:
    def into() -> float:
        box = view._box(page)
        return -box.top() / box.height()

    view.go_to(page)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + round(share * (view._sizes[page].height() + GAP)))
    before = into()
    for zoom in (0.9, 1.7, 0.8, 0.6):
        view.set_zoom(zoom)
        if share:
            assert into() == pytest.approx(before, abs=0.003)
        else:
            assert view._box(page).top() == GAP, "the gap above a page is in sight as before"
    assert view.page == page


def test_the_place_stays_there_when_pages_come_behind_it(view: Sheets) -> None:
    view.go_to(2)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 100)
    before = bar.value()
    view.show_sheets(*[UPRIGHT] * 9)
    assert bar.value() == before
    view.show_sheets(UPRIGHT)
    assert (view.page, bar.value()) == (0, bar.maximum())


def test_the_zoom_is_told_with_what_it_follows_and_only_then(view: Sheets) -> None:
    told: list[tuple[float, Fit]] = []
    view.zoom_changed.connect(lambda zoom: told.append((zoom, view.fit)))
    view.set_zoom(0.6)
    assert told == []
    turn_wheel(view, 120, QPoint(9, 9))
    assert told == [(pytest.approx(0.66), Fit.FREE)]
    view.set_fit(Fit.WIDTH)
    fitting = view.zoom
    assert told[1:] == [(fitting, Fit.WIDTH)]
    view.set_zoom(fitting)
    assert told[2:] == [(fitting, Fit.FREE)], "the same zoom, but it follows nothing any more"
    view.resize(800, 500)
    assert len(told) == 3
    view.set_fit(Fit.WIDTH)
    view.resize(700, 500)
    assert told[-1] == (fitting, Fit.WIDTH), "the view got narrower, and the pages with it"
    view.set_fit(Fit.PAGE)
    view.show_sheets(*[(600.0, 1200.0)] * 5)
    assert told[-1] == (view.zoom, Fit.PAGE), "other pages fit at another zoom"
    assert view._sizes[0].height() == view.viewport().height() - 2 * GAP


@pytest.mark.parametrize("turned", [120, -120, 30, 600])
def test_what_is_under_the_pointer_stays_there(view: Sheets, turned: int) -> None:
    view.set_zoom(1.5)
    view.go_to(2)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 300)
    view.horizontalScrollBar().setValue(150)
    point = QPoint(410, 290)

    def under() -> tuple[float, float]:
        box = view._box(2)
        return (point.x() - box.x()) / box.width(), (point.y() - box.y()) / box.height()

    before, zoom = under(), view.zoom
    turn_wheel(view, turned, point)
    assert view.zoom == pytest.approx(zoom * 1.1 ** (turned / 120))
    assert under() == pytest.approx(before, abs=0.002)


def test_the_middle_stays_in_the_middle_where_pages_get_wider_than_the_view(view: Sheets) -> None:
    middle = view.viewport().width() / 2
    for zoom in (2.0, 1.3, 4.0):
        view.set_zoom(zoom)
        assert view._box(0).width() > view.viewport().width()
        assert view._box(0).left() + view._box(0).width() / 2 == pytest.approx(middle, abs=6)
    bar = view.horizontalScrollBar()
    bar.setValue(0)
    view.resize(650, 500)
    assert bar.value() == 0, "nobody asked for another size"


def test_no_zoom_is_beyond_its_bounds(view: Sheets) -> None:
    for _ in range(40):
        turn_wheel(view, 120, QPoint(9, 9))
    assert view.zoom == LARGEST_ZOOM
    view.set_zoom(0.01)
    assert view.zoom == SMALLEST_ZOOM
    view.resize(60, 60)
    view.set_fit(Fit.PAGE)
    assert view.zoom == SMALLEST_ZOOM


@pytest.mark.parametrize("sheets", [(UPRIGHT,) * 4, (UPRIGHT, TURNED, UPRIGHT, (600.0, 200.0))])
@pytest.mark.parametrize("zoom", [0.25, 0.5, 1.0, 2.3])
def test_keys_lead_by_screens_past_everything_and_back(
    view: Sheets, qtbot: QtBot, sheets: tuple[tuple[float, float], ...], zoom: float
) -> None:
    view.show_sheets(*sheets)
    view.set_zoom(zoom)
    bar, room = view.verticalScrollBar(), view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    down = [bar.value()]
    while bar.value() < bar.maximum():
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert down[-1] < bar.value() <= down[-1] + room, "on, and no line passed over"
        down.append(bar.value())
    tops = {top - GAP for top in view._tops}
    assert {top for top in tops if top < bar.maximum()} <= set(down) or zoom < 0.5
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    steps = 0
    while bar.value() > 0:
        before = bar.value()
        qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        assert before - room <= bar.value() < before
        steps += 1
    assert abs(steps - (len(down) - 1)) <= 1
    assert view.page == 0


def test_keys_lead_from_page_to_page_and_to_both_ends(view: Sheets, qtbot: QtBot) -> None:
    view.set_zoom(2.0)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 0, "the page is higher than the view"
    qtbot.keyClick(view, Qt.Key.Key_PageDown, control)
    assert (view.page, view._box(1).top()) == (1, GAP)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 4
    qtbot.keyClick(view, Qt.Key.Key_PageUp, control)
    assert (view.page, view._box(3).top()) == (3, GAP)
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)


def test_a_page_far_larger_than_the_view_is_painted_where_it_is_seen(view: Sheets) -> None:
    view.show_sheets(*[UPRIGHT] * 3)
    view.set_zoom(LARGEST_ZOOM)
    view.grab()
    whole = view._sizes[0].width() * view._sizes[0].height()
    assert view._pictures.dots < whole / 2
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), 200):
        bar.setValue(value)
        view.grab()
        assert view._pictures.dots < whole
    assert color_at(view, QPoint(350, 200)) == "#ffffff"
    view.go_to(1)
    bar.setValue(bar.value() + view._sizes[1].height() // 2)
    assert color_at(view, QPoint(350, 200)) == INK


def test_a_page_to_be_seen_whole_is_brought_into_sight(view: Sheets) -> None:
    view.set_zoom(1.5)
    view.go_to(2)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view._sizes[2].height() // 2)
    assert view.page == 2
    view.set_fit(Fit.PAGE)
    assert (view.page, view._box(2).top()) == (2, GAP)
    assert view._box(2).bottom() < view.viewport().height()
    view.resize(700, 420)
    assert view._box(2).top() == GAP


def test_an_edge_that_is_alone_in_sight_is_painted(view: Sheets) -> None:
    box = view._box(1)
    view.verticalScrollBar().setValue(box.top() + box.height())
    middle = view.viewport().width() // 2
    assert color_at(view, QPoint(middle, 0)) == "#9a9a96"
    view.verticalScrollBar().setValue(box.top() - view.viewport().height())
    assert color_at(view, QPoint(middle, view.viewport().height() - 1)) == "#9a9a96"


def test_without_pages_nothing_is_shown_and_keys_do_nothing(view: Sheets, qtbot: QtBot) -> None:
    view.show_sheets()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        qtbot.keyClick(view, key)
    turn_wheel(view, 120, QPoint(9, 9))
    view.set_fit(Fit.PAGE)
    assert (view.page, view.verticalScrollBar().maximum()) == (0, 0)
    view.show_sheets(UPRIGHT, UPRIGHT)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 1
