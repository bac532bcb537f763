"""What of the window comes back after a restart, and after damage."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from plandraft import app
from plandraft.system.paths import settings_file
from plandraft.system.settings import LoadedSettings, Settings, load_settings, save_settings
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.shell.reading_font import ReadingFontDialog
from plandraft.ui.shell.restoring import read_json
from plandraft.ui.shell.workbench import Workbench

OpenSitting = Callable[..., Workbench]


def test_the_whole_screen_is_taken_and_remembered(open_sitting: OpenSitting, qtbot: QtBot) -> None:
    bench = open_sitting()
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    qtbot.keyClick(bench.window, Qt.Key.Key_F11)
    assert bench.window.isFullScreen()
    assert bench.actions["view.full_screen"].isChecked()
    again = open_sitting()
    assert again.window.isFullScreen()
    assert again.actions["view.full_screen"].isChecked()
    again.actions["view.full_screen"].trigger()
    assert not again.window.isFullScreen()
    assert not again.actions["view.full_screen"].isChecked()


def test_a_window_of_another_screen_fits_this_one(open_sitting: OpenSitting) -> None:
    """Closed on a screen of 3840 pixels; Qt takes nothing from there."""
    geometry = (
        "AdnQywADAAAAAAAAAAAAAAAABVEAAAN0AAAAAQAAABQAAAVQAAADbwAAAAAAAAAADwAAAAABAAAAFAAABVAAAANv"
    )
    save_settings(settings_file(), Settings(window_geometry=geometry))
    window = open_sitting().window
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_the_reading_face_is_chosen_seen_at_once_and_remembered(
    open_sitting: OpenSitting, qtbot: QtBot
) -> None:
    bench = open_sitting()
    bench.actions["view.reading_font"].trigger()
    dialog = bench.window.findChild(ReadingFontDialog)
    assert dialog is not None
    face = "Noto Sans CJK SC"
    if dialog.faces.findText(face) < 0:
        pytest.skip(f"{face} is not installed")
    dialog.faces.setCurrentIndex(dialog.faces.findText(face))
    dialog.points.setValue(15)
    assert bench.window.compare._style.families[0] == face
    assert bench.window.compare.reading_size == 15
    assert bench.window.families.sources.text.font().families()[0] == face
    bench.set_theme("dark")
    bench.window.show_page("families")
    bench.window.families.show_view("sources")
    assert bench.window.families.sources.text.font().families()[0] == face
    assert bench.window.families.sources.text.font().pointSizeF() == 15
    dialog.done_button.click()
    again = open_sitting()
    assert again.window.compare._style.families[0] == face
    assert again.window.compare.reading_size == 15
    assert again.window.families.sources.reading_size == 15
    again.actions["view.reading_font"].trigger()
    dialog = again.window.findChild(ReadingFontDialog)
    assert dialog is not None
    assert dialog.faces.currentFont().family() == face
    dialog.usual.click()
    assert again.window.compare._style.family == ""
    assert again.settings.reading_family == ""
    dialog.done_button.click()


def test_several_plans_come_back_when_their_page_is_looked_at(
    open_sitting: OpenSitting,
) -> None:
    bench = open_sitting()
    bench.library.import_samples()
    bench.window.library.table.selectAll()
    bench.actions["edit.compare"].trigger()
    page = bench.window.families
    ids = page.identities
    page.mine_box.setCurrentIndex(2)
    page.show_view("matrix")
    page.matrix_view.set_threshold(33)
    bench.window.show_page("library")
    gone = next(one for one in ids if one != ids[2])
    again = open_sitting()
    again.open_files(())
    assert again.window.families.plans is None
    again.services.library.remove((int(str(gone)),))
    again.window.show_page("families")
    page = again.window.families
    assert page.plans is not None
    assert page.identities == tuple(one for one in ids if one != gone)
    assert page.identities[page.mine] == ids[2]
    assert page.matrix.isVisible()
    assert page.matrix_view.threshold == 33


def test_one_plan_alone_does_not_come_back(open_sitting: OpenSitting) -> None:
    bench = open_sitting()
    bench.library.import_samples()
    bench.window.library.table.selectAll()
    bench.actions["edit.compare"].trigger()
    ids = [int(str(one)) for one in bench.window.families.identities]
    bench.services.library.remove(ids[1:])
    again = open_sitting()
    again.open_files(())
    again.window.show_page("families")
    assert again.window.families.plans is None
    assert not again.window.message_strip("families").isVisible()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="cut off"),
        pytest.param("[]", id="another value"),
        pytest.param("[" * 100_000, id="too deep"),
        pytest.param('{"theme": 7, "open_pair": ["a"], "last_page": "x"}', id="wrong values"),
        pytest.param(
            json.dumps(
                {
                    "compare_view": '{"points": "huge", "pairs": {"a:b": {"pins": 4}}, "stock": 1}',
                    "families_view": '{"view": "nothing", "mine": -3, "threshold": true}',
                    "window_geometry": "keine Geometrie",
                    "splitters": [["compare.whole", "????"]],
                    "open_families": [99, 98, 97],
                    "open_pair": [99, 98],
                    "open_draft": 77,
                    "reading_family": "没有这种字体",
                    "text_size": 4000,
                    "last_page": "families",
                }
            ),
            id="by hand",
        ),
        pytest.param('{"compare_view": "[[[", "families_view": "7"}', id="views that are none"),
    ],
)
def test_a_damaged_settings_file_opens_a_window_that_works(
    open_sitting: OpenSitting, damage: str
) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(damage, encoding="utf-8")
    bench = open_sitting()
    bench.open_files(())
    bench.library.import_samples()
    first, second = bench.services.library.list_documents()[:2]
    bench.compare.compare_records(first, second)
    assert bench.window.compare.comparison is not None
    assert bench.window.families.matrix_view.threshold == 10
    bench.window.close()
    assert load_settings(path).dropped == ()


@pytest.mark.usefixtures("open_sitting")
def test_settings_that_were_read_already_are_not_read_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_again(path: Path) -> LoadedSettings:
        raise AssertionError(path)

    monkeypatch.setattr(app, "load_settings", read_again)
    loaded = LoadedSettings(Settings(theme="dark", language="zh_CN"), ("author",))
    bench = app.make_workbench(JobRunner(serial=True), loaded=loaded)
    assert bench.settings.theme == "dark"
    bench.window.close()
    bench.set_theme("light")
    app.make_application().styleHints().colorSchemeChanged.disconnect(bench._on_scheme_changed)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "nul"])
def test_what_is_no_json_is_nothing(text: str) -> None:
    assert read_json(text) is None
