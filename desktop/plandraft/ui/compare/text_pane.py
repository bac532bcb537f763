"""One side of the comparison: a page that is read, clicked and scrolled, never edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import LONGEST_LINE, PAGE_MARGIN, PageStyle
from plandraft.ui.compare.menu_request import MenuRequest
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.pane_geometry import PaneGeometry
from plandraft.ui.compare.pane_paint import (
    mark_format,
    page_roles,
    paint_edges,
    paint_mark_grounds,
    paint_mark_lines,
    paint_outline,
    paint_shades,
    paint_stock,
    paint_table_lines,
    paint_version_lines,
)
from plandraft.ui.compare.pane_render import RenderedPage
from plandraft.ui.compare.pieces import (
    Highlight,
    Mark,
    spans_on,
    visible_boxes,
    visible_marks,
    visible_pieces,
)
from plandraft.ui.compare.scroll_link import View
from plandraft.ui.compare.shades import ShadeIndex

_RELAYOUT_DELAY = 60  # ms; a window dragged by its corner is laid out when the hand rests
_LAST_LINES = 4  # lines left in sight below the end, so that any two places can stand level


class TextPane(QTextEdit):
    """Show a plan; offsets in signals and methods are code points of its text."""

    offset_clicked = Signal(object)
    offset_activated = Signal(object)
    menu_requested = Signal(object)
    hovered = Signal(object)
    zoom_requested = Signal(int)
    layout_changed = Signal()
    resize_started = Signal()

    def __init__(self, *, left: bool, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self._style = style
        self._page: RenderedPage | None = None
        self._geometry: PaneGeometry | None = None
        self._shades = ShadeIndex()
        self._highlight: Highlight | None = None
        self._stock: Sequence[Span] = ()
        self._stock_shown = True
        self._pressed_at: QPoint | None = None
        self._relayout = QTimer(self, singleShot=True, interval=_RELAYOUT_DELAY)
        self._relayout.timeout.connect(self.finish_layout)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._apply_colors()

    @property
    def page(self) -> RenderedPage | None:
        """Return the page in the pane."""
        return self._page

    def geometry_of_page(self) -> PaneGeometry | None:
        """Return where letters stand, with the layout finished."""
        if self._page is not None and self._geometry is None:
            self.finish_layout()
        return self._geometry

    def show_document(self, document: Document | None) -> None:
        """Show `document` from its beginning, or nothing."""
        self._shades, self._highlight = ShadeIndex(), None
        self._geometry = None
        shown = self._page
        self._page = RenderedPage(document, self._style) if document else None
        page = self._page.qt_document if self._page else QTextDocument()
        page.setParent(self)
        self.setDocument(page)
        if shown is not None:
            shown.qt_document.deleteLater()
        self.verticalScrollBar().setValue(0)
        self.finish_layout()

    def set_style(self, style: PageStyle) -> None:
        """Change size or colours; the place in the text is for the caller to keep."""
        self._style = style
        self._apply_colors()
        if self._page is not None:
            self._page.restyle(style)
            self.finish_layout()
            self._apply_mark_formats()

    def set_shades(self, shades: ShadeIndex, stock: Sequence[Span] = ()) -> None:
        """Shade these passages, and grey the official phrases `stock`, which are in order."""
        self._shades, self._stock = shades, stock
        self.viewport().update()

    def show_stock(self, shown: bool) -> None:
        """Grey the official phrases or not."""
        self._stock_shown = shown
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

    def view(self) -> View:
        """Return what the scroll bar says."""
        bar = self.verticalScrollBar()
        return View(bar.value(), bar.maximum(), self.viewport().height())

    def offset_at_height(self, share: float) -> int:
        """Return the first code point of the line at a share (0…1) of the view's height."""
        geometry = self.geometry_of_page()
        if geometry is None:
            return 0
        return geometry.offset_near(self.view().value + share * self.viewport().height())

    def scroll_to(self, offset: int, share: float) -> None:
        """Bring the line of `offset` to a share (0…1) of the view's height."""
        geometry = self.geometry_of_page()
        if geometry is not None:
            top = geometry.extent(Span(offset, offset + 1)).top
            self.verticalScrollBar().setValue(round(top - share * self.viewport().height()))

    def visible_lines(self) -> list[PageLine]:
        """Return the lines in sight, in pixels of the page."""
        geometry = self.geometry_of_page()
        if geometry is None:
            return []
        top = self.verticalScrollBar().value()
        return list(geometry.lines(top, top + self.viewport().height()))

    def finish_layout(self) -> None:
        """Lay the whole page out now and measure it."""
        self._relayout.stop()
        if self._page is None:
            self._geometry = None
            return
        self._set_margins()
        self._geometry = PaneGeometry(self._page)
        self.viewport().update()
        self.layout_changed.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only: colours and fonts of the page mean nothing elsewhere."""
        span, data = self.selected_span(), QMimeData()
        data.setText(span.slice(self._page.document.text) if span and self._page else "")
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew when the hand rests."""
        if self._geometry is not None and not self._relayout.isActive():
            self.resize_started.emit()
        super().resizeEvent(event)
        if self._page is not None:
            self._relayout.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shades below the letters, and outline and marks above them."""
        if self._page is None or self._geometry is None:
            super().paintEvent(event)
            return
        lines = self.visible_lines()
        pieces = list(visible_pieces(lines, self._shades))
        palette, current = self._style.palette, self._highlight
        marks = list(visible_marks(lines, current.marks)) if current else []
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        if self._stock_shown:
            paint_stock(painter, spans_on(lines, self._stock), palette)
        paint_shades(painter, pieces, palette, current.entry if current else None)
        paint_mark_grounds(painter, marks, palette)
        feet = (line.top + line.height for line in lines if self._page.ends_table_row(line))
        paint_table_lines(painter, feet, palette, self.viewport().width() - PAGE_MARGIN)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        paint_version_lines(painter, pieces, palette, self._style.pitch)
        paint_edges(painter, pieces, palette, self.viewport().width() - 4 if self._left else 4)
        if current is not None:
            paint_outline(painter, visible_boxes(lines, current.span), palette)
            paint_mark_lines(painter, marks, palette)
        if self.hasFocus():
            top = self.verticalScrollBar().value()
            painter.fillRect(0, top, self.viewport().width(), 2, QColor(palette.accent))
        painter.end()

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

    def _offset_under(self, position: QPointF) -> int | None:
        geometry, down = self.geometry_of_page(), QPointF(0, self.verticalScrollBar().value())
        return geometry.offset_at(position + down) if geometry is not None else None

    def _set_margins(self) -> None:
        """Keep lines readable: what is too wide becomes margin on the outer side."""
        em = self._style.em
        spare = self.width() - 2 * PAGE_MARGIN - LONGEST_LINE * em - 2
        outer = max(0, round(spare))
        self.setViewportMargins(outer if self._left else 0, 0, 0 if self._left else outer, 0)
        below = max(PAGE_MARGIN, self.viewport().height() - _LAST_LINES * self._style.pitch)
        if self._page is not None:
            self._page.fit(self.viewport().width(), below)

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
            self._page.color_letters(formats)
