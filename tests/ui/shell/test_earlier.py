"""Earlier states of a draft are looked at in the window and come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from plandraft.core.draft.draft import Draft
from plandraft.services.drafting import SnapshotRecord
from plandraft.ui.draft.earlier_dialog import EarlierDialog
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.shell.workbench import Workbench


@pytest.fixture
def bench(open_sitting: Callable[..., Workbench]) -> Workbench:
    made = open_sitting()
    slots = (("城市", "松屿市"), ("领域", "供水"))
    made.window.draft.create_requested.emit(NewDraftRequest("municipal_special_plan", slots))
    return made


def text_of(bench: Workbench) -> str:
    draft = bench.window.draft.draft
    assert draft is not None
    return "\n".join(block.text for section in draft.sections for block in section.blocks)


def lose_the_first_chapters(bench: Workbench) -> str:
    before = text_of(bench)
    editor = bench.window.draft.editor
    for row in [row.id for row in editor.model.rows if row.level == 1][:3]:
        editor.outline.remove_requested.emit(row)
    assert bench.draft.saver is not None
    bench.draft.saver.save_soon()
    return before


def test_a_state_is_seen_and_restored_and_that_is_undone(bench: Workbench) -> None:
    before = lose_the_first_chapters(bench)
    after = text_of(bench)
    assert after != before
    bench.actions["file.earlier"].trigger()
    dialog = bench.earlier.dialog
    assert dialog is not None
    assert dialog.list.count() == 1
    assert dialog.list.item(0).text().startswith("今天 ")
    assert "主要成就" in dialog.text.toPlainText()
    assert "现在没有或已改写" in dialog.note.text()
    assert dialog.restore.isEnabled()
    dialog.restore.click()
    assert text_of(bench) == before
    strip = bench.window.message_strip("draft")
    assert "已恢复到今天" in strip.label.text()
    strip.buttons[0].click()
    assert text_of(bench) == after


def test_undo_of_the_message_does_not_take_back_what_came_later(bench: Workbench) -> None:
    before = lose_the_first_chapters(bench)
    bench.actions["file.earlier"].trigger()
    assert bench.earlier.dialog is not None
    bench.earlier.dialog.restore.click()
    bench.window.draft.editor.outline.add_requested.emit("preface")
    later = text_of(bench)
    bench.window.message_strip("draft").buttons[0].click()
    assert text_of(bench) == later == before


def test_a_draft_that_was_not_changed_has_no_states(bench: Workbench) -> None:
    bench.actions["file.earlier"].trigger()
    dialog = bench.earlier.dialog
    assert dialog is not None
    assert dialog.list.count() == 0
    assert "每五分钟" in dialog.note.text()
    assert not dialog.restore.isEnabled()
    dialog.close()
    bench.draft.show_start()
    assert not bench.actions["file.earlier"].isEnabled()


def test_moments_are_told_as_one_speaks_of_them(bench: Workbench, qtbot: QtBot) -> None:
    now = datetime.now().astimezone()
    moments = [now, now - timedelta(days=1), now.replace(year=now.year - 2, month=3, day=4)]
    states = [SnapshotRecord(number, moment) for number, moment in enumerate(moments)]
    draft = Draft("small", "规划", (), ())
    dialog = EarlierDialog(bench.window.draft.icons, LIGHT, draft, states)
    qtbot.addWidget(dialog)
    texts = [dialog.list.item(row).text() for row in range(3)]
    assert texts[0].startswith("今天 ")
    assert texts[1].startswith("昨天 ")
    assert texts[2].startswith(f"{now.year - 2}-03-04 ")
    dialog.show_state(1, draft)
    assert dialog.text.toPlainText() == "", "another one is looked at"
    dialog.show_state(0, draft)
    assert dialog.note.text() == "与现在的正文相同。"
    assert not dialog.restore.isEnabled()
