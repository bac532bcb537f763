"""One list with its line to add: what keys do, what is removed, what a bad row is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from plandraft.ui.phrases import wording_dialog
from plandraft.ui.phrases.list_panel import ListPanel
from plandraft.ui.phrases.wording_dialog import PhrasePanel, SubstitutionPanel

PHRASES = (("健全工作机制",), ("加强组织领导",), ("强化监督检查",))


@pytest.fixture
def phrases(qtbot: QtBot) -> PhrasePanel:
    return shown(PhrasePanel(), qtbot)


@pytest.fixture
def pairs(qtbot: QtBot) -> SubstitutionPanel:
    made = shown(SubstitutionPanel(), qtbot)
    made.set_rows((("经信委", "工信局"),))
    return made


def shown(panel: ListPanel, qtbot: QtBot) -> ListPanel:
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def write(panel: ListPanel, *cells: str) -> None:
    for field, cell in zip(panel.fields, cells, strict=True):
        field.setText(cell)


def test_enter_adds_a_good_row_without_its_blanks_and_a_bad_one_never(
    phrases: PhrasePanel, qtbot: QtBot
) -> None:
    added: list[object] = []
    phrases.added.connect(added.append)
    for text in ("短", "   ", ""):
        write(phrases, text)
        qtbot.keyClick(phrases.fields[0], Qt.Key.Key_Return)
    assert added == []
    write(phrases, "  加强  组织领导 ")
    qtbot.keyClick(phrases.fields[0], Qt.Key.Key_Return)
    assert added == [("加强 组织领导",)]
    assert phrases.fields[0].text() == "", "ready for the next one"
    assert phrases.reason.text() == phrases.rule()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("经信委", "", ""),
        ("经信委", "经信委", "不同"),
        ("委", "局", "2 至 100"),
        ("工信局", "经信委", "已经有"),
        ("发改委", "发展改革委", ""),
    ],
)
def test_a_pair_is_told_what_is_wrong_with_it(
    pairs: SubstitutionPanel, first: str, second: str, told: str
) -> None:
    write(pairs, first, second)
    assert pairs.reason.text() == pairs.rule() if not told else told in pairs.reason.text()
    assert pairs.add_button.isEnabled() == bool(second and not told)


def test_a_row_that_comes_is_known_at_once(pairs: SubstitutionPanel) -> None:
    write(pairs, "安监局", "应急局")
    assert pairs.add_button.isEnabled()
    pairs.set_rows((*pairs.model.rows, ("应急局", "安监局")))
    assert not pairs.add_button.isEnabled()
    assert "已经有" in pairs.reason.text()


def test_a_long_list_is_not_read_again_at_every_letter(
    phrases: PhrasePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    usual = wording_dialog.phrase_key
    monkeypatch.setattr(wording_dialog, "phrase_key", lambda text: read.append(text) or usual(text))
    phrases.set_rows([(f"第{number}条要加强组织领导",) for number in range(50)])
    write(phrases, "加强组织领导")
    read.clear()
    write(phrases, "加强组织领导和")
    assert read == ["加强组织领导和"]


def test_delete_removes_what_is_chosen_of_what_is_shown(phrases: PhrasePanel, qtbot: QtBot) -> None:
    phrases.set_rows(PHRASES)
    removed: list[object] = []
    phrases.removed.connect(removed.append)
    assert not phrases.remove_button.isEnabled()
    phrases.table.setFocus()
    qtbot.keyClick(phrases.table, Qt.Key.Key_Delete)
    assert removed == [], "nothing is chosen"
    phrases.words.setText("强")
    phrases.model.sort(0, Qt.SortOrder.DescendingOrder)
    phrases.table.selectRow(0)
    assert phrases.remove_button.isEnabled()
    qtbot.keyClick(phrases.table, Qt.Key.Key_Delete)
    assert removed == [(("强化监督检查",),)]
    phrases.words.setFocus()
    qtbot.keyClick(phrases.words, Qt.Key.Key_Delete)
    assert len(removed) == 1, "in a field the key deletes a letter"


def test_an_empty_list_says_what_it_is_for_and_a_search_what_it_did_not_find(
    phrases: PhrasePanel,
) -> None:
    phrases.set_rows(())
    assert phrases.hint.isVisible()
    assert "还没有" in phrases.hint.text()
    assert not phrases.words.isEnabled()
    assert not phrases.export_button.isEnabled()
    phrases.set_rows(PHRASES)
    assert phrases.table.isVisible()
    assert phrases.count.text() == "3 条"
    phrases.words.setText("机场")
    assert phrases.hint.isVisible()
    assert "没有这些字" in phrases.hint.text()
    assert phrases.count.text() == "0 / 3 条"
    assert phrases.export_button.isEnabled(), "all of the list is exported"
