"""One plan with the best match of each place in the colour of its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QIcon,
    QMouseEvent,
    QPixmap,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.family_rows import SourceStretch, best_sources
from plandraft.core.compare.similarity import covered_letters, letter_counts
from plandraft.ui.families.family_colors import plan_title, source_ground, source_hue
from plandraft.ui.models.palette import READING_FAMILIES, Palette
from plandraft.ui.models.passage_names import percent
from plandraft.ui.models.text_units import to_paragraph
from plandraft.ui.models.widgets import GAP, make_label

_SOURCE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SWATCH = 14
DEFAULT_POINTS = 11.0
_SMALLEST_POINTS, _LARGEST_POINTS = 8.0, 28.0
# The eye finds the next line more easily when a line has no more Han letters.
_LINE_LETTERS = 45


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
        self.stretches: tuple[SourceStretch, ...] = ()
        self._units: Sequence[int] = (0,)
        self.text = QPlainTextEdit()
        self.legend = QListWidget()
        self._family = ""
        self._points = DEFAULT_POINTS
        self._set_up()
        self._set_font()

    @property
    def reading_size(self) -> float:
        """Return the size of body text in points."""
        return self._points

    def set_reading_size(self, points: float) -> None:
        """Set the size of body text."""
        self._points = min(_LARGEST_POINTS, max(_SMALLEST_POINTS, points))
        self._set_font()

    def zoom(self, step: int) -> None:
        """Make the text larger by so many points; 0 gives it its first size."""
        self.set_reading_size(self._points + step if step else DEFAULT_POINTS)

    def set_reading_family(self, family: str) -> None:
        """Set the face of body text; "" for that of the product."""
        self._family = family
        self._set_font()

    def show_plans(self, plans: PlanSet | None, mine: int = 0) -> None:
        """Show plan `mine` of `plans`, or nothing."""
        self._plans, self._mine = plans, mine
        text = plans.documents[mine].text if plans else ""
        self.stretches = best_sources(plans, mine) if plans else ()
        self._units = tuple(accumulate((1 + (one > "\uffff") for one in text), initial=0))
        shown = "\n".join(to_paragraph(line) for line in text.split("\n"))
        self.text.setPlainText(shown)
        self._fill_legend()
        self._paint()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette
        self._fill_legend()
        self._paint()

    @property
    def picked(self) -> int | None:
        """Return the source that is picked out, or None for all."""
        row = self.legend.currentRow()
        return self.legend.item(row).data(_SOURCE_ROLE) if row >= 0 else None

    def pick(self, source: int | None) -> None:
        """Pick a source out, or show all."""
        for row in range(self.legend.count()):
            if self.legend.item(row).data(_SOURCE_ROLE) == source:
                self.legend.setCurrentRow(row)

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
            stretch = self._stretch_under(event)
            QToolTip.showText(event.globalPos(), self._about(stretch) if stretch else "")
            return True
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            turned = event.angleDelta().y()
            if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom(1 if turned > 0 else -1)
                return True
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            stretch = self._stretch_under(event)
            if stretch:
                passage = stretch.passage
                place = passage.left.start, passage.right.start
                self.source_activated.emit(SourceChoice(stretch.source, place))
                return True
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        text = self.text
        text.setReadOnly(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setAccessibleName(self.tr("我的规划，按来源着色"))
        text.document().setDocumentMargin(2 * GAP)
        text.viewport().installEventFilter(self)
        self.legend.setFrameShape(QFrame.Shape.NoFrame)
        self.legend.setWordWrap(True)
        self.legend.setAccessibleName(self.tr("来源"))
        self.legend.currentItemChanged.connect(lambda *_: self._paint())
        self.legend.itemActivated.connect(self._on_activated)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(
            make_label(
                self.tr("每处文字取最相近的一份。点来源只看它，双击并排比对。"), "muted", wrap=True
            )
        )
        column.addWidget(self.legend, 1)
        self.addWidget(self._page())
        self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setSizes([860, 300])

    def _set_font(self) -> None:
        families = [self._family, *READING_FAMILIES][0 if self._family else 1 :]
        font = QFont()
        font.setFamilies(families)
        font.setPointSizeF(self._points)
        # A font that is set by itself is lost when the sheet of the window is laid over it.
        named = ", ".join(f'"{name}"' for name in families).replace("\\", "")
        self.text.setStyleSheet(f"font-family: {named}; font-size: {self._points}pt;")
        letters = _LINE_LETTERS * QFontMetricsF(font).horizontalAdvance("国")
        self.text.setMaximumWidth(round(letters) + 6 * GAP)

    def _page(self) -> QWidget:
        """Return the text as one column of readable width, in the middle."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.text, 100)
        row.addStretch(1)
        return page

    def _fill_legend(self) -> None:
        picked = self.picked
        blocked = self.legend.blockSignals(True)
        self.legend.clear()
        if self._plans is not None:
            before = letter_counts(self._plans.documents[self._mine].text)
            total = max(1, before[-1])
            shares = {
                source: covered_letters(
                    before, [one.span for one in self.stretches if one.source == source]
                )
                / total
                for source in range(len(self._plans.documents))
                if source != self._mine
            }
            self._add_item(None, self.tr("全部来源  {share}"), sum(shares.values()))
            for source in sorted(shares, key=lambda one: -shares[one]):
                title = plan_title(self._plans.documents[source])
                self._add_item(source, f"{title}  {{share}}", shares[source])
        self.legend.blockSignals(blocked)
        self.pick(picked)

    def _add_item(self, source: int | None, text: str, share: float) -> None:
        item = QListWidgetItem(text.replace("{share}", percent(share)))
        item.setData(_SOURCE_ROLE, source)
        if source is not None:
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(source_hue(source)))
            item.setIcon(QIcon(swatch))
        self.legend.addItem(item)

    def _paint(self) -> None:
        picked = self.picked
        selections = []
        for one in self.stretches:
            if picked not in {None, one.source}:
                continue
            style = QTextCharFormat()
            style.setBackground(QBrush(QColor(source_ground(self._palette, one.source))))
            selection = QTextEdit.ExtraSelection()
            cursor = self.text.textCursor()
            cursor.setPosition(self._units[one.span.start])
            cursor.setPosition(self._units[one.span.end], cursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = style
            selections.append(selection)
        self.text.setExtraSelections(selections)

    def _stretch_under(self, event: QHelpEvent | QMouseEvent) -> SourceStretch | None:
        point = event.pos() if isinstance(event, QHelpEvent) else event.position().toPoint()
        position = self.text.cursorForPosition(point).position()
        return self.stretch_at(bisect_right(self._units, position) - 1)

    def _about(self, stretch: SourceStretch) -> str:
        assert self._plans is not None
        return self.tr("{title}，相似度 {share}。双击并排比对。").format(
            title=plan_title(self._plans.documents[stretch.source]),
            share=percent(stretch.passage.similarity),
        )

    def _on_activated(self, item: QListWidgetItem) -> None:
        source = item.data(_SOURCE_ROLE)
        if source is not None:
            self.source_activated.emit(SourceChoice(source))
