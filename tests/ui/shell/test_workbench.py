"""The whole window on real services: a sitting from import to export, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plandraft.app import make_application, make_workbench
from plandraft.system.paths import settings_file
from plandraft.system.settings import load_settings
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.palette import DARK
from plandraft.ui.models.picks import CompareChoice, TextPick
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.keys_dialog import KeysDialog
from plandraft.ui.shell.workbench import Workbench

FIRST = """松屿市供水发展规划

一、供水现状
海岛供水工程全部建成，覆盖全市十二个乡镇，惠及群众四十万人。
"""
SECOND = """云汀市供水发展规划

一、供水现状
海岛供水工程基本建成，覆盖全市十六个乡镇，惠及群众五十万人。
"""
SLOTS = (("城市", "松屿市"), ("领域", "供水"))


class Answers(Dialogs):
    """Answer in the user's place and remember what was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: tuple[Path, ...] = ()
        self.draft: Path | None = None
        self.folder = Path()
        self.opened: list[Path] = []
        self.asked: list[str] = []

    def choose_documents(self, parent: QWidget) -> tuple[Path, ...]:
        return self.documents

    def choose_folder(self, parent: QWidget) -> tuple[Path, ...]:
        return self.documents

    def choose_draft(self, parent: QWidget) -> Path | None:
        return self.draft

    def choose_target(self, parent: QWidget, title: str, suffix: str) -> Path | None:
        self.asked.append(title)
        return self.folder / f"out{suffix}"

    def open_path(self, path: Path) -> bool:
        self.opened.append(path)
        return True


@pytest.fixture
def answers(qtbot: QtBot, tmp_path: Path) -> Answers:
    made = Answers()
    made.folder = tmp_path
    return made


@pytest.fixture
def open_bench(qtbot: QtBot, answers: Answers) -> Iterator[Callable[[], Workbench]]:
    made: list[Workbench] = []
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()

    def opened() -> Workbench:
        bench = make_workbench(JobRunner(serial=True), answers)
        bench.show()
        made.append(bench)
        return bench

    yield opened
    for bench in made:
        bench.window.close()
        bench.window.deleteLater()
        app.styleHints().colorSchemeChanged.disconnect(bench._on_scheme_changed)
    app.setStyleSheet("")
    app.setFont(font)
    app.setPalette(palette)
    QLocale.setDefault(locale)


@pytest.fixture
def bench(open_bench: Callable[[], Workbench]) -> Workbench:
    return open_bench()


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "松屿.txt", tmp_path / "云汀.txt")
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def titles(bench: Workbench) -> list[str]:
    return [record.title for record in bench.window.library.model.records]


def message(bench: Workbench, page: str) -> str:
    return bench.window.message_strip(page).label.text()


def press(bench: Workbench, page: str, text: str) -> None:
    buttons = bench.window.message_strip(page).buttons
    next(button for button in buttons if button.text() == text).click()


def start_draft(bench: Workbench) -> None:
    request = NewDraftRequest("municipal_special_plan", SLOTS)
    bench.window.draft.create_requested.emit(request)


def export(bench: Workbench, target: Path) -> None:
    """Export the open draft to `target` through the dialog."""
    bench.actions["file.export"].trigger()
    dialog = bench.draft.exports.dialog
    assert dialog is not None
    assert dialog.path.text().endswith("松屿市“十五五”供水规划.docx")
    dialog.path.setText(str(target))
    dialog.export_button.click()


def test_a_sitting(bench: Workbench, answers: Answers, plans: tuple[Path, Path]) -> None:
    answers.documents = plans
    bench.actions["file.import"].trigger()
    assert message(bench, "library") == "已导入 2 份。"
    assert sorted(titles(bench)) == ["云汀市供水发展规划", "松屿市供水发展规划"]
    assert len(bench.window.library.table.chosen()) == 2
    bench.actions["edit.compare"].trigger()
    assert bench.window.page == "compare"
    comparison = bench.window.compare.comparison
    assert comparison is not None
    assert comparison.rows
    start_draft(bench)
    assert bench.window.page == "draft"
    bench.actions["view.compare"].trigger()
    pick = TextPick(comparison.left, comparison.rows[0].passage.left)
    bench.window.compare.send_to_draft_requested.emit(pick)
    assert message(bench, "compare").startswith("已插入")
    press(bench, "compare", "去草稿")
    assert bench.window.page == "draft"
    target = answers.folder / "out.docx"
    export(bench, target)
    assert target.stat().st_size > 0
    assert "已导出" in message(bench, "draft")
    assert "还有没填的要素" in message(bench, "draft")
    press(bench, "draft", "打开文件")
    assert answers.opened == [target]


