"""Files dropped on any page are imported, drafts are opened, and no text takes their address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.shell.file_drop import FileDrop
from plandraft.ui.shell.workbench import Workbench

_COPY, _LEFT, _PLAIN = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def files(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def drop_on(widget: QWidget, data: QMimeData) -> bool:
    """Drag `data` over a widget and drop it; tell whether anybody took it."""
    place = widget.rect().center()
    enter = QDragEnterEvent(place, _COPY, data, _LEFT, _PLAIN)
    QApplication.sendEvent(widget, enter)
    drop = QDropEvent(QPointF(place), _COPY, data, _LEFT, _PLAIN)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted() and enter.isAccepted()


def test_only_what_lies_on_this_machine_is_taken(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    drop = FileDrop(widget)
    with qtbot.assertNotEmitted(drop.dropped):
        assert not drop_on(widget, files(QUrl("https://example.org/a.txt")))
    with qtbot.waitSignal(drop.dropped) as told:
        assert drop_on(widget, files(QUrl.fromLocalFile("/a.txt"), QUrl.fromLocalFile("/更多")))
    assert told.args[0] == (Path("/a.txt"), Path("/更多"))


@pytest.mark.parametrize("page", ["library", "compare", "draft", "families"])
def test_a_plan_is_imported_from_any_page(
    open_sitting: Callable[..., Workbench], tmp_path: Path, page: str
) -> None:
    bench = open_sitting()
    plan = tmp_path / "a.txt"
    plan.write_text("松屿市供水规划\n\n一、现状\n海岛供水工程全部建成。\n", encoding="utf-8")
    bench.window.show_page(page)
    assert drop_on(bench.window, files(QUrl.fromLocalFile(str(plan))))
    assert bench.window.page == "library"
    assert [one.title for one in bench.services.library.list_documents()] == ["松屿市供水规划"]


def test_a_draft_is_opened_and_its_address_is_not_written(
    open_sitting: Callable[..., Workbench], tmp_path: Path
) -> None:
    bench = open_sitting()
    slots = (("城市", "松屿市"), ("领域", "供水"))
    bench.window.draft.create_requested.emit(NewDraftRequest("municipal_special_plan", slots))
    draft = bench.window.draft.draft
    assert draft is not None
    path = tmp_path / "a.plandraft"
    bench.services.drafting.save_file(path, draft)
    data = files(QUrl.fromLocalFile(str(path)))
    editor = bench.window.draft.editor.sheet.views()[0].editor
    assert data.hasText(), "Qt makes text of addresses"
    assert not editor.canInsertFromMimeData(data)
    assert editor.canInsertFromMimeData(_text("一段文字"))
    assert drop_on(bench.window, data)
    assert len(bench.services.drafting.list_drafts()) == 2


def _text(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data
