"""The window exports a draft and shows its pages, from the wish to what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plandraft.app import make_application, make_workbench
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import Preset, Wrapper
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.io.importers.pdf_reader import read_page_lines
from plandraft.ui.draft.export_dialog import ExportDialog
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.preview.fit import Fit
from plandraft.ui.shell import export_controller
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.workbench import Workbench

SLOTS = (("城市", "松屿市"), ("领域", "供水"))


class Answers(Dialogs):
    """Answer in the user's place."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def choose_target(self, parent: QWidget, title: str, suffix: str) -> Path | None:
        return self.folder / f"out{suffix}"

    def has_printer(self) -> bool:
        return False


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Workbench]:
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()
    made = make_workbench(JobRunner(serial=True), Answers(tmp_path))
    made.show()
    request = NewDraftRequest("municipal_special_plan", SLOTS)
    made.window.draft.create_requested.emit(request)
    yield made
    made.window.close()
    made.window.deleteLater()
    app.styleHints().colorSchemeChanged.disconnect(made._on_scheme_changed)
    app.setStyleSheet("")
    app.setFont(font)
    app.setPalette(palette)
    QLocale.setDefault(locale)


def draft_of(bench: Workbench) -> Draft:
    draft = bench.window.draft.draft
    assert draft is not None
    return draft


def dialog_of(bench: Workbench) -> ExportDialog:
    bench.actions["file.export"].trigger()
    dialog = bench.draft.exports.dialog
    assert dialog is not None
    return dialog


def message(bench: Workbench) -> str:
    return bench.window.message_strip("draft").label.text()


def press(bench: Workbench, text: str) -> None:
    buttons = bench.window.message_strip("draft").buttons
    next(button for button in buttons if button.text() == text).click()


def show_pages(bench: Workbench, qtbot: QtBot) -> None:
    page = bench.window.draft
    page.pages_button.setChecked(True)
    qtbot.waitUntil(lambda: page.editor.preview.view.page_count > 0)


def test_the_title_of_the_sheet_is_a_title(bench: Workbench) -> None:
    """The style sheet of the application takes off fonts that were set too early."""
    sheet = bench.window.draft.editor.sheet
    font = sheet.title.label.font()
    assert font.pointSizeF() > 1.4 * sheet.views()[0].editor.font().pointSizeF()
    assert font.bold()


def test_what_was_chosen_is_there_the_next_time(bench: Workbench, tmp_path: Path) -> None:
    dialog = dialog_of(bench)
    dialog.purposes.choose(Preset.TRACKED)
    dialog.form.wrapper.setCurrentIndex(1)
    dialog.form.notice.fields["number"].setText("松政发〔2026〕8号")
    dialog.path.setText(str(tmp_path / "一.docx"))
    dialog.export_button.click()
    assert (tmp_path / "一.docx").stat().st_size > 0
    again = dialog_of(bench)
    assert again.choice.preset is Preset.TRACKED
    assert again.choice.wrapper is Wrapper.NOTICE_ANNEX
    assert again.choice.notice.number == "松政发〔2026〕8号"
    assert Path(again.path.text()).parent == tmp_path
    again.reject()


def test_the_layout_of_an_export_can_be_checked(bench: Workbench, tmp_path: Path) -> None:
    dialog = dialog_of(bench)
    dialog.path.setText(str(tmp_path / "一.docx"))
    dialog.export_button.click()
    press(bench, "检查版面")
    assert "GB/T 9704" in message(bench)


def test_an_obstacle_leads_to_its_field_or_section(bench: Workbench) -> None:
    dialog = dialog_of(bench)
    rows = {row.accessibleName(): row for row in dialog.obstacles.rows}
    next(row for name, row in rows.items() if "牵头部门" in name).click()
    editor = bench.window.draft.editor
    assert editor.tabs.currentWidget() is editor.guide
    assert bench.window.focusWidget() is editor.guide.form.fields["牵头部门"]
    dialog = dialog_of(bench)
    rows = {row.accessibleName(): row for row in dialog.obstacles.rows}
    next(row for name, row in rows.items() if "存在问题" in name).click()
    assert editor.current_section == "basis.problems"


