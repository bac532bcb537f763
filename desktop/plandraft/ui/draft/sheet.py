"""The page of the draft: all sections in one scroll."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.slots import slot_values
from plandraft.core.draft.template import DraftTemplate
from plandraft.ui.draft.margin_bar import WIDTH
from plandraft.ui.draft.section_view import SectionView
from plandraft.ui.draft.sheet_style import SheetStyle
from plandraft.ui.draft.title_field import TitleField
from plandraft.ui.models.draft_outline_model import SectionRow

_SIDE = 40
_TOP = 44
# Room that stays between the caret and the edge of the window.
_CARET_ROOM = 40


class Sheet(QScrollArea):
    """Show the draft as a page; `edited` carries the id of the section that was typed in.

    `renamed` carries the draft's other title, its slots in 【】.
    """

    renamed = Signal(str)
    edited = Signal(str)
    section_entered = Signal(str)
    place_changed = Signal()
    box_requested = Signal(str, object, int, int)

    def __init__(self, style: SheetStyle) -> None:
        super().__init__()
        self._style = style
        self._views: dict[str, SectionView] = {}
        self._order: list[str] = []
        self.setObjectName("sheetArea")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QFrame()
        self.page.setObjectName("sheet")
        self.title = TitleField()
        self.title.renamed.connect(self.renamed)
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(_SIDE - WIDTH, _TOP, _SIDE, _TOP)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addStretch()
        desk = QWidget()
        desk.setObjectName("desk")
        row = QHBoxLayout(desk)
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(self.page, 1000)
        row.addStretch(1)
        self.setWidget(desk)
        self._desk = desk
        # The caret's place is known only after the layout of what was typed.
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._follow.timeout.connect(self._show_caret)
        self.apply_style(style)

    def show_draft(
        self, draft: Draft, rows: tuple[SectionRow, ...], template: DraftTemplate | None
    ) -> None:
        """Show `draft`; sections that did not change are left alone."""
        order = [section.id for section in draft.sections]
        slots = dict(draft.slots)
        values = slot_values(slots)
        self.title.show_title(draft.title, values)
        # The style sheet of the application took it off when the label got its parent.
        self.title.set_title_font(self._style.title_font())
        if order != self._order:
            self._rebuild(draft, order)
        purposes = self._purposes(template)
        for section, row in zip(draft.sections, rows, strict=True):
            self._views[section.id].show_section(section, row, values, purposes.get(section.id, ""))
        self._number_boxes()

    def view(self, section_id: str) -> SectionView | None:
        """Return the view of a section, or None."""
        return self._views.get(section_id)

    def views(self) -> tuple[SectionView, ...]:
        """Return all views from top to bottom."""
        return tuple(self._views[section] for section in self._order)

    def go_to(self, section_id: str, block: int | None = None) -> None:
        """Bring a section to the top and put the caret into it, at its end without `block`."""
        view = self._views.get(section_id)
        if view is None:
            return
        if view.editor.isVisibleTo(self):
            last = view.editor.document().blockCount() - 1
            view.editor.put_caret(last if block is None else block, at_end=block is None)
            view.editor.setFocus()
        else:
            self.section_entered.emit(section_id)
        # Setting the focus asks to see the caret; going to the heading has the last word.
        self._follow.stop()
        if block is None:
            top = view.mapTo(self._desk, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(max(0, top - 12))
        else:
            self._show_caret_of(view)

    def apply_style(self, style: SheetStyle) -> None:
        """Change fonts and colours."""
        self._style = style
        self.title.set_title_font(style.title_font())
        self.title.setContentsMargins(WIDTH, 0, 0, round(style.em))
        self.page.setMaximumWidth(style.text_width + 2 * _SIDE)
        for view in self._views.values():
            view.apply_style(style)

    def _purposes(self, template: DraftTemplate | None) -> Mapping[str, str]:
        if template is None:
            return {}
        return {section.id: section.purpose for section in template.sections}

    def _rebuild(self, draft: Draft, order: list[str]) -> None:
        for identity in set(self._views) - set(order):
            view = self._views.pop(identity)
            view.hide()
            self._column.removeWidget(view)
            view.deleteLater()
        for place, section in enumerate(draft.sections, start=1):
            if section.id not in self._views:
                self._add_view(SectionView(section, self._style))
            view = self._views[section.id]
            self._column.removeWidget(view)
            self._column.insertWidget(place, view)
        self._order = order

    def _add_view(self, view: SectionView) -> None:
        self._views[view.section.id] = view
        view.edited.connect(self.edited)
        view.entered.connect(self.section_entered)
        view.box_requested.connect(self.box_requested)
        view.editor.caret_moved.connect(self._on_caret_moved)
        view.editor.caret_left.connect(lambda way, view=view: self._step(view, way))

    def _number_boxes(self) -> None:
        views = self.views()
        total = sum(view.boxes.heads for view in views)
        before = 0
        for view in views:
            view.editor.show_boxes(view.boxes.numbered(before, total))
            before += view.boxes.heads

    def _step(self, view: SectionView, direction: int) -> None:
        at = self._order.index(view.section.id) + direction
        while 0 <= at < len(self._order):
            editor = self._views[self._order[at]].editor
            if editor.isVisibleTo(self):
                last = editor.document().blockCount() - 1
                editor.put_caret(last if direction < 0 else 0, at_end=direction < 0)
                editor.setFocus()
                return
            at += direction

    def _on_caret_moved(self) -> None:
        self._follow.start()
        self.place_changed.emit()

    def _show_caret(self) -> None:
        for view in self._views.values():
            if view.editor.hasFocus():
                self._show_caret_of(view)

    def _show_caret_of(self, view: SectionView) -> None:
        caret: QRect = view.editor.cursorRect()
        place = view.editor.mapTo(self._desk, caret.center())
        self.ensureVisible(place.x(), place.y(), 0, _CARET_ROOM)
