"""The headings of one side, collapsible, with the number of passages below each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from plandraft.core.model.document import Document, Section
from plandraft.core.text.outline import sections_of
from plandraft.ui.models.outline_model import COUNT_ROLE, SECTION_ROLE, OutlineModel
from plandraft.ui.models.palette import Palette

_ROW_HEIGHT = 26
_COUNT_WIDTH = 30


class OutlineTree(QTreeView):
    """Show an outline; `offset_chosen` gives the code point where the heading begins."""

    offset_chosen = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._sections: tuple[Section, ...] = ()
        self._delegate = _CountDelegate(palette, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(12)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(120)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._delegate.palette_roles = palette
        self.viewport().update()

    def show_document(self, document: Document | None) -> None:
        """Show the headings of `document`, all open, or nothing."""
        self._sections = sections_of(document) if document else ()
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

    def mark_place(self, offset: int) -> None:
        """Select the heading that the code point at `offset` stands below."""
        index = self._model.index_at(offset)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        section = index.data(SECTION_ROLE)
        if isinstance(section, Section):
            self.offset_chosen.emit(section.span.start)


class _CountDelegate(QStyledItemDelegate):
    """Draw the number of passages at the right edge."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_roles = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        count = index.data(COUNT_ROLE) or 0
        inner = QStyleOptionViewItem(option)
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(self.palette_roles.selection))
        if count:
            inner.rect = rect.adjusted(0, 0, -_COUNT_WIDTH, 0)
        super().paint(painter, inner, index)
        if count:
            painter.save()
            roles = self.palette_roles
            painter.setPen(QColor(roles.text if selected else roles.muted))
            at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(0, 0, -8, 0), at, str(count))
            painter.restore()
