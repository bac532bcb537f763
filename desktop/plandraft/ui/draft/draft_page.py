"""The draft page: begin or reopen a draft, write it, export it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from plandraft.core.draft.checks import CheckFinding
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import Preset
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.draft.readiness import Obstacle, ObstacleKind
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.text.places import Gazetteer
from plandraft.services.drafting import DraftRecord
from plandraft.services.library import PassageHit
from plandraft.ui.draft.draft_editor import DraftEditor
from plandraft.ui.draft.sheet_style import SheetStyle
from plandraft.ui.draft.start_view import StartView
from plandraft.ui.models.elided_label import ElidedLabel
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.picks import TextPick
from plandraft.ui.models.side_panels import SidePanel, SidePanels
from plandraft.ui.models.widgets import (
    make_separator,
    make_tool_button,
    make_tool_row,
)

DEFAULT_POINTS = 12.0
_SMALLEST_POINTS, _LARGEST_POINTS = 8.0, 32.0
# Below these widths a line of the sheet would hold too few characters to write in.
_OUTLINE_FROM, _TABS_FROM = 1000, 820


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Hold the wish to export the draft as it is now; without a preset as the last time."""

    draft: Draft
    preset: Preset | None = None


class DraftPage(QWidget):
    """Show what the shell hands over and say what the user wants.

    `draft_changed` carries each new Draft, `export_requested` an ExportRequest,
    `create_requested` a NewDraftRequest, `insert_requested` a PassageHit.
    """

    draft_changed = Signal(object)
    export_requested = Signal(object)
    new_requested = Signal()
    create_requested = Signal(object)
    open_requested = Signal(int)
    open_file_requested = Signal()
    save_file_requested = Signal()
    earlier_requested = Signal()
    remove_requested = Signal(int)
    search_requested = Signal(str)
    insert_requested = Signal(object)
    edit_failed = Signal(object)
    status_changed = Signal(str)
    history_changed = Signal()

    def __init__(self, icons: IconSet, palette: Palette) -> None:
        super().__init__()
        self._style = SheetStyle(palette, DEFAULT_POINTS)
        self._wrote_with_side = True
        self.icons = icons
        self.start = StartView(icons)
        self.editor = DraftEditor(icons, palette)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.editor)
        self.title = ElidedLabel("pageTitle")
        self._arrange(icons)
        self._connect()
        self._add_shortcuts()
        self._show_history()

    @property
    def draft(self) -> Draft | None:
        """Return the open draft as it is now, None at the start."""
        return self.editor.draft if self.stack.currentWidget() is self.editor else None

    def show_draft(self, draft: Draft, template: DraftTemplate | None) -> None:
        """Open a draft."""
        self.editor.show_pages(on=False)
        self.editor.show_draft(draft, template)
        self.stack.setCurrentWidget(self.editor)
        self._tools.show()
        self._show_title()
        self._show_history()

    def show_start(self) -> None:
        """Show the drafts and the form for a new one."""
        self.stack.setCurrentWidget(self.start)
        self._tools.hide()
        self.status_changed.emit("")
        self.history_changed.emit()

    def show_templates(self, templates: Sequence[DraftTemplate]) -> None:
        """Offer these templates for new drafts."""
        self.start.show_templates(templates)

    def show_drafts(self, records: Sequence[DraftRecord]) -> None:
        """Offer these drafts to go on with."""
        self.start.show_drafts(records, [record.title for record in records])

    def show_hits(self, query: str, hits: Sequence[PassageHit]) -> None:
        """Show the paragraphs that the library has for `query`."""
        self.editor.candidates.show_hits(query, hits)

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Know these places when wordings are compared."""
        self.editor.gazetteer = gazetteer

    def insert_pick(self, pick: TextPick, section: str | None = None) -> str:
        """Put a passage into the current section, or into `section`, and return its id.

        Raises PlanError SPAN_OUTSIDE_TEXT or SECTION_UNKNOWN.
        """
        return self.editor.insert_pick(pick, section)

    def section_names(self) -> tuple[tuple[str, str], ...]:
        """Return id and heading of every section that text can go into."""
        return tuple(
            (row.id, f"{row.label}{row.title}")
            for row in self.editor.model.rows
            if not row.holds_sections
        )

    def request_export(self, *, with_sources: bool) -> None:
        """Ask to export the open draft, or to export it with the sources as comments."""
        draft = self.draft
        if draft is not None:
            preset = Preset.SOURCES if with_sources else None
            self.export_requested.emit(ExportRequest(draft, preset))

    def go_to_obstacle(self, obstacle: Obstacle | CheckFinding) -> None:
        """Show where what is missing can be given, or what was found."""
        self.editor.show_pages(on=False)
        if isinstance(obstacle, CheckFinding):
            self.editor.go_to_place(FlowPlace(obstacle.section, obstacle.block))
            return
        fields = self.editor.guide.form.fields
        if obstacle.kind is ObstacleKind.OPEN_SLOT and obstacle.name in fields:
            self._side.want(self.editor.tabs)
            self.editor.tabs.setCurrentWidget(self.editor.guide)
            fields[obstacle.name].setFocus()
            return
        self.editor.go_to_text(obstacle.name)

    def apply_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._style = SheetStyle(palette, self._style.points)
        self.editor.apply_style(self._style)
        self.start.apply_palette(palette)

    @property
    def reading_size(self) -> float:
        """Return the size of the text in points."""
        return self._style.points

    def set_reading_size(self, points: float) -> None:
        """Change the size of the text."""
        points = min(_LARGEST_POINTS, max(_SMALLEST_POINTS, points))
        if points != self._style.points:
            self._style = SheetStyle(self._style.palette, points)
            self.editor.apply_style(self._style)

    def enlarge(self, steps: int) -> None:
        """Show the text, or its pages where they stand, larger by so many steps; 0 as usual."""
        if self.pages_button.isChecked():
            self.editor.preview.zooms.step(steps)
        else:
            self.set_reading_size(self.reading_size + steps if steps else DEFAULT_POINTS)

    def take_focus(self) -> None:
        """Put the keyboard where one most likely goes on."""
        if self.draft is None:
            self.start.take_focus()
            return
        view = self.editor.sheet.view(self.editor.current_section)
        (self.editor.sheet if view is None else view.editor).setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search for paragraphs."""
        self._side.want(self.editor.tabs)
        self.editor.tabs.setCurrentWidget(self.editor.candidates)
        self.editor.candidates.focus_search()

    def _arrange(self, icons: IconSet) -> None:
        self._tools, tools = make_tool_row(self)
        back = make_tool_button(
            icons, "back", self.tr("草稿"), self.new_requested.emit, tip=self.tr("回到草稿列表")
        )
        self.undo_button = make_tool_button(
            icons, "undo", "", self.editor.undo, tip=self.tr("撤销（Ctrl+Z）")
        )
        self.redo_button = make_tool_button(
            icons, "redo", "", self.editor.redo, tip=self.tr("重做（Ctrl+Y）")
        )
        self.export_button = make_tool_button(
            icons,
            "word",
            self.tr("导出"),
            lambda: self.request_export(with_sources=False),
            tip=self.tr("按 GB/T 9704 版式导出 Word 文档（Ctrl+E）"),
        )
        menu = QMenu(self.export_button)
        menu.addAction(self.tr("导出…"), lambda: self.request_export(with_sources=False))
        menu.addAction(self.tr("另存草稿文件…"), self.save_file_requested.emit)
        menu.addAction(self.tr("草稿的早先版本…"), self.earlier_requested.emit)
        self.export_button.setMenu(menu)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        tools.addWidget(back)
        tools.addWidget(make_separator())
        tools.addWidget(self.title, 1)
        self.pages_button = make_tool_button(
            icons,
            "file",
            self.tr("页面"),
            lambda: None,
            tip=self.tr("看排好的页面（Ctrl+F2）"),
        )
        self.pages_button.setCheckable(True)
        for button in (
            self.undo_button,
            self.redo_button,
            make_separator(),
            self.pages_button,
            self.export_button,
        ):
            tools.addWidget(button)
        for widget in self._make_side_buttons(icons):
            tools.addWidget(widget)
        self._tools.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(self.stack, 1)

    def _make_side_buttons(self, icons: IconSet) -> tuple[QWidget, ...]:
        editor = self.editor
        self.outline_button = make_tool_button(
            icons, "outline", "", lambda: None, tip=self.tr("显示或收起提纲")
        )
        self.side_button = make_tool_button(
            icons, "source", "", lambda: None, tip=self.tr("显示或收起出处、找段落和写作提示")
        )
        self._side = SidePanels(
            self,
            (
                SidePanel(editor.outline, self.outline_button, _OUTLINE_FROM),
                SidePanel(editor.tabs, self.side_button, _TABS_FROM),
            ),
        )
        return make_separator(), self.outline_button, self.side_button

    def _connect(self) -> None:
        self.start.create_requested.connect(self.create_requested)
        self.start.open_requested.connect(self.open_requested)
        self.start.open_file_requested.connect(self.open_file_requested)
        self.start.remove_requested.connect(self.remove_requested)
        self.editor.draft_changed.connect(self._on_draft_changed)
        self.editor.history_changed.connect(self._show_history)
        self.editor.edit_failed.connect(self.edit_failed)
        self.pages_button.toggled.connect(lambda on: self.editor.show_pages(on=on))
        self.editor.pages_shown.connect(self._on_pages_shown)
        self.editor.candidates.search_requested.connect(self.search_requested)
        self.editor.candidates.insert_requested.connect(self.insert_requested)

    def _on_pages_shown(self, on: bool) -> None:
        """Give the pages the room of the panels that are for writing."""
        self.pages_button.setChecked(on)
        if on:
            self._wrote_with_side = self.side_button.isChecked()
            self.side_button.setChecked(False)
        elif self._wrote_with_side:
            self.side_button.setChecked(True)

    def _add_shortcuts(self) -> None:
        back = QShortcut(QKeySequence("Esc"), self.editor.preview)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: self.pages_button.setChecked(False))
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            # Only here: the compare page has the same keys for a size of its own.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self.enlarge(steps))

    def _on_draft_changed(self, draft: object) -> None:
        self._show_title()
        self.draft_changed.emit(draft)

    def _show_title(self) -> None:
        draft = self.editor.draft
        if draft is None:
            return
        self.title.setText(fill_slots(draft.title, dict(draft.slots)))
        rows = self.editor.model.rows
        letters = sum(row.letters for row in rows)
        blocks = [block for section in draft.sections for block in section.blocks]
        borrowed = sum(len(block.text) for block in blocks if block.provenance is not None)
        share = round(100 * borrowed / max(1, sum(len(block.text) for block in blocks)))
        text = self.tr("{letters} 字 · 引用段落占 {share} %")
        self.status_changed.emit(text.format(letters=letters, share=share))

    def _show_history(self) -> None:
        history = self.editor.history
        self.undo_button.setEnabled(history is not None and history.can_undo)
        self.redo_button.setEnabled(history is not None and history.can_redo)
        self.history_changed.emit()
