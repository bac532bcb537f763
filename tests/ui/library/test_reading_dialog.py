"""The text of a document: places in it, what its lines are, and what can be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document

from plandraft.core.model.document import BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.ui.library.reading_dialog import ReadingDialog
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT

# Menus are windows, which the plug-in for tests cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "云汀市规划\n一、𠮷林𠮷林\n𠮷林港建成。\n第十二页\n二、主要任务\n加强领导。"
TITLE, FIRST, PARAGRAPH, PAGE_NUMBER, SECOND = range(5)


def plan() -> Document:
    made = make_document(
        "云汀市规划\n一、𠮷林𠮷林\n𠮷林港建成。\n第十二页\n二、主要任务\n加强领导。"
    )
    assert [block.kind for block in made.blocks][:3] == [
        BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH,
    ]  # fmt: skip
    blocks = list(made.blocks)
    blocks[PAGE_NUMBER] = replace(blocks[PAGE_NUMBER], kind=BlockKind.FURNITURE)
    return replace(made, blocks=tuple(blocks))


@pytest.fixture
def dialog(qtbot: QtBot, repository: Path) -> Iterator[ReadingDialog]:
    made = ReadingDialog(IconSet(repository / "resources" / "icons", LIGHT), plan())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def line(dialog: ReadingDialog, number: int) -> QTextBlock:
    return dialog.text.document().findBlockByNumber(number)


def point_of(dialog: ReadingDialog, number: int) -> QPoint:
    """Return a point of the view on a line of the text."""
    cursor = dialog.text.textCursor()
    cursor.setPosition(line(dialog, number).position() + 1)
    return dialog.text.cursorRect(cursor).center()


def open_menu(dialog: ReadingDialog, number: int) -> QMenu:
    dialog.text.customContextMenuRequested.emit(point_of(dialog, number))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_heading_of_the_outline_is_shown_in_the_text(dialog: ReadingDialog) -> None:
    for row, heading in enumerate(("一、𠮷林𠮷林", "二、主要任务")):
        dialog.outline.clicked.emit(dialog.model.index(row, 0))
        (mark,) = dialog.text.extraSelections()
        assert mark.cursor.selectedText() == heading
        assert dialog.text.textCursor().position() == mark.cursor.selectionStart()


@pytest.mark.parametrize("words", ["云汀市", "𠮷林𠮷林\n𠮷林", "林港", "加强领导。"])
def test_letters_of_two_units_move_no_place(dialog: ReadingDialog, words: str) -> None:
    start = plan().text.index(words)
    dialog.show_span(Span(start, start + len(words)))
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == words.replace("\n", "\u2029")


def test_what_belongs_to_the_page_is_pale_and_flush(dialog: ReadingDialog) -> None:
    pale = line(dialog, PAGE_NUMBER)
    letters = pale.begin().fragment().charFormat()
    assert letters.foreground().color() == dialog.palette().placeholderText().color()
    assert not letters.font().bold()
    assert pale.blockFormat().textIndent() == 0
    assert line(dialog, PARAGRAPH).blockFormat().textIndent() > 0


def test_a_paragraph_is_made_a_heading_by_its_menu(dialog: ReadingDialog) -> None:
    said: list[tuple[int, object]] = []
    dialog.heading_chosen.connect(lambda block, level: said.append((block, level)))
    menu = open_menu(dialog, PARAGRAPH)
    (choices,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert isinstance(choices, QMenu)
    assert choices.title() == "这一段是…"
    (now,) = [action for action in choices.actions() if action.isChecked()]
    assert now.text() == "是正文，不是标题"
    choices.actions()[2].trigger()
    menu.close()
    assert said == [(PARAGRAPH, 3)]


@pytest.mark.parametrize("number", [TITLE, PAGE_NUMBER])
def test_what_cannot_be_a_heading_is_not_asked_about(dialog: ReadingDialog, number: int) -> None:
    menu = open_menu(dialog, number)
    assert [action.menu() for action in menu.actions() if action.menu() is not None] == []
    menu.close()


def test_a_heading_of_the_outline_has_the_same_menu(dialog: ReadingDialog) -> None:
    said: list[tuple[int, object]] = []
    dialog.heading_chosen.connect(lambda block, level: said.append((block, level)))
    index = dialog.model.index(1, 0)
    place = dialog.outline.visualRect(index).center()
    dialog.outline.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[4].trigger()
    menu.close()
    assert said == [(SECOND, 0)]
    dialog.outline.customContextMenuRequested.emit(QPoint(5, dialog.outline.height() - 5))
    assert QApplication.activePopupWidget() is None, "there is no heading below the last one"


def test_where_nothing_can_be_said_no_menu_offers_it(dialog: ReadingDialog) -> None:
    dialog.set_read_only()
    assert not dialog.hint.isVisible()
    for view in (dialog.text, dialog.outline):
        assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_a_correction_leaves_the_reader_where_he_is(dialog: ReadingDialog) -> None:
    long = "云汀市规划\n" + "".join(
        f"{number}．把第{number}件事做好。\n" for number in range(1, 99)
    )
    dialog.show_document(make_document(long))
    bar = dialog.text.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(200)
    dialog.show_document(make_document(long + "完。"))
    assert bar.value() == 200
