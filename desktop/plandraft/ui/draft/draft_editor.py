"""An open draft: outline, page, sources; every change goes through one history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from plandraft.core.compare.changes import InlineSpan
from plandraft.core.compare.inline import compare_texts
from plandraft.core.draft.assemble import provenance_of
from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.draft.edits import (
    Edit,
    InsertSection,
    MoveSection,
    RemoveSection,
    RenameSection,
    ReplaceText,
    SetSlot,
    add_passage,
)
from plandraft.core.draft.parts import find_block, section_of
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import BlockKind
from plandraft.core.model.errors import PlanError
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer
from plandraft.ui.draft.candidates_panel import CandidatesPanel
from plandraft.ui.draft.guide_panel import GuidePanel
from plandraft.ui.draft.history import History
from plandraft.ui.draft.outline_list import OutlineList
from plandraft.ui.draft.sheet import Sheet
from plandraft.ui.draft.sheet_style import SheetStyle
from plandraft.ui.draft.source_panel import SourcePanel
from plandraft.ui.draft.text_change import find_edit
from plandraft.ui.models.draft_outline_model import DraftOutlineModel, SectionRow, section_rows
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.picks import TextPick

# Differences are looked for when the caret rests, not at every letter.
_SOURCE_DELAY_MS = 120


class DraftEditor(QWidget):
    """Edit a draft; `draft_changed` carries each new state, `history_changed` what can be undone.

    `section_changed` carries the id of the section with the caret.
    """

    draft_changed = Signal(object)
    history_changed = Signal()
    section_changed = Signal(str)
    edit_failed = Signal(object)

    def __init__(self, icons: IconSet, palette: Palette) -> None:
        super().__init__()
        self._history: History | None = None
        self._template: DraftTemplate | None = None
        self._section = ""
        self.gazetteer = Gazetteer()
        self.model = DraftOutlineModel(self)
        self.outline = OutlineList(self.model, palette)
        self.sheet = Sheet(SheetStyle(palette))
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
        first = _first_section(self.model.rows)
        self._enter(first)
        self.sheet.go_to(first, 0)
        self.sheet.verticalScrollBar().setValue(0)
        self.history_changed.emit()

    def insert_pick(self, pick: TextPick, section: str | None = None) -> str:
        """Put a passage behind the current paragraph, or at the end of `section`; return its id.

        Raises PlanError SPAN_OUTSIDE_TEXT or SECTION_UNKNOWN.
        """
        assert self._history is not None
        draft = self._history.draft
        goal = section or self._section
        index = None
        view = self.sheet.view(goal)
        if section is None and view is not None and view.section.blocks:
            index = view.current_block() + 1
        source = provenance_of(pick.document, without_cut_headings(pick))
        after, back = add_passage(draft, goal, source.text, source, index)
        added = len(section_of(after, goal).blocks) - len(section_of(draft, goal).blocks)
        at = len(section_of(draft, goal).blocks) if index is None else index
        self._history.take_over(after, back)
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

    def go_to_section(self, section_id: str) -> None:
        """Show a section and write there."""
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
            self._enter(_first_section(rows))
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
        self.source.show_block(block, self._differences(block))

    def _differences(self, block: DraftBlock | None) -> tuple[InlineSpan, ...]:
        if block is None or block.provenance is None or block.text == block.provenance.text:
            return ()
        source = block.provenance
        return compare_texts(source.text, block.text, self.gazetteer.with_names(source.place))

    def _on_restore(self, block_id: int) -> None:
        draft = self.draft
        if draft is None:
            return
        _section, _index, block = find_block(draft, block_id)
        if block.provenance is not None:
            self.apply(ReplaceText(block_id, block.provenance.text))

    def _on_slot_edited(self, name: str, value: str) -> None:
        draft = self.draft
        if draft is not None and dict(draft.slots).get(name) != value:
            self.apply(SetSlot(name, value))

    def _on_move(self, section_id: str, direction: int) -> None:
        rows = [row.id for row in self.model.rows]
        goal = rows.index(section_id) + direction
        if 0 <= goal < len(rows):
            self.apply(MoveSection(section_id, goal))

    def _on_add(self, section_id: str) -> None:
        draft = self.draft
        if draft is None:
            return
        before = section_of(draft, section_id)
        used = {section.id for section in draft.sections}
        number = next(n for n in range(1, len(used) + 2) if f"own.{n}" not in used)
        section = DraftSection(f"own.{number}", max(1, before.level), self.tr("新的一节"))
        self.apply(InsertSection(draft.sections.index(before) + 1, section))
        self.go_to_section(section.id)

    def _on_remove(self, section_id: str) -> None:
        if len(self.model.rows) > 1:
            self.apply(RemoveSection(section_id))

    def _arrange(self) -> None:
        self.tabs.addTab(self.source, self.tr("出处"))
        self.tabs.addTab(self.candidates, self.tr("找段落"))
        self.tabs.addTab(self.guide, self.tr("写作提示"))
        self.tabs.setDocumentMode(True)
        self.splitter.setObjectName("draft")
        self.splitter.setChildrenCollapsible(False)
        for widget, smallest, stretch in (
            (self.outline, 140, 0),
            (self.sheet, 260, 1),
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
        self.sheet.section_entered.connect(self._enter)
        self.sheet.place_changed.connect(self._source_delay.start)
        self.outline.section_chosen.connect(self.go_to_section)
        self.outline.move_requested.connect(self._on_move)
        self.outline.add_requested.connect(self._on_add)
        self.outline.remove_requested.connect(self._on_remove)
        self.model.renamed.connect(lambda name, title: self.apply(RenameSection(name, title)))
        self.source.restore_requested.connect(self._on_restore)
        self.guide.form.value_edited.connect(self._on_slot_edited)


def without_cut_headings(pick: TextPick) -> Span:
    """Return the span of `pick` without pieces of headings at its ends.

    A passage that was matched may begin or end in the middle of a heading; nobody wants half of
    one. A heading that was picked whole stays.
    """
    start, end = pick.span.start, pick.span.end
    for block in pick.document.blocks:
        span = block.span
        if block.kind is not BlockKind.HEADING or span.end <= start or span.start >= end:
            continue
        if span.start < start and span.end < end:
            start = span.end
        elif span.end > end and span.start > start:
            end = span.start
    inside = Span(start, end).slice(pick.document.text)
    start += len(inside) - len(inside.lstrip("\n"))
    return Span(start, max(start, start + len(inside.strip("\n"))))


def _first_section(rows: Sequence[SectionRow]) -> str:
    """Return the id of the section one most likely begins with."""
    leaves = [row for row in rows if not row.holds_sections]
    return leaves[0].id if leaves else rows[0].id if rows else ""
