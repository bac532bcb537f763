"""The library page: what a person sees, chooses and asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from plandraft.core.model.document import (
    Block,
    BlockKind,
    Document,
    DocumentWarning,
    Origin,
    WarningCode,
)
from plandraft.core.model.spans import Span, identity_map
from plandraft.services.library import DocumentRecord
from plandraft.ui.library.library_page import LibraryPage
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.library_model import Column
from plandraft.ui.models.palette import DARK, LIGHT
from plandraft.ui.models.picks import CompareChoice

TEXT = "（一）供水\n海岛供水工程建成。"


def record(identity: int, title: str, place: str, *codes: WarningCode) -> DocumentRecord:
    return DocumentRecord(
        id=identity,
        title=title,
        place=place,
        period="十五五",
        path=f"/plans/{identity}.txt",
        format="txt",
        characters=1200,
        added_at=datetime(2026, 3, identity, tzinfo=UTC),
        warnings=tuple(DocumentWarning(code, 2) for code in codes),
    )


RECORDS = (
    record(1, "松屿市供水规划", "松屿"),
    record(2, "云汀市供水规划", "云汀", WarningCode.RUN_IN_TEXT),
    record(3, "云汀市排水规划", "云汀"),
)


def document() -> Document:
    blocks = (
        Block(BlockKind.HEADING, Span(0, 5), 2),
        Block(BlockKind.PARAGRAPH, Span(6, len(TEXT))),
    )
    origin = Origin("/plans/1.txt", "txt", "utf-8", "ab")
    return Document(TEXT, blocks, "", "", origin, identity_map(len(TEXT)))


@pytest.fixture
def page(qtbot: QtBot, repository: Path) -> LibraryPage:
    made = LibraryPage(IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(made)
    made.resize(1320, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def full(page: LibraryPage) -> LibraryPage:
    page.show_records(RECORDS)
    return page


def click_row(page: LibraryPage, row: int, *, also: bool = False) -> None:
    place = page.table.visualRect(page.model.index(row, 0)).center()
    keys = Qt.KeyboardModifier.ControlModifier if also else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, keys, place)


def labels(page: LibraryPage) -> list[str]:
    found = page.details.findChildren(QLabel)
    return [label.text() for label in found if not label.isHidden()]


def test_an_empty_library_says_what_it_is_for(page: LibraryPage, qtbot: QtBot) -> None:
    assert page._empty.isVisible()
    assert "拖到这里" in page._empty.text.text()
    assert not page.table.isVisible()
    with qtbot.waitSignal(page.import_requested) as wish:
        page.import_button.click()
    assert wish.args[0] == ()


def test_details_of_several_are_edited_together(full: LibraryPage, qtbot: QtBot) -> None:
    full.choose(())
    with qtbot.assertNotEmitted(full.edit_requested):
        full.request_edit()
    full.choose((3, 1))
    with qtbot.waitSignal(full.edit_requested) as wish:
        full.request_edit()
    assert wish.args[0] == (1, 3)


def test_who_searches_again_writes_over_the_last_words(full: LibraryPage, qtbot: QtBot) -> None:
    full.search.setText("供水")
    full.focus_search()
    assert full.search.hasFocus()
    full.search.insert("排水")
    assert full.search.text() == "排水"


def test_two_chosen_documents_can_be_compared(full: LibraryPage, qtbot: QtBot) -> None:
    click_row(full, 0)
    assert not full.compare_button.isEnabled()
    click_row(full, 2, also=True)
    for ask in (
        full.compare_button.click,
        lambda: qtbot.keyClick(full.table, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(full.compare_requested) as wish:
            ask()
        assert wish.args[0] == CompareChoice(1, 3)


def test_three_documents_are_compared_with_each_other(full: LibraryPage, qtbot: QtBot) -> None:
    full.choose((1, 2, 3))
    for ask in (
        full.compare_button.click,
        full.compare_both.click,
        lambda: qtbot.keyClick(full.table, Qt.Key.Key_Return),
    ):
        with (
            qtbot.assertNotEmitted(full.compare_requested),
            qtbot.waitSignal(full.compare_many_requested) as wish,
        ):
            ask()
        assert sorted(wish.args[0]) == [1, 2, 3]


def test_a_chosen_document_is_looked_into(full: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(full.details_requested) as wish:
        click_row(full, 1)
    assert wish.args == [2]
    # Labels that are new in a layout are shown by an event.
    qtbot.waitUntil(lambda: "1200 字" in [text.replace(",", "") for text in labels(full)])
    shown = labels(full)
    assert "云汀市供水规划" in shown
    assert any("没有分段" in text for text in shown)
    full.show_document(2, document())
    assert any("海岛供水工程建成" in text for text in labels(full))
    assert full.details.outline_model.rowCount() == 1


def test_a_late_document_is_not_shown_for_another(full: LibraryPage) -> None:
    click_row(full, 0)
    click_row(full, 1)
    full.show_document(1, document())
    assert full.details.outline_model.rowCount() == 0


def test_a_document_can_be_compared_with_any_other(full: LibraryPage, qtbot: QtBot) -> None:
    click_row(full, 0)
    menu = full.details.compare_button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["云汀市供水规划", "云汀市排水规划"]
    with qtbot.waitSignal(full.compare_requested) as wish:
        menu.actions()[1].trigger()
    assert wish.args[0] == CompareChoice(1, 3)


def test_removing_and_opening_are_asked_for(full: LibraryPage, qtbot: QtBot) -> None:
    full.choose((1, 3))
    with qtbot.waitSignal(full.remove_requested) as wish:
        qtbot.keyClick(full.table, Qt.Key.Key_Delete)
    assert wish.args[0] == (1, 3)
    full.choose((2,))
    with qtbot.waitSignal(full.open_requested) as wish:
        full.details.open_button.click()
    assert wish.args[0] == Path("/plans/2.txt")


def test_facets_narrow_the_list_and_keep_the_choice(full: LibraryPage) -> None:
    full.choose((3,))
    (item,) = full.facets.findItems("云汀", Qt.MatchFlag.MatchRecursive)
    assert item.text(1) == "2"
    full.facets.clearSelection()
    item.setSelected(True)
    assert [one.id for one in full.model.shown] == [2, 3]
    assert [one.id for one in full.table.chosen()] == [3]
    full.show_records(RECORDS[:2])
    assert [one.id for one in full.model.shown] == [2], "the filter stays with new records"


def test_a_filter_whose_value_went_away_is_dropped(full: LibraryPage) -> None:
    (item,) = full.facets.findItems("松屿", Qt.MatchFlag.MatchRecursive)
    full.facets.clearSelection()
    item.setSelected(True)
    full.show_records(RECORDS[1:])
    assert [one.id for one in full.model.shown] == [2, 3]


def test_typing_searches_after_a_pause_and_enter_at_once(full: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(full.search_requested) as wish:
        full.search.setText(" 供水 ")
    assert wish.args == ["供水"]
    full.search.setText("排水")
    with qtbot.waitSignal(full.search_requested, timeout=50):
        qtbot.keyClick(full.search, Qt.Key.Key_Return)
    assert not full.search_delay.isActive()


def test_the_keyboard_goes_from_the_search_to_what_was_found(
    full: LibraryPage, qtbot: QtBot
) -> None:
    full.search.setFocus()
    full.search.setText("供水")
    qtbot.keyClick(full.search, Qt.Key.Key_Return)
    assert not full.table.hasFocus(), "nothing is found yet"
    full.show_records(RECORDS[1:])
    assert full.table.hasFocus()
    assert [one.id for one in full.table.chosen()] == [2]
    full.search.setFocus()
    full.choose((3,))
    qtbot.keyClick(full.search, Qt.Key.Key_Down)
    assert full.table.hasFocus()
    assert [one.id for one in full.table.chosen()] == [3], "what is chosen stays so"
    full.search.setFocus()
    qtbot.keyClick(full.search, Qt.Key.Key_Escape)
    assert full.search.text() == ""
    assert full.search.hasFocus()
    qtbot.keyClick(full.search, Qt.Key.Key_Escape)
    assert full.table.hasFocus()


def test_a_document_is_read_by_enter_or_double_click(full: LibraryPage, qtbot: QtBot) -> None:
    full.choose((2,))
    with qtbot.waitSignal(full.read_requested) as wish:
        qtbot.keyClick(full.table, Qt.Key.Key_Return)
    assert wish.args == [2, None]
    place = full.table.visualRect(full.model.index(0, 0)).center()
    with qtbot.waitSignal(full.read_requested) as wish:
        click_row(full, 0)
        qtbot.mouseDClick(full.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wish.args == [1, None]


def test_the_menu_of_documents_offers_what_can_be_done(full: LibraryPage, qtbot: QtBot) -> None:
    def texts(menu: QMenu) -> list[str]:
        return [one.text() for one in menu.actions() if one.text()]

    full.choose((2,))
    menu = full.make_menu()
    assert menu is not None
    names = ["阅读全文", "与另一份比对", "修改信息…", "打开原文件", "移除（可撤销）"]
    assert texts(menu) == names
    with qtbot.waitSignal(full.read_requested):
        menu.actions()[0].trigger()
    with qtbot.waitSignal(full.open_requested) as wish:
        menu.actions()[3].trigger()
    assert wish.args[0] == Path("/plans/2.txt")
    full.choose((1, 3))
    menu = full.make_menu()
    assert menu is not None
    assert texts(menu) == ["比对这两份", "修改文种、规划期…", "移除（可撤销）"]
    with qtbot.waitSignal(full.compare_requested) as wish:
        menu.actions()[0].trigger()
    assert wish.args[0] == CompareChoice(1, 3)


def test_a_right_click_asks_for_the_menu_of_its_row(full: LibraryPage, qtbot: QtBot) -> None:
    place = full.table.visualRect(full.model.index(1, 0)).center()
    view = full.table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    with qtbot.waitSignal(full.table.menu_requested) as wish:
        QApplication.sendEvent(view, event)
    assert wish.args == [view.mapToGlobal(place)]
    full.findChildren(QMenu)[-1].close()


def test_counts_take_the_colours_of_another_theme(full: LibraryPage, qapp: QApplication) -> None:
    """They were set in the colour of the first one and could not be read in the dark."""
    before = qapp.palette()
    dark = QPalette(before)
    dark.setColor(QPalette.ColorRole.PlaceholderText, QColor("#abcdef"))
    qapp.setPalette(dark)
    full.apply_palette(DARK)
    (item,) = full.facets.findItems("云汀", Qt.MatchFlag.MatchRecursive)
    assert item.foreground(1).color().name() == "#abcdef"
    qapp.setPalette(before)


def test_a_search_without_result_says_so(full: LibraryPage) -> None:
    full.search.setText("没有的词")
    full.show_records(())
    assert full._not_found.isVisible()
    full.search.clear()
    full.show_records(RECORDS)
    assert full.table.isVisible()


def test_a_header_sorts(full: LibraryPage) -> None:
    full.table.sortByColumn(Column.ADDED, Qt.SortOrder.DescendingOrder)
    assert [one.id for one in full.model.shown] == [3, 2, 1]


def test_a_narrow_window_gives_up_the_least_important_columns(
    full: LibraryPage, qtbot: QtBot
) -> None:
    full.resize(1500, 600)
    qtbot.waitUntil(lambda: not full.table.isColumnHidden(Column.ADDED))
    full.resize(1000, 600)
    qtbot.waitUntil(lambda: full.table.isColumnHidden(Column.ADDED))
    assert full.table.columnWidth(Column.TITLE) >= 200


def test_side_panels_fold_in_a_narrow_window_and_come_when_asked_for(
    full: LibraryPage, qtbot: QtBot
) -> None:
    full.resize(1200, 600)
    qtbot.waitUntil(full.facets.isVisible)
    full.resize(640, 600)
    qtbot.waitUntil(lambda: not full.facets.isVisible())
    assert not full.details.isVisible()
    assert not full.details_button.isChecked()
    full.choose((1,))
    full.details_button.click()
    assert full.details.isVisible()
    full.facets_button.click()
    assert full.facets.isVisible()
    assert full.minimumSizeHint().width() <= 640, "everything shown still fits"
    full.resize(1200, 600)
    full.resize(640, 600)
    qtbot.waitUntil(lambda: not full.facets.isVisible())


def test_two_chosen_documents_are_offered_for_comparing(full: LibraryPage, qtbot: QtBot) -> None:
    full.choose((1, 3))
    assert full._details_many.title.text() == "已选 2 份"
    with qtbot.waitSignal(full.compare_requested) as wish:
        full.compare_both.click()
    assert wish.args == [CompareChoice(1, 3)]
    full.choose((1, 2, 3))
    assert full._details_many.title.text() == "已选 3 份"
    assert full.compare_both.text() == "一起比对"


def test_the_list_is_narrowed_by_kind(page: LibraryPage) -> None:
    kinds = ("plan", "news", "")
    page.show_records([replace(one, kind=kind) for one, kind in zip(RECORDS, kinds, strict=True)])
    (item,) = page.facets.findItems("新闻", Qt.MatchFlag.MatchRecursive)
    page.facets.clearSelection()
    item.setSelected(True)
    assert [one.id for one in page.model.shown] == [2]


def test_many_are_chosen_in_one_step(page: LibraryPage) -> None:
    records = [replace(RECORDS[0], id=number) for number in range(1, 60)]
    page.show_records(records)
    told: list[int] = []
    page.table.chosen_changed.connect(lambda: told.append(len(page.table.chosen())))
    page.choose(tuple(range(1, 50)))
    assert told == [49]
    page.choose((3, 99))
    assert [one.id for one in page.table.chosen()] == [3]
    assert page.table.currentIndex().row() == 2
    page.choose(())
    assert page.table.chosen() == ()


def test_a_long_facet_is_opened_on_demand(page: LibraryPage, qtbot: QtBot) -> None:
    records = [replace(RECORDS[0], id=number, place=f"甲{number:02}") for number in range(1, 31)]
    page.show_records(records)
    facets = page.facets
    assert facets.findItems("规划期", Qt.MatchFlag.MatchExactly)
    assert not facets.findItems("甲30", Qt.MatchFlag.MatchRecursive)
    (more,) = facets.findItems("全部 30 项…", Qt.MatchFlag.MatchRecursive)
    QTest.mouseClick(
        facets.viewport(), Qt.MouseButton.LeftButton, pos=facets.visualItemRect(more).center()
    )
    qtbot.waitUntil(lambda: bool(facets.findItems("甲30", Qt.MatchFlag.MatchRecursive)))
    assert len(page.model.shown) == 30, "opening a group narrows nothing"
    (item,) = facets.findItems("甲30", Qt.MatchFlag.MatchRecursive)
    facets.clearSelection()
    item.setSelected(True)
    (less,) = facets.findItems("收起", Qt.MatchFlag.MatchRecursive)
    facets.itemActivated.emit(less, 0)
    qtbot.waitUntil(lambda: not facets.findItems("甲29", Qt.MatchFlag.MatchRecursive))
    assert facets.findItems("甲30", Qt.MatchFlag.MatchRecursive), "what is chosen stays in sight"
    assert [one.id for one in page.model.shown] == [30]