def test_pages_follow_the_draft(bench: Workbench, qtbot: QtBot) -> None:
    show_pages(bench, qtbot)
    view = bench.window.draft.editor.preview.view
    paged = view.paged
    assert paged is not None
    title = next(row.paragraph.text for row in paged.pages[0].rows if row.paragraph.text.strip())
    assert title == "松屿市“十五五”供水规划"
    editor = bench.window.draft.editor
    editor.go_to_section("basis.problems")
    editor._on_slot_edited("领域", "防洪")
    qtbot.waitUntil(lambda: view.paged is not paged)
    assert view.paged is not None
    assert view.paged.title == "松屿市“十五五”防洪规划"


def test_a_click_on_a_page_leads_into_the_text_and_back(bench: Workbench, qtbot: QtBot) -> None:
    show_pages(bench, qtbot)
    page, editor = bench.window.draft, bench.window.draft.editor
    section = next(s for s in draft_of(bench).sections if len(s.blocks) > 1)
    place = FlowPlace(section.id, section.blocks[1].id)
    editor.preview.view.place_clicked.emit(place)
    assert not page.pages_button.isChecked()
    assert editor.sheet.isVisible()
    assert editor.current_place == place
    page.pages_button.setChecked(True)
    assert editor.preview.view._place == place


def test_pages_have_the_room_of_the_panels_for_writing(bench: Workbench, qtbot: QtBot) -> None:
    page = bench.window.draft
    show_pages(bench, qtbot)
    assert not page.editor.tabs.isVisible()
    assert page.editor.outline.isVisible()
    page.pages_button.setChecked(False)
    assert page.editor.tabs.isVisible()


def test_the_purpose_of_the_pages_is_remembered(bench: Workbench, qtbot: QtBot) -> None:
    show_pages(bench, qtbot)
    panel = bench.window.draft.editor.preview
    panel.presets.setCurrentIndex(panel.presets.findData(Preset.TRACKED.value))
    assert bench.draft.exports.choice().preset is Preset.TRACKED


def test_the_dialog_leads_to_its_pages(bench: Workbench, qtbot: QtBot) -> None:
    dialog = dialog_of(bench)
    dialog.form.wrapper.setCurrentIndex(1)
    dialog.form.notice.fields["signature"].setText("松屿市人民政府")
    dialog.preview_button.click()
    view = bench.window.draft.editor.preview.view
    qtbot.waitUntil(lambda: view.page_count > 0)
    assert view.paged is not None
    texts = [row.paragraph.text for row in view.paged.pages[0].rows]
    assert "松屿市人民政府文件" in texts


