"""The passages of several plans: the table, and below it the wordings of the current row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget

from plandraft.core.compare.family_cells import Standing
from plandraft.core.compare.family_rows import FamilyRow
from plandraft.core.compare.issue_dates import IssueDate
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sights import PlanSight
from plandraft.core.model.spans import Span
from plandraft.ui.families.families_model import Column, FamiliesModel, FamilyFilter
from plandraft.ui.families.greys import Greys
from plandraft.ui.families.row_text import despaced
from plandraft.ui.families.tables import FamiliesTable
from plandraft.ui.families.wordings import Wordings
from plandraft.ui.models.page_menu import MenuEntry, add_shortcuts, build_menu
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.picks import TextPick
from plandraft.ui.models.widgets import make_label


class FamilyList(QSplitter):
    """Show rows and one of them at length.

    `pair_requested` carries two plans by their indexes and a place on both sides or None,
    `send_requested` a TextPick, `phrase_requested` a text.
    """

    pair_requested = Signal(int, int, object)
    send_requested = Signal(object)
    phrase_requested = Signal(str)
    shown_changed = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("familyRows")
        self._plans: PlanSet | None = None
        self._dates: Sequence[IssueDate | None] = ()
        self._needle = ""
        self._keeps_row = False
        self.model = FamiliesModel(palette, self)
        self.table = FamiliesTable(self.model, palette)
        self.wordings = Wordings(palette)
        self.hint = make_label("", "hint", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows = QStackedWidget()
        for widget in (self.table, self.hint):
            self._rows.addWidget(widget)
        self.addWidget(self._rows)
        self.addWidget(self.wordings)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setSizes([440, 300])
        self._connect()

    @property
    def current(self) -> FamilyRow | None:
        """Return the row that is shown at length."""
        return self._row_at(self.table.currentIndex())

    def show_plans(
        self,
        plans: PlanSet | None,
        sight: PlanSight | None = None,
        dates: Sequence[IssueDate | None] = (),
    ) -> None:
        """Show `plans` as one of them sees them; the passage that was looked at stays current."""
        row, near = self.current, self.table.currentIndex().row()
        before = (row.reference, row.cells[row.reference].span) if row is not None else None
        known = self._plans is not None and plans is not None
        same = known and self._plans.documents == plans.documents  # type: ignore[union-attr]
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self._plans, self._dates = plans, dates
        self._keeps_row = same and before is not None
        self.model.set_plans(plans, sight)
        self._keeps_row = False
        self.table.fit_columns()
        if same and before is not None:
            self._select_place(*before, near)
            bar.setValue(place)

    def set_filter(self, wanted: FamilyFilter) -> None:
        """Show the rows that pass `wanted`."""
        self._needle = despaced(wanted.text)
        self.model.set_filter(wanted)

    def set_greys(self, greys: Greys) -> None:
        """Grey these set phrases."""
        self.wordings.set_greys(greys)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        row = self.table.currentIndex().row()
        self.model.set_colors(palette)
        self.table.set_colors(palette)
        self.wordings.set_colors(palette)
        self.table.selectRow(max(0, row))

    def make_menu(self) -> QMenu:
        """Build the context menu of the current row."""
        row, column = self.current, self.table.currentIndex().column()
        pair = row is not None and self._other(row, column) >= 0
        there = row is not None
        return build_menu(
            self,
            (
                MenuEntry(self.tr("并排比对"), self.open_pair, pair, "Return"),
                MenuEntry(self.tr("送入草稿"), self.send, there, "Ctrl+Return"),
                MenuEntry(self.tr("复制"), self.copy, there, "Ctrl+C"),
                None,
                MenuEntry(self.tr("设为套话"), self.make_phrase, there),
            ),
        )

    def step(self, way: int) -> None:
        """Go to the next row (1) or to the one before (-1); behind the last comes the first."""
        rows = self.model.rowCount()
        if rows:
            self.table.selectRow((self.table.currentIndex().row() + way) % rows)

    def open_pair(self) -> None:
        """Ask for the pair of the current cell, at the passage."""
        self._on_activated(self.table.currentIndex())

    def send(self) -> None:
        """Ask for the wording of the current cell's plan, or of the reference, in the draft."""
        row = self.current
        if row is not None:
            self._send(self._plan_at(row, self.table.currentIndex().column()))

    def copy(self) -> None:
        """Copy the wording that `send` would take."""
        row = self.current
        if row is not None and self._plans is not None:
            plan = self._plan_at(row, self.table.currentIndex().column())
            span = row.cells[plan].span
            assert span is not None
            QGuiApplication.clipboard().setText(span.slice(self._plans.documents[plan].text))

    def make_phrase(self) -> None:
        """Ask for the text of the current row, without its headings, among the own phrases."""
        row = self.current
        if row is not None and self._plans is not None:
            text = self._plans.documents[row.reference].text
            lines = [one.span.slice(text) for one in row.lines if not one.heading]
            self.phrase_requested.emit("\n".join(lines))

    def _connect(self) -> None:
        table = self.table
        table.activated.connect(self._on_activated)
        table.selectionModel().currentRowChanged.connect(
            lambda current, _before: self._show_row(current)
        )
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu_requested)
        add_shortcuts(table, (("Ctrl+C", self.copy), ("Ctrl+Return", self.send)))
        self.model.shown_changed.connect(self._on_shown_changed)
        self.model.modelReset.connect(self._on_rows_reset)
        self.wordings.pair_requested.connect(self._on_pair_requested)
        self.wordings.send_requested.connect(self._send)
        self.wordings.phrase_requested.connect(self.phrase_requested)

    def _on_menu_requested(self, place: QPoint) -> None:
        if self.table.indexAt(place).isValid():
            self.make_menu().popup(self.table.viewport().mapToGlobal(place))

    def _on_shown_changed(self) -> None:
        self.hint.setText(
            self.tr("这样筛选没有段落。换一种筛选，或清空查找框。")
            if self._needle
            else self.tr("没有这样的段落。")
        )
        self._rows.setCurrentWidget(self.table if self.model.shown else self.hint)
        self.shown_changed.emit()

    def _on_rows_reset(self) -> None:
        if self.model.shown:
            if not self._keeps_row:
                self.table.selectRow(0)
        else:
            self.wordings.show_row(None, None)

    def _show_row(self, index: QModelIndex) -> None:
        self.wordings.show_row(self._plans, self._row_at(index), self._dates, self._needle)

    def _row_at(self, index: QModelIndex) -> FamilyRow | None:
        return self.model.shown[index.row()] if index.isValid() else None

    def _select_place(self, reference: int, span: Span | None, near: int) -> None:
        """Select the row that has most of a place of a plan, else the one that stands there now."""
        shared = [
            place.overlap(span) if span and (place := row.cells[reference].span) else 0
            for row in self.model.shown
        ]
        if any(shared):
            self.table.selectRow(shared.index(max(shared)))
        elif shared:
            self.table.selectRow(min(near, len(shared) - 1))

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        other = self._other(row, index.column()) if row is not None else -1
        if row is not None and other >= 0:
            self.pair_requested.emit(row.reference, other, row.cells[other].place)

    def _on_pair_requested(self, other: int) -> None:
        row = self.current
        if row is not None:
            self.pair_requested.emit(row.reference, other, row.cells[other].place)

    def _send(self, plan: int) -> None:
        row = self.current
        span = row.cells[plan].span if row is not None else None
        if span is not None and self._plans is not None:
            self.send_requested.emit(TextPick(self._plans.documents[plan], span))

    @staticmethod
    def _other(row: FamilyRow, column: int) -> int:
        """Return the plan of a column where it has the passage, else the closest, -1 for none."""
        other = column - len(Column)
        if other < 0 or other == row.reference or row.cells[other].standing is Standing.ABSENT:
            return row.closest
        return other

    @staticmethod
    def _plan_at(row: FamilyRow, column: int) -> int:
        """Return the plan of a column where it has the passage, else the reference."""
        plan = column - len(Column)
        absent = plan < 0 or row.cells[plan].standing is Standing.ABSENT
        return row.reference if absent else plan
