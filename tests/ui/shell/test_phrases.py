"""From the menu to the list, the grey and the shares; the dialog; after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.compare.conftest import point_of
from tests.ui.shell.conftest import SittingDialogs

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.versions import Reading
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.matches_model import Column
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.phrases.wording_dialog import OwnList, WordingDialog
from plandraft.ui.shell.workbench import Workbench

NAMES = ("yunting_digital_2026.docx", "lanchuan_digital_2021.txt")
PHRASE = "把成熟的工艺模型、质检算法拆分成小快轻准的工具"


def open_pair(bench: Workbench) -> None:
    """Compare two samples as passages."""
    ids = {one.path.split("/")[-1]: one.id for one in bench.window.library.model.records}
    bench.compare.compare(CompareChoice(*(ids[name] for name in NAMES)))
    bench.window.compare.set_reading(Reading.PASSAGES)


@pytest.fixture
def bench(sitting: Workbench) -> Workbench:
    open_pair(sitting)
    return sitting


def entry_of(bench: Workbench, words: str) -> int:
    """Return the passage that begins with `words` on the left."""
    comparison = bench.window.compare.comparison
    assert comparison is not None
    text = comparison.left.text
    return next(
        at
        for at, row in enumerate(comparison.rows)
        if row.passage.left.slice(text).startswith(words)
    )


def choose(menu: QMenu, text: str) -> None:
    """Choose a line of a menu."""
    next(action for action in menu.actions() if action.text() == text).trigger()


def open_dialog(bench: Workbench) -> WordingDialog:
    """Open the lists as the menu does."""
    bench.actions["pair.phrases"].trigger()
    assert bench.phrases.dialog is not None
    return bench.phrases.dialog


def press(qtbot: QtBot, button: object) -> None:
    """Click a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_menu_makes_a_passage_a_phrase(
    bench: Workbench, open_sitting: Callable[..., Workbench]
) -> None:
    page, told = bench.window.compare, bench.window.status.text
    before = told.text()
    entry = entry_of(bench, PHRASE)
    page.set_current(entry)
    assert page.comparison is not None
    number = page.comparison.rows[entry].number
    choose(page.make_menu(), "设为套话")
    assert page.current == entry, "the reader stays where he was"
    assert "不计非借用和套话（1 处）" in told.text()
    assert told.text().startswith(before)
    assert page.comparison.own.rows == {number}
    row = page.passages.model.row_of(entry)
    cell = page.passages.model.index(row, Column.DECISION)
    assert cell.data() == "≈ 套话"
    assert "自定套话" in cell.data(int(Qt.ItemDataRole.ToolTipRole))
    assert bench.window.decisions.decision.verdict is Verdict.OPEN
    again = open_sitting()
    open_pair(again)
    assert "不计非借用和套话（1 处）" in again.window.status.text.text()
    assert dict(again.review.decisions) == {number: Decision(Verdict.FORMULA)}


def test_what_the_reader_decides_counts_more_than_the_list(bench: Workbench) -> None:
    page = bench.window.compare
    page.set_current(entry_of(bench, PHRASE))
    bench.actions["pair.phrase"].trigger()
    assert "不计非借用" in bench.window.status.text.text()
    bench.window.decisions.choose(Verdict.ACCEPTED)
    assert "不计非借用" not in bench.window.status.text.text()


