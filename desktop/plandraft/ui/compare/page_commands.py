"""What can be done on the compare page by key and by context menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from plandraft.ui.compare.head_row import HeadRow
from plandraft.ui.compare.passage_list import PassageList
from plandraft.ui.compare.pick_tools import PickTools
from plandraft.ui.compare.reader import Reader
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.page_menu import MenuEntry, build_menu


class CommandedPage(Protocol):
    """Do what keys and menu ask for; the compare page is one."""

    head: HeadRow
    passages: PassageList
    picks: PickTools
    reader: Reader

    @property
    def view(self) -> PairView | None:
        """Return what is compared."""

    @property
    def reading_size(self) -> float:
        """Return the size of the letters, in points."""

    def set_reading_size(self, points: float) -> None:
        """Set the letters in another size."""

    def send_to_draft(self) -> None:
        """Send what is chosen to the draft."""

    def make_phrase(self) -> None:
        """Put what is chosen on the list of own phrases."""

    def open_original(self) -> None:
        """Open the file of the pane in use."""

    def go_next(self) -> None:
        """Go to the next passage."""

    def go_previous(self) -> None:
        """Go to the passage before."""


def make_menu(page: CommandedPage, parent: QWidget) -> QMenu:
    """Build the context menu of the pane in use."""
    something = page.picks.pick() is not None
    passages = bool(page.passages.model.shown)
    reader, picks, compared = page.reader, page.picks, page.view is not None
    history, copy_with_source = reader.history, picks.copy_with_source
    back, forward = history.can_go_back, history.can_go_forward
    return build_menu(
        parent,
        (
            MenuEntry(_tr("送入草稿"), page.send_to_draft, something, "Ctrl+Return"),
            MenuEntry(_tr("复制"), picks.copy, something, "Ctrl+C"),
            MenuEntry(_tr("复制并注明出处"), copy_with_source, something, "Ctrl+Shift+C"),
            MenuEntry(_tr("设为套话"), page.make_phrase, something),
            MenuEntry(_tr("打开原件"), page.open_original, compared, "Ctrl+Alt+O"),
            None,
            MenuEntry(_tr("下一处"), page.go_next, passages, "F8"),
            MenuEntry(_tr("上一处"), page.go_previous, passages, "F7"),
            MenuEntry(_tr("后退"), reader.go_back, back, "Alt+Left"),
            MenuEntry(_tr("前进"), reader.go_forward, forward, "Alt+Right"),
            None,
            MenuEntry(_tr("两侧光标处对齐"), reader.pin_carets, compared, "Ctrl+Shift+L"),
            MenuEntry(_tr("取消全部对齐"), reader.remove_pins, bool(reader.pins)),
        ),
    )


def page_keys(
    page: CommandedPage, usual_points: float
) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Return what keys do wherever the focus is on the page."""
    return (
        ("F8", page.go_next),
        ("Shift+F8", page.go_previous),
        ("F7", page.go_previous),
        ("F6", page.head.in_step.toggle),
        ("Alt+Left", page.reader.go_back),
        ("Alt+Right", page.reader.go_forward),
        ("Ctrl+Shift+L", page.reader.pin_carets),
        ("Ctrl+Shift+C", page.picks.copy_with_source),
        ("Ctrl+Return", page.send_to_draft),
        ("Ctrl+F", page.passages.filters.words.setFocus),
        ("Ctrl++", lambda: page.set_reading_size(page.reading_size + 1)),
        ("Ctrl+=", lambda: page.set_reading_size(page.reading_size + 1)),
        ("Ctrl+-", lambda: page.set_reading_size(page.reading_size - 1)),
        ("Ctrl+0", lambda: page.set_reading_size(usual_points)),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ComparePage", text)
