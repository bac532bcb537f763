"""What a document says of itself, corrected: what is refused, and that it can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.library.test_corrections import PLACES, facts, line

from plandraft.core.text.places import Gazetteer
from plandraft.services.details import DetailField
from plandraft.ui.library.details_dialog import DetailsDialog, edit_one


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[DetailsDialog]:
    made = edit_one(facts(), Gazetteer(places=PLACES), None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_it_grows_with_what_is_told_at_its_fields(dialog: DetailsDialog, qtbot: QtBot) -> None:
    layout = dialog.layout()
    assert layout is not None
    before = dialog.height()
    line(dialog, DetailField.NUMBER).setText("云政发")
    line(dialog, DetailField.DATE).setText("某天")
    dialog.save_button.click()
    problems = [dialog.editors[field].problem for field in (DetailField.NUMBER, DetailField.DATE)]
    qtbot.waitUntil(lambda: all(one.isVisible() for one in problems))
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())


def test_the_first_field_that_is_wrong_has_the_keyboard(dialog: DetailsDialog) -> None:
    wrong = [field for field in dialog.editors if field in {DetailField.NUMBER, DetailField.DATE}]
    for field in wrong:
        line(dialog, field).setText("？")
    dialog.save_button.setFocus()
    dialog.save_button.click()
    focused = dialog.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused is line(dialog, wrong[0])


def test_nothing_is_saved_where_nothing_changed(dialog: DetailsDialog, qtbot: QtBot) -> None:
    title = line(dialog, DetailField.TITLE)
    usual = title.text()
    title.setText(usual + "甲")
    title.setText(usual)
    with qtbot.assertNotEmitted(dialog.saved), qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
