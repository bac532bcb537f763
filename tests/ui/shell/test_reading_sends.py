"""What is read in the library goes into the draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plandraft.core.model.document import BlockKind
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.library.reading_dialog import ReadingDialog
from plandraft.ui.shell.workbench import Workbench

WORDS = "海岛供水工程全部建成，覆盖十二个乡镇。"


@pytest.fixture
def bench(open_sitting: Callable[..., Workbench], tmp_path: Path) -> Workbench:
    made = open_sitting()
    plan = tmp_path / "a.txt"
    plan.write_text(f"松屿市供水规划\n\n一、现状\n{WORDS}\n", encoding="utf-8")
    made.library.import_paths((plan,))
    return made


def open_reading(bench: Workbench) -> ReadingDialog:
    bench.window.library.request_reading()
    dialog = bench.library.correcting.dialog
    assert isinstance(dialog, ReadingDialog)
    block = next(one for one in dialog.document.blocks if one.kind is BlockKind.PARAGRAPH)
    dialog.show_span(block.span)
    return dialog


def begin_draft(bench: Workbench) -> None:
    slots = (("城市", "云汀市"), ("领域", "供水"))
    bench.window.draft.create_requested.emit(NewDraftRequest("municipal_special_plan", slots))


def taken_over(bench: Workbench) -> list[str]:
    draft = bench.window.draft.draft
    assert draft is not None
    blocks = (block for section in draft.sections for block in section.blocks)
    return [block.text for block in blocks if block.provenance is not None]


def test_a_paragraph_is_sent_with_its_source(bench: Workbench) -> None:
    begin_draft(bench)
    bench.window.show_page("library")
    dialog = open_reading(bench)
    dialog.send.click()
    assert taken_over(bench) == [WORDS]
    assert dialog.isVisible(), "one goes on reading"
    assert "已插入到" in dialog.hint.text()
    assert bench.window.page == "library"
    dialog.close()
    bench.window.message_strip("library").buttons[0].click()
    assert taken_over(bench) == []


def test_without_a_draft_one_is_begun_first(bench: Workbench) -> None:
    dialog = open_reading(bench)
    dialog.send.click()
    assert bench.window.page == "draft"
    assert bench.library.correcting.dialog is not dialog or not dialog.isVisible()
    begin_draft(bench)
    assert taken_over(bench) == [WORDS]
