"""One side of the comparison: a page that is read, clicked and scrolled, never edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from plandraft.core.compare.common_phrases import CommonSpan
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PAGE_MARGIN, PageStyle
from plandraft.ui.compare.draft_drag import Dragged, mark_as
from plandraft.ui.compare.menu_request import MenuRequest
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.paged_edit import PagedEdit
from plandraft.ui.compare.pane_paint import (
    mark_format,
    page_roles,
    paint_edges,
    paint_mark_grounds,
    paint_mark_lines,
    paint_outline,
    paint_own,
    paint_shades,
    paint_stock,
    paint_table_lines,
    paint_version_lines,
)
from plandraft.ui.compare.pieces import (
    Highlight,
    Mark,
    filled_on,
    span_over,
    spans_on,
    visible_boxes,
    visible_marks,
    visible_pieces,
)
from plandraft.ui.compare.shades import ShadeIndex

_FOCUS_LINE = 2  # pixels at the upper edge


class TextPane(PagedEdit):
    """Show a plan with its passages; offsets in signals and methods are code points."""

    offset_clicked = Signal(object)
    offset_activated = Signal(object)
    menu_requested = Signal(object)
    hovered = Signal(object)
    zoom_requested = Signal(int)

    def __init__(self, *, left: bool, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(left=left, style=style, parent=parent)
        self._shades = ShadeIndex()
        self._highlight: Highlight | None = None
        self._stock: Sequence[Span] = ()
        self._stock_shown = True
        self._library: Sequence[Span] = ()
        self._library_counts: Sequence[int] = ()
        self._library_plans = 0
        self._library_shown = True
        self._own: Sequence[Span] = ()
        self._own_shown = True
        self._pressed_at: QPoint | None = None
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._apply_colors()

    def show_document(self, document: Document | None) -> None:
        """Show `document` from its beginning, or nothing."""
        self._shades, self._highlight = ShadeIndex(), None
        self.show_page(document)

    def set_style(self, style: PageStyle) -> None:
        """Change size or colours; the place in the text is for the caller to keep."""
        self._restyle(style)
        self._apply_colors()
        if self._page is not None:
            self._apply_mark_formats()
            self.fit_page()

    def set_shades(self, shades: ShadeIndex, stock: Sequence[Span] = ()) -> None:
        """Shade these passages, and grey the official phrases `stock`, which are in order."""
        self._shades, self._stock = shades, stock
        self.viewport().update()

    def show_stock(self, shown: bool) -> None:
        """Grey the official phrases or not."""
        self._stock_shown = shown
        self.viewport().update()

    def set_library(self, common: Sequence[CommonSpan], plans: int) -> None:
        """Grey what most of the library's `plans` have; in order and apart."""
        self._library = [one.span for one in common]
        self._library_counts = [one.plans for one in common]
        self._library_plans = plans
        self.viewport().update()

    def show_library(self, shown: bool) -> None:
        """Grey what most plans of the library have, or not."""
        self._library_shown = shown
        self.viewport().update()

    def set_own(self, own: Sequence[Span]) -> None:
        """Grey the user's own phrases, which are in order and apart."""
        self._own = own
        self.viewport().update()

    def show_own(self, shown: bool) -> None:
        """Grey the user's own phrases or not."""
        self._own_shown = shown
        self.viewport().update()

    def set_highlight(self, highlight: Highlight | None) -> None:
        """Outline the current passage and mark the differences inside."""
        self._highlight = highlight
        self._apply_mark_formats()
        self.viewport().update()

    def entries_at(self, offset: int) -> tuple[int, ...]:
        """Return the passages over a place, the most similar first."""
        return self._shades.entries_at(offset)

    def mark_at(self, offset: int) -> Mark | None:
        """Return the difference of the current passage at a place."""
        marks = self._highlight.marks if self._highlight else ()
        return next((mark for mark in marks if mark.span.contains(offset)), None)

    def stock_at(self, offset: int) -> str:
        """Say which set phrase is greyed at a place, "" for none."""
        if self._own_shown and span_over(self._own, offset):
            return self.tr("自定套话：不计入比例")
        official = self._stock_shown and span_over(self._stock, offset)
        told = [self.tr("官方套话")] if official else []
        common = span_over(self._library, offset) if self._library_shown else None
        if common is not None:
            count = self._library_counts[self._library.index(common)]
            text = self.tr("资料库 {total} 份中 {count} 份都有")
            told.append(text.format(total=self._library_plans, count=count))
        return self.tr("；").join(told)

    def selected_span(self) -> Span | None:
        """Return what is selected, or None."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        units = self._page.units
        return Span(
            units.to_points(cursor.selectionStart()), units.to_points(cursor.selectionEnd())
        )

    def caret_offset(self) -> int:
        """Return where the keyboard stands in the text."""
        return self._page.units.to_points(self.textCursor().position()) if self._page else 0

    def put_caret(self, offset: int) -> None:
        """Move the caret without scrolling."""
        if self._page is None:
            return
        bar = self.verticalScrollBar()
        value = bar.value()
        cursor = self.textCursor()
        cursor.setPosition(self._page.units.to_units(offset))
        blocked = bar.blockSignals(True)
        self.setTextCursor(cursor)
        bar.setValue(value)
        bar.blockSignals(blocked)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only: colours and fonts of the page mean nothing elsewhere."""
        span, data = self.selected_span(), QMimeData()
        data.setText(span.slice(self._page.document.text) if span and self._page else "")
        return mark_as(data, Dragged.SELECTION)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shades below the letters, and outline and marks above them."""
        if self._page is None or self._geometry is None:
            super().paintEvent(event)
            return
        lines = self._lines_to_paint(event)
        pieces = list(visible_pieces(lines, self._shades))
        palette, current = self._style.palette, self._highlight
        marks = list(visible_marks(lines, current.marks)) if current else []
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        if self._stock_shown:
            paint_stock(painter, spans_on(lines, self._stock), palette)
        if self._library_shown:
            paint_stock(painter, spans_on(lines, self._library), palette)
        paint_shades(painter, pieces, palette, current.entry if current else None)
        if self._own_shown:
            # Above the shades: they take what they cover off the shares.
            paint_own(painter, filled_on(lines, self._own), palette)
        paint_mark_grounds(painter, marks, palette)
        feet = (line.top + line.height for line in lines if self._page.ends_table_row(line))
        paint_table_lines(painter, feet, palette, self.viewport().width() - PAGE_MARGIN)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        paint_version_lines(painter, pieces, palette, self._style.pitch)
        edge = self.viewport().width() - 4 if self._left else 4
        paint_edges(painter, pieces, palette, edge, self._drift)
        if current is not None:
            paint_outline(painter, visible_boxes(lines, current.span), palette)
            paint_mark_lines(painter, marks, palette)
        if self.hasFocus():
            top, width = self.verticalScrollBar().value(), self.viewport().width()
            painter.fillRect(0, top, width, _FOCUS_LINE, QColor(palette.accent))
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Leave the line of the focus where it is: it would be scrolled away with the letters."""
        before = self._shown_value
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            for y in (0, before - self._shown_value):
                self.viewport().update(0, y, self.viewport().width(), _FOCUS_LINE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press and release at one place as a click on what stands there."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if (at - pressed).manhattanLength() < 4 and not self.textCursor().hasSelection():
            offset = self._offset_under(event.position())
            if offset is not None:
                self.offset_clicked.emit(offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a click does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.offset_activated.emit(self.caret_offset())
            return
        super().keyPressEvent(event)
        self._show_margin_above()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size of type with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu; the page builds it."""
        position = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        self.menu_requested.emit(MenuRequest(event.globalPos(), self._offset_under(position)))

    def viewportEvent(self, event: QEvent) -> bool:
        """Let the page explain the place under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self._offset_under(QPointF(event.pos()))
            if offset is None:
                QToolTip.hideText()
            else:
                self.hovered.emit(MenuRequest(event.globalPos(), offset))
            return True
        return super().viewportEvent(event)

    def _lines_to_paint(self, event: QPaintEvent) -> list[PageLine]:
        """Return the lines in sight; draw all where some took other heights just now."""
        before = self.layout_version()
        lines = self.visible_lines()
        if self.layout_version() != before and event.rect() != self.viewport().rect():
            self.viewport().update()
        return lines

    def _offset_under(self, position: QPointF) -> int | None:
        geometry, down = self.geometry_of_page(), QPointF(0, self.verticalScrollBar().value())
        return geometry.offset_at(position + down) if geometry is not None else None

    def _show_margin_above(self) -> None:
        """Go to the very top with the caret: Qt brings its line into sight, and no more."""
        bar, geometry, caret = self.verticalScrollBar(), self._geometry, self.caret_offset()
        if geometry is not None and bar.value() < self.viewport().height():
            first = geometry.extent(Span(0, 1))
            at_first = geometry.extent(Span(caret, caret + 1)).top == first.top
            if at_first and bar.value() < first.bottom:
                bar.setValue(0)

    def _apply_colors(self) -> None:
        roles = page_roles(self.palette(), self._style.palette)
        self.setPalette(roles)
        # Below a style sheet the viewport does not take over its parent's palette.
        self.viewport().setPalette(roles)
        self.setAutoFillBackground(True)
        self.setFont(self._style.font())

    def _apply_mark_formats(self) -> None:
        """Colour the letters of differences; nothing in it changes a width, so nothing moves."""
        if self._page is not None:
            marks = self._highlight.marks if self._highlight else ()
            formats = ((mark.span, mark_format(self._style.palette, mark)) for mark in marks)
            changed = self._page.color_letters(formats)
            if self._geometry is not None:
                for number in changed:
                    self._geometry.lay_anew(number)