def test_a_selection_is_greyed_with_its_tip_and_its_switch(bench: Workbench, qtbot: QtBot) -> None:
    page = bench.window.compare
    pane = page.stage.left
    assert page.comparison is not None
    page.set_current(entry_of(bench, PHRASE))
    at = page.comparison.left.text.index(PHRASE)
    cursor = pane.textCursor()
    units = pane.page.units if pane.page else None
    assert units is not None
    cursor.setPosition(units.to_units(at))
    cursor.setPosition(units.to_units(at + 11), cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    choose(page.make_menu(), "设为套话")
    assert bench.services.phrases.wording().phrases == (PHRASE[:11],)
    assert "不计非借用" not in bench.window.status.text.text(), "the passage holds more than that"
    assert "自定套话" in pane.stock_at(at + 5)
    assert "自定套话" not in pane.stock_at(at + 14)
    place = point_of(pane, at + 5)

    def ground() -> str:
        image = pane.viewport().grab().toImage()
        return image.pixelColor(QPoint(int(place.x()), int(place.y()) + 11)).name()

    cursor.clearSelection()
    pane.setTextCursor(cursor)
    greyed = ground()
    switch = page.work.difference.classes.own
    switch.trigger()
    assert ground() != greyed
    assert pane.stock_at(at + 5) == ""
    switch.trigger()
    assert ground() == greyed


def test_the_message_takes_it_back(bench: Workbench) -> None:
    page, before = bench.window.compare, bench.window.status.text.text()
    page.set_current(entry_of(bench, PHRASE))
    page.make_phrase()
    strip = bench.window.message_strip("compare")
    undo = next(one for one in strip.buttons if one.text() == "撤销")
    undo.click()
    assert bench.services.phrases.wording().empty
    assert bench.window.status.text.text() == before


def test_too_little_and_nothing_are_told(bench: Workbench) -> None:
    bench.window.compare.set_current(None)
    bench.window.compare.make_phrase()
    assert "请先选中文字" in bench.window.message_strip("compare").label.text()


def test_the_dialog_adds_finds_removes_and_undoes(bench: Workbench, qtbot: QtBot) -> None:
    dialog = open_dialog(bench)
    panel = dialog.phrases
    field = panel.fields[0]
    assert field.hasFocus() or not dialog.isActiveWindow()
    qtbot.keyClicks(field, "abc")
    assert not panel.add_button.isEnabled()
    assert "4 至 2000" in panel.reason.text()
    for words in ("加强组织领导", "健全工作机制", "强化监督检查"):
        field.setText(words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter adds and does not close"
    assert [row[0] for row in panel.model.shown] == ["加强组织领导", "健全工作机制", "强化监督检查"]
    field.setText("加强，组织领导")
    assert not panel.add_button.isEnabled()
    assert "已经有" in panel.reason.text()
    panel.words.setText("机制")
    assert [row[0] for row in panel.model.shown] == ["健全工作机制"]
    assert panel.count.text() == "1 / 3 条"
    panel.table.selectAll()
    press(qtbot, panel.remove_button)
    panel.words.clear()
    assert [row[0] for row in panel.model.shown] == ["加强组织领导", "强化监督检查"]
    assert bench.services.phrases.wording().phrases == ("加强组织领导", "强化监督检查")
    press(qtbot, dialog.undo_button)
    assert "健全工作机制" in bench.services.phrases.wording().phrases
    press(qtbot, dialog.done_button)
    assert bench.phrases.dialog is None


def test_pairs_hold_at_once_and_are_a_class_of_their_own(bench: Workbench, qtbot: QtBot) -> None:
    page = bench.window.compare
    page.set_current(entry_of(bench, "“高效办成"))
    dialog = open_dialog(bench)
    dialog.show_list(OwnList.SUBSTITUTIONS)
    for field, words in zip(dialog.pairs.fields, ("高效办成一件事", "一次办好一件事"), strict=True):
        field.setText(words)
    press(qtbot, dialog.pairs.add_button)
    press(qtbot, dialog.done_button)
    comparison, current = page.comparison, page.current
    assert comparison is not None
    assert current is not None

    def classes() -> set[ChangeClass]:
        return {one.change_class for one in page.reader.inline_of(current)}

    assert ChangeClass.SUBSTITUTE in classes()
    mark = page.stage.left.mark_at(comparison.left.text.index("高效办成一件事”为牵引") + 2)
    assert mark is not None
    assert mark.other.slice(comparison.right.text) == "一次办好一件事"
    page.work.difference.classes.switches[ChangeClass.SUBSTITUTE].trigger()
    assert ChangeClass.SUBSTITUTE not in classes()


def test_lists_go_to_files_and_come_back(
    bench: Workbench, qtbot: QtBot, answering: SittingDialogs, tmp_path: Path
) -> None:
    source = tmp_path / "名单.txt"
    source.write_text("加强组织领导\n健全工作机制\n", encoding="utf-8")
    answering.lists = [source]
    dialog = open_dialog(bench)
    panel = dialog.phrases
    press(qtbot, panel.import_button)
    assert len(panel.model.rows) == 2
    assert "导入 2 条" in dialog.note.text()
    press(qtbot, panel.export_button)
    written = (answering.folder / "out.txt").read_text(encoding="utf-8-sig")
    assert written == "加强组织领导\n健全工作机制\n"
    source.write_text("强化监督检查\n短\n", encoding="utf-8")
    answering.lists = [source]
    press(qtbot, panel.import_button)
    assert "第 2 行" in dialog.note.text()
    assert len(panel.model.rows) == 2, "a bad list changes nothing"


def test_the_lists_act_in_a_worker_too(
    open_sitting: Callable[..., Workbench], sitting: Workbench, qtbot: QtBot
) -> None:
    assert sitting.window.library.model.records
    bench = open_sitting(JobRunner())
    page = bench.window.compare
    qtbot.waitUntil(lambda: bool(bench.window.library.model.records), timeout=10_000)
    open_pair(bench)
    qtbot.waitUntil(lambda: page.comparison is not None, timeout=20_000)
    page.set_reading(Reading.PASSAGES)
    page.set_current(entry_of(bench, PHRASE))
    page.make_phrase()
    qtbot.waitUntil(lambda: bool(page.comparison and page.comparison.own.rows), timeout=10_000)
    told = bench.window.status.text
    qtbot.waitUntil(lambda: "不计非借用" in told.text(), timeout=10_000)
