"""An open draft: outline, page, sources; every change goes through one history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from plandraft.core.draft.assemble import provenance_of
from plandraft.core.draft.box_edits import BoxChange, box_edit
from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.draft.edits import (
    Batch,
    Edit,
    RenameSection,
    ReplaceText,
    SetSlot,
    SetTitle,
    add_passage,
)
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.draft.parts import find_block, section_of
from plandraft.core.draft.section_edits import addition_edit, move_edit, removal_edit
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.errors import PlanError
from plandraft.core.text.places import Gazetteer
from plandraft.ui.draft.candidates_panel import CandidatesPanel
from plandraft.ui.draft.guide_panel import GuidePanel
from plandraft.ui.draft.history import History
from plandraft.ui.draft.named_places import first_section, place_called
from plandraft.ui.draft.outline_list import OutlineList
from plandraft.ui.draft.picked_span import without_cut_headings, without_empty
from plandraft.ui.draft.sheet import Sheet
from plandraft.ui.draft.sheet_style import SheetStyle
from plandraft.ui.draft.source_panel import SourcePanel, differences_from_source
from plandraft.ui.draft.text_change import find_edit
from plandraft.ui.models.draft_outline_model import DraftOutlineModel, section_rows
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.picks import TextPick
from plandraft.ui.preview.preview_panel import PreviewPanel

# Differences are looked for when the caret rests, not at every letter.
_SOURCE_DELAY_MS = 120


class DraftEditor(QWidget):
    """Edit a draft; `draft_changed` carries each new state, `history_changed` what can be undone.

    `section_changed` carries the id of the section with the caret, `pages_shown` whether its pages
    stand in place of the text.
    """

    draft_changed = Signal(object)
    history_changed = Signal()
    section_changed = Signal(str)
    edit_failed = Signal(object)
    pages_shown = Signal(bool)

    def __init__(self, icons: IconSet, palette: Palette) -> None:
        super().__init__()
        self._history: History | None = None
        self._template: DraftTemplate | None = None
        self._section = ""
        self.gazetteer = Gazetteer()
        self.model = DraftOutlineModel(self)
        self.outline = OutlineList(self.model, palette)
        self.sheet = Sheet(SheetStyle(palette))
        self.preview = PreviewPanel(icons)
        self.center = QStackedWidget()
        self.source = SourcePanel(icons, palette)
        self.candidates = CandidatesPanel(icons)
        self.guide = GuidePanel()
        self.tabs = QTabWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._source_delay = QTimer(self, singleShot=True, interval=_SOURCE_DELAY_MS)
        self._source_delay.timeout.connect(self._show_source)
        self._arrange()
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """Return the draft as it is now."""
        return self._history.draft if self._history else None

    @property
    def template(self) -> DraftTemplate | None:
        """Return the template of the draft, None where it is no longer there."""
        return self._template

    @property
    def history(self) -> History | None:
        """Return what can be undone and redone."""
        return self._history

    @property
    def current_section(self) -> str:
        """Return the id of the section that text goes into."""
        return self._section

    def show_draft(self, draft: Draft, template: DraftTemplate | None) -> None:
        """Open `draft` with an empty history."""
        self._history = History(draft)
        self._template = template
        self._section = ""
        self._refresh()
        first = first_section(self.model.rows)
        self._enter(first)
        self.sheet.go_to(first, 0)
        self.sheet.verticalScrollBar().setValue(0)
        self.history_changed.emit()

    def insert_pick(self, pick: TextPick, section: str | None = None) -> str:
        """Put a passage behind the current paragraph, or at the end of `section`; return its id.

        It takes the place of a paragraph in which nothing was written.

        Raises PlanError SPAN_OUTSIDE_TEXT or SECTION_UNKNOWN.
        """
        assert self._history is not None
        goal = section or self._section
        index = None
        view = self.sheet.view(goal)
        if section is None and view is not None and view.section.blocks:
            index = view.current_block() + 1
        draft, put_back, index = without_empty(self._history.draft, goal, index)
        source = provenance_of(pick.document, without_cut_headings(pick))
        after, back = add_passage(draft, goal, source.text, source, index)
        added = len(section_of(after, goal).blocks) - len(section_of(draft, goal).blocks)
        at = len(section_of(draft, goal).blocks) if index is None else index
        self._history.take_over(after, Batch((back, *put_back)))
        self._changed()
        self.sheet.go_to(goal, at + added - 1)
        return goal

    def apply(self, edit: Edit) -> None:
        """Do `edit` as one step; an impossible one is told by `edit_failed`."""
        if self._history is None:
            return
        try:
            self._history.apply(edit)
        except PlanError as error:
            self.edit_failed.emit(error)
            return
        self._changed()

    def undo(self) -> None:
        """Take the last step back."""
        self._travel(lambda history: history.undo())

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._travel(lambda history: history.redo())

    def show_pages(self, *, on: bool) -> None:
        """Show the pages of the draft, or its text, at the same place."""
        if on == (self.center.currentWidget() is self.preview):
            return
        self.center.setCurrentWidget(self.preview if on else self.sheet)
        if on:
            self.preview.view.show_place(self.current_place)
            self.preview.view.setFocus()
        else:
            self.outline.show_current(self._section)
        self.pages_shown.emit(on)

    @property
    def current_place(self) -> FlowPlace:
        """Return the section and the block with the caret."""
        block = self._current_block()
        return FlowPlace(self._section, block.id if block is not None else 0)

    def go_to_place(self, place: FlowPlace) -> None:
        """Write where a place of the pages is."""
        self.show_pages(on=False)
        view = self.sheet.view(place.section)
        if view is None:
            return
        blocks = [block.id for block in view.section.blocks]
        self._enter(place.section)
        index = blocks.index(place.block) if place.block in blocks else None
        self.sheet.go_to(place.section, index)

    def go_to_text(self, text: str) -> None:
        """Write in the section that is called `text`, or in the first that holds it in 【】."""
        place = None if self.draft is None else place_called(self.draft, self.model.rows, text)
        if place is not None:
            self.go_to_place(place)

    def go_to_section(self, section_id: str) -> None:
        """Show a section and write there; among the pages, show where it begins."""
        if self.center.currentWidget() is self.preview:
            self.preview.view.show_place(FlowPlace(section_id))
            return
        self.sheet.go_to(section_id)
        self._enter(section_id)

    def apply_style(self, style: SheetStyle) -> None:
        """Change size and colours."""
        self.sheet.apply_style(style)
        self.outline.apply_palette(style.palette)
        self.source.apply_palette(style.palette)

    def _travel(self, move: Callable[[History], Draft]) -> None:
        if self._history is None:
            return
        before = self._history.draft
        after = move(self._history)
        if after is before:
            return
        self._changed()
        changed = [new.id for new in after.sections if new not in before.sections]
        if changed and self._section != changed[0]:
            view = self.sheet.view(changed[0])
            if view is not None:
                view.editor.setFocus()

    def _changed(self) -> None:
        self._refresh()
        self.history_changed.emit()
        self.draft_changed.emit(self.draft)

    def _refresh(self) -> None:
        draft = self.draft
        assert draft is not None
        rows = section_rows(draft, self._template)
        self.model.set_rows(rows)
        self.sheet.show_draft(draft, rows, self._template)
        slots = self._template.slots if self._template else ()
        self.guide.form.show_slots(slots, dict(draft.slots))
        if self.sheet.view(self._section) is None:
            self._enter(first_section(rows))
        self.outline.show_current(self._section)
        self._source_delay.start()

    def _on_edited(self, section_id: str) -> None:
        view = self.sheet.view(section_id)
        if self._history is None or view is None:
            return
        draft = self._history.draft
        section = section_of(draft, section_id)
        edit = find_edit(section, view.shown, view.editor.text(), draft.next_block)
        if edit is not None:
            self._history.apply(edit)
            self._changed()

    def _enter(self, section_id: str) -> None:
        if not section_id or section_id == self._section:
            return
        self._section = section_id
        if self._history is not None:
            self._history.seal()
        self.outline.show_current(section_id)
        row = self.model.rows[self.model.row_of(section_id)]
        known = {one.id: one for one in self._template.sections} if self._template else {}
        self.guide.show_section(f"{row.label}{row.title}", known.get(section_id))
        self._source_delay.start()
        self.section_changed.emit(section_id)

    def _current_block(self) -> DraftBlock | None:
        view = self.sheet.view(self._section)
        if view is None or not view.section.blocks:
            return None
        return view.section.blocks[view.current_block()]

    def _show_source(self) -> None:
        block = self._current_block()
        self.source.show_block(block, differences_from_source(block, self.gazetteer))

    def _on_restore(self, block_id: int) -> None:
        draft = self.draft
        if draft is None:
            return
        _section, _index, block = find_block(draft, block_id)
        if block.provenance is not None:
            self.apply(ReplaceText(block_id, block.provenance.text))

    def toggle_box(self) -> None:
        """Make a 专栏 of the chosen paragraphs, or text of the one they are in."""
        view = self.sheet.view(self._section)
        if view is not None and view.editor.box_changes():
            view.editor.change_box(view.editor.box_changes()[0])

    def _on_box(self, section: str, change: BoxChange, first: int, last: int) -> None:
        edit = None if self.draft is None else box_edit(self.draft, section, first, last, change)
        if edit is not None:
            self.apply(edit)

    def _on_slot_edited(self, name: str, value: str) -> None:
        draft = self.draft
        if draft is not None and dict(draft.slots).get(name) != value:
            self.apply(SetSlot(name, value))

    def _on_move(self, section_id: str, direction: int) -> None:
        edit = move_edit(self.draft, section_id, direction) if self.draft is not None else None
        if edit is not None:
            self.apply(edit)

    def _on_add(self, section_id: str) -> None:
        draft = self.draft
        if draft is None:
            return
        edit = addition_edit(draft, section_id, self.tr("新的一节"))
        self.apply(edit)
        self.go_to_section(edit.section.id)

    def _on_remove(self, section_id: str) -> None:
        edit = removal_edit(self.draft, section_id) if self.draft is not None else None
        if edit is not None:
            self.apply(edit)

    def _arrange(self) -> None:
        self.tabs.addTab(self.source, self.tr("出处"))
        self.tabs.addTab(self.candidates, self.tr("找段落"))
        self.tabs.addTab(self.guide, self.tr("写作提示"))
        self.candidates.take_keyboard_from(self.tabs)
        self.tabs.setDocumentMode(True)
        for page in (self.sheet, self.preview):
            self.center.addWidget(page)
        self.splitter.setObjectName("draft")
        self.splitter.setChildrenCollapsible(False)
        for widget, smallest, stretch in (
            (self.outline, 140, 0),
            (self.center, 260, 1),
            (self.tabs, 220, 0),
        ):
            widget.setMinimumWidth(smallest)
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([270, 760, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _connect(self) -> None:
        self.sheet.edited.connect(self._on_edited)
        self.sheet.renamed.connect(lambda title: self.apply(SetTitle(title)))
        self.sheet.section_entered.connect(self._enter)
        self.sheet.place_changed.connect(self._source_delay.start)
        self.sheet.box_requested.connect(self._on_box)
        self.outline.section_chosen.connect(self.go_to_section)
        self.preview.view.place_clicked.connect(self.go_to_place)
        self.preview.section_shown.connect(self.outline.show_current)
        self.outline.move_requested.connect(self._on_move)
        self.outline.add_requested.connect(self._on_add)
        self.outline.remove_requested.connect(self._on_remove)
        self.model.renamed.connect(lambda name, title: self.apply(RenameSection(name, title)))
        self.source.restore_requested.connect(self._on_restore)
        self.guide.form.value_edited.connect(self._on_slot_edited)
