"""What is decided in the window stays, also over a restart, and changes the shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plandraft.app import make_application, make_workbench
from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.versions import Reading
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.decision_bar import CHOICES
from plandraft.ui.models.entries import QUIET
from plandraft.ui.models.matches_model import Column
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell.main_window import COMPARE, LIBRARY
from plandraft.ui.shell.workbench import Workbench

_ALT_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
NAMES = ("yunting_digital_2026.docx", "lanchuan_digital_2021.txt")


@pytest.fixture
def open_bench(qtbot: QtBot) -> Iterator[Callable[[], Workbench]]:
    made: list[Workbench] = []
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()

    def opened() -> Workbench:
        for old in made:
            old.window.close()
        bench = make_workbench(JobRunner(serial=True))
        bench.set_language("zh_CN")
        bench.show()
        made.append(bench)
        if not bench.window.library.model.records:
            bench.library.import_samples()
        ids = {one.path.split("/")[-1]: one.id for one in bench.window.library.model.records}
        bench.compare.compare(CompareChoice(*(ids[name] for name in NAMES)))
        bench.window.compare.set_reading(Reading.PASSAGES)
        return bench

    yield opened
    for bench in made:
        bench.window.close()
    app.setFont(font)
    app.setPalette(palette)
    app.setStyleSheet("")
    QLocale.setDefault(locale)


def test_a_decision_is_kept_and_shown_again(
    open_bench: Callable[[], Workbench], qtbot: QtBot
) -> None:
    bench = open_bench()
    bar, page = bench.window.decisions, bench.window.compare
    assert bar.isVisible()
    page.set_current(1)
    qtbot.mouseClick(bar.buttons[Verdict.FORMULA], Qt.MouseButton.LeftButton)
    page.set_current(2)
    assert bar.decision == Decision(Verdict.OPEN)
    page.set_current(1)
    assert bar.buttons[Verdict.FORMULA].isChecked()
    again = open_bench()
    again.window.compare.set_current(1)
    assert again.window.decisions.decision == Decision(Verdict.FORMULA)
    assert dict(again.review.decisions) == {2: Decision(Verdict.FORMULA)}


def test_shares_are_told_without_what_is_no_reuse(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    told = bench.window.status.text
    before = told.text()
    assert "不计非借用" not in before
    bench.window.compare.set_current(0)
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    assert "不计非借用和套话（1 处）" in told.text()
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    assert told.text() == before


def test_versions_have_no_decisions(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    bench.window.compare.set_reading(Reading.VERSIONS)
    assert not bench.window.decisions.isVisible()
    bench.window.compare.set_reading(Reading.PASSAGES)
    assert bench.window.decisions.isVisible()
    bench.window.compare.clear()
    assert not bench.window.decisions.isVisible()


def test_a_verdict_is_for_all_selected_rows_and_stands_in_the_list(
    open_bench: Callable[[], Workbench], qtbot: QtBot
) -> None:
    bench = open_bench()
    page, bar = bench.window.compare, bench.window.decisions
    table = page.passages.table
    page.set_current(1)
    bar.note.setText("再看")
    bar.note.editingFinished.emit()
    for row, keys in ((0, Qt.KeyboardModifier.NoModifier), (2, Qt.KeyboardModifier.ShiftModifier)):
        at = table.visualRect(page.passages.model.index(row, Column.LEFT)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, at)
    assert page.passages.selected_entries() == (0, 1, 2)
    assert page.current == 2
    bar.choose(Verdict.FORMULA)
    assert dict(bench.review.decisions) == {
        1: Decision(Verdict.FORMULA),
        2: Decision(Verdict.FORMULA, "再看"),
        3: Decision(Verdict.FORMULA),
    }
    cell = page.passages.model.index(1, Column.DECISION).data()
    assert cell == "≈ 套话 ✎"
    page.set_current(4)
    bar.choose(Verdict.ACCEPTED)
    assert [
        number for number, one in bench.review.decisions.items() if one.verdict is Verdict.ACCEPTED
    ] == [5]
    again = open_bench()
    assert again.window.compare.passages.model.index(0, Column.DECISION).data() == "≈ 套话"


@pytest.mark.parametrize("where", ["list", "left", "right", "words", "note"])
def test_a_key_decides_at_once_wherever_the_focus_is(
    open_bench: Callable[[], Workbench], qtbot: QtBot, where: str
) -> None:
    bench = open_bench()
    page, bar = bench.window.compare, bench.window.decisions
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    page.set_current(1)
    widget: QWidget = {
        "list": page.passages.table,
        "left": page.stage.left,
        "right": page.stage.right,
        "words": page.passages.filters.words,
        "note": bar.note,
    }[where]
    widget.setFocus()
    for key, verdict in zip(_ALT_KEYS, CHOICES, strict=True):
        qtbot.keyClick(widget, key, Qt.KeyboardModifier.AltModifier)
        assert bar.decision.verdict is verdict
    # The next passage in the same breath: the decision stays with the one that was current.
    qtbot.keyClick(widget, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(widget, Qt.Key.Key_F8)
    assert page.current == 2
    assert dict(bench.review.decisions) == {2: Decision(Verdict.ACCEPTED)}
    bench.window.show_page(LIBRARY)
    qtbot.keyClick(bench.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert dict(bench.review.decisions) == {2: Decision(Verdict.ACCEPTED)}


def start_draft(bench: Workbench) -> None:
    """Open a new draft and look at the comparison again."""
    slots = (("城市", "松屿市"), ("领域", "供水"))
    request = NewDraftRequest("municipal_special_plan", slots)
    bench.window.draft.create_requested.emit(request)
    bench.window.show_page(COMPARE)


def used(bench: Workbench) -> list[int]:
    """Return the numbers of the rows that are marked as used."""
    decisions = bench.review.decisions.items()
    return sorted(number for number, one in decisions if one.verdict is Verdict.USED)


def test_what_is_put_into_the_draft_is_marked_as_used_and_undone_with_it(
    open_bench: Callable[[], Workbench], qtbot: QtBot
) -> None:
    bench = open_bench()
    page, editor = bench.window.compare, bench.window.draft.editor
    start_draft(bench)
    page.set_current(1)
    bench.window.decisions.choose(Verdict.ACCEPTED)
    page.send_to_draft()
    assert used(bench) == [2]
    assert bench.window.decisions.buttons[Verdict.USED].isChecked()
    editor.undo()
    assert dict(bench.review.decisions) == {2: Decision(Verdict.ACCEPTED)}
    editor.redo()
    assert used(bench) == [2]
    again = open_bench()
    assert used(again) == [2]


def test_a_mark_that_was_changed_by_hand_stays(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    page, bar = bench.window.compare, bench.window.decisions
    start_draft(bench)
    page.set_current(1)
    page.send_to_draft()
    bar.choose(Verdict.USED)
    bar.choose(Verdict.USED)
    bench.window.draft.editor.undo()
    assert used(bench) == [2]


def test_what_is_no_reuse_stays_so_in_the_draft(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    page, bar = bench.window.compare, bench.window.decisions
    start_draft(bench)
    page.set_current(1)
    bar.choose(Verdict.FORMULA)
    page.send_to_draft()
    assert dict(bench.review.decisions) == {2: Decision(Verdict.FORMULA)}


def test_a_mark_is_undone_while_another_pair_is_shown(
    open_bench: Callable[[], Workbench],
) -> None:
    bench = open_bench()
    page = bench.window.compare
    choice = bench.compare.choice
    assert choice is not None
    start_draft(bench)
    page.set_current(1)
    page.send_to_draft()
    assert used(bench) == [2]
    bench.compare.compare(CompareChoice(choice.right_id, choice.left_id))
    bench.window.draft.editor.undo()
    assert used(bench) == []
    bench.compare.compare(choice)
    assert used(bench) == []


def test_another_draft_takes_no_mark_back(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    page = bench.window.compare
    start_draft(bench)
    page.set_current(1)
    page.send_to_draft()
    start_draft(bench)
    page.set_current(3)
    page.send_to_draft()
    assert used(bench) == [2, 4]


def test_a_formula_recedes_and_comes_back(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    page = bench.window.compare
    page.set_current(1)
    bench.window.decisions.choose(Verdict.FORMULA)
    page.set_current(0)
    stage = page.work.stage
    span = page.view.entries[1].left
    (shade, *_rest) = stage._shades[0].within(span)
    assert shade.kind is QUIET
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    page.set_reading(Reading.VERSIONS)
    assert all(one.kind is not QUIET for one in stage._shades[0].within(span))
    page.set_reading(Reading.PASSAGES)
    (shade, *_rest) = stage._shades[0].within(span)
    assert shade.kind is QUIET
