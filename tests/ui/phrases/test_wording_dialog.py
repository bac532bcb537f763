"""Both lists in their dialog: what is asked for, and that every step can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from plandraft.services.phrases import OwnWording, Substitution
from plandraft.ui.phrases.wording_dialog import OwnList, WordingDialog

NOTHING = OwnWording()
PHRASE = OwnWording(phrases=("加强组织领导",))
PAIR = OwnWording(substitutions=(Substitution("经信委", "工信局"),))


class Keeper:
    """Keep the lists as the service does."""

    def __init__(self, dialog: WordingDialog) -> None:
        self.wording = NOTHING
        self._dialog = dialog
        dialog.change_requested.connect(self._on_change)

    def _on_change(self, add: OwnWording, remove: OwnWording) -> None:
        phrases = [one for one in self.wording.phrases if one not in remove.phrases]
        pairs = [one for one in self.wording.substitutions if one not in remove.substitutions]
        self.wording = OwnWording((*phrases, *add.phrases), (*pairs, *add.substitutions))
        self._dialog.show_wording(self.wording)


@pytest.fixture
def dialog(qtbot: QtBot) -> WordingDialog:
    made = WordingDialog(NOTHING)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_steps_in_both_lists_are_taken_back_the_last_one_first(
    dialog: WordingDialog, qtbot: QtBot
) -> None:
    keeper = Keeper(dialog)
    assert not dialog.undo_button.isEnabled()
    dialog.phrases.fields[0].setText("加强组织领导")
    dialog.phrases.add_button.click()
    for field, text in zip(dialog.pairs.fields, ("经信委", "工信局"), strict=True):
        field.setText(text)
    dialog.pairs.add_button.click()
    assert keeper.wording == OwnWording(PHRASE.phrases, PAIR.substitutions)
    dialog.show_list(OwnList.SUBSTITUTIONS)
    dialog.pairs.table.selectAll()
    dialog.pairs.remove_button.click()
    assert keeper.wording == PHRASE
    assert dialog.note.text() == "已移除 1 条。"
    dialog.undo_button.click()
    assert keeper.wording == OwnWording(PHRASE.phrases, PAIR.substitutions)
    dialog.undo_button.click()
    assert keeper.wording == PHRASE
    dialog.undo_button.click()
    assert keeper.wording == NOTHING
    assert not dialog.undo_button.isEnabled()


def test_each_list_asks_for_its_own_files(dialog: WordingDialog) -> None:
    asked: list[object] = []
    dialog.import_requested.connect(asked.append)
    dialog.export_requested.connect(asked.append)
    dialog.show_wording(OwnWording(PHRASE.phrases, PAIR.substitutions))
    dialog.phrases.import_button.click()
    dialog.pairs.import_button.click()
    dialog.pairs.export_button.click()
    lists = [OwnList.PHRASES, OwnList.SUBSTITUTIONS, OwnList.SUBSTITUTIONS]
    assert asked == lists


def test_enter_closes_only_where_it_presses_the_button(dialog: WordingDialog, qtbot: QtBot) -> None:
    for widget in (dialog.phrases.fields[0], dialog.phrases.words):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        assert dialog.isVisible()
    dialog.done_button.setFocus()
    qtbot.keyClick(dialog.done_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()
