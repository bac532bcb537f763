"""The page of several plans: what a person sees, and what a double click opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.core.compare.test_families import FERRY, ORCHARD, OWN, STREET, four_plans, plan_set
from tests.ui.families.conftest import IDS, show

from plandraft.ui.families.families_model import Column, FamilyFilter, Which
from plandraft.ui.families.families_page import FamiliesPage, FamiliesReportRequest
from plandraft.ui.families.family_colors import heat, source_ground, standing_ground
from plandraft.ui.models.palette import DARK, LIGHT, READABLE_CONTRAST, contrast
from plandraft.ui.models.picks import CompareChoice


def cells(page: FamiliesPage) -> list[list[str]]:
    """Return what the table shows, plan columns only, with the first two letters before."""
    model = page.families_model
    return [
        [model.index(row, Column.TEXT).data()[:2]]
        + [str(model.index(row, len(Column) + at).data()) for at in range(4)]
        for row in range(model.rowCount())
    ]


def test_models_keep_the_rules(page: FamiliesPage) -> None:
    for model in (page.families_model, page.matrix_model):
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        page.families_model.sort(int(Column.LETTERS), Qt.SortOrder.DescendingOrder)
        page.families_model.set_filter(FamilyFilter(Which.MINE))
        page.families_model.set_filter(FamilyFilter())
        page.matrix_model.set_plans(four_plans())
        tester.deleteLater()


def test_a_row_a_passage_and_a_column_a_plan(page: FamiliesPage) -> None:
    rows = cells(page)
    assert rows[0][0] == "渡口"
    assert [rows[0][1], rows[0][3], rows[0][4]] == ["基准", "相同", "—"]
    assert rows[0][2].startswith("改写 ")
    assert [row[0] for row in rows] == ["渡口", "北山", "轮渡"]
    header = page.families_model.headerData(len(Column) + 2, Qt.Orientation.Horizontal)
    assert header == "3 丙市水乡规划"
    aligned = Qt.ItemDataRole.TextAlignmentRole
    for column in (Column.TEXT, Column.LETTERS, len(Column)):
        above = page.families_model.headerData(column, Qt.Orientation.Horizontal, aligned)
        below = page.families_model.index(0, column).data(aligned)
        assert Qt.AlignmentFlag(above or 1) & Qt.AlignmentFlag(below or 1)
    assert "4 份规划，3 段见于两份以上" in page.summary()


@pytest.mark.parametrize(
    ("which", "words"),
    [
        pytest.param(Which.ALL, ["渡口", "北山", "轮渡"], id="all"),
        pytest.param(Which.MINE, ["渡口"], id="mine"),
        pytest.param(Which.LACKING, ["北山", "轮渡"], id="lacking"),
        pytest.param(Which.OWN, ["棉纺"], id="own"),
    ],
)
def test_filter(page: FamiliesPage, which: Which, words: list[str]) -> None:
    page.which_box.setCurrentIndex(page.which_box.findData(which))
    assert [row[0] for row in cells(page)] == words


def test_search_and_nothing_found(page: FamiliesPage) -> None:
    page.search.setText("滴灌 管道")
    assert [row[0] for row in cells(page)] == ["北山"]
    page.search.setText("没有的词")
    assert page.hint.isVisible()
    assert "清空查找框" in page.hint.text()
    page.search.clear()
    assert not page.hint.isVisible()
    assert len(cells(page)) == 3


def test_sorting_by_a_plan(page: FamiliesPage) -> None:
    page.families.sortByColumn(len(Column) + 3, Qt.SortOrder.DescendingOrder)
    assert cells(page)[-1][4] == "—"
    assert cells(page)[0][4] != "—"


def test_another_plan_in_the_middle(page: FamiliesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.status_changed) as told:
        page.mine_box.setCurrentIndex(3)
    assert "丁市山城规划" in told.args[0]
    assert {row[4] for row in cells(page)} >= {"基准"}
    assert page.sources.text.toPlainText().startswith("丁市山城规划")


def test_the_wordings_of_a_row_are_shown_with_what_differs(page: FamiliesPage) -> None:
    page.families.selectRow(0)
    text = page.wordings.toPlainText()
    assert STREET in text
    assert "没有这一段：丁市山城规划" in text
    html = page.wordings.toHtml()
    for word, color in (("二十二", LIGHT.entity_text), ("竹", LIGHT.wording)):
        at = html.index(word)
        assert color in html[html.rindex("<span", 0, at) : at]


def test_hostile_text_stays_text(open_page: Callable[..., FamiliesPage]) -> None:
    evil = STREET.replace("铺面", "<b>铺面</b>&amp;<img src=x>")
    page = open_page(
        plan_set(f"甲市规划\n{evil}", f"乙市规划\n{evil}\n{OWN}", f"丙\n{FERRY}", "丁\n")
    )
    page.families.selectRow(0)
    assert "<b>铺面</b>&amp;<img src=x>" in page.wordings.toPlainText()


@pytest.mark.parametrize(
    ("column", "pair"),
    [
        pytest.param(Column.TEXT, (11, 13), id="wording: the closest other plan"),
        pytest.param(len(Column) + 1, (11, 12), id="a plan"),
        pytest.param(len(Column) + 3, (11, 13), id="a plan without it"),
        pytest.param(len(Column), (11, 13), id="the plan itself"),
    ],
)
def test_double_click_opens_the_pair(
    page: FamiliesPage, qtbot: QtBot, column: int, pair: tuple[int, int]
) -> None:
    index = page.families_model.index(0, column)
    page.families.scrollTo(index)
    place = page.families.visualRect(index).center()
    with qtbot.waitSignal(page.compare_requested) as asked:
        qtbot.mouseClick(page.families.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(page.families.viewport(), Qt.MouseButton.LeftButton, pos=place)
    chosen = asked.args[0]
    assert (chosen.left_id, chosen.right_id) == pair
    plans = page.plans
    assert plans is not None
    left, right = (plans.documents[IDS.index(one)].text for one in pair)
    row = page.families_model.shown[0]
    assert row.cells[0].span is not None
    assert row.cells[0].span.contains(chosen.place[0])
    assert left[chosen.place[0]] in STREET
    assert right[chosen.place[1]] in STREET


def test_own_paragraphs_have_no_pair(page: FamiliesPage, qtbot: QtBot) -> None:
    page.which_box.setCurrentIndex(page.which_box.findData(Which.OWN))
    with qtbot.assertNotEmitted(page.compare_requested):
        page.families.activated.emit(page.families_model.index(0, Column.TEXT))


def test_matrix_opens_the_pair(page: FamiliesPage, qtbot: QtBot) -> None:
    page.show_view("matrix")
    assert page.matrix.isVisible()
    assert page.matrix_model.index(0, 0).data() == "—"
    assert page.matrix_model.index(2, 1).data().endswith(" %")
    with qtbot.waitSignal(page.compare_requested) as asked:
        page.matrix.activated.emit(page.matrix_model.index(2, 1))
    assert asked.args == [CompareChoice(13, 12)]
    with qtbot.assertNotEmitted(page.compare_requested):
        page.matrix.activated.emit(page.matrix_model.index(1, 1))


def ground_at(page: FamiliesPage, words: str) -> str | None:
    """Return the ground on which `words` stand in the source view."""
    text = page.sources.text
    at = text.toPlainText().index(words) + 2
    for selection in text.extraSelections():
        cursor: QTextCursor = selection.cursor  # type: ignore[attr-defined]
        if cursor.selectionStart() <= at < cursor.selectionEnd():
            return str(selection.format.background().color().name())  # type: ignore[attr-defined]
    return None


def test_each_place_has_the_colour_of_its_source(
    open_page: Callable[..., FamiliesPage], qtbot: QtBot
) -> None:
    page = open_page(
        plan_set(
            f"甲市规划\n𠮷渡。{OWN}\n{STREET}\n{ORCHARD}",
            f"乙市规划\n{STREET}\n𠮷",
            f"丙\n{ORCHARD}",
        )
    )
    page.show_view("sources")
    assert ground_at(page, STREET) == source_ground(LIGHT, 1)
    assert ground_at(page, ORCHARD) == source_ground(LIGHT, 2)
    assert ground_at(page, OWN) is None
    page.sources.pick(2)
    assert ground_at(page, STREET) is None
    assert ground_at(page, ORCHARD) == source_ground(LIGHT, 2)
    page.sources.pick(None)
    cursor = page.sources.text.textCursor()
    cursor.setPosition(page.sources.text.toPlainText().encode("utf-16-le").index(
        "沿街".encode("utf-16-le")
    ) // 2)  # fmt: skip
    place: QPoint = page.sources.text.cursorRect(cursor).center()
    with qtbot.waitSignal(page.compare_requested) as asked:
        qtbot.mouseDClick(page.sources.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.plans is not None
    left, right = (one.text for one in page.plans.documents[:2])
    starts = left.index(STREET), right.index(STREET)
    assert asked.args == [CompareChoice(11, 12, starts)]


def test_keys_and_wheel_change_the_size_of_the_sources(page: FamiliesPage, qtbot: QtBot) -> None:
    page.show_view("sources")
    page.sources.text.setFocus()
    page.window().activateWindow()
    qtbot.waitUntil(page.sources.text.hasFocus)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.sources.text, Qt.Key.Key_Plus, control)
    assert page.sources.reading_size == 12
    event = QWheelEvent(
        QPointF(9, 9), page.mapToGlobal(QPointF(9, 9)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, control, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.sources.text.viewport(), event)
    QApplication.sendEvent(page.sources.text.viewport(), event)
    assert page.sources.reading_size == 10
    qtbot.keyClick(page.sources.text, Qt.Key.Key_0, control)
    assert page.sources.reading_size == 11
    before = page.state()
    page.restore_state({"points": "much", "view": 3, "mine": True, "threshold": None})
    assert page.state() == before


def test_the_oldest_wording_is_a_hint(page: FamiliesPage) -> None:
    show(page, four_plans(), dates=("2010", "2008", "2011", "2012"))
    page.families.selectRow(0)
    assert "日期最早的是“乙市老街规划”（2008）" in page.wordings.toPlainText()
    show(page, four_plans(), dates=("2010", "", "2011", "2012"))
    page.families.selectRow(0)
    assert "日期最早" not in page.wordings.toPlainText()


def test_report_names_what_is_shown(page: FamiliesPage, qtbot: QtBot) -> None:
    page.mine_box.setCurrentIndex(2)
    with qtbot.waitSignal(page.report_requested) as asked:
        page.report.click()
    assert page.plans is not None
    assert asked.args == [FamiliesReportRequest(page.plans, 2)]


def test_empty_state_and_clearing(page: FamiliesPage) -> None:
    page.clear()
    assert page.empty.isVisible()
    assert not page.report.isEnabled()
    assert page.summary() == ""
    show(page, four_plans())
    assert not page.empty.isVisible()
    assert page.report.isEnabled()


def test_theme_changes_while_shown(page: FamiliesPage) -> None:
    page.apply_palette(DARK)
    page.show_view("sources")
    assert ground_at(page, STREET) in {source_ground(DARK, at) for at in range(4)}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_every_ground(palette: object) -> None:
    from plandraft.core.compare.family_cells import Standing
    from plandraft.ui.models.palette import Palette

    assert isinstance(palette, Palette)
    grounds = [source_ground(palette, at) for at in range(8)]
    grounds += [heat(palette, share / 10) for share in range(11)]
    grounds += [one for standing in Standing if (one := standing_ground(palette, standing))]
    for ground in grounds:
        assert contrast(palette.text, ground) >= READABLE_CONTRAST, ground
