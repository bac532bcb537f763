"""The compare page: takes a finished comparison, shows it, and tells what the reader wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from plandraft.core.compare.changes import ChangeClass, Comparison
from plandraft.core.compare.versions import Reading
from plandraft.core.model.spans import Span
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.busy_line import BusyLine
from plandraft.ui.compare.compare_style import make_sheet
from plandraft.ui.compare.draft_drag import DraftDrop, Dragged
from plandraft.ui.compare.head_row import HeadRow
from plandraft.ui.compare.jump_history import entry_at
from plandraft.ui.compare.menu_request import MenuRequest
from plandraft.ui.compare.page_commands import make_menu, page_keys
from plandraft.ui.compare.page_tips import PageTips
from plandraft.ui.compare.pair_memory import memories_from_data, memories_to_data
from plandraft.ui.compare.pick_tools import PickTools
from plandraft.ui.compare.reader import Reader
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.compare.workspace import Workspace
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.page_menu import add_shortcuts
from plandraft.ui.models.palette import LIGHT, Palette
from plandraft.ui.models.passage_names import percent
from plandraft.ui.models.picks import ReportForm, ReportRequest, TextPick, original_of
from plandraft.ui.models.widgets import make_primary_button

DEFAULT_POINTS = 11.0
_SMALLEST_POINTS, _LARGEST_POINTS = 8.0, 28.0
_PLACE_AT = 0.2  # share of the view's height at which a place without a passage comes to stand


class ComparePage(QWidget):
    """Show two plans and what they share.

    Knows no service. `compare_requested` carries a CompareChoice, `send_to_draft_requested` a
    TextPick, `report_requested` a ReportRequest, `original_requested` an OriginalPick,
    `phrase_requested` a TextPick or None where nothing is picked,
    `status_changed` one line for the status bar.
    A passage or change is named by its *entry*, its position in `view.entries`.
    """

    compare_requested = Signal(object)
    send_to_draft_requested = Signal(object)
    report_requested = Signal(object)
    original_requested = Signal(object)
    phrase_requested = Signal(object)
    cancel_requested = Signal()
    library_requested = Signal()
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
        choose = self.tr("到资料库选择")
        self.empty.set_buttons(
            [make_primary_button(icons, "library", choose, self.library_requested.emit)]
        )
        self.work = Workspace(self._style)
        self.stage = self.work.stage
        self.passages = self.work.passages
        self.picks = PickTools(self.stage, self)
        self.tips = PageTips(self.stage, self)
        self.reader = Reader(self.work, self.picks, self)
        self._arrange()
        self._connect()
        add_shortcuts(self, page_keys(self, DEFAULT_POINTS))
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
        self.show_titles()
        self.stage.left.setFocus()

    def show_titles(self) -> None:
        """Name the two plans that are shown, whatever was chosen since."""
        comparison = self.comparison
        if comparison is not None:
            untitled = self.tr("（无标题）")
            titles = (comparison.left.title or untitled, comparison.right.title or untitled)
            self.head.show_titles(*titles)

    def set_reading(self, reading: Reading) -> None:
        """Read the pair as passages or as versions."""
        self.reader.set_reading(reading)

    def set_current(self, entry: int | None, *, scroll: bool = True) -> None:
        """Make a passage current everywhere."""
        self.reader.set_current(entry, scroll=scroll)

    def go_to_place(self, left: int, right: int) -> None:
        """Make the passage current that holds these code points of both sides.

        The pair is read as passages there, without forgetting how it is read otherwise. Where a
        filter hides the passage, both places are brought to the same height.
        """
        if self.view is None:
            return
        self.reader.look_at_passages()
        entry = entry_at(self.view, left, right)
        if entry is not None and self.passages.model.row_of(entry) >= 0:
            self.set_current(entry)
        else:
            sides = Span(left, left + 1), Span(right, right + 1)
            self.stage.sync.level(*sides, _PLACE_AT)

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
        self._style = replace(self._style, palette=palette)
        self.setStyleSheet(make_sheet(palette))
        self.empty.apply_palette(palette)
        self.work.set_style(self._style)

    def set_reading_size(self, points: float) -> None:
        """Set the size of body text on both pages."""
        points = min(_LARGEST_POINTS, max(_SMALLEST_POINTS, points))
        if points != self._style.points:
            self._style = replace(self._style, points=points)
            self.work.set_style(self._style)

    def set_reading_family(self, family: str) -> None:
        """Set the face of body text on both pages; "" for that of the product."""
        if family != self._style.family:
            self._style = replace(self._style, family=family)
            self.work.set_style(self._style)

    def state(self) -> dict[str, object]:
        """Return what to keep over a restart, as plain values."""
        return {
            "points": self._style.points,
            "in_step": self.head.in_step.isChecked(),
            "hidden_classes": sorted(set(ChangeClass) - self.work.difference.classes.on),
            "stock": self.work.difference.classes.stock.isChecked(),
            "library": self.work.difference.classes.library.isChecked(),
            "own": self.work.difference.classes.own.isChecked(),
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
        classes = self.work.difference.classes
        greys = {"stock": classes.stock, "library": classes.library, "own": classes.own}
        for name, switch in greys.items():
            wanted = values.get(name)
            if isinstance(wanted, bool):
                switch.setChecked(wanted)
        hidden = values.get("hidden_classes")
        if isinstance(hidden, list):
            self.work.difference.classes.hide_classes(hidden)
        self.reader.take_memories(memories_from_data(values.get("pairs")))

    def send_to_draft(self, pick: TextPick | None = None) -> None:
        """Ask for what is selected, or the current passage of the side in use, in the draft."""
        pick = pick or self.picks.pick()
        if pick is None:
            self.status_changed.emit(self.tr("请先选中文字，或单击一个段落，再送入草稿。"))
        else:
            self.send_to_draft_requested.emit(pick)

    def make_phrase(self) -> None:
        """Ask for what is selected, or the current passage, among the own phrases."""
        self.phrase_requested.emit(self.picks.pick())

    def open_original(self) -> None:
        """Ask for the file that the side in use was read from."""
        view = self.view
        if view is not None:
            left = self.picks.pane is self.stage.left
            document = view.comparison.left if left else view.comparison.right
            pick = self.picks.pick()
            self.original_requested.emit(original_of(document, pick.span if pick else None))

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
            count = len(matches.reused)
            if routine := len(matches.passages) - count:
                more = self.tr("另有通用表述 {count} 处").format(count=routine)
                text = f"{text} · {more}"
        left, right = percent(matches.left_share), percent(matches.right_share)
        return text.format(left=left, right=right, count=count)

    def make_menu(self) -> QMenu:
        """Build the context menu of the pane in use."""
        return make_menu(self, self)

    def send_dropped(self, what: Dragged) -> None:
        """Ask for what was dropped on the draft, in the draft."""
        self.send_to_draft(self.picks.pick(passage=what is Dragged.PASSAGE))

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
        DraftDrop(head.send).dropped.connect(self.send_dropped)
        self.passages.left.connect(self.picks.take_focus)
        head.report_requested.connect(self._on_report_requested)
        self.work.outlines_shown.connect(head.show_outline_state)
        self.busy.cancel_requested.connect(self.cancel_requested)
        for pane in (self.stage.left, self.stage.right):
            pane.menu_requested.connect(lambda at, pane=pane: self._on_menu_requested(pane, at))
            pane.zoom_requested.connect(
                lambda step: self.set_reading_size(self.reading_size + step)
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

    def _on_report_requested(self, form: ReportForm) -> None:
        if self.comparison is not None:
            self.report_requested.emit(ReportRequest(self.comparison, form))
