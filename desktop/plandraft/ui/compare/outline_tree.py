"""The headings of one side, collapsible, with what stands below each and what belongs to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from plandraft.core.model.document import Document, Section
from plandraft.core.text.outline import sections_of
from plandraft.ui.compare.outline_row import OutlineRow
from plandraft.ui.models.outline_model import (
    PARTNER_ROLE,
    ROW_ROLE,
    SECTION_ROLE,
    OutlineModel,
    Partner,
)
from plandraft.ui.models.palette import Palette


class OutlineTree(QTreeView):
    """Show an outline; `offset_chosen` gives the code point where the heading begins.

    Each heading names its partner, the chapter of the other plan that shares most with it.
    `partner_chosen` gives the place of a section among all whose partner is wanted beside it,
    `partner_hovered` that of the partner under the mouse in the other outline, or -1.
    """

    offset_chosen = Signal(int)
    partner_chosen = Signal(int)
    partner_hovered = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._sections: tuple[Section, ...] = ()
        self._hovered = -1
        self._pressed_partner = False
        self._rows = OutlineRow(palette, self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(10)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(120)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._rows.palette_roles = palette
        self.viewport().update()

    def show_document(self, document: Document | None) -> None:
        """Show the headings of `document`, all open, or nothing."""
        self._sections = sections_of(document) if document else ()
        self._rows.marked = -1
        self._model.set_sections(self._sections)
        self.expandAll()

    def count_passages(self, starts: Iterable[int]) -> None:
        """Put beside each heading how many of `starts` (code points) stand below it."""
        ordered = sorted(starts)
        self._model.set_counts(
            [
                bisect_left(ordered, section.span.end)
                - bisect_right(ordered, section.span.start - 1)
                for section in self._sections
            ]
        )

    def set_partners(self, partners: Sequence[Partner | None]) -> None:
        """Name beside each heading what belongs to it; as many as there are headings."""
        self._model.set_partners(partners)

    def mark_partner(self, row: int) -> None:
        """Frame the section with the place `row` among all, and bring it into sight; -1 none."""
        if row == self._rows.marked:
            return
        self._rows.marked = row
        if row >= 0:
            self.scrollTo(self._model.index_of(row))
        self.viewport().update()

    def mark_place(self, offset: int) -> None:
        """Select the heading that the code point at `offset` stands below."""
        index = self._model.index_at(offset)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether a click began on the name of a partner."""
        self._pressed_partner = self._partner_under(event.position().toPoint()) is not None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show in the other outline which chapter a name is of."""
        self._hover(self._partner_under(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the mouse."""
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Shift+Enter do what a click on the partner does."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            index = self.currentIndex()
            if index.isValid():
                self.partner_chosen.emit(index.data(ROW_ROLE))
            return
        super().keyPressEvent(event)

    def _partner_under(self, point: QPoint) -> Partner | None:
        index = self.indexAt(point)
        partner = index.data(PARTNER_ROLE) if index.isValid() else None
        if not isinstance(partner, Partner):
            return None
        inside = self._rows.partner_rect(self.visualRect(index), index).contains(point)
        return partner if inside else None

    def _hover(self, partner: Partner | None) -> None:
        row = partner.row if partner is not None else -1
        if row != self._hovered:
            self._hovered = row
            pointing = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(pointing if partner else Qt.CursorShape.ArrowCursor)
            self.partner_hovered.emit(row)

    def _choose(self, index: QModelIndex) -> None:
        pressed, self._pressed_partner = self._pressed_partner, False
        if pressed:
            self.partner_chosen.emit(index.data(ROW_ROLE))
            return
        section = index.data(SECTION_ROLE)
        if isinstance(section, Section):
            self.offset_chosen.emit(section.span.start)
