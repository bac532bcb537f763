"""What is remembered of the window is on the disk before the window is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.shell.conftest import SittingDialogs

from plandraft.core.draft.page_flow import FlowPlace
from plandraft.system.paths import settings_file
from plandraft.system.settings import Settings, load_settings
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.shell import dialogs, settings_keeper
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.restoring import read_place
from plandraft.ui.shell.settings_keeper import SettingsKeeper
from plandraft.ui.shell.workbench import Workbench

OpenSitting = Callable[..., Workbench]


def test_it_writes_what_has_changed_and_stops(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_keeper, "KEEP_EACH_MS", 5)
    now = [Settings()]
    written: list[Settings] = []
    keeper = SettingsKeeper(JobRunner(serial=True), lambda: now[0], written.append)
    qtbot.waitUntil(lambda: len(written) == 1)
    qtbot.wait(30)
    assert len(written) == 1, "nothing changed"
    now[0] = Settings(last_page="draft")
    qtbot.waitUntil(lambda: len(written) == 2)
    keeper.stop()
    now[0] = Settings(last_page="compare")
    qtbot.wait(30)
    assert [one.last_page for one in written] == ["library", "draft"]


def test_a_sitting_that_was_cut_off_goes_on_where_it_was(open_sitting: OpenSitting) -> None:
    bench = open_sitting()
    slots = (("城市", "松屿市"), ("领域", "供水"))
    bench.window.draft.create_requested.emit(NewDraftRequest("municipal_special_plan", slots))
    editor = bench.window.draft.editor
    goal = editor.model.rows[6].id
    editor.go_to_section(goal)
    place = editor.current_place
    bench._keeper.keep()
    # No word to the window: the machine stopped here.
    kept = load_settings(settings_file()).settings
    assert kept.last_page == "draft"
    assert read_place(kept.draft_place) == place
    again = open_sitting()
    again.open_files(())
    assert again.window.page == "draft"
    assert again.window.draft.editor.current_place == place
    assert place.section == goal


@pytest.mark.parametrize("text", ["", "[]", "{", '{"section": 1, "block": 2}', '{"section": "a"}'])
def test_a_place_that_makes_no_sense_is_none(text: str) -> None:
    assert read_place(text) is None
    assert read_place('{"section": "a", "block": 3}') == FlowPlace("a", 3)


def test_folders_are_remembered(
    open_sitting: OpenSitting, answering: SittingDialogs, tmp_path: Path
) -> None:
    bench = open_sitting()
    answering.import_folder, answering.output_folder = str(tmp_path), str(tmp_path / "out")
    bench.window.close()
    answering.import_folder = answering.output_folder = ""
    open_sitting()
    assert answering.import_folder == str(tmp_path)
    assert answering.output_folder == str(tmp_path / "out")


def test_dialogs_begin_where_the_last_one_ended(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never in the folder that the program was started in."""
    asked: list[str] = []

    class Chooser:
        """Take the first file that fits."""

        @staticmethod
        def getOpenFileNames(_parent: object, _title: str, where: str, _kinds: str) -> object:
            asked.append(where)
            return [str(tmp_path / "in" / "a.txt")], ""

        @staticmethod
        def getSaveFileName(_parent: object, _title: str, where: str, _kinds: str) -> object:
            asked.append(where)
            return str(tmp_path / "out" / "b.docx"), ""

    monkeypatch.setattr(dialogs, "QFileDialog", Chooser)
    monkeypatch.setattr(dialogs, "documents", lambda: str(tmp_path))
    asks = Dialogs()
    for _ in range(2):
        asks.choose_documents(None)  # type: ignore[arg-type]
        asks.choose_target(None, "报告", ".docx")  # type: ignore[arg-type]
    names = [str(tmp_path), tmp_path / "报告.docx", tmp_path / "in", tmp_path / "out" / "报告.docx"]
    assert asked == [str(name) for name in names]
