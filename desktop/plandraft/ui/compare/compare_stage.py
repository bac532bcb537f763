"""Two pages side by side with everything that joins them: gutter, overview bars, scrolling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plandraft.core.compare.changes import ChangeClass, ChangeKind, InlineSpan
from plandraft.core.compare.common_phrases import CommonSpan
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.chapter_linker import Chapters
from plandraft.ui.compare.overview_bar import OverviewBar
from plandraft.ui.compare.pairs_in_sight import PairsInSight, heading_pairs
from plandraft.ui.compare.pane_geometry import PaneGeometry
from plandraft.ui.compare.pieces import Highlight, Mark, side_marks
from plandraft.ui.compare.ribbon_shapes import Sight
from plandraft.ui.compare.ribbons import RibbonGutter
from plandraft.ui.compare.scroll_sync import ScrollSync, join_anchors
from plandraft.ui.compare.shades import ShadeIndex
from plandraft.ui.compare.side_index import SideIndex
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.entries import Entry, PairView

# Shares of the view's height.
_READING_AT = 0.08
_PASSAGE_READ_AT = 0.3
_LEVEL_ENOUGH = 30.0  # pixels; about one line
_BARS_DELAY = 250  # ms; while a long text is being laid out, marks need not follow each slice


class CompareStage(QWidget):
    """Show a comparison; entries are positions in `view.entries`."""

    entry_clicked = Signal(int)

    def __init__(self, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PairView | None = None
        self._shown: frozenset[int] = frozenset()
        self._quiet: frozenset[int] = frozenset()
        self._shades = (ShadeIndex(), ShadeIndex())
        self._pairs = PairsInSight((), (SideIndex(), SideIndex()))
        self._measured: tuple[PaneGeometry | None, PaneGeometry | None] = (None, None)
        self._current: int | None = None
        self._held: Callable[[], None] | None = None
        self._pins: tuple[tuple[int, int], ...] = ()
        self._headings = PairsInSight((), (SideIndex(), SideIndex()))
        self.left = TextPane(left=True, style=style)
        self.right = TextPane(left=False, style=style)
        self.left.setAccessibleName(self.tr("左侧文稿 A"))
        self.right.setAccessibleName(self.tr("右侧文稿 B"))
        self.gutter = RibbonGutter(style.palette)
        self.left_bar = OverviewBar(style.palette)
        self.right_bar = OverviewBar(style.palette)
        self.left_bar.setAccessibleName(self.tr("左侧全文概览"))
        self.right_bar.setAccessibleName(self.tr("右侧全文概览"))
        self.sync = ScrollSync(self.left, self.right, self)
        # Both panes report a layout of their own; what joins them is measured once.
        self._measure = QTimer(self, singleShot=True, interval=0)
        self._measure.timeout.connect(self.measure)
        self._refresh = QTimer(self, singleShot=True, interval=_BARS_DELAY)
        self._refresh.timeout.connect(self._place_marks)
        self._arrange()
        self._connect()

    def show_view(self, view: PairView | None, pins: Sequence[tuple[int, int]] = ()) -> None:
        """Show both documents from their beginnings, or nothing.

        Another reading of the plans that are shown leaves the pages as they are.
        """
        same = view and self._view and _same_pages(view, self._view)
        comparison = view.comparison if view else None
        self._view, self._current, self._held = view, None, None
        self._pins = tuple(pins)
        entries = view.entries if view else ()
        self._shown = frozenset(range(len(entries)))
        indices = SideIndex(entries, left=True), SideIndex(entries, left=False)
        self._shades = ShadeIndex(entries, indices[0]), ShadeIndex(entries, indices[1])
        self._pairs = PairsInSight(entries, indices)
        self.gutter.set_pairs(self._pairs)
        kinds = [one.kind for one in entries]
        self.left_bar.set_entries(kinds, [one.left for one in entries])
        self.right_bar.set_entries(kinds, [one.right for one in entries])
        self._hush()
        if not same:
            self.set_chapters(Chapters())
            self.left.show_document(comparison.left if comparison else None)
            self.right.show_document(comparison.right if comparison else None)
        stock = (comparison.left_stock, comparison.right_stock) if comparison else ((), ())
        self.left.set_shades(self._shades[0], stock[0])
        self.right.set_shades(self._shades[1], stock[1])
        self.left.set_own(comparison.own.left if comparison else ())
        self.right.set_own(comparison.own.right if comparison else ())
        self._measured = (None, None)
        self.set_current(None)
        self.measure()

    def show_stock(self, shown: bool) -> None:
        """Grey official phrases, or leave them as they are."""
        self.left.show_stock(shown)
        self.right.show_stock(shown)

    def set_library(
        self, left: Sequence[CommonSpan], right: Sequence[CommonSpan], plans: int
    ) -> None:
        """Grey what most of the library's `plans` have on both sides."""
        self.left.set_library(left, plans)
        self.right.set_library(right, plans)

    def show_library(self, shown: bool) -> None:
        """Grey what most plans of the library have, or leave it as it is."""
        self.left.show_library(shown)
        self.right.show_library(shown)

    def show_own(self, shown: bool) -> None:
        """Grey the user's own phrases, or leave them as they are."""
        self.left.show_own(shown)
        self.right.show_own(shown)

    def set_pins(self, pins: Sequence[tuple[int, int]]) -> None:
        """Keep these places (code points of both sides) level from now on."""
        self._pins = tuple(pins)
        if self._view is not None:
            self._link_panes()

    def set_chapters(self, chapters: Chapters) -> None:
        """Join the headings of chapters that belong together."""
        pairs = heading_pairs(chapters)
        indices = SideIndex(pairs, left=True), SideIndex(pairs, left=False)
        self._headings = PairsInSight(pairs, indices)
        self._headings.measure_on(self.left.geometry_of_page(), self.right.geometry_of_page())
        self.gutter.set_headings(self._headings)

    def set_shown(self, entries: Sequence[int]) -> None:
        """Draw these passages and no others; quick, whatever their number."""
        self._shown = frozenset(entries)
        for index in (*self._shades, self._pairs):
            index.show(self._shown)
        for bar in (self.left_bar, self.right_bar):
            bar.set_shown(self._shown)
        for widget in (self.left.viewport(), self.right.viewport(), self.gutter):
            widget.update()

    def set_quiet(self, entries: Collection[int]) -> None:
        """Grey these passages, which prove no re-use, and join them only while they are current.

        They may be those of the pair that is shown next.
        """
        if entries != self._quiet:
            self._quiet = frozenset(entries)
            self._hush()
            for widget in (self.left.viewport(), self.right.viewport(), self.gutter):
                widget.update()

    def set_current(self, entry: int | None, inline: Sequence[InlineSpan] = ()) -> None:
        """Outline a passage and mark its differences, without scrolling."""
        self._current = entry
        for widget in (self.gutter, self.left_bar, self.right_bar):
            widget.set_current(entry)
        if entry is None or self._view is None:
            self.left.set_highlight(None)
            self.right.set_highlight(None)
            return
        one = self._view.entries[entry]
        left, right = side_marks(inline, left=True), side_marks(inline, left=False)
        self.left.set_highlight(Highlight(entry, one.left, left or _gap_mark(one, left=True)))
        self.right.set_highlight(Highlight(entry, one.right, right or _gap_mark(one, left=False)))

    def go_to(self, entry: int) -> None:
        """Bring both sides of a passage to the same height, and the carets to them."""
        if self._view is not None:
            one = self._view.entries[entry]
            self.left.put_caret(one.left.start)
            self.right.put_caret(one.right.start)
            self.sync.level(one.left, one.right)

    def set_style(self, style: PageStyle) -> None:
        """Change size or colours of everything."""
        self._hold_place()
        self.left.set_style(style)
        self.right.set_style(style)
        for widget in (self.gutter, self.left_bar, self.right_bar):
            widget.set_colors(style.palette)
        self.measure()

    def sight(self) -> Sight:
        """Return what both panes show."""
        left, right = self.left.view(), self.right.view()
        return Sight(left.value, right.value, max(left.page, right.page))

    def reading_places(self) -> tuple[int, int]:
        """Return where the reader is on both sides: at the current passage, or the upper lines."""
        places = []
        for pane in (self.left, self.right):
            place, geometry = pane.offset_at_height(_READING_AT), pane.geometry_of_page()
            if self._current is not None and self._view is not None and geometry is not None:
                passage = self._view.entries[self._current]
                span, view = passage.left if pane is self.left else passage.right, pane.view()
                at = (geometry.rough_extent(span).top - view.value) / max(1.0, view.page)
                if 0 <= at < _PASSAGE_READ_AT:
                    place = span.start
            places.append(place)
        return places[0], places[1]

    def measure(self) -> None:
        """Join the pages in their present layout, once after each."""
        # Both were resized: one that is set at its old width would not stand level.
        self.left.fit_if_resized()
        self.right.fit_if_resized()
        self._measure.stop()
        pages = self.left.geometry_of_page(), self.right.geometry_of_page()
        if pages == self._measured:
            return
        self._measured = pages
        self._pairs.measure_on(*pages)
        self._headings.measure_on(*pages)
        self._link_panes()
        if self._held is not None:
            held, self._held = self._held, None
            held()
        self._place_marks()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left_bar)
        row.addWidget(self.left, 1)
        row.addWidget(self.gutter)
        row.addWidget(self.right, 1)
        row.addWidget(self.right_bar)

    def _connect(self) -> None:
        self.sync.scrolled.connect(self._on_scrolled)
        self.gutter.joint_clicked.connect(self.entry_clicked)
        self.gutter.wheel_turned.connect(lambda event: _pass_on(event, self.left))
        for bar, pane in ((self.left_bar, self.left), (self.right_bar, self.right)):
            bar.mark_clicked.connect(self.entry_clicked)
            bar.scroll_wanted.connect(
                lambda value, pane=pane: pane.verticalScrollBar().setValue(round(value))
            )
            bar.wheel_turned.connect(lambda event, pane=pane: _pass_on(event, pane))
            pane.resize_started.connect(self._hold_place)
            pane.layout_changed.connect(self._measure.start)
            pane.heights_changed.connect(self._on_heights_changed)
            pane.verticalScrollBar().rangeChanged.connect(self._on_scrolled)

    def _hush(self) -> None:
        for index in (*self._shades, self._pairs):
            index.set_quiet(self._quiet)
        for bar in (self.left_bar, self.right_bar):
            bar.set_quiet(self._quiet)

    def _on_scrolled(self) -> None:
        self.gutter.set_sight(self.sight())
        self.left_bar.set_view(self.left.view())
        self.right_bar.set_view(self.right.view())

    def _hold_place(self) -> None:
        """Remember what is in sight before a layout moves it: the current passage, or the tops."""
        if self._held is not None or self._view is None:
            return
        left, right = self.left.geometry_of_page(), self.right.geometry_of_page()
        if left is not None and right is not None and self._current is not None:
            passage = self._view.entries[self._current]
            sight = self.sight()
            at = left.extent(passage.left).top - sight.left_top
            other = right.extent(passage.right).top - sight.right_top
            if 0 <= at < sight.height and abs(at - other) < _LEVEL_ENOUGH:
                self._held = lambda: self.sync.level(passage.left, passage.right, at)
                return
        tops = self.left.offset_at_height(0.0), self.right.offset_at_height(0.0)
        self._held = lambda: self.sync.restore(*tops)

    def _link_panes(self) -> None:
        """Keep the panes in step through the pins, and the anchors that agree with them."""
        anchors = self._view.anchors if self._view else ()
        self.sync.set_anchors(join_anchors(anchors, self._pins))
        self.sync.rebuild()
        left, right = self.left.geometry_of_page(), self.right.geometry_of_page()
        if left is not None and right is not None:
            places = [
                (left.extent(_at(one)).top, right.extent(_at(two)).top) for one, two in self._pins
            ]
            self.gutter.set_pins(places)

    def _on_heights_changed(self) -> None:
        self._on_scrolled()
        self.gutter.update()
        if not self._refresh.isActive():
            self._refresh.start()

    def _place_marks(self) -> None:
        self.left_bar.set_page(self.left.geometry_of_page())
        self.right_bar.set_page(self.right.geometry_of_page())
        self.gutter.update()
        self._on_scrolled()


def _same_pages(one: PairView, other: PairView) -> bool:
    ours, theirs = one.comparison, other.comparison
    return ours.left is theirs.left and ours.right is theirs.right


def _at(offset: int) -> Span:
    return Span(offset, offset + 1)


def _gap_mark(entry: Entry, *, left: bool) -> tuple[Mark, ...]:
    """Return a wedge where nothing stands on this side."""
    mine, other = (entry.left, entry.right) if left else (entry.right, entry.left)
    if mine.length:
        return ()
    kind = ChangeKind.INSERTED if left else ChangeKind.DELETED
    return (Mark(mine, other, kind, ChangeClass.WORDING),)


def _pass_on(event: QWheelEvent, pane: TextPane) -> None:
    """Turn the wheel over a pane, as it was turned beside it."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        pane.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
        return
    QCoreApplication.sendEvent(pane.verticalScrollBar(), event)
