"""Whom a document is compared with: the likeliest are named first, and each can be told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.library.test_library_page import record

from plandraft.services.library import DocumentRecord
from plandraft.ui.library.other_menu import fill_other_menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_nearest_come_first_and_names_are_told_apart(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    mine = record(1, "松屿市规划", "松屿")
    others = [
        record(2, "云汀市规划", "云汀"),
        record(3, "松屿市规划", "松屿"),
        replace(record(4, "松屿市规划", "松屿"), path=mine.path),
        record(5, "A&B", "澜川"),
    ]
    chosen: list[DocumentRecord] = []
    fill_other_menu(menu, mine, others, chosen.append)
    assert texts(menu) == ["松屿市规划（1.txt）", "松屿市规划（3.txt）", "云汀市规划", "A&&B"]
    menu.actions()[2].trigger()
    assert chosen == [others[0]]


def test_long_names_lose_their_middle(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    long = "关于" + "加快" * 100 + "的意见"
    others = [replace(record(2, long, "云汀"), path=f"/{'长' * 90}{n}.txt") for n in range(2)]
    fill_other_menu(menu, record(1, "松屿市规划", "松屿"), others, lambda _other: None)
    shown = texts(menu)
    assert all(len(text) < 72 for text in shown)
    assert len(set(shown)) == 2


def test_a_large_library_makes_no_endless_menu(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    others = [record(2 + number % 20, f"规划{number}", "云汀") for number in range(199)]
    fill_other_menu(menu, record(1, "松屿市规划", "松屿"), others, lambda _other: None)
    shown = texts(menu)
    assert len(shown) == 16
    assert shown[-1].startswith("其他文档")
    assert not menu.actions()[-1].isEnabled()
