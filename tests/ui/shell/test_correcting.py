"""Correcting documents in the whole window: from the library to the comparison and back."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from plandraft.app import make_application, make_workbench
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.details import DetailField
from plandraft.services.library import ImportReport, LibraryService
from plandraft.system.paths import settings_file
from plandraft.system.settings import load_settings
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.library.import_dialog import ImportDialog
from plandraft.ui.library.reading_dialog import ReadingDialog
from plandraft.ui.library.repair_dialog import RepairDialog
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell import library_controller
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.workbench import Workbench

BROKEN = "要把公共数据的归集、治理和开放摆在突出位置，建立健全工作机制。"
BEFORE = "松屿市数字经济发展规划\n一、总体要求\n坚持统筹推进，分步实施，全市各部门"
AFTER = "\n二、主要任务\n（一）建设城市数据平台，完善共享目录，方便群众办事。\n"
OTHER = f"云汀市数字经济发展规划\n一、总体要求\n坚持统筹推进，{BROKEN}{AFTER}"


def shifted(text: str) -> str:
    data = b"?" + text.encode("gb18030")[1:] + b"\n"
    return data.decode("gb18030", "replace").replace("\ufffd", "?").rstrip("\n")


class Answers(Dialogs):
    """Save where the test says."""

    target: Path | None = None

    def choose_target(self, *_: object) -> Path | None:
        """Return the place of the test."""
        return self.target


@pytest.fixture
def answers(qtbot: QtBot) -> Answers:
    return Answers()


@pytest.fixture
def open_bench(qtbot: QtBot, answers: Answers) -> Iterator[Callable[[], Workbench]]:
    made: list[Workbench] = []
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()

    def opened() -> Workbench:
        for old in made:
            old.window.close()
        bench = make_workbench(JobRunner(serial=True), answers)
        bench.set_language("zh_CN")
        bench.show()
        made.append(bench)
        return bench

    yield opened
    for bench in made:
        bench.window.close()
    app.setFont(font)
    app.setPalette(palette)
    app.setStyleSheet("")
    QLocale.setDefault(locale)


@pytest.fixture
def bench(open_bench: Callable[[], Workbench]) -> Workbench:
    return open_bench()


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path]:
    damaged, other = tmp_path / "松屿.txt", tmp_path / "云汀.txt"
    damaged.write_text(BEFORE + shifted(BROKEN) + AFTER, encoding="utf-8")
    other.write_text(OTHER, encoding="utf-8")
    return damaged, other


def identity_of(bench: Workbench, name: str) -> int:
    records = bench.window.library.model.records
    return next(one.id for one in records if Path(one.path).name == name)


def press(bench: Workbench, text: str) -> None:
    strip = bench.window.message_strip("library")
    next(button for button in strip.buttons if button.text().startswith(text)).click()


def test_a_repair_is_offered_after_import_and_reaches_the_comparison(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.library.import_paths(plans)
    strip = bench.window.message_strip("library")
    assert strip.message is not None
    assert "1 份有乱码，可以修复" in strip.message.text
    damaged, other = identity_of(bench, "松屿.txt"), identity_of(bench, "云汀.txt")
    bench.compare.compare(CompareChoice(damaged, other))
    press(bench, "查看修复建议")
    dialog = bench.library.correcting.dialog
    assert isinstance(dialog, RepairDialog)
    dialog.all_button.click()
    dialog.apply_button.click()
    comparison = bench.window.compare.comparison
    assert comparison is not None
    assert BROKEN[1:-1] in comparison.left.text, "what is open is compared anew"
    bench.window.library.choose((damaged,))
    assert "已修复 1 处" in bench.window.library.details.repair_button.text()
    press(bench, "撤销")
    again = bench.window.compare.comparison
    assert again is not None
    assert BROKEN[1:-1] not in again.left.text


def test_a_corrected_heading_is_shown_everywhere(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.library.import_paths(plans)
    other = identity_of(bench, "云汀.txt")
    bench.window.library.choose((other,))
    model = bench.window.library.details.outline_model
    assert model.rowCount() == 2
    bench.window.library.details.read_button.click()
    dialog = bench.library.correcting.dialog
    assert isinstance(dialog, ReadingDialog)
    block = next(
        at
        for at, one in enumerate(bench.services.library.get_document(other).blocks)
        if one.number == "二"
    )
    dialog.heading_chosen.emit(block, 0)
    assert dialog.model.rowCount() == 1
    assert bench.window.library.details.outline_model.rowCount() == 1
    dialog.close()


def test_edited_details_are_marked_in_the_library(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.library.import_paths(plans)
    both = tuple(one.id for one in bench.window.library.model.records)
    bench.library.correcting.save(both, {DetailField.KIND: "scheme", DetailField.PLACE: "砚溪"})
    records = bench.window.library.model.records
    assert {one.place for one in records} == {"砚溪"}
    assert all("place" in one.edited for one in records)
    facets = bench.window.library.facets
    assert facets.findItems("砚溪", Qt.MatchFlag.MatchRecursive)
    bench.library.correcting.save(both[:1], {DetailField.PLACE: "澜川"})
    press(bench, "撤销")
    records = bench.window.library.model.records
    assert {one.place for one in records} == {"砚溪"}
    assert all("place" in one.edited for one in records)


def test_undone_corrections_give_back_what_was_found(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.library.import_paths(plans)
    before = bench.window.library.model.records
    both = tuple(one.id for one in before)
    bench.library.correcting.save(both, {DetailField.KIND: "scheme", DetailField.PLACE: "砚溪"})
    press(bench, "撤销")
    assert bench.window.library.model.records == before


def test_what_failed_can_be_looked_at_and_saved(
    bench: Workbench, answers: Answers, tmp_path: Path
) -> None:
    bad = tmp_path / "空.txt"
    bad.write_bytes(b"")
    bench.library.import_paths((bad,))
    press(bench, "查看清单")
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ImportDialog))
    answers.target = tmp_path / "结果.txt"
    dialog.save_button.click()
    dialog.close()
    assert "空文件" in answers.target.read_text(encoding="utf-8-sig")


def test_a_new_version_of_a_file_is_compared_with_the_old_one(
    bench: Workbench, tmp_path: Path
) -> None:
    file = tmp_path / "规划.txt"
    for text in ("港口", "铁路"):
        file.write_text(f"云汀市供水规划\n一、目标\n到2030年，建成{text}。\n", encoding="utf-8")
        bench.library.import_paths((file,))
    message = bench.window.message_strip("library").message
    assert message is not None
    assert "1 份的原文件改动过" in message.text
    press(bench, "新旧对照")
    comparison = bench.window.compare.comparison
    assert comparison is not None
    assert ("港口" in comparison.left.text, "铁路" in comparison.right.text) == (True, True)
    bench.library.import_paths((file,))
    file.write_text("云汀市供水规划\n一、目标\n到2030年，建成机场。\n", encoding="utf-8")
    bench.library.import_paths((file,))
    press(bench, "移除旧版")
    assert len(bench.window.library.model.records) == 2


def test_what_was_searched_for_is_found_in_the_text(
    bench: Workbench, plans: tuple[Path, Path]
) -> None:
    bench.library.import_paths(plans)
    bench.window.library.search.setText("数据 平台")
    bench.window.library.search.returnPressed.emit()
    bench.window.library.read_requested.emit(identity_of(bench, "云汀.txt"), None)
    dialog = bench.library.correcting.dialog
    assert isinstance(dialog, ReadingDialog)
    assert dialog.find_bar.field.text() == "数据 平台"
    assert dialog.find_bar.count.text() == "第 1 处，共 3 处"
    dialog.close()


def test_a_fault_of_the_program_is_not_told_as_a_cancel(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **_more: object) -> ImportReport:
        raise RuntimeError("unforeseen")

    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: seen.append(error))
    monkeypatch.setattr(type(bench.services.library), "add_files", fail)
    bench.library.import_paths((tmp_path,))
    assert [str(error) for error in seen] == ["unforeseen"]
    assert bench.window.message_strip("library").message is None


def test_many_failures_are_told_in_a_few_lines(bench: Workbench, tmp_path: Path) -> None:
    files = tuple(tmp_path / f"空{number}.txt" for number in range(9))
    for file in files:
        file.write_bytes(b"")
    bench.library.import_paths(files)
    message = bench.window.message_strip("library").message
    assert message is not None
    assert len(message.details) == 3
    assert message.details[-1] == "其余 7 份的原因见清单"
    assert str(tmp_path) not in "".join(message.details)


def test_a_long_import_holds_up_nothing_and_is_seen_growing(
    answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    runner = JobRunner()
    bench = make_workbench(runner, answers)
    qtbot.addWidget(bench.window)
    monkeypatch.setattr(library_controller, "_LIST_ANEW_SECONDS", 0.0)
    plan = tmp_path / "规划.txt"
    plan.write_text(OTHER, encoding="utf-8")
    go_on = threading.Event()
    library = bench.services.library
    really = type(library).add_files

    def add_files(
        self: LibraryService, paths: object, progress: Progress, *, convert: bool = False
    ) -> ImportReport:
        report = really(self, (plan,), convert=convert)
        while not go_on.wait(0.05):
            progress.step(0.5, "规划.txt")
        return report

    monkeypatch.setattr(type(library), "add_files", add_files)
    try:
        bench.show()
        bench.library.import_paths((plan,))
        qtbot.waitUntil(lambda: len(bench.window.library.model.records) == 1, timeout=20_000)
        bench.library.remove((bench.window.library.model.records[0].id,))
        qtbot.waitUntil(lambda: not bench.window.library.model.records, timeout=20_000)
        assert not go_on.is_set()
    finally:
        go_on.set()
        bench.window.close()
        bench.window.deleteLater()


def test_converting_is_asked_once(
    open_bench: Callable[[], Workbench], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bench = open_bench()
    monkeypatch.setattr(library_controller, "can_be_converted", lambda _error: True)
    asked: list[bool] = []
    old = tmp_path / "旧.doc"
    failure = PlanError(ErrorCode.FILE_UNSUPPORTED, old, reason="Word 6.0/95")

    def add_files(paths: object, progress: object, *, convert: bool = False) -> ImportReport:
        asked.append(convert)
        return ImportReport(failed=() if convert else ((old, failure),))

    monkeypatch.setattr(type(bench.services.library), "add_files", staticmethod(add_files))
    bench.library.import_paths((old,))
    strip = bench.window.message_strip("library")
    (button,) = (one for one in strip.buttons if one.text().startswith("用 LibreOffice"))
    assert asked == [False], "nothing is converted before it is asked"
    menu = button.menu()
    assert menu is not None
    always = next(one for one in menu.actions() if one.text() == "以后都这样")
    always.trigger()
    assert asked == [False, True]
    bench.library.import_paths((old,))
    assert asked == [False, True, True]
    again = open_bench()
    assert load_settings(settings_file()).settings.convert_files == "always"
    assert again.library.convert_files == "always"
