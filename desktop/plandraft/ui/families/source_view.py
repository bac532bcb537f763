"""One plan with the best match of each place in the colour of its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QIcon,
    QMouseEvent,
    QPixmap,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sights import PlanSight
from plandraft.core.compare.plan_sources import SourceStretch
from plandraft.core.compare.similarity import covered_letters, letter_counts
from plandraft.core.model.spans import Span
from plandraft.ui.families.family_colors import source_ground, source_hue
from plandraft.ui.families.family_texts import grey_text, plan_name, plan_title
from plandraft.ui.families.greys import Greys
from plandraft.ui.families.source_text import SourceText
from plandraft.ui.models.change_marks import phrase_ground
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import percent
from plandraft.ui.models.widgets import GAP, make_label

_SOURCE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NO_SOURCE = -1
_SWATCH = 14
DEFAULT_POINTS = 11.0
_SMALLEST_POINTS, _LARGEST_POINTS = 8.0, 28.0


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """Hold a source to be compared with, and where a passage begins in the plan and in it."""

    source: int
    place: tuple[int, int] | None = None


class SourceView(QSplitter):
    """Show plan `mine`; a legend names the sources and picks one of them out.

    `source_activated` carries a SourceChoice.
    """

    source_activated = Signal(object)

    def __init__(self, palette: Palette) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("familySources")
        self._palette = palette
        self._plans: PlanSet | None = None
        self._mine = 0
        self._greys = Greys()
        self._quiet: tuple[Span, ...] = ()
        self._unpainted = False
        self.stretches: tuple[SourceStretch, ...] = ()
        self.text = SourceText()
        self.legend = QTreeWidget()
        self._family = ""
        self._points = DEFAULT_POINTS
        self._set_up()
        self.text.set_face(self._family, self._points)

    @property
    def reading_size(self) -> float:
        """Return the size of body text in points."""
        return self._points

    def set_reading_size(self, points: float) -> None:
        """Set the size of body text."""
        self._points = min(_LARGEST_POINTS, max(_SMALLEST_POINTS, points))
        self.text.set_face(self._family, self._points)

    def zoom(self, step: int) -> None:
        """Make the text larger by so many points; 0 gives it its first size."""
        self.set_reading_size(self._points + step if step else DEFAULT_POINTS)

    def set_reading_family(self, family: str) -> None:
        """Set the face of body text; "" for that of the product."""
        self._family = family
        self.text.set_face(self._family, self._points)

    def show_plans(self, plans: PlanSet | None, sight: PlanSight | None = None) -> None:
        """Show the plan that `sight` belongs to, or nothing; the same text stays where it is."""
        mine = sight.mine if sight else 0
        document = plans.documents[mine] if plans else None
        known = self._plans.documents[self._mine] if self._plans else None
        self._plans, self._mine = plans, mine
        self.stretches = sight.sources if sight else ()
        self._quiet = sight.quiet_places if sight else ()
        if document is not known:
            self.text.show_document(document)
        self._fill_legend()
        self._paint()

    def set_greys(self, greys: Greys) -> None:
        """Grey these set phrases."""
        self._greys = greys
        self._paint()

    def showEvent(self, event: QShowEvent) -> None:
        """Paint what nobody saw until now."""
        super().showEvent(event)
        if self._unpainted:
            self._paint()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette
        self._fill_legend()
        self._paint()

    @property
    def picked(self) -> int | None:
        """Return the source that is picked out, or None for all."""
        item = self.legend.currentItem()
        return item.data(0, _SOURCE_ROLE) if item is not None else None

    def pick(self, source: int | None) -> None:
        """Pick a source out, or show all."""
        for item in self._items():
            if item.data(0, _SOURCE_ROLE) == source:
                self.legend.setCurrentItem(item)

    def step(self, way: int) -> None:
        """Go to the next place that has a source (1), or to the one before (-1)."""
        shown = [one.span for one in self.stretches if self.picked in {None, one.source}]
        if not shown:
            return
        caret = self.text.caret
        starts = [span.start for span in shown]
        at = bisect_right(starts, caret) if way > 0 else bisect_right(starts, caret - 1) - 1
        self.text.go_to(shown[at % len(shown)])

    def stretch_at(self, offset: int) -> SourceStretch | None:
        """Return the stretch that holds a code point of the plan, if it is shown."""
        at = bisect_right(self.stretches, offset, key=lambda one: one.span.start) - 1
        if at < 0 or not self.stretches[at].span.contains(offset):
            return None
        found = self.stretches[at]
        return found if self.picked in {None, found.source} else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the source on hover, and open the pair on a double click."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._about(self.text.offset_at(event.pos())))
            return True
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            turned = event.angleDelta().y()
            if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom(1 if turned > 0 else -1)
                return True
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            stretch = self.stretch_at(self.text.offset_at(event.position().toPoint()))
            if stretch:
                passage = stretch.passage
                place = passage.left.start, passage.right.start
                self.source_activated.emit(SourceChoice(stretch.source, place))
                return True
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        self.text.setAccessibleName(self.tr("我的规划，按来源着色"))
        self.text.viewport().installEventFilter(self)
        legend = self.legend
        legend.setFrameShape(QFrame.Shape.NoFrame)
        legend.setHeaderHidden(True)
        legend.setRootIsDecorated(False)
        legend.setColumnCount(2)
        legend.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        legend.setAccessibleName(self.tr("来源"))
        header = legend.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        legend.currentItemChanged.connect(lambda *_: self._on_picked())
        legend.itemActivated.connect(lambda item, _column: self._on_activated(item))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        hint = self.tr(
            "每处文字取最相近的一份。点来源只看它，双击并排比对；F8、F7 到下一处、上一处。"
        )
        column.addWidget(make_label(hint, "muted", wrap=True))
        column.addWidget(legend, 1)
        self.addWidget(self._page())
        self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setSizes([860, 300])

    def _page(self) -> QWidget:
        """Return the text as one column of readable width, in the middle."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.text, 100)
        row.addStretch(1)
        return page

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.legend.topLevelItemCount()):
            item = self.legend.topLevelItem(row)
            assert item is not None
            yield item

    def _fill_legend(self) -> None:
        picked = self.picked
        blocked = self.legend.blockSignals(True)
        self.legend.clear()
        if self._plans is not None:
            self._add_items(self._plans)
        self.pick(picked)
        self.legend.blockSignals(blocked)

    def _add_items(self, plans: PlanSet) -> None:
        before = letter_counts(plans.documents[self._mine].text)
        total = max(1, before[-1])
        spans: dict[int, list[Span]] = {}
        for one in self.stretches:
            spans.setdefault(one.source, []).append(one.span)
        shares = {
            source: covered_letters(before, spans.get(source, ())) / total
            for source in range(len(plans.documents))
            if source != self._mine
        }
        self._add_item(None, self.tr("全部来源"), sum(shares.values()))
        for source in sorted(shares, key=lambda one: -shares[one]):
            title = plan_name(source, plans.documents[source])
            self._add_item(source, title, shares[source], source_hue(source))
        if self._quiet:
            counted = [one.span for one in self.stretches]
            both = covered_letters(before, [*counted, *self._quiet])
            share = (both - covered_letters(before, counted)) / total
            title = self.tr("套话和非借用（不计）")
            item = self._add_item(_NO_SOURCE, title, share, phrase_ground(self._palette))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _add_item(
        self, source: int | None, title: str, share: float, color: str = ""
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title, percent(share)])
        item.setData(0, _SOURCE_ROLE, source)
        item.setToolTip(0, title)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if color:
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(color))
            item.setIcon(0, QIcon(swatch))
        self.legend.addTopLevelItem(item)
        return item

    def _paint(self) -> None:
        """Paint the grounds, or later where another view is in front."""
        self._unpainted = not self.isVisible()
        if self._unpainted:
            return
        self.text.paint_grounds(self._grounds() if self._plans is not None else ())

    def _grounds(self) -> Iterator[tuple[Span, str]]:
        """Yield what is grey, then the sources, then own phrases: no source shows through those."""
        grey, picked = phrase_ground(self._palette), self.picked
        for span in (*self._quiet, *self._greys.spans(self._mine)):
            yield span, grey
        for one in self.stretches:
            if picked in {None, one.source}:
                yield one.span, source_ground(self._palette, one.source)
        for span in self._greys.own_spans(self._mine):
            yield span, grey

    def _about(self, offset: int) -> str:
        stretch = self.stretch_at(offset)
        told = [self._about_source(stretch)] if stretch is not None else []
        grey = grey_text(self._greys, self._mine, offset)
        if grey:
            told.append(grey)
        elif stretch is None and any(span.contains(offset) for span in self._quiet):
            told.append(self.tr("判为非借用或套话：不计入比例"))
        return "\n".join(told)

    def _about_source(self, stretch: SourceStretch) -> str:
        assert self._plans is not None
        return self.tr("{title}，相似度 {share}。双击并排比对。").format(
            title=plan_title(self._plans.documents[stretch.source]),
            share=percent(stretch.passage.similarity),
        )

    def _on_picked(self) -> None:
        """Show the places of a source that was picked, one of them at least in sight."""
        self._paint()
        places = [one.span for one in self.stretches if one.source == self.picked]
        seen = self.text.in_sight
        if places and not any(span.overlap(seen) for span in places):
            self.text.go_to(places[0])

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        source = item.data(0, _SOURCE_ROLE)
        if source not in {None, _NO_SOURCE}:
            self.source_activated.emit(SourceChoice(source))
