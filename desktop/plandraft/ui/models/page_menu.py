"""The context menu and the keys of the page, out of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """Hold one line of a menu; `keys` are shown beside it and act elsewhere."""

    text: str
    action: Callable[[], object]
    usable: bool
    keys: str = ""


def build_menu(parent: QWidget, entries: Iterable[MenuEntry | None]) -> QMenu:
    """Build a menu that deletes itself when closed; None is a line between groups."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        keys = QKeySequence(entry.keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{entry.text}\t{keys}" if keys else entry.text, menu)
        action.triggered.connect(lambda _checked=False, run=entry.action: run())
        action.setEnabled(entry.usable)
        menu.addAction(action)
    return menu


def add_shortcuts(page: QWidget, keys: Iterable[tuple[str, Callable[[], object]]]) -> None:
    """Let keys act wherever the focus is inside `page`."""
    for key, action in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)
