"""The compare page: takes a finished comparison, shows it, and tells what the reader wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from plandraft.core.compare.changes import ChangeClass, Comparison
from plandraft.core.compare.versions import Reading
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.busy_line import BusyLine
from plandraft.ui.compare.compare_style import make_sheet
from plandraft.ui.compare.head_row import HeadRow
from plandraft.ui.compare.menu_request import MenuRequest
from plandraft.ui.compare.page_menu import MenuEntry, add_shortcuts, build_menu
from plandraft.ui.compare.page_tips import PageTips
from plandraft.ui.compare.pair_memory import memories_from_data, memories_to_data
from plandraft.ui.compare.pick_tools import PickTools
from plandraft.ui.compare.reader import Reader
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.compare.workspace import Workspace
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.entries import PairView
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
    A passage or change is named by its *entry*, its position in `view.entries`.
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
        self.tips = PageTips(self.stage, self)
        self.reader = Reader(self.work, self.picks, self)
        self._arrange()
        self._connect()
        add_shortcuts(self, self._shortcuts())
        self.setStyleSheet(make_sheet(palette))
        self.reader.show(None)

    @property
    def comparison(self) -> Comparison | None:
        """Return what is shown."""
        return self.reader.comparison

    @property
    def view(self) -> PairView | None:
        """Return what is shown, in the reading chosen."""
        return self.reader.view

    @property
    def reading(self) -> Reading:
        """Return how the pair is read."""
        return self.reader.reading

    @property
    def current(self) -> int | None:
        """Return the entry of the current passage."""
        return self.reader.current

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
        """Show a finished comparison where it was left, or at its first passage."""
        self.clear_busy()
        self.reader.show(comparison)
        untitled = self.tr("（无标题）")
        self.head.show_titles(comparison.left.title or untitled, comparison.right.title or untitled)
        self.stage.left.setFocus()

    def set_reading(self, reading: Reading) -> None:
        """Read the pair as passages or as versions."""
        self.reader.set_reading(reading)

    def set_current(self, entry: int | None, *, scroll: bool = True) -> None:
        """Make a passage current everywhere."""
        self.reader.set_current(entry, scroll=scroll)

    def go_next(self) -> None:
        """Make the next passage of the list current; after the last comes the first."""
        self.reader.step(1)

    def go_previous(self) -> None:
        """Make the previous passage of the list current; before the first comes the last."""
        self.reader.step(-1)

    def clear(self) -> None:
        """Show the empty state."""
        self.reader.show(None)

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

    def state(self) -> dict[str, object]:
        """Return what to keep over a restart, as plain values."""
        return {
            "points": self._style.points,
            "in_step": self.head.in_step.isChecked(),
            "hidden_classes": sorted(set(ChangeClass) - self.work.difference.classes.on),
            "stock": self.work.difference.classes.stock.isChecked(),
            "pairs": memories_to_data(self.reader.memories()),
        }

    def restore_state(self, data: object) -> None:
        """Take over what `state` returned; whatever makes no sense is left as it is."""
        values: Mapping[object, object] = data if isinstance(data, dict) else {}
        points, in_step = values.get("points"), values.get("in_step")
        if isinstance(points, int | float) and not isinstance(points, bool):
            self.set_reading_size(float(points))
        if isinstance(in_step, bool):
            self.head.in_step.setChecked(in_step)
        stock = values.get("stock")
        if isinstance(stock, bool):
            self.work.difference.classes.stock.setChecked(stock)
        hidden = values.get("hidden_classes")
        if isinstance(hidden, list):
            self.work.difference.classes.hide_classes(hidden)
        self.reader.take_memories(memories_from_data(values.get("pairs")))

    def send_to_draft(self) -> None:
        """Ask for what is selected, or the current passage of the side in use, in the draft."""
        pick = self.picks.pick()
        if pick is None:
            self.status_changed.emit(self.tr("请先选中文字，或单击一个段落，再送入草稿。"))
        else:
            self.send_to_draft_requested.emit(pick)

    def summary(self) -> str:
        """Return how much of each plan stands in the other."""
        view = self.view
        if view is None:
            return ""
        matches, count = view.comparison.matches, len(view.entries)
        if self.reading is Reading.VERSIONS:
            text = self.tr("版本对照：{count} 处改动 · A 中 {left} 见于 B · B 中 {right} 见于 A")
        elif not count:
            return self.tr("没有找到相似段落")
        else:
            text = self.tr("A 中 {left} 见于 B · B 中 {right} 见于 A · {count} 处")
        left, right = percent(matches.left_share), percent(matches.right_share)
        return text.format(left=left, right=right, count=count)

    def make_menu(self) -> QMenu:
        """Build the context menu of the pane in use."""
        something = self.picks.pick() is not None
        passages = bool(self.passages.model.shown)
        reader = self.reader
        return build_menu(
            self,
            (
                MenuEntry(self.tr("送入草稿"), self.send_to_draft, something),
                MenuEntry(self.tr("复制"), self.picks.copy, something),
                MenuEntry(self.tr("复制并注明出处"), self.picks.copy_with_source, something),
                None,
                MenuEntry(self.tr("下一处"), self.go_next, passages),
                MenuEntry(self.tr("上一处"), self.go_previous, passages),
                MenuEntry(self.tr("后退"), reader.go_back, reader.history.can_go_back),
                MenuEntry(self.tr("前进"), reader.go_forward, reader.history.can_go_forward),
                None,
                MenuEntry(self.tr("两侧光标处对齐"), reader.pin_carets, self.view is not None),
                MenuEntry(self.tr("取消全部对齐"), reader.remove_pins, bool(reader.pins)),
            ),
        )

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
        head.reading_requested.connect(self.set_reading)
        self.reader.view_changed.connect(self._on_view_changed)
        self.reader.place_changed.connect(head.show_place)
        head.send_requested.connect(self.send_to_draft)
        head.report_requested.connect(self._on_report_requested)
        self.work.outlines_shown.connect(head.show_outline_state)
        self.busy.cancel_requested.connect(self.cancel_requested)
        for pane in (self.stage.left, self.stage.right):
            pane.menu_requested.connect(lambda at, pane=pane: self._on_menu_requested(pane, at))
            pane.zoom_requested.connect(
                lambda step: self.set_reading_size(self.reading_size + step)
            )

    def _shortcuts(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return (
            ("F8", self.go_next),
            ("Shift+F8", self.go_previous),
            ("F7", self.go_previous),
            ("F6", self.head.in_step.toggle),
            ("Alt+Left", self.reader.go_back),
            ("Alt+Right", self.reader.go_forward),
            ("Ctrl+Shift+L", self.reader.pin_carets),
            ("Ctrl+Return", self.send_to_draft),
            ("Ctrl+F", self.passages.filters.words.setFocus),
            ("Ctrl++", lambda: self.set_reading_size(self.reading_size + 1)),
            ("Ctrl+=", lambda: self.set_reading_size(self.reading_size + 1)),
            ("Ctrl+-", lambda: self.set_reading_size(self.reading_size - 1)),
            ("Ctrl+0", lambda: self.set_reading_size(DEFAULT_POINTS)),
        )

    def _on_view_changed(self) -> None:
        view = self.view
        self.tips.set_view(view)
        self._body.setCurrentWidget(self.work if view else self.empty)
        self.head.set_active(view is not None)
        self.head.show_reading(self.reading)
        self.status_changed.emit(self.summary())

    def _on_menu_requested(self, pane: TextPane, request: MenuRequest) -> None:
        self.picks.pane = pane
        entries = pane.entries_at(request.offset) if request.offset is not None else ()
        if entries and pane.selected_span() is None and self.current not in entries:
            self.set_current(entries[0], scroll=False)
        self.make_menu().popup(request.position)

    def _on_report_requested(self, suffix: str) -> None:
        if self.comparison is not None:
            self.report_requested.emit(ReportRequest(self.comparison, suffix))
