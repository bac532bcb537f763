"""Opening the file that a text was read from: from the pair, the library, a draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.ui.shell.conftest import SittingDialogs

from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.models.picks import TextPick, first_words
from plandraft.ui.shell.workbench import Workbench

FIRST = "松屿市供水规划\n\n一、现状\n海岛供水工程全部建成，覆盖全市十二个乡镇，惠及群众四十万人。\n"
SECOND = (
    "云汀市供水规划\n\n一、现状\n海岛供水工程基本建成，覆盖全市十六个乡镇，惠及群众五十万人。\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "松屿.txt", tmp_path / "云汀.txt"
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def pair(open_sitting: Callable[..., Workbench], files: tuple[Path, Path]) -> Workbench:
    bench = open_sitting()
    bench.open_files(files)
    return bench


def message(bench: Workbench, page: str = "compare") -> str:
    return bench.window.message_strip(page).label.text()


def test_the_side_in_use_is_opened_with_its_words_to_look_for(
    pair: Workbench, answering: SittingDialogs, files: tuple[Path, Path]
) -> None:
    page = pair.window.compare
    page.picks.pane = page.stage.right
    pair.actions["file.original"].trigger()
    assert answering.opened == [files[1]]
    words = QGuiApplication.clipboard().text()
    assert words
    assert words in SECOND
    assert words in message(pair)
    assert "Ctrl+F" in message(pair)


def test_a_changed_original_is_opened_and_said_to_be_changed(
    pair: Workbench, answering: SittingDialogs, files: tuple[Path, Path]
) -> None:
    files[0].write_text("别的内容", encoding="utf-8")
    pair.actions["file.original"].trigger()
    assert answering.opened == [files[0]]
    assert "改动过" in message(pair)
    assert "海岛供水工程全部建成" in pair.window.compare.stage.left.page.document.text  # type: ignore[union-attr]


def test_a_missing_original_leaves_the_text(
    pair: Workbench, answering: SittingDialogs, files: tuple[Path, Path]
) -> None:
    files[0].unlink()
    pair.actions["file.original"].trigger()
    assert answering.opened == []
    assert "松屿.txt" in message(pair)
    assert "资料库里的文字不受影响" in message(pair)
    (folder,) = pair.window.message_strip("compare").buttons
    folder.click()
    assert answering.opened == [files[0].parent]
    assert pair.window.compare.comparison is not None


def test_no_program_for_it_is_told(pair: Workbench, answering: SittingDialogs) -> None:
    answering.opens = False
    pair.actions["file.original"].trigger()
    assert "没有可以打开" in message(pair)


def test_the_library_opens_what_is_chosen(
    pair: Workbench, answering: SittingDialogs, files: tuple[Path, Path]
) -> None:
    pair.window.show_page("library")
    pair.window.library.table.selectRow(0)
    assert pair.actions["file.original"].isEnabled()
    pair.actions["file.original"].trigger()
    assert answering.opened[0] in files
    files[0].write_text("甲", encoding="utf-8")
    files[1].write_text("乙", encoding="utf-8")
    pair.actions["file.original"].trigger()
    assert "改动过" in message(pair, "library")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、现状\n海岛", "一、现状"),
        ("\n\n  海岛供水工程全部建成，覆盖全市十二个乡镇", "海岛供水工程全部建成，覆盖全"),
        ("指标\t2010年\t2015年", "指标"),
        ("  \n", ""),
        ("", ""),
    ],
)
def test_first_words_are_found_in_one_line(text: str, words: str) -> None:
    assert first_words(text) == words


def test_a_source_of_a_draft_is_opened(
    pair: Workbench, answering: SittingDialogs, files: tuple[Path, Path]
) -> None:
    comparison = pair.window.compare.comparison
    assert comparison is not None
    request = NewDraftRequest("municipal_special_plan", (("城市", "松屿市"), ("领域", "供水")))
    pair.window.draft.create_requested.emit(request)
    pick = TextPick(comparison.right, comparison.rows[0].passage.right)
    pair.draft.insert(pick, "compare")
    pair.window.show_page("draft")
    source = pair.window.draft.editor.source
    draft = pair.window.draft.draft
    assert draft is not None
    block = next(
        one for section in draft.sections for one in section.blocks if one.provenance is not None
    )
    source.show_block(None, ())
    assert not source.has_source
    pair.actions["file.original"].trigger()
    assert "没有引用来源" in message(pair, "draft")
    source.show_block(block, ())
    assert source.has_source
    source.open_button.click()
    pair.actions["file.original"].trigger()
    assert answering.opened == [files[1], files[1]]
    words = QGuiApplication.clipboard().text()
    assert words
    assert block.text.startswith(words)
    assert words in message(pair, "draft")
