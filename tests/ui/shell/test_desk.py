"""How a written report and an error are told."""

from __future__ import annotations

import pytest
from tests.ui.shell.conftest import SittingDialogs

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.workbench import Workbench


def desk_of(bench: Workbench, answering: SittingDialogs, language: str = "zh_CN") -> Desk:
    return Desk(bench.services, bench._runner, answering, bench.window, answering.folder, language)


@pytest.mark.parametrize("page", ["compare", "families"])
def test_a_written_report_can_be_opened_or_its_folder(
    sitting: Workbench, answering: SittingDialogs, page: str
) -> None:
    path = answering.folder / "报告.pdf"
    strip = sitting.window.message_strip(page)
    desk_of(sitting, answering).show_written(page, path)
    assert str(path) in strip.label.text()
    assert [one.text() for one in strip.buttons] == ["打开文件", "打开文件夹"]
    strip.buttons[0].click()
    desk_of(sitting, answering).show_written(page, path)
    strip.buttons[1].click()
    assert answering.opened == [path, path.parent]


def test_errors_are_told_in_the_language_of_the_window(
    sitting: Workbench, answering: SittingDialogs
) -> None:
    error = PlanError(ErrorCode.FILE_MISSING, answering.folder / "甲.txt")
    strip = sitting.window.message_strip("draft")
    desk_of(sitting, answering).show_error("draft", error)
    assert "找不到文件" in strip.label.text()
    assert strip.property("kind") == "error"
    desk_of(sitting, answering, "en").show_error("draft", error)
    assert "File not found" in strip.label.text()


@pytest.mark.parametrize("number", [0, 1])
def test_what_does_not_open_is_told(
    sitting: Workbench, answering: SittingDialogs, number: int
) -> None:
    answering.opens = False
    path = answering.folder / "报告.pdf"
    strip = sitting.window.message_strip("compare")
    desk_of(sitting, answering).show_written("compare", path)
    strip.buttons[number].click()
    assert "打不开" in strip.label.text()
    assert strip.property("kind") == "error"
    sitting.window.show_page("library")
    sitting.actions["help.log"].trigger()
    assert "打不开" in sitting.window.message_strip("library").label.text()
