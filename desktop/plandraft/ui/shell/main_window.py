"""The window: rail, four pages, status bar. It composes and decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.draft_drag import DraftDrop
from plandraft.ui.draft.draft_page import DraftPage
from plandraft.ui.families.families_page import FamiliesPage
from plandraft.ui.library.library_page import LibraryPage
from plandraft.ui.models.decision_bar import DecisionBar
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import Palette
from plandraft.ui.shell.actions import ActionSpec
from plandraft.ui.shell.command_palette import CommandPalette
from plandraft.ui.shell.file_drop import FileDrop
from plandraft.ui.shell.message_strip import Message, MessageStrip
from plandraft.ui.shell.rail import Rail
from plandraft.ui.shell.status_line import StatusLine

LIBRARY, COMPARE, DRAFT, FAMILIES = "library", "compare", "draft", "families"
_FIRST_SIZE = (1360, 860)
_SMALLEST_SIZE = (780, 540)


class MainWindow(QMainWindow):
    """Hold the pages and show one of them."""

    page_changed = Signal(str)
    full_screen_changed = Signal(bool)
    closing = Signal()

    def __init__(self, icons: IconSet, palette: Palette) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("规划比对与起草"))
        self.setWindowIcon(icons.icon("plandraft"))
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.library = LibraryPage(icons)
        self.compare = ComparePage(icons, palette)
        self.draft = DraftPage(icons, palette)
        self.families = FamiliesPage(icons, palette)
        self.decisions = DecisionBar()
        self.status = StatusLine(icons)
        self.palette_box = CommandPalette(self)
        self.drop = FileDrop(self)
        self.setStatusBar(self.status)
        self._stack = QStackedWidget()
        self._hosts: dict[str, QWidget] = {}
        self._strips: dict[str, MessageStrip] = {}
        self._texts = dict.fromkeys((LIBRARY, COMPARE, DRAFT, FAMILIES), "")
        pages: tuple[tuple[str, QWidget], ...] = (
            (LIBRARY, self.library),
            (COMPARE, self.compare),
            (DRAFT, self.draft),
            (FAMILIES, self.families),
        )
        for name, page in pages:
            self._add_page(name, page, icons)

    def set_actions(
        self,
        menus: Sequence[tuple[str, str]],
        specs: Sequence[ActionSpec],
        actions: Mapping[str, QAction],
    ) -> None:
        """Build menus and rail out of the table of actions."""
        bar = self.menuBar()
        for identity, title in menus:
            menu = bar.addMenu(title)
            for spec in specs:
                if spec.menu != identity:
                    continue
                if spec.rule:
                    menu.addSeparator()
                menu.addAction(actions[spec.id])
        self.addActions(list(actions.values()))
        pages = [spec for spec in specs if spec.group == "page"]
        rail = Rail([(actions[spec.id], spec.keys) for spec in pages])
        to_draft = rail.buttons[[spec.id for spec in pages].index(f"view.{DRAFT}")]
        DraftDrop(to_draft).dropped.connect(self.compare.send_dropped)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, host in self._hosts.items() if host is shown)

    def show_page(self, name: str) -> None:
        """Show a page and its line in the status bar."""
        if self._stack.currentWidget() is not self._hosts[name]:
            self._stack.setCurrentWidget(self._hosts[name])
            self.take_focus()
        self.status.show_text(self._texts[name])
        self.page_changed.emit(name)

    def take_focus(self) -> None:
        """Put the keyboard on the page that is shown and not on a hidden one."""
        name = self.page
        if name == COMPARE:
            page = self.compare
            (page.head.left if page.comparison is None else page.stage.left).setFocus()
        elif name == FAMILIES:
            self.families.take_focus()
        else:
            (self.library if name == LIBRARY else self.draft).take_focus()

    def show_status(self, name: str, text: str) -> None:
        """Keep the one true thing of a page, and show it if the page is shown."""
        self._texts[name] = text
        if self.page == name:
            self.status.show_text(text)

    def show_message(self, name: str, message: Message) -> None:
        """Show a message on a page."""
        self._strips[name].show_message(message)

    def message_strip(self, name: str) -> MessageStrip:
        """Return the strip of a page."""
        return self._strips[name]

    def apply_palette(self, palette: Palette) -> None:
        """Change the colours of what has its own."""
        self.library.apply_palette(palette)
        self.compare.apply_palette(palette)
        self.draft.apply_palette(palette)
        self.families.apply_palette(palette)

    def splitter_states(self) -> tuple[tuple[str, str], ...]:
        """Return the state of each splitter that has a name, in base64."""
        return tuple(
            (splitter.objectName(), bytes(splitter.saveState().toBase64().data()).decode("ascii"))
            for splitter in self._named_splitters()
        )

    def restore_splitters(self, states: Sequence[tuple[str, str]]) -> None:
        """Put the splitters where they were; a state that makes no sense changes nothing."""
        known = dict(states)
        for splitter in self._named_splitters():
            if splitter.objectName() in known:
                state = QByteArray.fromBase64(known[splitter.objectName()].encode("ascii"))
                splitter.restoreState(state)

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back; what was maximised stays so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the whole screen is taken or given back, by whomever."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.full_screen_changed.emit(self.isFullScreen())

    def set_reading_family(self, family: str) -> None:
        """Set the face that texts are read in; "" for that of the product."""
        self.compare.set_reading_family(family)
        self.families.sources.set_reading_family(family)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without a question: drafts are saved all the time."""
        self.closing.emit()
        super().closeEvent(event)

    def _named_splitters(self) -> list[QSplitter]:
        found = self.findChildren(QSplitter)
        return [splitter for splitter in found if splitter.objectName()]

    def _add_page(self, name: str, page: QWidget, icons: IconSet) -> None:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip = MessageStrip(icons)
        column.addWidget(page, 1)
        if name == COMPARE:
            column.addWidget(self.decisions)
        column.addWidget(strip)
        self._stack.addWidget(host)
        self._hosts[name] = host
        self._strips[name] = strip
