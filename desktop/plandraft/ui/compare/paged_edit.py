"""A text that is laid out where it is looked at: first what is in sight, the rest in slices."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import LONGEST_LINE, PAGE_MARGIN, PageStyle
from plandraft.ui.compare.page_layout import PageLayout
from plandraft.ui.compare.page_line import PageLine
from plandraft.ui.compare.pane_geometry import PaneGeometry
from plandraft.ui.compare.pane_render import RenderedPage
from plandraft.ui.compare.scroll_link import View

_RELAYOUT_DELAY = 30  # ms; a window dragged by its corner is laid out when the hand rests
# What is not in sight is laid out in slices, after the first picture.
_REST_FROM = 80  # ms; also after each scroll
_REST_EACH = 12  # ms
_REST_SLICE = 8  # ms
_LINES_AROUND = 2  # lines beyond the view that are drawn with it
_LAST_LINES = 4  # lines left in sight below the end, so that any two places can stand level


class PagedEdit(QTextEdit):
    """Show a plan as a page; offsets are code points of its text.

    `layout_changed` tells that the whole page was set anew, `heights_changed` that text out of
    sight was laid out and stands elsewhere now, `shifted` by how many pixels what is in sight
    moved on the page; the scroll bar went with it, so that the reader sees nothing of it.
    """

    layout_changed = Signal()
    heights_changed = Signal()
    shifted = Signal(int)
    resize_started = Signal()

    def __init__(self, *, left: bool, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self._style = style
        self._page: RenderedPage | None = None
        self._geometry: PaneGeometry | None = None
        self._relayout = QTimer(self, singleShot=True, interval=_RELAYOUT_DELAY)
        self._relayout.timeout.connect(self.fit_page)
        self._rest = QTimer(self)
        self._rest.timeout.connect(self._lay_rest)
        # How far what is in sight moved during a slice; None between slices.
        self._slice_shift: int | None = None
        # The value of the scroll bar that the letters on the screen belong to, and how much of
        # it came from heights and not from the reader.
        self._shown_value = 0
        self._drift = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> RenderedPage | None:
        """Return the page in the pane."""
        return self._page

    def geometry_of_page(self) -> PaneGeometry | None:
        """Return where letters stand at the present width."""
        if self._page is not None and self._geometry is None:
            self.fit_page()
        return self._geometry

    def show_page(self, document: Document | None) -> None:
        """Show `document` from its beginning, or nothing."""
        self._geometry = None
        shown = self._page
        self._page = RenderedPage(document, self._style) if document else None
        page = self._page.qt_document if self._page else QTextDocument()
        page.setParent(self)
        if self._page is not None:
            # Before the letters come: Qt's own layout would begin to set them.
            page.setDocumentLayout(PageLayout(page))
            self._page.fill()
        self.setDocument(page)
        if shown is not None:
            shown.qt_document.deleteLater()
        self.verticalScrollBar().setValue(0)
        self.fit_page()

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
            geometry.lay_around(offset, self.viewport().height())
            top = geometry.extent(Span(offset, offset + 1)).top
            self.verticalScrollBar().setValue(round(top - share * self.viewport().height()))

    def visible_lines(self) -> list[PageLine]:
        """Return the lines in sight and the next ones above and below, in pixels of the page.

        Without these, what is drawn around several lines would end at the edge of the view, and
        that end would be scrolled into it.
        """
        geometry = self.geometry_of_page()
        if geometry is None:
            return []
        reach, height = _LINES_AROUND * self._style.pitch, self.viewport().height()
        top = self.verticalScrollBar().value()
        # First laid out: what grows above the view moves it.
        geometry.lay_between(top - reach, top + height + reach)
        top = self.verticalScrollBar().value()
        return list(geometry.lines(top - reach, top + height + reach))

    def layout_version(self) -> int:
        """Return a number that changes whenever text moves on the page."""
        return self._geometry.version if self._geometry is not None else 0

    def lay_out_at(self, value: float) -> None:
        """Lay out what would be in sight at a value of the scroll bar."""
        geometry = self.geometry_of_page()
        if geometry is not None:
            geometry.lay_between(value, value + self.viewport().height())

    def fit_page(self) -> None:
        """Set the page at the present width: what is in sight now, the rest later."""
        self._relayout.stop()
        if self._page is None:
            self._geometry = None
            self._rest.stop()
            return
        below = self._set_margins()
        self._geometry = PaneGeometry(self._page, self.viewport().width(), below)
        self._geometry.on_grown = self._on_grown
        self._layout_of(self._page).set_geometry(self._geometry)
        self._geometry.hold(self.verticalScrollBar().value())
        self._rest.start(_REST_FROM)
        self.viewport().update()
        self.layout_changed.emit()

    def fit_if_resized(self) -> None:
        """Set the page now where a change of the width waits for the hand to rest."""
        if self._relayout.isActive():
            self.fit_page()

    def finish_layout(self) -> None:
        """Set the whole page now."""
        self.fit_page()
        while self._rest.isActive():
            self._lay_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew when the hand rests."""
        if self._geometry is not None and not self._relayout.isActive():
            self.resize_started.emit()
        super().resizeEvent(event)
        if self._page is not None:
            self._relayout.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the letters on the screen by as much as the bar has moved since they were drawn.

        Qt does not know of the moves that went with heights, and would move them too far.
        """
        value = self.verticalScrollBar().value()
        super().scrollContentsBy(dx, self._shown_value - value)
        self._shown_value = value

    def _restyle(self, style: PageStyle) -> None:
        """Take another size or other colours; `fit_page` must follow."""
        self._style = style
        if self._page is not None:
            self._page.restyle(style)
            self._geometry = None

    def _on_scrolled(self, value: int) -> None:
        if self._geometry is not None:
            self._geometry.hold(value)
            if self._rest.isActive():
                self._rest.start(_REST_FROM)

    def _on_grown(self, shift: int) -> None:
        """Keep what is in sight where it is while text elsewhere takes its true height."""
        if self._slice_shift is None:
            self._take_heights(shift)
        else:
            self._slice_shift += shift

    def _take_heights(self, shift: int) -> None:
        assert self._page is not None
        bar = self.verticalScrollBar()
        # Nothing of this is the reader's doing: nobody is told that the bar moved.
        blocked = bar.blockSignals(True)
        value = bar.value()
        self._layout_of(self._page).tell_size()
        bar.setValue(value + shift)
        bar.blockSignals(blocked)
        self._shown_value += shift
        self._drift += shift
        if bar.value() != self._shown_value:
            self._shown_value = bar.value()
            self.viewport().update()
        if shift:
            self.shifted.emit(shift)

    def _lay_rest(self) -> None:
        """Lay out more of what is not in sight, for a slice of time."""
        geometry = self._geometry
        if geometry is None:
            self._rest.stop()
            return
        self._rest.setInterval(_REST_EACH)
        clock, before = QElapsedTimer(), geometry.version
        clock.start()
        self._slice_shift = 0
        while not geometry.finished and clock.elapsed() < _REST_SLICE:
            geometry.lay_next()
        shift, self._slice_shift = self._slice_shift, None
        if geometry.finished:
            self._rest.stop()
        if geometry.version != before:
            self._take_heights(shift)
            self.heights_changed.emit()

    def _set_margins(self) -> float:
        """Keep lines readable: what is too wide becomes margin on the outer side.

        Returns how much is left free below the text.
        """
        em = self._style.em
        spare = self.width() - 2 * PAGE_MARGIN - LONGEST_LINE * em - 2
        outer = max(0, round(spare))
        self.setViewportMargins(outer if self._left else 0, 0, 0 if self._left else outer, 0)
        return max(PAGE_MARGIN, self.viewport().height() - _LAST_LINES * self._style.pitch)

    def _layout_of(self, page: RenderedPage) -> PageLayout:
        layout = page.qt_document.documentLayout()
        assert isinstance(layout, PageLayout)
        return layout