def test_pages_become_a_pdf_and_no_printer_is_told(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    show_pages(bench, qtbot)
    panel = bench.window.draft.editor.preview
    panel.pdf.click()
    assert "out.pdf" in message(bench)
    pages = read_page_lines((tmp_path / "out.pdf").read_bytes())
    assert len(pages) == panel.view.page_count
    panel.print.click()
    assert "没有打印机" in panel.note.text()


def test_another_draft_has_pages_of_its_own(bench: Workbench, qtbot: QtBot) -> None:
    show_pages(bench, qtbot)
    request = NewDraftRequest("municipal_special_plan", (("城市", "云汀市"), ("领域", "防洪")))
    bench.window.draft.create_requested.emit(request)
    assert not bench.window.draft.pages_button.isChecked()
    bench.window.draft.pages_button.setChecked(True)
    view = bench.window.draft.editor.preview.view
    qtbot.waitUntil(lambda: view.paged is not None and "云汀市" in view.paged.title)


def test_the_true_pdf_is_offered_and_asked_for(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_source: Path, target: Path, _progress: object) -> Path:
        target.write_bytes(b"%PDF")
        return target

    monkeypatch.setattr(export_controller, "can_render", lambda: True)
    monkeypatch.setattr(export_controller, "write_true_pdf", write)
    dialog = dialog_of(bench)
    dialog.path.setText(str(tmp_path / "一.docx"))
    dialog.export_button.click()
    assert not (tmp_path / "out.pdf").exists(), "offered, not silent"
    press(bench, "真实版面 PDF")
    assert (tmp_path / "out.pdf").exists()
    assert "out.pdf" in message(bench)


def test_escape_leads_back_to_the_text(bench: Workbench, qtbot: QtBot) -> None:
    bench.actions["file.pages"].trigger()
    page = bench.window.draft
    assert page.editor.preview.isVisible()
    qtbot.waitUntil(lambda: page.editor.preview.view.page_count > 0)
    page.editor.preview.view.setFocus()
    qtbot.keyClick(page.editor.preview.view, Qt.Key.Key_Escape)
    assert page.editor.sheet.isVisible()


def test_a_place_that_is_on_no_page_shows_its_section(bench: Workbench, qtbot: QtBot) -> None:
    show_pages(bench, qtbot)
    view = bench.window.draft.editor.preview.view
    view.show_place(FlowPlace("measures", 99_999))
    assert view.paged is not None
    assert view.page == view.paged.page_of(FlowPlace("measures"))


def test_the_outline_follows_the_pages(bench: Workbench, qtbot: QtBot) -> None:
    show_pages(bench, qtbot)
    editor = bench.window.draft.editor
    before = editor.current_section
    last = editor.preview.view.page_count - 1
    editor.preview.view.go_to(last)
    assert editor.preview.view.page == last
    paged = editor.preview.view.paged
    assert paged is not None
    row = editor.model.row_of(paged.section_on(last))
    assert editor.outline.currentIndex().row() == row
    bench.window.draft.pages_button.setChecked(False)
    assert editor.current_section == before
    assert editor.outline.currentIndex().row() == editor.model.row_of(before)


def test_keys_and_menu_zoom_the_pages_while_they_are_shown(bench: Workbench, qtbot: QtBot) -> None:
    page = bench.window.draft
    size = page.reading_size
    show_pages(bench, qtbot)
    preview = page.editor.preview
    preview.view.set_zoom(1.0)
    control = Qt.KeyboardModifier.ControlModifier
    for focused in (preview.view, page.editor.outline):
        focused.setFocus()
        qtbot.keyClick(focused, Qt.Key.Key_Plus, control)
    assert preview.view.zoom == pytest.approx(1.21)
    bench.actions["view.smaller"].trigger()
    assert preview.zooms.placeholderText() == "110%"
    qtbot.keyClick(preview.view, Qt.Key.Key_0, control)
    assert preview.view.fit is Fit.WIDTH
    assert page.reading_size == size, "the text stays as it is"
    page.pages_button.setChecked(False)
    qtbot.keyClick(page.editor.sheet, Qt.Key.Key_Plus, control)
    assert page.reading_size == size + 1
    bench.actions["view.normal_size"].trigger()
    assert page.reading_size == size


def test_a_section_chosen_in_the_outline_stays_chosen(bench: Workbench, qtbot: QtBot) -> None:
    editor = bench.window.draft.editor
    show_pages(bench, qtbot)
    paged = editor.preview.view.paged
    assert paged is not None
    inside = next(
        (row.id, number)
        for row in editor.model.rows
        if (number := paged.page_of(FlowPlace(row.id))) is not None
        and number > 0
        and paged.section_on(number) != row.id
    )
    editor.go_to_section(inside[0])
    assert editor.preview.view.page == inside[1]
    assert editor.outline.currentIndex().row() == editor.model.row_of(inside[0])
