"""Finding in a text: from one place to the next, round, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from plandraft.core.model.spans import Span
from plandraft.ui.library.find_bar import FindBar
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT

TEXT = "港口、海港、空港"
PLACES = tuple(Span(at, at + 1) for at, letter in enumerate(TEXT) if letter == "港")


def find(words: str) -> tuple[Span, ...]:
    return PLACES if words == "港" else ()


class Reader(QDialog):
    """Stand for the dialog around the bar; it remembers the places that were wanted."""

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self.bar = FindBar(icons, find)
        self.bar.add_keys(self)
        QVBoxLayout(self).addWidget(self.bar)
        self.wanted: list[Span] = []
        self.bar.place_wanted.connect(self.wanted.append)


@pytest.fixture
def reader(qtbot: QtBot, repository: Path) -> Iterator[Reader]:
    made = Reader(IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_keys_of_the_window_lead_on_and_back_and_round(reader: Reader, qtbot: QtBot) -> None:
    reader.bar.begin("港")
    qtbot.keyClick(reader, Qt.Key.Key_F3)
    qtbot.keyClick(reader, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(reader, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.wanted == [PLACES[0], PLACES[1], PLACES[0], PLACES[2]]
    assert reader.bar.count.text() == "第 3 处，共 3 处"
    reader.bar.next.click()
    assert reader.wanted[-1] == PLACES[0]
    reader.bar.previous.click()
    assert reader.wanted[-1] == PLACES[2]


def test_enter_behind_the_last_letter_shows_the_first_place(reader: Reader, qtbot: QtBot) -> None:
    reader.bar.field.setFocus()
    reader.bar.field.insert("港")
    assert reader.wanted == [], "more letters may come"
    qtbot.keyClick(reader.bar.field, Qt.Key.Key_Return)
    assert reader.wanted == [PLACES[0]]
    qtbot.wait(reader.bar._delay.interval() + 50)
    assert reader.wanted == [PLACES[0]], "what was found is not found once more"


def test_who_pauses_sees_the_first_place(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.bar.found) as found:
        reader.bar.field.insert("港")
    assert found.args == [PLACES]
    assert reader.wanted == [PLACES[0]]


def test_the_key_for_finding_chooses_what_was_typed(reader: Reader, qtbot: QtBot) -> None:
    reader.bar.begin("港")
    reader.bar.next.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.bar.field.hasFocus()
    assert reader.bar.field.selectedText() == "港"


def test_escape_empties_the_field_and_then_closes(reader: Reader, qtbot: QtBot) -> None:
    reader.bar.begin("港")
    qtbot.keyClick(reader.bar.field, Qt.Key.Key_Escape)
    assert reader.isVisible()
    with qtbot.waitSignal(reader.bar.found) as found:
        pass
    assert found.args == [()], "marks go with the words"
    assert reader.bar.count.text() == ""
    assert not reader.bar.next.isEnabled()
    qtbot.keyClick(reader.bar.field, Qt.Key.Key_Escape)
    assert not reader.isVisible()
