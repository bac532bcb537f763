"""The bar of verdicts shows a decision, changes it, and takes it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.ui.models.decision_bar import CHOICES, DecisionBar, verdict_name


@pytest.fixture
def bar(qtbot: QtBot) -> DecisionBar:
    made = DecisionBar()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_decision(None, enabled=True)
    return made


def checked(bar: DecisionBar) -> list[Verdict]:
    """Return the verdicts whose buttons are down."""
    return [verdict for verdict, button in bar.buttons.items() if button.isChecked()]


@pytest.mark.parametrize("verdict", CHOICES)
def test_a_click_decides_and_a_second_one_takes_it_back(
    bar: DecisionBar, qtbot: QtBot, verdict: Verdict
) -> None:
    assert bar.buttons[verdict].text() == verdict_name(verdict)
    for wanted in (verdict, Verdict.OPEN):
        with qtbot.waitSignal(bar.decided) as told:
            qtbot.mouseClick(bar.buttons[verdict], Qt.MouseButton.LeftButton)
        assert told.args == [Decision(wanted)]
        assert checked(bar) == ([verdict] if wanted is verdict else [])


def test_another_verdict_keeps_the_note(bar: DecisionBar, qtbot: QtBot) -> None:
    bar.show_decision(Decision(Verdict.ACCEPTED, "照用"), enabled=True)
    assert checked(bar) == [Verdict.ACCEPTED]
    with qtbot.waitSignal(bar.decided) as told:
        bar.choose(Verdict.USED)
    assert told.args == [Decision(Verdict.USED, "照用")]
    assert checked(bar) == [Verdict.USED]


def test_a_note_is_told_once_it_is_written(bar: DecisionBar, qtbot: QtBot) -> None:
    bar.note.setFocus()
    with qtbot.waitSignal(bar.decided) as told:
        qtbot.keyClicks(bar.note, "see 3 ")
        qtbot.keyClick(bar.note, Qt.Key.Key_Return)
    assert told.args == [Decision(Verdict.OPEN, "see 3")]
    with qtbot.assertNotEmitted(bar.decided):
        qtbot.keyClick(bar.note, Qt.Key.Key_Return)


def test_showing_tells_nothing(bar: DecisionBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.decided):
        bar.show_decision(Decision(Verdict.FORMULA, "通用"), enabled=True)
        bar.show_decision(None)
    assert not bar.isEnabled()
    with qtbot.assertNotEmitted(bar.decided):
        bar.choose(Verdict.USED)
    assert bar.decision == Decision(Verdict.OPEN)
