"""The outline at the left of the draft: sections, lengths, how far each has come."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from plandraft.ui.models.draft_outline_model import (
    ROW_ROLE,
    DraftOutlineModel,
    SectionRow,
    SectionState,
)
from plandraft.ui.models.palette import Palette

_ROW_HEIGHT = 30
_INDENT = 14
_DOT = 9
_COUNT_GAP = 8


class OutlineList(QListView):
    """Show the rows; `section_chosen` carries an id, the other signals what the menu offers."""

    section_chosen = Signal(str)
    move_requested = Signal(str, int)
    add_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, model: DraftOutlineModel, palette: Palette) -> None:
        super().__init__()
        self._sections = model
        self.setModel(model)
        self._delegate = _RowDelegate(palette, self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("draftOutline")
        self.setAccessibleName(self.tr("章节"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)

    def show_current(self, section_id: str) -> None:
        """Mark the section that is being written."""
        row = self._sections.row_of(section_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._sections.index(row))

    def apply_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._delegate.colors = palette
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a section."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.make_menu(index.data(ROW_ROLE)).exec(event.globalPos())

    def make_menu(self, row: SectionRow) -> QMenu:
        """Make the menu of a section."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self._sections.index(self._sections.row_of(row.id))
        rename = menu.addAction(self.tr("改名"), lambda: self.edit(index))
        rename.setEnabled(row.level > 0)
        menu.addAction(self.tr("在后面新增一节"), lambda: self.add_requested.emit(row.id))
        menu.addSeparator()
        menu.addAction(self.tr("上移"), lambda: self.move_requested.emit(row.id, -1))
        menu.addAction(self.tr("下移"), lambda: self.move_requested.emit(row.id, 1))
        menu.addSeparator()
        below = self._sections.count_below(row.id)
        text = self.tr("删除本章和其中 {count} 节").format(count=below)
        if not below:
            text = self.tr("删除本节")
        menu.addAction(text, lambda: self.remove_requested.emit(row.id))
        return menu

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SectionRow):
            self.section_chosen.emit(row.id)


class _RowDelegate(QStyledItemDelegate):
    """Draw a row: dot of the state, number and title, letters."""

    def __init__(self, palette: Palette, parent: OutlineList) -> None:
        super().__init__(parent)
        self.colors = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(120, max(_ROW_HEIGHT, option.fontMetrics.height() + 12))

    def updateEditorGeometry(
        self,
        editor: object,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Let the field take the whole row."""
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: SectionRow = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(self.colors.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.colors.line))
        inside = option.rect.adjusted(10 + _INDENT * max(0, row.level - 1), 0, -10, 0)
        if not row.holds_sections:
            self._draw_state(painter, inside, row.state)
            inside.setRight(self._draw_count(painter, inside, row, option.font) - _COUNT_GAP)
        font = QFont(option.font)
        font.setBold(row.level == 1)
        painter.setFont(font)
        muted = row.state is SectionState.EMPTY and not row.holds_sections
        painter.setPen(QColor(self.colors.muted if muted and not chosen else self.colors.text))
        room = inside.adjusted(0 if row.holds_sections else _DOT + 8, 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _draw_state(self, painter: QPainter, inside: QRect, state: SectionState) -> None:
        """Draw a ring, a half-filled ring or a full dot: no colour is needed to tell them."""
        place = QRect(inside.left(), inside.center().y() - _DOT // 2, _DOT, _DOT)
        color = QColor(
            {
                SectionState.EMPTY: self.colors.muted,
                SectionState.STARTED: self.colors.accent,
                SectionState.ENOUGH: self.colors.success_text,
                SectionState.TOO_LONG: self.colors.warning_text,
            }[state]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 1.5))
        painter.drawEllipse(place)
        painter.setBrush(color)
        if state is SectionState.STARTED:
            painter.drawPie(place, 90 * 16, 180 * 16)
        elif state is not SectionState.EMPTY:
            painter.drawEllipse(place)

    def _draw_count(self, painter: QPainter, inside: QRect, row: SectionRow, plain: QFont) -> int:
        """Draw how long a section is, and return where that begins."""
        font = QFont(plain)
        font.setPointSizeF(max(7.0, plain.pointSizeF() - 1.5))
        painter.setFont(font)
        over = row.state is SectionState.TOO_LONG
        painter.setPen(QColor(self.colors.warning_text if over else self.colors.muted))
        text = str(row.letters) if row.letters else f"0/{row.minimum}" if row.minimum else "0"
        if row.letters and row.letters < row.minimum:
            text = f"{row.letters}/{row.minimum}"
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return inside.right() - painter.fontMetrics().horizontalAdvance(text)
