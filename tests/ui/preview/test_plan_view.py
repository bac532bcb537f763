"""What a person sees of the pages: where they are, what is painted, what a click tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.ui.preview.samples import make_plan

from plandraft.core.draft.export import Preset
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.model.errors import PlanError
from plandraft.io.importers.pdf_reader import read_page_lines
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.preview.fit import Fit
from plandraft.ui.preview.outputs import write_plan_pdf
from plandraft.ui.preview.plan_view import PlanView
from plandraft.ui.preview.preview_panel import PreviewPanel


@pytest.fixture
def view(qtbot: QtBot) -> PlanView:
    made = PlanView()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_plan(make_plan())
    made.grab()
    return made


@pytest.fixture
def panel(qtbot: QtBot, repository: Path) -> PreviewPanel:
    made = PreviewPanel(IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_plan(make_plan())
    return made


def first_row(view: PlanView) -> QPointF:
    """Return a point on the first row of the first page."""
    box = view._box(0)
    scale = view.scale
    return QPointF(box.left() + 120 * scale, box.top() + 118 * scale)


def picture_of(view: PlanView, page: int) -> QImage:
    """Return a page as it is painted, in and out of sight."""
    picture = QImage(view._sizes[page], QImage.Format.Format_RGB32)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    view.paint_page(painter, page)
    painter.end()
    return picture


def test_only_pages_in_sight_are_painted(view: PlanView) -> None:
    assert view.page_count == 3
    assert view.painted == 1
    view.go_to(2)
    view.grab()
    assert view.page == 2
    assert view.painted <= 3


def test_a_change_paints_the_changed_page_only(view: PlanView) -> None:
    view.set_fit(Fit.PAGE)
    view.go_to(0)
    view.grab()
    before = view.painted
    view.show_plan(make_plan(last="改了。"))
    view.grab()
    assert view.painted == before
    view.go_to(2)
    view.grab()
    assert view.painted > before


def test_ink_stands_in_the_type_area(view: PlanView) -> None:
    picture = picture_of(view, 0)
    ratio, scale = picture.devicePixelRatio(), view.scale

    def dark(left: float, top: float, right: float, bottom: float) -> bool:
        points = (
            picture.pixelColor(x, y).lightness()
            for x in range(round(left * scale * ratio), round(right * scale * ratio))
            for y in range(round(top * scale * ratio), round(bottom * scale * ratio))
        )
        return min(points) < 120

    assert dark(79, 105, 300, 135)
    assert not dark(2, 105, 70, 700), "the margin holds nothing"
    assert dark(450, 742, 520, 775), "the page number stands right below the type area"


def test_zoom_follows_the_view_until_it_is_chosen(view: PlanView) -> None:
    wide = view.zoom
    view.set_fit(Fit.PAGE)
    assert view.zoom < wide
    assert view._sizes[0].height() <= view.viewport().height()
    view.set_zoom(1.0)
    view.resize(900, 500)
    assert (view.zoom, view.fit) == (1.0, Fit.FREE)


def test_a_click_tells_the_place_and_a_margin_none(view: PlanView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.place_clicked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first_row(view).toPoint())
    assert told.args == [FlowPlace("tasks", 1)]
    assert view.place_at(QPointF(QPoint(3, 3))) is None


def test_who_draws_the_mouse_along_has_clicked_nothing(view: PlanView, qtbot: QtBot) -> None:
    told: list[object] = []
    view.place_clicked.connect(told.append)
    start = first_row(view).toPoint()
    there = start + QPoint(0, 60)
    assert view.place_at(QPointF(there)) is not None
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert told == []
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(2, 1))
    assert told == [FlowPlace("tasks", 1)]


def test_the_section_asked_for_is_shown_until_its_page_is_left(view: PlanView) -> None:
    told: list[str] = []
    view.section_shown.connect(told.append)
    view.show_plan(make_plan(sections=("goals", "tasks", "measures")))
    assert told[-1] == "goals"
    place = FlowPlace("tasks")
    view.show_place(place)
    assert view.paged is not None
    assert view.paged.section_on(view.page) != "tasks", "it begins further down on its page"
    assert (view.section, told[-1]) == ("tasks", "tasks")
    view.show_plan(make_plan(sections=("goals", "tasks", "measures"), last="改了。"))
    assert told[-1] == "tasks"
    view.go_to(view.page + 1)
    assert told[-1] == view.paged.section_on(view.page)


def test_a_place_is_brought_into_sight_and_marked(view: PlanView) -> None:
    view.show_place(FlowPlace("tasks", 50))
    assert view.page == 2
    shown = view.grab().toImage()
    accent = QColor(LIGHT.accent).rgb()
    pixels = {shown.pixel(x, y) for x in range(shown.width()) for y in range(0, shown.height(), 4)}
    assert accent in pixels


def test_notes_widen_the_page(view: PlanView) -> None:
    before = view._sizes[0].height()
    view.show_plan(make_plan(notes=True))
    assert view._sizes[0].height() < before, "fit to width takes the strip in"
    picture = picture_of(view, 0)
    strip = (
        picture.pixelColor(x, y)
        for x in range(picture.width() * 7 // 9, picture.width())
        for y in range(picture.height() // 2)
    )
    assert any(color.blue() - color.red() > 120 for color in strip), "a bar at each note"


def test_the_list_names_pages_and_leads_to_them(panel: PreviewPanel) -> None:
    assert panel.list.count() == 3
    assert panel.list.item(1).text().startswith("2　")
    panel.list.setCurrentRow(2)
    assert panel.view.page == 2
    assert panel.count.text() == "3 / 3"
    panel.previous.click()
    assert panel.list.currentRow() == 1
    panel.show_plan(make_plan(count=10))
    assert panel.list.count() == 1
    assert panel.count.text() == "1 / 1"


def test_the_panel_says_what_is_wished_for(panel: PreviewPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.preset_chosen) as chosen:
        panel.presets.setCurrentIndex(panel.presets.findData(Preset.TRACKED.value))
    assert chosen.args == [Preset.TRACKED]
    with qtbot.waitSignal(panel.pdf_requested) as asked:
        panel.pdf.click()
    assert asked.args[0] is panel.view.paged
    panel.zooms.setCurrentIndex(panel.zooms.findData(Fit.PAGE))
    panel.zooms.activated.emit(panel.zooms.currentIndex())
    assert panel.view.fit is Fit.PAGE


def test_missing_faces_are_a_quiet_word(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.show_missing_faces(0)
    assert not panel.fonts.isVisible()
    panel.show_missing_faces(2)
    assert panel.fonts.isVisible()
    assert panel.fonts.text() == "缺 2 种字体"
    with qtbot.waitSignal(panel.fonts_requested):
        panel.fonts.click()


def test_the_pdf_has_the_same_pages_on_the_same_paper(qapp: object, tmp_path: Path) -> None:
    paged = make_plan()
    pages = read_page_lines(write_plan_pdf(paged, tmp_path / "a.pdf").read_bytes())
    assert len(pages) == 3
    assert pages[0].width == pytest.approx(595.3, abs=1)
    lines = [line.text for line in pages[0].lines]
    assert lines[0].startswith("统筹推进，按年度落实。")
    assert len(lines) == 23, "22 rows and the number"


def test_a_pdf_that_cannot_be_written_is_told(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(PlanError):
        write_plan_pdf(make_plan(), tmp_path / "no" / "a.pdf")
