"""The current passage in words, and what differs over the whole pair: tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.changes import InlineSpan
from plandraft.core.compare.clauses import build_clause_map
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.change_tables import ChangeCollector
from plandraft.ui.compare.chapter_linker import ChapterLinker
from plandraft.ui.compare.class_switch import ClassSwitch
from plandraft.ui.compare.clause_view import ClauseView, chapter_rows
from plandraft.ui.compare.difference_box import DifferenceBox
from plandraft.ui.compare.filter_bar import STRIP_HEIGHT
from plandraft.ui.compare.rows_table import RowsTable
from plandraft.ui.compare.stacked import StackColumn, stack_columns
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.passage_names import difference_name, kind_name, percent

# A clause map of more letters than this has hundreds of lines: nobody reads it.
_LONGEST_MAP = 20_000
_CAPTION = 24
# Margins of the row, its spacing, and a little air between the tabs and the switch.
_GAPS = 32
# More letters than this are read on the pages; breaking a million into rows takes seconds.
_LONGEST_BOX = 4_000


class DifferencePanel(QWidget):
    """Show one entry letter by letter or clause by clause, and tables over all entries."""

    entry_chosen = Signal(int)
    chapters_chosen = Signal(object)

    def __init__(
        self, style: PageStyle, linker: ChapterLinker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._linker = linker
        self._view: PairView | None = None
        self._entry: int | None = None
        self._mapped = False
        self.caption = QLabel()
        self.caption.setObjectName("entryCaption")
        self.caption.setFixedHeight(_CAPTION)
        self.classes = ClassSwitch()
        self.box = DifferenceBox(style)
        self.clauses = ClauseView(style)
        self.swaps = RowsTable(
            self.tr("替换表"),
            (self.tr("左（A）"), self.tr("右（B）"), self.tr("类别"), self.tr("次数")),
            frozenset({3}),
            wide=frozenset({0, 1}),
        )
        self.numbers = RowsTable(
            self.tr("数字表"),
            (self.tr("指标"), self.tr("左（A）"), self.tr("右（B）")),
            frozenset({1, 2}),
            wide=frozenset({0}),
        )
        self.chapters = ClauseView(style)
        self.chapters.setAccessibleName(self.tr("章节对应图"))
        self.collector = ChangeCollector(self)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setMargin(12)
        self.hint.setWordWrap(True)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("差异的几种看法"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._shown = (self.box, self.clauses, self.chapters, self.swaps, self.numbers)
        names = (
            self.tr("逐字"),
            self.tr("分句"),
            self.tr("章节"),
            self.tr("替换"),
            self.tr("数字"),
        )
        for name in names:
            self.tabs.addTab(name)
        self._arrange()
        self.tabs.currentChanged.connect(self._show_tab)
        self.classes.changed.connect(self._fit_strip)
        self.collector.grown.connect(self._fill_tables)
        for table in (self.swaps, self.numbers):
            table.entry_chosen.connect(self.entry_chosen)
        self.chapters.row_clicked.connect(self._on_chapter_clicked)
        self._show_tab()

    def show_view(self, view: PairView | None) -> None:
        """Take the pair that the tables are about; no entry is shown."""
        self._view = view
        self.collector.set_view(view)
        self._mapped = False
        self.show_entry(None, None, ())

    def show_entry(
        self, view: PairView | None, entry: int | None, inline: Sequence[InlineSpan]
    ) -> None:
        """Show an entry of `view` and the differences inside, or the hint."""
        self._entry = entry if view is not None else None
        if view is None or entry is None:
            self.caption.setText("")
            self.box.show_columns(())
            self._show_tab()
            return
        one, comparison = view.entries[entry], view.comparison
        columns = stack_columns(
            comparison.left.text, comparison.right.text, one.left, one.right, inline
        )
        self.box.show_columns(_capped(columns))
        parts = [kind_name(one.kind, edited=one.edited)]
        if one.both:
            parts.append(percent(one.similarity))
        if one.differs:
            parts.append("、".join(map(difference_name, one.differs)))
        self.caption.setText(f"#{one.number}　{' · '.join(parts)}")
        self._show_tab()

    def set_style(self, style: PageStyle) -> None:
        """Change colours."""
        self.box.set_style(style)
        self.clauses.set_style(style)
        self.chapters.set_style(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all tabs in sight in a narrow window."""
        super().resizeEvent(event)
        self._fit_strip()

    def _fit_strip(self) -> None:
        """Leave out words, then space, until the tabs and the switch stand side by side."""
        for words, narrow in ((2, False), (1, False), (1, True), (0, True)):
            self.classes.show_short(words=words)
            if self.tabs.property("narrow") != narrow:
                self.tabs.setProperty("narrow", narrow)
                self.tabs.style().polish(self.tabs)
                # Else it would measure its tabs as they were.
                QApplication.sendEvent(self.tabs, QEvent(QEvent.Type.StyleChange))
            if (
                self.tabs.sizeHint().width() + self.classes.sizeHint().width()
                < self.width() - _GAPS
            ):
                break

    def _arrange(self) -> None:
        strip = QWidget()
        strip.setObjectName("filterStrip")
        strip.setFixedHeight(STRIP_HEIGHT)
        row = QHBoxLayout(strip)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.classes)
        body = QWidget()
        self._stack = QStackedLayout(body)
        for widget in (self.hint, *self._shown):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.caption)
        column.addWidget(body, 1)
        self.setMinimumWidth(200)

    def _show_tab(self) -> None:
        shown = self._shown[self.tabs.currentIndex()]
        tables = (self.swaps, self.numbers)
        self.caption.setVisible(shown in {self.box, self.clauses} and self._entry is not None)
        if shown in tables:
            self._fill_tables()
            self.collector.start()
            return
        self.collector.stop()
        if shown is self.chapters:
            self._map_chapters()
            self._stack.setCurrentWidget(shown)
            return
        if self._view is None or self._entry is None:
            self.hint.setText(self.tr("单击一个段落，这里会逐字对照两种写法。"))
            self._stack.setCurrentWidget(self.hint)
            return
        if shown is self.clauses and not self._map_clauses():
            return
        self._stack.setCurrentWidget(shown)

    def _map_chapters(self) -> None:
        """Join the chapters of both sides, once a view."""
        if self._mapped:
            return
        self._mapped = True
        chapters = self._linker.chapters()
        self.chapters.show_rows(
            *chapter_rows(chapters.links.to_right, chapters.left, chapters.right)
        )

    def _on_chapter_clicked(self, row: int, left: bool) -> None:
        """Lead to both chapters of a link, or to the one that has no partner."""
        self.chapters_chosen.emit(self._linker.chapters().places(row, left=left))

    def _map_clauses(self) -> bool:
        """Fill the clause map; say why there is none."""
        assert self._view is not None
        assert self._entry is not None
        one, comparison = self._view.entries[self._entry], self._view.comparison
        if not one.both or max(one.left.length, one.right.length) > _LONGEST_MAP:
            text = self.tr("这一处只有一侧有文字，没有分句可以对应。")
            if one.both:
                text = self.tr("这一段太长，分句图不便阅读；请看“逐字”。")
            self.hint.setText(text)
            self._stack.setCurrentWidget(self.hint)
            return False
        links = build_clause_map(comparison, one.as_passage())
        self.clauses.show_links(links, comparison.left.text, comparison.right.text)
        return True

    def _fill_tables(self) -> None:
        shown = self._shown[self.tabs.currentIndex()]
        if shown is self.swaps:
            rows = self.collector.swap_rows()
            self.swaps.rows.set_rows(rows)
        elif shown is self.numbers:
            rows = self.collector.number_rows()
            self.numbers.rows.set_rows(rows)
        else:
            return
        if rows:
            self._stack.setCurrentWidget(shown)
            return
        self.hint.setText(
            self.tr("没有互相替换的地名、数字、规划期或机构。")
            if self.collector.done
            else self.tr("正在汇总…")
        )
        self._stack.setCurrentWidget(self.hint)


def _capped(columns: Sequence[StackColumn]) -> list[StackColumn]:
    """Return the first columns, about _LONGEST_BOX letters, and a sign where more follows."""
    shown: list[StackColumn] = []
    room = _LONGEST_BOX
    for column in columns:
        if room <= 0:
            shown.append(StackColumn("……", "……"))
            break
        cut = StackColumn(column.upper[:room], column.lower[:room], column.change_class)
        shown.append(cut)
        room -= max(len(column.upper), len(column.lower))
    else:
        if room < 0:
            shown.append(StackColumn("……", "……"))
    return shown
