"""The library: all plans that were read, to be searched, looked into and compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from plandraft.core.model.document import Document
from plandraft.services.library import DocumentRecord
from plandraft.ui.library.details_panel import DetailsPanel
from plandraft.ui.library.document_menu import DocumentWishes, make_document_menu
from plandraft.ui.library.document_table import DocumentTable
from plandraft.ui.library.facet_list import FacetList
from plandraft.ui.library.library_states import (
    empty_library,
    many_chosen,
    nothing_chosen,
    nothing_found,
    show_count,
)
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.library_model import LibraryModel
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.models.side_panels import SidePanel, SidePanels
from plandraft.ui.models.widgets import (
    make_primary_button,
    make_search_field,
    make_separator,
    make_tool_button,
    make_tool_row,
)

# Short enough to feel live, long enough not to search for every letter of a word.
_SEARCH_DELAY_MS = 200
# Below these widths the titles of the table would be cut to nothing.
_FACETS_FROM, _DETAILS_FROM = 860, 700


class LibraryPage(QWidget):
    """Show the records that the shell hands over and say what the user wants.

    `import_requested` carries a tuple of paths, empty for "let me choose";
    `compare_many_requested` and `edit_requested` a tuple of ids, `details_requested` and
    `repair_requested` the id of a document, `read_requested` that and a span or None,
    `heading_chosen` that, a block and its level.
    """

    import_requested = Signal(object)
    samples_requested = Signal()
    compare_requested = Signal(object)
    compare_many_requested = Signal(object)
    open_requested = Signal(object)
    remove_requested = Signal(object)
    search_requested = Signal(str)
    details_requested = Signal(int)
    edit_requested = Signal(object)
    repair_requested = Signal(int)
    read_requested = Signal(int, object)
    heading_chosen = Signal(int, int, object)

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self.icons = icons
        self.model = LibraryModel(self)
        self.facets = FacetList()
        self.table = DocumentTable(self.model, icons)
        self.details = DetailsPanel(icons)
        self._details_none = nothing_chosen(icons)
        self._details_many = many_chosen(icons, self.request_compare, self.request_edit)
        self.compare_both = self._details_many.buttons[0]
        self.search = make_search_field(icons, self.tr("搜索全文，多个词用空格隔开"))
        self.search_delay = QTimer(self, singleShot=True, interval=_SEARCH_DELAY_MS)
        # Enter was pressed before there were results to go to.
        self._into_table = False
        self._stack = QStackedWidget()
        self._right = QStackedWidget()
        self._empty = empty_library(icons, self.request_import, self.samples_requested.emit)
        self._not_found = nothing_found(icons)
        self._middle = QStackedWidget()
        self.splitter = self._make_splitter()
        self._arrange(icons)
        self._connect()
        self._show_state()

    def show_records(self, records: Sequence[DocumentRecord]) -> None:
        """Show the records that the search gave, or all."""
        chosen = tuple(record.id for record in self.table.chosen())
        self.model.set_records(records)
        self.facets.show_facets(self.model)
        self.table.choose(chosen)
        self._show_state()
        self._on_chosen_changed()
        if self._into_table:
            self._go_to_table()

    def choose(self, identities: tuple[int, ...]) -> None:
        """Choose documents in the table."""
        self.table.choose(identities)

    def show_document(self, identity: int, document: Document) -> None:
        """Show the contents of a document if its record still is the one shown."""
        if self.details.record is not None and self.details.record.id == identity:
            self.details.show_document(document)

    def request_import(self) -> None:
        """Ask for files to be chosen and imported."""
        self.import_requested.emit(())

    def request_compare(self) -> None:
        """Ask to compare the two chosen documents, or more with each other."""
        chosen = self.table.chosen()
        if len(chosen) == 2:
            self.compare_requested.emit(CompareChoice(chosen[0].id, chosen[1].id))
        elif len(chosen) > 2:
            self.compare_many_requested.emit(tuple(record.id for record in chosen))

    def request_edit(self) -> None:
        """Ask to correct what the chosen documents say of themselves."""
        chosen = self.table.chosen()
        if chosen:
            self.edit_requested.emit(tuple(record.id for record in chosen))

    def request_reading(self) -> None:
        """Ask to read the first of the chosen documents."""
        chosen = self.table.chosen()
        if chosen:
            self.read_requested.emit(chosen[0].id, None)

    def request_remove(self) -> None:
        """Ask to remove the chosen documents."""
        chosen = self.table.chosen()
        if chosen:
            self.remove_requested.emit(tuple(record.id for record in chosen))

    def take_focus(self) -> None:
        """Put the keyboard where one most likely goes on."""
        nothing = self._stack.currentWidget() is self._empty
        (self.import_button if nothing else self.table).setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def apply_palette(self, palette: Palette) -> None:
        """Redraw what has colours of its own."""
        self.facets.show_facets(self.model)
        states = (self._empty, self._details_none, self._details_many, self._not_found)
        for state in states:
            state.apply_palette(palette)

    def _make_splitter(self) -> QSplitter:
        self._right.addWidget(self._details_none)
        self._right.addWidget(self._details_many)
        self._right.addWidget(self.details)
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._not_found)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("library")
        splitter.setChildrenCollapsible(False)
        for widget, smallest, stretch in (
            (self.facets, 140, 0),
            (self._middle, 220, 1),
            (self._right, 240, 0),
        ):
            widget.setMinimumWidth(smallest)
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([190, 750, 360])
        return splitter

    def _arrange(self, icons: IconSet) -> None:
        row, tools = make_tool_row(self)
        self.search.setMaximumWidth(420)
        self.import_button = make_primary_button(
            icons, "import", self.tr("导入"), self.request_import
        )
        self.compare_button = make_tool_button(
            icons, "compare", self.tr("比对所选"), self.request_compare,
            tip=self.tr("两份并排比对，三份以上一起比对（Enter）"),
        )  # fmt: skip
        self.remove_button = make_tool_button(
            icons, "remove", self.tr("移除"), self.request_remove,
            tip=self.tr("从资料库移除所选文档（Delete，可撤销）"),
        )  # fmt: skip
        self.facets_button = make_tool_button(
            icons, "filter", "", lambda: None, tip=self.tr("显示或收起筛选栏")
        )
        self.details_button = make_tool_button(
            icons, "info", "", lambda: None, tip=self.tr("显示或收起详情栏")
        )
        tools.addWidget(self.import_button)
        tools.addWidget(self.search, 1)
        tools.addStretch()
        for button in (self.compare_button, self.remove_button, make_separator()):
            tools.addWidget(button)
        tools.addWidget(self.facets_button)
        tools.addWidget(self.details_button)
        self._side = SidePanels(
            self,
            (
                SidePanel(self.facets, self.facets_button, _FACETS_FROM),
                SidePanel(self._right, self.details_button, _DETAILS_FROM),
            ),
        )
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.facets.wanted_changed.connect(self._on_wanted_changed)
        self.table.chosen_changed.connect(self._on_chosen_changed)
        self.table.activated_rows.connect(self._on_activated)
        self.table.remove_pressed.connect(self.request_remove)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.search.textChanged.connect(lambda _text: self.search_delay.start())
        self.search.returnPressed.connect(self._on_search_entered)
        for key, step in (("Down", self._go_to_table), ("Esc", self._leave_search)):
            shortcut = QShortcut(QKeySequence(key), self.search)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(step)
        self.search_delay.timeout.connect(self._search_now)
        self.details.compare_requested.connect(self.compare_requested)
        self.details.open_requested.connect(self.open_requested)
        self.details.remove_requested.connect(self.remove_requested)
        self.details.edit_requested.connect(self.edit_requested)
        self.details.repair_requested.connect(self.repair_requested)
        self.details.read_requested.connect(self.read_requested)
        self.details.heading_chosen.connect(self.heading_chosen)

    def _search_now(self) -> None:
        self.search_delay.stop()
        self.search_requested.emit(self.search.text().strip())

    def _on_wanted_changed(self, wanted: object) -> None:
        chosen = tuple(record.id for record in self.table.chosen())
        assert isinstance(wanted, frozenset)
        self.model.set_wanted(wanted)
        self.table.choose(chosen)
        self._on_chosen_changed()

    def _on_activated(self) -> None:
        chosen = self.table.chosen()
        if len(chosen) > 1:
            self.request_compare()
        else:
            self.request_reading()

    def make_menu(self) -> QMenu | None:
        """Build the menu of what is chosen, None where nothing is."""
        chosen = self.table.chosen()
        if not chosen:
            return None
        first = chosen[0]

        def compare_with(other: DocumentRecord) -> None:
            self.compare_requested.emit(CompareChoice(first.id, other.id))

        wishes = DocumentWishes(
            self.request_compare,
            self.request_edit,
            self.request_remove,
            self.request_reading,
            lambda: self.open_requested.emit(Path(first.path)),
            compare_with,
        )
        others = [one for one in self.model.records if one.id != first.id]
        return make_document_menu(self, chosen, others, wishes)

    def _on_menu_requested(self, place: QPoint) -> None:
        menu = self.make_menu()
        if menu is not None:
            menu.popup(place)

    def _on_search_entered(self) -> None:
        """Search now; who has done so goes on to what was found."""
        if self.search_delay.isActive():
            self._into_table = True
            self._search_now()
        else:
            self._go_to_table()

    def _go_to_table(self) -> None:
        self._into_table = False
        if self.model.shown:
            self.table.take_keyboard()

    def _leave_search(self) -> None:
        """Empty the field, or go back to the list."""
        if self.search.text():
            self.search.clear()
        else:
            self._go_to_table()

    def _on_chosen_changed(self) -> None:
        chosen = self.table.chosen()
        self.compare_button.setEnabled(len(chosen) > 1)
        self.remove_button.setEnabled(bool(chosen))
        if len(chosen) > 1:
            show_count(self._details_many, len(chosen))
            self._right.setCurrentWidget(self._details_many)
            return
        if not chosen:
            self._right.setCurrentWidget(self._details_none)
            return
        self._right.setCurrentWidget(self.details)
        if self.details.record != chosen[0]:
            others = [record for record in self.model.records if record.id != chosen[0].id]
            self.details.show_record(chosen[0], others)
            self.details_requested.emit(chosen[0].id)

    def _show_state(self) -> None:
        searching = bool(self.search.text().strip())
        nothing = not self.model.records
        wanted = self._empty if nothing and not searching else self.splitter
        if self._stack.currentWidget() is not wanted:
            begun = self.import_button.hasFocus()
            self._stack.setCurrentWidget(wanted)
            if begun:
                self.take_focus()
        self._middle.setCurrentWidget(self._not_found if nothing and searching else self.table)
        listed = searching or not nothing
        for widget in (self.search, self.facets_button, self.details_button):
            widget.setEnabled(listed)
        self._on_chosen_changed()
