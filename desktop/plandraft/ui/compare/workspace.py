"""Everything below the tools when a comparison is shown: outlines, pages, list, differences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from plandraft.core.compare.chapters import short_names
from plandraft.core.model.document import Section
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.chapter_linker import ChapterLinker
from plandraft.ui.compare.compare_stage import CompareStage
from plandraft.ui.compare.difference_panel import DifferencePanel
from plandraft.ui.compare.outline_tree import OutlineTree
from plandraft.ui.compare.passage_list import PassageList
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.outline_model import Partner

# Below this the outlines would leave the texts less than thirty characters a line.
_OUTLINE_FROM = 1260
_OUTLINE_WIDTH = 200
_OUTLINE_DELAY = 80  # ms; the outline follows when the scrolling rests
_COUNT_DELAY = 40  # ms; a slider that is drawn moves on before its passages are counted
_HEADING_AT = 0.04  # share of the view's height at which a chosen heading comes to stand


class Workspace(QWidget):
    """Hold the parts and what passes between them without the page."""

    outlines_shown = Signal(bool)
    chapters_chosen = Signal(object)

    def __init__(self, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PairView | None = None
        self._shown: Sequence[int] = ()
        self._outlines_wanted: bool | None = None
        self.stage = CompareStage(style)
        self.passages = PassageList(style.palette)
        self.linker = ChapterLinker(self)
        self.difference = DifferencePanel(style, self.linker)
        self.left_outline = OutlineTree(style.palette)
        self.right_outline = OutlineTree(style.palette)
        self.left_outline.setAccessibleName(self.tr("左侧目录"))
        self.right_outline.setAccessibleName(self.tr("右侧目录"))
        self._follow = QTimer(self, singleShot=True, interval=_OUTLINE_DELAY)
        self._follow.timeout.connect(self._follow_outlines)
        self._count = QTimer(self, singleShot=True, interval=_COUNT_DELAY)
        self._count.timeout.connect(self._count_passages)
        self._arrange()
        self.difference.classes.stock_shown.connect(self.stage.show_stock)
        self.difference.classes.library_shown.connect(self.stage.show_library)
        self.difference.classes.own_shown.connect(self.stage.show_own)
        self.stage.sync.scrolled.connect(self._follow.start)
        self.difference.chapters_chosen.connect(self.chapters_chosen)
        self.linker.linked.connect(self._show_partners)
        for tree, pane in self._sides():
            tree.offset_chosen.connect(
                lambda offset, pane=pane: pane.scroll_to(offset, _HEADING_AT)
            )
            tree.partner_chosen.connect(lambda row, tree=tree: self._choose_chapters(tree, row))
        self.left_outline.partner_hovered.connect(self.right_outline.mark_partner)
        self.right_outline.partner_hovered.connect(self.left_outline.mark_partner)

    def show_view(self, view: PairView | None, pins: Sequence[tuple[int, int]] = ()) -> None:
        """Show a comparison in one reading, or nothing."""
        comparison = view.comparison if view else None
        self._view = view
        self.stage.show_view(view, pins)
        self.left_outline.show_document(comparison.left if comparison else None)
        self.right_outline.show_document(comparison.right if comparison else None)
        self.linker.set_view(view)
        self.difference.show_view(view)
        self.passages.show_view(view)
        self._follow.start()

    def show_entries(self, shown: Sequence[int]) -> None:
        """Draw these passages now, and count them beside the headings when the hand rests."""
        self.stage.set_shown(shown)
        self._shown = shown
        self._count.start()

    def set_style(self, style: PageStyle) -> None:
        """Change size or colours of everything."""
        self.stage.set_style(style)
        self.difference.set_style(style)
        self.passages.set_colors(style.palette)
        self.left_outline.set_colors(style.palette)
        self.right_outline.set_colors(style.palette)

    def want_outlines(self, shown: bool) -> None:
        """Show or hide the outlines, whatever the width, from now on."""
        self._outlines_wanted = shown
        self._show_outlines(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the texts."""
        super().resizeEvent(event)
        if self._outlines_wanted is None:
            self._show_outlines(self.width() >= _OUTLINE_FROM)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(1200, 760)

    def _arrange(self) -> None:
        self._above = QSplitter(Qt.Orientation.Horizontal)
        self._above.setObjectName("compare.above")
        for widget in (self.left_outline, self.stage, self.right_outline):
            self._above.addWidget(widget)
        self._above.setStretchFactor(1, 1)
        self._above.setSizes([_OUTLINE_WIDTH, 900, _OUTLINE_WIDTH])
        self._above.setCollapsible(1, False)
        self._below = QSplitter(Qt.Orientation.Horizontal)
        self._below.setObjectName("compare.below")
        self._below.addWidget(self.passages)
        self._below.addWidget(self.difference)
        self._below.setSizes([640, 360])
        self._below.setStretchFactor(0, 3)
        self._below.setStretchFactor(1, 2)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setObjectName("compare.whole")
        whole.addWidget(self._above)
        whole.addWidget(self._below)
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 1)
        whole.setSizes([560, 230])
        whole.setCollapsible(0, False)
        for splitter in (self._above, self._below, whole):
            splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)

    def _sides(self) -> tuple[tuple[OutlineTree, TextPane], ...]:
        return (self.left_outline, self.stage.left), (self.right_outline, self.stage.right)

    def _show_outlines(self, shown: bool) -> None:
        for tree, _ in self._sides():
            tree.setVisible(shown)
        self.outlines_shown.emit(shown)

    def _count_passages(self) -> None:
        if self._view is not None:
            passages = [self._view.entries[entry] for entry in self._shown]
            self.left_outline.count_passages(one.left.start for one in passages)
            self.right_outline.count_passages(one.right.start for one in passages)

    def _show_partners(self) -> None:
        """Name in each outline what belongs to it in the other, and join the headings in sight."""
        chapters = self.linker.chapters()
        self.stage.set_chapters(chapters)
        links = chapters.links
        self.left_outline.set_partners(_partners(links.to_right, chapters.right))
        self.right_outline.set_partners(_partners(links.to_left, chapters.left))

    def _choose_chapters(self, tree: OutlineTree, row: int) -> None:
        chapters = self.linker.chapters()
        self.chapters_chosen.emit(chapters.places(row, left=tree is self.left_outline))

    def _follow_outlines(self) -> None:
        if self._view is not None:
            places = self.stage.reading_places()
            for tree, place in zip((self.left_outline, self.right_outline), places, strict=True):
                tree.mark_place(place)


def _partners(rows: Sequence[int | None], others: Sequence[Section]) -> list[Partner | None]:
    """Return what to show of the sections at `rows` of the other side."""
    return [
        Partner(short_names(others[row]), others[row].title, row) if row is not None else None
        for row in rows
    ]
