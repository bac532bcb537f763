"""A row at length: columns, folding, links, keys, and what does not count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from tests.core.compare.test_families import (
    FERRY,
    ORCHARD,
    OWN,
    STREET,
    STREET_EDITED,
    THEIRS,
    four_plans,
    plan_set,
)
from tests.core.compare.test_plan_sets import decide, judged

from plandraft.core.compare.decisions import Verdict
from plandraft.core.compare.plan_sights import see_plans
from plandraft.ui.families.families_model import Column, Which
from plandraft.ui.families.families_page import FamiliesPage
from plandraft.ui.families.greys import Grey, LibraryPhrases
from plandraft.ui.models.change_marks import phrase_ground
from plandraft.ui.models.palette import LIGHT
from plandraft.ui.models.picks import CompareChoice, TextPick

LONG = "\n".join((STREET, OWN, FERRY, THEIRS, ORCHARD, OWN[::-1], FERRY[::-1]))


def words(page: FamiliesPage) -> list[str]:
    """Return the first two letters of each row."""
    model = page.families_model
    return [model.index(row, Column.TEXT).data()[:2] for row in range(model.rowCount())]


def judge(page: FamiliesPage, *phrases: str) -> None:
    """Show the plans in the light of own phrases."""
    plans = judged(four_plans(), *phrases)
    page.judge_again(plans, see_plans(plans, page.mine))


def choose(page: FamiliesPage, which: Which) -> None:
    """Choose which rows are shown."""
    page.which_box.setCurrentIndex(page.which_box.findData(which))


def test_what_does_not_count_stands_apart_and_is_quiet(
    open_page: Callable[..., FamiliesPage],
) -> None:
    page = open_page(judged(four_plans(), ORCHARD))
    assert words(page) == ["渡口", "轮渡"]
    assert "不计套话和非借用 1 段" in page.summary()
    assert page.which_box.itemText(page.which_box.findData(Which.QUIET)) == "套话和非借用 1"
    choose(page, Which.QUIET)
    assert words(page) == ["北山"]
    model = page.families_model
    for column in (Column.TEXT, len(Column) + 3):
        cell = model.index(0, column)
        assert cell.data(Qt.ItemDataRole.ForegroundRole).color().name() == LIGHT.muted
        assert cell.data(Qt.ItemDataRole.BackgroundRole) is None
    cell = model.index(0, len(Column) + 3)
    assert cell.data() == "相同 ≈"
    assert "不计入" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_one_pair_that_does_not_count_is_quiet_in_its_row(
    open_page: Callable[..., FamiliesPage],
) -> None:
    plans = four_plans()
    page = open_page(judged(plans, decided=decide(plans, "北山", Verdict.NOT_REUSE, (1, 2))))
    page.mine_box.setCurrentIndex(1)
    row = words(page).index("北山")
    cells = [page.families_model.index(row, len(Column) + at) for at in range(4)]
    assert [cell.data() for cell in cells] == ["—", "基准", "相同 ✕", "相同"]
    assert cells[2].data(Qt.ItemDataRole.BackgroundRole) is None
    assert cells[3].data(Qt.ItemDataRole.BackgroundRole) is not None


def test_the_same_plans_in_another_light_stay_where_they_are(page: FamiliesPage) -> None:
    page.families.selectRow(2)
    judge(page, ORCHARD)
    assert page.rows.current is not None
    assert page.rows.current.text == FERRY, "the row that was current"
    judge(page, ORCHARD, FERRY)
    assert page.rows.current.text == STREET, "the one nearest to a row that went"
    cell = page.matrix_model.index(3, 2)
    assert cell.data() == "0 %"
    assert "连同它们是" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_own_phrases_are_greyed_and_can_be_switched_off(
    open_page: Callable[..., FamiliesPage], qtbot: QtBot
) -> None:
    page = open_page(judged(four_plans(), STREET[:16]))
    page.families.selectRow(0)
    ground = phrase_ground(LIGHT)

    def greyed() -> str:
        html = page.wordings.toHtml()
        at = html.find(ground)
        return html[html.index(">", at) + 1 :][:4] if at >= 0 else ""

    assert greyed() == "渡口老街"
    page.show_greys({Grey.OWN: False})
    qtbot.waitUntil(lambda: greyed() == "")


def test_library_phrases_are_greyed_and_told(
    open_page: Callable[..., FamiliesPage], qtbot: QtBot
) -> None:
    from plandraft.core.compare.common_phrases import CommonSpan
    from plandraft.core.model.spans import Span
    from plandraft.ui.families.family_texts import grey_text

    plans = four_plans()
    page = open_page(plans)
    at = plans.documents[0].text.index("沿街")
    spans = ((CommonSpan(Span(at, at + 6), 4),), (), (), ())
    page.set_library(LibraryPhrases(5, spans))
    qtbot.waitUntil(lambda: phrase_ground(LIGHT) in page.wordings.toHtml())
    assert grey_text(page.rows.wordings._greys, 0, at + 1) == "资料库 5 份中 4 份都有"
    assert grey_text(page.rows.wordings._greys, 1, at + 1) == ""


def test_a_long_passage_shows_what_differs_until_all_is_asked_for(
    open_page: Callable[..., FamiliesPage],
) -> None:
    page = open_page(
        plan_set(
            f"甲市规划\n一、老街\n{LONG}", f"乙市规划\n一、老街\n{LONG.replace('木质', '竹制')}"
        )
    )
    page.families.selectRow(0)
    told = page.wordings.toPlainText()
    assert "竹制" in told
    assert "字相同）" in told
    assert "墒情" not in told
    page.wordings.anchorClicked.emit(QUrl("unfold:"))
    assert page.wordings.toPlainText().count("墒情") == 2
    page.wordings.anchorClicked.emit(QUrl("fold:"))
    assert "墒情" not in page.wordings.toPlainText()
    page.search.setText("墒情")
    assert page.wordings.toPlainText().count("墒情") == 2, "what is searched for is shown"


@pytest.mark.parametrize(("width", "columns"), [(1200, 3), (800, 2), (500, 1)])
def test_wordings_stand_beside_each_other_as_far_as_they_can_be_read(
    open_page: Callable[..., FamiliesPage], qtbot: QtBot, width: int, columns: int
) -> None:
    page = open_page(width=width)
    page.families.selectRow(0)
    qtbot.wait(20)
    tables = page.wordings.document().rootFrame().childFrames()
    assert [table.columns() for table in tables] == [columns]  # type: ignore[attr-defined]
    assert page.wordings.toPlainText().count(STREET) == 2, "each wording once"


def test_links_open_the_pair_and_send_to_the_draft(page: FamiliesPage, qtbot: QtBot) -> None:
    page.families.selectRow(0)
    plans = page.plans
    assert plans is not None
    row = page.families_model.shown[0]
    with qtbot.waitSignal(page.compare_requested) as asked:
        page.wordings.anchorClicked.emit(QUrl("pair:1"))
    assert asked.args == [CompareChoice(11, 12, row.cells[1].place)]
    with qtbot.waitSignal(page.send_to_draft_requested) as asked:
        page.wordings.anchorClicked.emit(QUrl("send:1"))
    pick = asked.args[0]
    assert isinstance(pick, TextPick)
    assert pick.document is plans.documents[1]
    assert pick.span.slice(pick.document.text) == STREET_EDITED


def test_keys_of_the_current_cell(page: FamiliesPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    page.families.setFocus()
    cell = page.families_model.index(0, len(Column) + 1)
    flags = QItemSelectionModel.SelectionFlag
    page.families.selectionModel().setCurrentIndex(cell, flags.ClearAndSelect | flags.Rows)
    with qtbot.waitSignal(page.compare_requested) as asked:
        qtbot.keyClick(page.families, Qt.Key.Key_Return)
    assert (asked.args[0].left_id, asked.args[0].right_id) == (11, 12)
    qtbot.waitUntil(page.families.hasFocus)
    qtbot.keyClick(page.families, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == STREET_EDITED
    with qtbot.waitSignal(page.send_to_draft_requested):
        qtbot.keyClick(page.families, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.families, Qt.Key.Key_F8)
    assert page.families.currentIndex().row() == 1
    qtbot.keyClick(page.families, Qt.Key.Key_F7)
    assert page.families.currentIndex().row() == 0


def test_a_row_becomes_a_phrase_without_its_headings(
    open_page: Callable[..., FamiliesPage], qtbot: QtBot
) -> None:
    page = open_page(plan_set(f"甲市规划\n一、老街\n{STREET}", f"乙市规划\n一、老街\n{STREET}"))
    page.families.selectRow(0)
    entry = next(one for one in page.rows.make_menu().actions() if one.text() == "设为套话")
    with qtbot.waitSignal(page.phrase_requested) as asked:
        entry.trigger()
    assert asked.args == [STREET]


def test_search_by_key_and_back(page: FamiliesPage, qtbot: QtBot) -> None:
    page.show_view("matrix")
    page.window().activateWindow()
    page.matrix.setFocus()
    qtbot.waitUntil(page.matrix.hasFocus)
    qtbot.keyClick(page.matrix, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search.hasFocus)
    assert page.families.isVisible()
    page.search.setText("滴灌")
    assert page.tools.found.text() == "1 / 3"
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.tools.found.text() == ""
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.families.hasFocus)


def test_sources_are_walked_through(page: FamiliesPage) -> None:
    page.mine_box.setCurrentIndex(2)
    page.show_view("sources")
    starts = [one.span.start for one in page.sources.stretches]
    assert len(starts) > 2
    seen = []
    for _turn in starts:
        page.step(1)
        seen.append(page.sources.text.caret)
    assert seen == starts
    page.step(1)
    assert page.sources.text.caret == starts[0], "behind the last comes the first"
    page.step(-1)
    assert page.sources.text.caret == starts[-1]


def test_a_source_that_is_picked_comes_into_sight(open_page: Callable[..., FamiliesPage]) -> None:
    filler = "\n".join(f"{OWN[at % 7 :]}{THEIRS[at % 5 :]}" for at in range(60))
    page = open_page(plan_set(f"甲市规划\n{filler}\n{STREET}", f"乙市规划\n{STREET}", "丙市规划"))
    page.show_view("sources")
    place = page.sources.stretches[0].span
    assert not page.sources.text.in_sight.overlap(place)
    page.sources.pick(1)
    assert page.sources.text.in_sight.overlap(place)
