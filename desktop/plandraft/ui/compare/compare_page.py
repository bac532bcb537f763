"""The compare page: takes a finished comparison, shows it, and tells what the reader wants."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from plandraft.core.compare.changes import Comparison, InlineSpan
from plandraft.core.compare.inline import build_inline
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.busy_line import BusyLine
from plandraft.ui.compare.compare_style import make_sheet
from plandraft.ui.compare.explain import explain_mark, explain_passage
from plandraft.ui.compare.head_row import HeadRow
from plandraft.ui.compare.pick_tools import PickTools
from plandraft.ui.compare.text_pane import MenuRequest, TextPane
from plandraft.ui.compare.workspace import Workspace
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT, Palette
from plandraft.ui.models.passage_names import percent
from plandraft.ui.models.picks import ReportRequest

DEFAULT_POINTS = 11.0
_SMALLEST_POINTS, _LARGEST_POINTS = 8.0, 28.0


class ComparePage(QWidget):
    """Show two plans and what they share.

    Knows no service. `compare_requested` carries a CompareChoice, `send_to_draft_requested` a
    TextPick, `report_requested` a ReportRequest, `status_changed` one line for the status bar.
    A passage is named by its *entry*, its position in `comparison.rows`.
    """

    compare_requested = Signal(object)
    send_to_draft_requested = Signal(object)
    report_requested = Signal(object)
    cancel_requested = Signal()
    status_changed = Signal(str)

    def __init__(
        self, icons: IconSet, palette: Palette = LIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._style = PageStyle(DEFAULT_POINTS, palette)
        self._comparison: Comparison | None = None
        self._current: int | None = None
        self._inline: dict[int, tuple[InlineSpan, ...]] = {}
        self.head = HeadRow(icons)
        self.busy = BusyLine()
        self.empty = EmptyState(
            icons,
            "compare",
            self.tr("并排比对两份规划"),
            self.tr(
                "在上方的 A 和 B 中各选一份规划，这里就会并排显示全文，标出相同、改写和调换次序的"
                "段落，逐字指出地名、数字、标点与措辞的不同，并可把需要的段落送入草稿。\n\n"
                "也可以在资料库中选中两份规划，再点“比对”。"
            ),
        )
        self.work = Workspace(self._style)
        self.stage = self.work.stage
        self.passages = self.work.passages
        self.picks = PickTools(self.stage, self)
        self._arrange()
        self._connect()
        self._add_shortcuts()
        self.setStyleSheet(make_sheet(palette))
        self._show(None)

    @property
    def comparison(self) -> Comparison | None:
        """Return what is shown."""
        return self._comparison

    @property
    def current(self) -> int | None:
        """Return the entry of the current passage."""
        return self._current

    @property
    def reading_size(self) -> float:
        """Return the size of body text in points."""
        return self._style.points

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these plans for A and B, as (identifier, title)."""
        self.head.set_choices(choices)

    def set_chosen(self, left_id: object, right_id: object) -> None:
        """Choose A and B without asking for a comparison."""
        self.head.set_chosen(left_id, right_id)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a finished comparison and go to its first passage."""
        self.clear_busy()
        self._show(comparison)
        untitled = self.tr("（无标题）")
        self.head.show_titles(comparison.left.title or untitled, comparison.right.title or untitled)
        if self.passages.model.shown:
            self.set_current(self.passages.model.shown[0])
        self.stage.left.setFocus()
        self.status_changed.emit(self.summary())

    def clear(self) -> None:
        """Show the empty state."""
        self._show(None)
        self.status_changed.emit("")

    def set_busy(self, label: str, share: float | None = None) -> None:
        """Show that a comparison is on the way; `share` is 0…1, or None where unknown."""
        self.busy.show_progress(label, share)

    def clear_busy(self) -> None:
        """Hide the progress line."""
        self.busy.setVisible(False)

    def apply_palette(self, palette: Palette) -> None:
        """Change the theme."""
        self._style = PageStyle(self._style.points, palette)
        self.setStyleSheet(make_sheet(palette))
        self.empty.apply_palette(palette)
        self.work.set_style(self._style)

    def set_reading_size(self, points: float) -> None:
        """Set the size of body text on both pages."""
        points = min(_LARGEST_POINTS, max(_SMALLEST_POINTS, points))
        if points != self._style.points:
            self._style = PageStyle(points, self._style.palette)
            self.work.set_style(self._style)

    def set_current(self, entry: int | None, *, scroll: bool = True) -> None:
        """Make a passage current everywhere; bring both sides to the same height."""
        comparison = self._comparison
        self._current = entry if comparison is not None else None
        self.picks.set_current(self._current)
        if comparison is None or entry is None:
            self.stage.set_current(None)
            self.work.difference.show_passage(None, None, ())
        else:
            inline = self.inline_of(entry)
            self.stage.set_current(entry, inline)
            self.work.difference.show_passage(comparison, comparison.rows[entry], inline)
            if scroll:
                self.stage.go_to(entry)
        self.passages.select(self._current)
        self._tell_place()

    def inline_of(self, entry: int) -> tuple[InlineSpan, ...]:
        """Return the differences inside a passage, found once."""
        assert self._comparison is not None
        if entry not in self._inline:
            passage = self._comparison.rows[entry].passage
            self._inline[entry] = build_inline(self._comparison, passage)
        return self._inline[entry]

    def go_next(self) -> None:
        """Make the next passage of the list current; after the last comes the first."""
        self._step(1)

    def go_previous(self) -> None:
        """Make the previous passage of the list current; before the first comes the last."""
        self._step(-1)

    def send_to_draft(self) -> None:
        """Ask for what is selected, or the current passage of the side in use, in the draft."""
        pick = self.picks.pick()
        if pick is None:
            self.status_changed.emit(self.tr("请先选中文字，或单击一个段落，再送入草稿。"))
        else:
            self.send_to_draft_requested.emit(pick)

    def summary(self) -> str:
        """Return how much of each plan stands in the other."""
        if self._comparison is None:
            return ""
        matches = self._comparison.matches
        if not matches.passages:
            return self.tr("没有找到相似段落")
        return self.tr("A 中 {left} 见于 B · B 中 {right} 见于 A · {count} 处").format(
            left=percent(matches.left_share),
            right=percent(matches.right_share),
            count=len(matches.passages),
        )

    def make_menu(self) -> QMenu:
        """Build the context menu of the pane in use."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        something = self.picks.pick() is not None
        passages = bool(self.passages.model.shown)
        for text, slot, usable in (
            (self.tr("送入草稿"), self.send_to_draft, something),
            (self.tr("复制"), self.picks.copy, something),
            (self.tr("复制并注明出处"), self.picks.copy_with_source, something),
            (self.tr("下一处"), self.go_next, passages),
            (self.tr("上一处"), self.go_previous, passages),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            action.setEnabled(usable)
            menu.addAction(action)
        menu.insertSeparator(menu.actions()[3])
        return menu

    def _arrange(self) -> None:
        self._body = QStackedWidget()
        self._body.addWidget(self.empty)
        self._body.addWidget(self.work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.busy):
            column.addWidget(widget)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        head = self.head
        head.compare_requested.connect(self.compare_requested)
        head.previous_requested.connect(self.go_previous)
        head.next_requested.connect(self.go_next)
        head.in_step_toggled.connect(self.stage.sync.set_in_step)
        head.outline_toggled.connect(self.work.want_outlines)
        head.send_requested.connect(self.send_to_draft)
        head.report_requested.connect(self._on_report_requested)
        self.work.outlines_shown.connect(head.show_outline_state)
        self.busy.cancel_requested.connect(self.cancel_requested)
        self.stage.entry_clicked.connect(self.set_current)
        self.stage.gutter.joint_hovered.connect(self._on_joint_hovered)
        self.passages.entry_selected.connect(self.set_current)
        self.passages.shown_changed.connect(self._on_shown_changed)
        for pane in (self.stage.left, self.stage.right):
            pane.offset_clicked.connect(lambda at, pane=pane: self._on_clicked(pane, at))
            pane.offset_activated.connect(lambda at, pane=pane: self._on_clicked(pane, at))
            pane.menu_requested.connect(lambda at, pane=pane: self._on_menu_requested(pane, at))
            pane.hovered.connect(lambda at, pane=pane: self._on_hovered(pane, at))
            pane.zoom_requested.connect(
                lambda step: self.set_reading_size(self.reading_size + step)
            )

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("F8", self.go_next),
            ("Shift+F8", self.go_previous),
            ("F7", self.go_previous),
            ("F6", self.head.in_step.toggle),
            ("Ctrl+Return", self.send_to_draft),
            ("Ctrl+F", self.passages.filters.words.setFocus),
            ("Ctrl++", lambda: self.set_reading_size(self.reading_size + 1)),
            ("Ctrl+=", lambda: self.set_reading_size(self.reading_size + 1)),
            ("Ctrl+-", lambda: self.set_reading_size(self.reading_size - 1)),
            ("Ctrl+0", lambda: self.set_reading_size(DEFAULT_POINTS)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _show(self, comparison: Comparison | None) -> None:
        self._comparison, self._current, self._inline = comparison, None, {}
        self.picks.set_comparison(comparison)
        self._body.setCurrentWidget(self.work if comparison else self.empty)
        self.work.show_comparison(comparison)
        self.head.set_active(comparison is not None)
        self._tell_place()

    def _step(self, step: int) -> None:
        shown = self.passages.model.shown
        if not shown:
            return
        row = self.passages.model.row_of(self._current) if self._current is not None else -1
        if row < 0:
            row = -1 if step > 0 else 0
        self.set_current(shown[(row + step) % len(shown)])

    def _tell_place(self) -> None:
        model = self.passages.model
        row = model.row_of(self._current) if self._current is not None else -1
        self.head.show_place(row + 1, len(model.shown))

    def _on_shown_changed(self) -> None:
        self.work.show_entries(self.passages.model.shown)
        if self._current is not None and self.passages.model.row_of(self._current) < 0:
            self.set_current(None)
            return
        self.passages.select(self._current)
        self._tell_place()

    def _on_clicked(self, pane: TextPane, offset: int) -> None:
        """Take the most similar partner first, and at each further click the next one."""
        entries = pane.entries_at(offset)
        if entries:
            at = entries.index(self._current) + 1 if self._current in entries else 0
            self.set_current(entries[at % len(entries)])

    def _on_menu_requested(self, pane: TextPane, request: MenuRequest) -> None:
        self.picks.pane = pane
        entries = pane.entries_at(request.offset) if request.offset is not None else ()
        if entries and pane.selected_span() is None and self._current not in entries:
            self.set_current(entries[0], scroll=False)
        self.make_menu().popup(request.position)

    def _on_hovered(self, pane: TextPane, request: MenuRequest) -> None:
        comparison, offset = self._comparison, request.offset
        entries = pane.entries_at(offset) if offset is not None else ()
        if comparison is None or offset is None or not entries:
            QToolTip.hideText()
            return
        mark = pane.mark_at(offset)
        if mark is not None:
            text = explain_mark(mark, comparison, left=pane is self.stage.left)
        else:
            others = len(entries) - 1
            text = explain_passage(entries[0], comparison, others)
        QToolTip.showText(request.position, text, pane)

    def _on_joint_hovered(self, entry: int, position: QPoint) -> None:
        if self._comparison is not None:
            text = explain_passage(entry, self._comparison, 0)
            QToolTip.showText(position, text, self.stage.gutter)

    def _on_report_requested(self, suffix: str) -> None:
        if self._comparison is not None:
            self.report_requested.emit(ReportRequest(self._comparison, suffix))
