"""What is taken away, replaced or stopped while a pair is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from tests.ui.shell.conftest import SittingDialogs

from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress
from plandraft.system.paths import library_file
from plandraft.ui.draft.start_view import StartView
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell.workbench import Workbench

OpenSitting = Callable[..., Workbench]
TEXT = "{city}供水规划\n\n一、现状\n海岛供水工程{how}建成，覆盖全市十二个乡镇，惠及群众四十万人。\n"


def write(path: Path, city: str, how: str) -> Path:
    path.write_text(TEXT.format(city=city, how=how), encoding="utf-8")
    return path


def message(bench: Workbench, page: str = "compare") -> str:
    return bench.window.message_strip(page).label.text()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path / "a.txt", "松屿市", "全部"), write(tmp_path / "b.txt", "云汀市", "基本")


@pytest.fixture
def pair(open_sitting: OpenSitting, files: tuple[Path, Path]) -> Workbench:
    bench = open_sitting()
    bench.open_files(files)
    assert bench.window.compare.comparison is not None
    return bench


def test_a_document_removed_from_the_library_stays_readable(
    pair: Workbench, answering: SittingDialogs
) -> None:
    page = pair.window.compare
    pair.window.show_page("library")
    pair.window.library.table.selectAll()
    pair.actions["edit.remove"].trigger()
    assert pair.services.library.list_documents() == ()
    pair.window.show_page("compare")
    assert page.comparison is not None
    assert page.head.left.placeholderText() == "松屿市供水规划"
    page.go_next()
    page.send_to_draft()
    pair.actions["file.report_html"].trigger()
    assert (answering.folder / "out.html").exists()
    page.set_reading_size(14)
    pair.set_language("en")
    assert pair.window.compare.comparison is not None
    pair.window.close()
    assert pair.settings.open_pair == ()


def test_another_language_leaves_the_pair_chosen(pair: Workbench) -> None:
    """The window is made anew, and its pages are filled before the library is listed."""
    choice = pair.compare.choice
    assert choice is not None
    pair.set_language("en")
    head = pair.window.compare.head
    assert (head.left.currentData(), head.right.currentData()) == (choice.left_id, choice.right_id)
    assert head.left.currentText() == "松屿市供水规划"
    assert head.swap.isEnabled()
    head.swap.click()
    assert pair.compare.choice == CompareChoice(choice.right_id, choice.left_id)


def test_a_damaged_library_leaves_the_templates(open_sitting: OpenSitting, tmp_path: Path) -> None:
    """Nothing can be begun, but the window says why and does not fail."""
    place = library_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"no database" * 500)
    bench = open_sitting()
    start = bench.window.draft.start
    assert not StartView(bench.window.draft.icons).create_button.isEnabled()
    assert start.template.count()
    bench.window.show_page("draft")
    for name, field in start.form.fields.items():
        field.setText(name)
    assert start.create_button.isEnabled()
    start.create_button.click()
    assert "已损坏" in message(bench, "draft")
    assert bench.window.draft.draft is None


def test_comparing_what_is_gone_keeps_what_is_shown(pair: Workbench) -> None:
    shown = pair.window.compare.comparison
    choice = pair.compare.choice
    assert choice is not None
    pair.compare.compare(CompareChoice(choice.left_id, 99))
    assert "已没有" in message(pair)
    assert pair.window.compare.comparison is shown
    assert pair.window.compare.head.right.currentText() == "云汀市供水规划"
    assert not pair.window.compare.busy.isVisible()


def test_a_file_replaced_on_disk_is_another_document(
    pair: Workbench, files: tuple[Path, Path]
) -> None:
    write(files[0], "松屿市", "提前")
    shown = pair.window.compare.comparison
    pair.library.import_paths((files[0],))
    assert len(pair.services.library.list_documents()) == 3
    assert pair.window.compare.comparison is shown
    first = next(
        one
        for one in pair.services.library.list_documents()
        if "提前" in pair.services.library.get_document(one.id).text
    )
    second = next(
        one for one in pair.services.library.list_documents() if one.title == "云汀市供水规划"
    )
    pair.compare.compare_records(first, second)
    comparison = pair.window.compare.comparison
    assert comparison is not None
    assert "提前" in comparison.left.text


class _Waiting(QObject):
    """A comparison that goes on until it is told to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = False
        self.stopped = False

    def compare(
        self,
        left: Document,
        right: Document,
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> Comparison:
        self.begun = True
        try:
            while True:
                progress.step(0.5)
        finally:
            self.stopped = True


def test_a_comparison_cancelled_half_way_leaves_the_one_before(
    open_sitting: OpenSitting,
    files: tuple[Path, Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = open_sitting(JobRunner())
    page = bench.window.compare
    bench.open_files(files)
    qtbot.waitUntil(lambda: page.comparison is not None, timeout=20_000)
    shown, choice = page.comparison, bench.compare.choice
    assert choice is not None
    waiting = _Waiting()
    monkeypatch.setattr(bench.services.comparing, "compare", waiting.compare)
    bench.compare.compare(CompareChoice(choice.right_id, choice.left_id))
    assert page.head.left.currentText() == "云汀市供水规划"
    qtbot.waitUntil(lambda: waiting.begun and page.busy.isVisible())
    page.busy.cancel.click()
    qtbot.waitUntil(lambda: waiting.stopped and not page.busy.isVisible())
    assert page.comparison is shown
    assert page.head.left.currentText() == "松屿市供水规划"
    assert page.head.right.currentText() == "云汀市供水规划"
    assert message(bench) == "已取消比对，仍显示原来的两份。"
    page.go_next()
    assert page.current is not None
    monkeypatch.undo()
    bench.compare.compare(choice)
    qtbot.waitUntil(lambda: page.comparison is not shown, timeout=20_000)
    assert page.comparison is not None