def test_an_insert_can_be_undone_or_go_elsewhere(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.open_files(plans)
    comparison = bench.window.compare.comparison
    assert comparison is not None
    assert comparison.left.title == "松屿市供水发展规划", "in the order they were given"
    start_draft(bench)
    before = bench.window.draft.draft
    pick = TextPick(comparison.left, comparison.rows[0].passage.left)
    bench.draft.insert(pick, "compare")
    menu = bench.window.message_strip("compare").buttons[1].menu()
    assert menu is not None
    goal = next(action for action in menu.actions() if "存在问题" in action.text())
    goal.trigger()
    draft = bench.window.draft.draft
    assert draft is not None
    filled = [s.id for s in draft.sections for b in s.blocks if b.provenance is not None]
    assert set(filled) == {"basis.problems"}
    press(bench, "compare", "撤销")
    assert before is not None
    assert bench.window.draft.draft is not None
    assert bench.window.draft.draft.sections == before.sections


def test_the_offer_to_undo_an_insert_ends_with_the_next_change(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.open_files(plans)
    comparison = bench.window.compare.comparison
    assert comparison is not None
    start_draft(bench)
    bench.draft.insert(TextPick(comparison.left, comparison.rows[0].passage.left), "draft")
    assert bench.window.message_strip("draft").message is not None
    view = bench.window.draft.editor.sheet.view("basis.problems")
    assert view is not None
    view.editor.insertPlainText("管网老化。")
    assert bench.window.message_strip("draft").message is None


def test_a_pick_without_a_draft_waits_for_one(bench: Workbench, plans: tuple[Path, Path]) -> None:
    bench.open_files(plans)
    comparison = bench.window.compare.comparison
    assert comparison is not None
    pick = TextPick(comparison.left, comparison.rows[0].passage.left)
    bench.window.compare.send_to_draft_requested.emit(pick)
    assert bench.window.page == "draft"
    assert "先打开或新建" in message(bench, "draft")
    start_draft(bench)
    draft = bench.window.draft.draft
    assert draft is not None
    assert any(b.provenance for s in draft.sections for b in s.blocks)


def test_bad_files_are_named_with_what_to_do(bench: Workbench, tmp_path: Path) -> None:
    bad = tmp_path / "空.txt"
    bad.write_bytes(b"")
    missing = tmp_path / "没有.txt"
    bench.library.import_paths((bad, missing))
    text = message(bench, "library")
    assert text.startswith("2 份未能导入。")
    assert "空.txt”是空文件" in text
    assert "找不到文件" in text


def test_a_folder_is_imported_and_a_file_is_kept_once(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.library.import_paths((plans[0].parent,))
    assert len(titles(bench)) == 2
    bench.library.import_paths((plans[0],))
    assert message(bench, "library") == "1 份内容已在资料库中，没有重复导入。"
    assert len(titles(bench)) == 2


def test_removing_is_undone(bench: Workbench, plans: tuple[Path, Path]) -> None:
    bench.library.import_paths((plans[0],))
    bench.actions["edit.remove"].trigger()
    assert titles(bench) == []
    press(bench, "library", "撤销")
    assert titles(bench) == ["松屿市供水发展规划"]


def test_searching_finds_words_of_the_text(bench: Workbench, plans: tuple[Path, Path]) -> None:
    bench.library.import_paths(plans)
    bench.window.library.search.setText("十六个")
    bench.window.library._search_now()
    assert titles(bench) == ["云汀市供水发展规划"]
    assert bench.window.status.text.text() == "找到 1 份，共 2 份文档"
    assert bench.window.compare.head is not None
    bench.window.library.search.clear()
    bench.window.library._search_now()
    assert len(titles(bench)) == 2


def test_passages_are_found_and_inserted(bench: Workbench, plans: tuple[Path, Path]) -> None:
    bench.library.import_paths(plans)
    start_draft(bench)
    bench.actions["edit.find_passage"].trigger()
    candidates = bench.window.draft.editor.candidates
    candidates.search.setText("海岛 十六个")
    candidates._search_now()
    assert candidates.note.text() == "找到 1 段。"
    bench.window.draft.editor.go_to_section("basis.problems")
    candidates.insert_requested.emit(bench.services.library.search_passages("海岛 十六个")[0])
    draft = bench.window.draft.draft
    assert draft is not None
    section = next(one for one in draft.sections if one.id == "basis.problems")
    assert "十六个乡镇" in section.blocks[-1].text


def test_a_draft_is_saved_and_opened_again(
    open_bench: Callable[[], Workbench], qtbot: QtBot
) -> None:
    bench = open_bench()
    start_draft(bench)
    view = bench.window.draft.editor.sheet.view("basis.problems")
    assert view is not None
    view.editor.insertPlainText("管网老化。")
    bench.window.close()
    again = open_bench()
    (record,) = again.services.drafting.list_drafts()
    item = again.window.draft.start.drafts.item(0)
    assert item.text().startswith("松屿市“十五五”供水规划")
    again.draft.open(record.id)
    view = again.window.draft.editor.sheet.view("basis.problems")
    assert view is not None
    assert view.editor.toPlainText() == "管网老化。"


def test_a_draft_file_goes_out_and_comes_back(bench: Workbench, answers: Answers) -> None:
    start_draft(bench)
    bench.actions["file.save_draft"].trigger()
    target = answers.folder / "out.plandraft"
    assert target.is_file()
    answers.draft = target
    bench.actions["file.open_draft"].trigger()
    assert len(bench.services.drafting.list_drafts()) == 2
    assert bench.window.draft.title.text() == "松屿市“十五五”供水规划"


def test_a_removed_draft_comes_back(bench: Workbench) -> None:
    start_draft(bench)
    bench.actions["file.new_draft"].trigger()
    (record,) = bench.services.drafting.list_drafts()
    bench.window.draft.remove_requested.emit(record.id)
    assert bench.window.draft.start.drafts.count() == 0
    press(bench, "draft", "撤销")
    assert bench.window.draft.start.drafts.count() == 1


def test_an_export_that_fails_says_why(bench: Workbench, answers: Answers) -> None:
    start_draft(bench)
    export(bench, answers.folder / "没有这个文件夹" / "out.docx")
    assert "没有这个文件夹" in message(bench, "draft")
    assert bench.window.message_strip("draft").property("kind") == "error"


def test_a_report_is_written(bench: Workbench, answers: Answers, plans: tuple[Path, Path]) -> None:
    assert not bench.actions["file.report_html"].isEnabled()
    bench.open_files(plans)
    bench.actions["file.report_html"].trigger()
    assert "报告已写好" in message(bench, "compare")
    assert "松屿市" in (answers.folder / "out.html").read_text(encoding="utf-8")


def test_a_document_that_is_gone_is_told_on_the_page(bench: Workbench) -> None:
    bench.compare.compare(CompareChoice(98, 99))
    assert "已没有" in message(bench, "compare")
    assert not bench.window.compare.busy.isVisible()


def test_undo_of_the_menu_works_in_the_draft_only(bench: Workbench) -> None:
    start_draft(bench)
    view = bench.window.draft.editor.sheet.view("basis.problems")
    assert view is not None
    view.editor.insertPlainText("管网老化。")
    assert bench.actions["edit.undo"].isEnabled()
    bench.actions["view.library"].trigger()
    assert not bench.actions["edit.undo"].isEnabled()
    bench.actions["view.draft"].trigger()
    bench.actions["edit.undo"].trigger()
    assert view.editor.toPlainText() == ""


@pytest.mark.parametrize(
    ("key", "page"),
    [(Qt.Key.Key_1, "library"), (Qt.Key.Key_2, "compare"), (Qt.Key.Key_3, "draft")],
)
def test_pages_have_keys(bench: Workbench, qtbot: QtBot, key: Qt.Key, page: str) -> None:
    bench.window.show_page("compare" if page == "library" else "library")
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    qtbot.keyClick(bench.window, key, Qt.KeyboardModifier.ControlModifier)
    assert bench.window.page == page
    assert bench.actions[f"view.{page}"].isChecked()


def test_theme_language_and_page_survive_a_restart(
    open_bench: Callable[[], Workbench], plans: tuple[Path, Path]
) -> None:
    bench = open_bench()
    bench.open_files(plans)
    start_draft(bench)
    bench.actions["view.theme_dark"].trigger()
    bench.actions["view.language_en"].trigger()
    assert bench.window.menuBar().actions()[0].text() == "&File"
    assert bench.window.page == "draft", "what was open is open"
    assert bench.window.draft.title.text() == "松屿市“十五五”供水规划"
    assert bench.window.compare.comparison is not None
    bench.actions["view.compare"].trigger()
    bench.window.draft.set_reading_size(15)
    bench.window.close()
    kept = load_settings(settings_file()).settings
    assert (kept.theme, kept.language, kept.last_page) == ("dark", "en", "compare")
    assert kept.splitters
    assert kept.text_size == 15
    again = open_bench()
    assert again.window.page == "compare"
    assert again.window.menuBar().actions()[0].text() == "&File"
    assert make_application().palette().window().color().name() == DARK.window
    again.actions["view.language_zh_CN"].trigger()
    assert again.window.menuBar().actions()[0].text() == "文件(&F)"


def test_what_was_open_is_open_after_a_restart(
    open_bench: Callable[[], Workbench], plans: tuple[Path, Path]
) -> None:
    bench = open_bench()
    bench.open_files(plans)
    start_draft(bench)
    bench.actions["view.library"].trigger()
    bench.window.compare.set_reading_size(17)
    bench.window.close()
    again = open_bench()
    again.open_files(())
    assert again.window.page == "library"
    assert again.window.draft.draft is not None
    assert again.window.compare.comparison is not None
    assert again.window.compare.comparison.left.title == "松屿市供水发展规划"
    assert again.window.compare.reading_size == 17
    again.actions["file.new_draft"].trigger()
    again.window.close()
    third = open_bench()
    third.open_files(())
    assert third.window.draft.draft is None, "the draft was closed before the end"


def test_what_is_gone_is_not_missed_at_the_start(
    open_bench: Callable[[], Workbench], plans: tuple[Path, Path]
) -> None:
    bench = open_bench()
    bench.open_files(plans)
    start_draft(bench)
    identity = bench.services.drafting.list_drafts()[0].id
    gone = tuple(record.id for record in bench.window.library.model.records)
    bench.library.remove(gone)
    bench.window.close()
    bench.services.drafting.remove(identity)
    again = open_bench()
    again.open_files(())
    assert again.window.compare.comparison is None
    for page in ("library", "compare", "draft"):
        assert again.window.message_strip(page).message is None


def test_what_was_imported_is_chosen_when_jobs_run_in_threads(
    answers: Answers, plans: tuple[Path, Path], qtbot: QtBot
) -> None:
    runner = JobRunner()
    bench = make_workbench(runner, answers)
    qtbot.addWidget(bench.window)
    try:
        bench.show()
        bench.library.import_paths(plans)
        qtbot.waitUntil(lambda: len(bench.window.library.model.records) == 2, timeout=20_000)
        qtbot.waitUntil(lambda: not runner.is_running("library-list"), timeout=20_000)
        assert len(bench.window.library.table.chosen()) == 2
    finally:
        bench.window.close()
        bench.window.deleteLater()


def test_an_offer_does_not_outlive_its_draft(bench: Workbench, plans: tuple[Path, Path]) -> None:
    bench.open_files(plans)
    comparison = bench.window.compare.comparison
    assert comparison is not None
    start_draft(bench)
    bench.draft.insert(TextPick(comparison.left, comparison.rows[0].passage.left), "draft")
    assert bench.window.message_strip("draft").message is not None
    bench.actions["file.new_draft"].trigger()
    assert bench.window.message_strip("draft").message is None


def test_the_palette_moves_through_a_comparison(bench: Workbench, plans: tuple[Path, Path]) -> None:
    bench.actions["view.palette"].trigger()
    assert "下一处" not in bench.window.palette_box.names(), "nothing is compared yet"
    bench.open_files(plans)
    page = bench.window.compare
    bench.actions["view.palette"].trigger()
    palette = bench.window.palette_box
    for name in ("下一处", "上一处", "两侧同步滚动", "左右对调", "放大文字", "送入草稿"):
        assert name in palette.names(), name
    was = page.head.in_step.isChecked()
    bench.actions["pair.in_step"].trigger()
    assert page.head.in_step.isChecked() is not was
    before = page.reading_size
    bench.actions["view.larger"].trigger()
    assert page.reading_size == before + 1
    bench.actions["view.normal_size"].trigger()
    assert page.reading_size == before
    page.set_current(None)
    bench.actions["pair.next"].trigger()
    assert page.current == 0


def test_keys_of_a_page_are_not_taken_by_the_menu(
    bench: Workbench, plans: tuple[Path, Path], qtbot: QtBot
) -> None:
    bench.open_files(plans)
    page = bench.window.compare
    page.set_current(None)
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    page.stage.left.setFocus()
    qtbot.keyClick(page.stage.left, Qt.Key.Key_F8)
    assert page.current == 0


@pytest.mark.parametrize("name", ["library", "compare", "draft"])
def test_a_page_takes_the_keyboard(
    bench: Workbench, plans: tuple[Path, Path], qtbot: QtBot, name: str
) -> None:
    bench.open_files(plans)
    start_draft(bench)
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.window.show_page("library" if name == "draft" else "draft")
    bench.actions[f"view.{name}"].trigger()
    focus = bench.window.focusWidget()
    assert focus is not None
    assert getattr(bench.window, name).isAncestorOf(focus)


def test_the_keyboard_begins_on_the_page(
    bench: Workbench, plans: tuple[Path, Path], qtbot: QtBot
) -> None:
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    assert bench.window.focusWidget() is bench.window.library.import_button
    bench.library.import_paths(plans)
    assert bench.window.focusWidget() is bench.window.library.table


def test_the_palette_gives_the_keyboard_back(bench: Workbench, qtbot: QtBot) -> None:
    start_draft(bench)
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    before = bench.window.focusWidget()
    assert before is not None
    bench.actions["view.palette"].trigger()
    palette = bench.window.palette_box
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert before.hasFocus()
    bench.actions["view.palette"].trigger()
    qtbot.keyClicks(palette.field, "theme_dark")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert before.hasFocus()
    assert bench.settings.theme == "dark"


def test_tab_leads_from_the_search_to_what_was_found(
    bench: Workbench, plans: tuple[Path, Path], qtbot: QtBot
) -> None:
    bench.library.import_paths(plans)
    start_draft(bench)
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.actions["edit.find_passage"].trigger()
    candidates = bench.window.draft.editor.candidates
    candidates.search.setText("海岛")
    candidates._search_now()
    assert len(candidates.cards()) == 2
    qtbot.waitUntil(candidates.cards()[1].isVisible)
    for card in candidates.cards():
        qtbot.keyClick(bench.window.focusWidget(), Qt.Key.Key_Tab)
        focus = bench.window.focusWidget()
        assert focus is not None
        assert card.isAncestorOf(focus)


@pytest.mark.parametrize("name", ["library", "compare", "draft"])
def test_every_page_fits_a_small_screen(
    bench: Workbench, plans: tuple[Path, Path], name: str
) -> None:
    bench.open_files(plans)
    start_draft(bench)
    bench.window.show_page(name)
    bench.window.resize(800, 560)
    assert bench.window.width() == 800
    assert bench.window.minimumSizeHint().width() <= 800


def test_the_samples_can_be_opened(bench: Workbench) -> None:
    bench.window.library.samples_requested.emit()
    assert len(titles(bench)) >= 4


def test_help_shows_the_keys(bench: Workbench, qtbot: QtBot) -> None:
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    qtbot.keyClick(bench.window, Qt.Key.Key_F1)
    dialog = bench.window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_an_empty_comparison_leads_to_the_library(bench: Workbench) -> None:
    bench.window.show_page("compare")
    (button,) = bench.window.compare.empty.buttons
    assert button.isVisible()
    button.click()
    assert bench.window.page == "library"


@pytest.mark.slow
def test_the_program_starts_paints_and_ends(plans: tuple[Path, Path]) -> None:
    command = [sys.executable, "-m", "plandraft", "--smoke", *plans]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
