"""Several plans at once: who shares what, what mine lacks, what mine alone has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.family_rows import FamilyRow, Standing
from plandraft.core.compare.issue_dates import IssueDate, issue_date
from plandraft.ui.families.families_model import (
    Column,
    FamiliesModel,
    FamilyFilter,
    Which,
)
from plandraft.ui.families.family_colors import plan_title
from plandraft.ui.families.matrix_view import DEFAULT_THRESHOLD, MatrixView
from plandraft.ui.families.source_view import SourceChoice, SourceView
from plandraft.ui.families.tables import FamiliesTable
from plandraft.ui.families.tool_row import FamiliesTools
from plandraft.ui.families.wordings import Wordings
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT, Palette
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.models.widgets import make_label, make_primary_button


@dataclass(frozen=True, slots=True)
class FamiliesReportRequest:
    """Hold a wish for a report on several plans, plan `mine` in the middle."""

    plans: PlanSet
    mine: int


class FamiliesPage(QWidget):
    """Show finished comparisons of several plans; knows no service.

    `compare_requested` carries a CompareChoice with the identifiers given to `show_plans`,
    `report_requested` a FamiliesReportRequest, `status_changed` one line for the status bar.
    """

    compare_requested = Signal(object)
    report_requested = Signal(object)
    library_requested = Signal()
    status_changed = Signal(str)

    def __init__(
        self, icons: IconSet, palette: Palette = LIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("families")
        self._plans: PlanSet | None = None
        self._identities: tuple[object, ...] = ()
        self._dates: tuple[IssueDate | None, ...] = ()
        self._known_dates: tuple[str, ...] = ()
        self._wanted_mine = 0
        self.families_model = FamiliesModel(palette, self)
        self.matrix_view = MatrixView(palette)
        self.matrix, self.matrix_model = self.matrix_view.table, self.matrix_view.model
        self.families = FamiliesTable(self.families_model)
        self.wordings = Wordings(palette)
        self.sources = SourceView(palette)
        self.tools = FamiliesTools(icons)
        self.mine_box, self.which_box = self.tools.mine_box, self.tools.which_box
        self.search, self.report = self.tools.search, self.tools.report
        self.hint = make_label("", "hint", wrap=True)
        self.empty = EmptyState(
            icons,
            "compare",
            self.tr("一次比对多份规划"),
            self.tr(
                "在资料库中选中三份以上规划，再点“比对”。这里会列出两两相似度、每段文字在各份规划中"
                "是相同、改写还是没有，以及多数规划有而您的没有、只有您有的段落。"
            ),
        )
        self.library_button = make_primary_button(
            icons, "library", self.tr("到资料库选择"), self.library_requested.emit
        )
        self.empty.set_buttons([self.library_button])
        self._stack = QStackedWidget()
        self._body = QStackedWidget()
        self._arrange()
        self._connect()
        self.clear()

    @property
    def plans(self) -> PlanSet | None:
        """Return what is shown."""
        return self._plans

    @property
    def identities(self) -> tuple[object, ...]:
        """Return the identifiers of the plans shown."""
        return self._identities

    @property
    def known_dates(self) -> tuple[str, ...]:
        """Return the dates of issue as the library has them."""
        return self._known_dates

    @property
    def mine(self) -> int:
        """Return the plan that the others stand beside."""
        return max(0, self.mine_box.currentIndex())

    def show_plans(
        self,
        plans: PlanSet,
        identities: Sequence[object],
        mine: int = 0,
        dates: Sequence[str] = (),
    ) -> None:
        """Show `plans`; `identities` are theirs in the library, `mine` the one in the middle.

        `dates` are those of issue as the library has them, a day, a month or a year, "" for none.
        """
        self._plans, self._identities = plans, tuple(identities)
        self._known_dates = tuple(dates) or ("",) * len(plans.documents)
        self._dates = tuple(map(issue_date, plans.documents, self._known_dates))
        blocker = QSignalBlocker(self.mine_box)
        self.mine_box.clear()
        for document in plans.documents:
            self.mine_box.addItem(plan_title(document))
        self.mine_box.setCurrentIndex(mine)
        blocker.unblock()
        self.matrix_view.show_plans(plans, self._dates)
        self._show_mine()
        self._body.setCurrentIndex(1)
        self.tools.set_active(active=True)

    def take_over(self, other: FamiliesPage) -> None:
        """Show what another page shows, as it shows it."""
        if other.plans is not None:
            self.show_plans(other.plans, other.identities, other.mine, other.known_dates)

    def clear(self) -> None:
        """Show the empty state."""
        self._plans, self._identities = None, ()
        self.mine_box.clear()
        self.matrix_view.show_plans(None)
        self.families_model.set_plans(None)
        self.sources.show_plans(None)
        self.wordings.show_row(None, None)
        self._body.setCurrentIndex(0)
        self.tools.set_active(active=False)
        self.status_changed.emit("")

    def state(self) -> dict[str, object]:
        """Return what to keep over a restart, as plain values."""
        return {
            "view": self.tools.view,
            "mine": self.mine if self._plans is not None else self._wanted_mine,
            "threshold": self.matrix_view.threshold,
            "points": self.sources.reading_size,
        }

    def restore_state(self, data: object) -> None:
        """Take over what `state` returned; whatever makes no sense is left as it is."""
        values: Mapping[object, object] = data if isinstance(data, dict) else {}
        view = values.get("view")
        if isinstance(view, str) and view in self.tools.views:
            self.show_view(view)
        self._wanted_mine = _count(values.get("mine"), 0)
        self.matrix_view.set_threshold(_count(values.get("threshold"), DEFAULT_THRESHOLD))
        points = values.get("points")
        if isinstance(points, int | float) and not isinstance(points, bool):
            self.sources.set_reading_size(float(points))

    @property
    def wanted_mine(self) -> int:
        """Return the plan that was in the middle when the window was closed."""
        return self._wanted_mine

    def take_focus(self) -> None:
        """Put the keyboard where one most likely goes on."""
        (self.families if self._plans is not None else self.library_button).setFocus()

    def apply_palette(self, palette: Palette) -> None:
        """Change the theme."""
        self.empty.apply_palette(palette)
        self.matrix_view.set_colors(palette)
        self.families_model.set_colors(palette)
        self.wordings.set_colors(palette)
        self.sources.set_colors(palette)

    def show_view(self, name: str) -> None:
        """Show "matrix", "families" or "sources"."""
        self.tools.show_view(name)
        self._stack.setCurrentIndex(list(self.tools.views).index(name))

    def summary(self) -> str:
        """Return one line about what is shown."""
        if self._plans is None:
            return ""
        model = self.families_model
        return self.tr(
            "{plans} 份规划，{all} 段见于两份以上；多数有而“{title}”没有 {lacking} 段，只有它有"
            " {own} 段"
        ).format(
            plans=len(self._plans.documents),
            all=model.count(Which.ALL),
            title=plan_title(self._plans.documents[self.mine]),
            lacking=model.count(Which.LACKING),
            own=model.count(Which.OWN),
        )

    def _arrange(self) -> None:
        for view in (self.matrix_view, self._families_view(), self.sources):
            self._stack.addWidget(view)
        self._body.addWidget(self.empty)
        self._body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._body, 1)
        self.show_view("families")

    def _families_view(self) -> QWidget:
        view = QSplitter(Qt.Orientation.Vertical)
        view.setObjectName("familyRows")
        view.setChildrenCollapsible(False)
        self._rows = QStackedWidget()
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.families, self.hint):
            self._rows.addWidget(widget)
        view.addWidget(self._rows)
        view.addWidget(self.wordings)
        view.setStretchFactor(0, 2)
        view.setStretchFactor(1, 1)
        view.setSizes([480, 260])
        return view

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self.show_view)
        self.tools.report_requested.connect(self._on_report)
        self.mine_box.currentIndexChanged.connect(lambda _index: self._show_mine())
        self.which_box.currentIndexChanged.connect(lambda _index: self._on_filter_changed())
        self.search.textChanged.connect(lambda _text: self._on_filter_changed())
        self.matrix_view.pair_activated.connect(self._open_pair)
        self.families.doubleClicked.connect(self._on_family_activated)
        self.families.selectionModel().currentRowChanged.connect(
            lambda current, _before: self._on_row_changed(current)
        )
        self.families_model.shown_changed.connect(self._on_shown_changed)
        self.families_model.modelReset.connect(self._on_rows_reset)
        self.sources.source_activated.connect(self._on_source_activated)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.sources.zoom(step))

    def _show_mine(self) -> None:
        if self._plans is None:
            return
        self.families_model.set_plans(self._plans, self.mine)
        self.families.fit_columns()
        self.sources.show_plans(self._plans, self.mine)
        self.status_changed.emit(self.summary())

    def _on_filter_changed(self) -> None:
        self.families_model.set_filter(
            FamilyFilter(Which(self.which_box.currentData()), self.search.text())
        )

    def _on_shown_changed(self) -> None:
        shown = bool(self.families_model.shown)
        self.hint.setText(
            self.tr("这样筛选没有段落。换一种筛选，或清空查找框。")
            if self.search.text().strip()
            else self.tr("没有这样的段落。")
        )
        self._rows.setCurrentWidget(self.families if shown else self.hint)

    def _on_rows_reset(self) -> None:
        if self.families_model.shown:
            self.families.selectRow(0)
        else:
            self.wordings.show_row(None, None)

    def _on_row_changed(self, current: QModelIndex) -> None:
        row = self._row_at(current)
        self.wordings.show_row(self._plans, row, self._dates)

    def _row_at(self, index: QModelIndex) -> FamilyRow | None:
        return self.families_model.shown[index.row()] if index.isValid() else None

    def _on_source_activated(self, choice: SourceChoice) -> None:
        self._open_pair(self.mine, choice.source, choice.place)

    def _on_family_activated(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        if row is None:
            return
        other = index.column() - len(Column)
        if other < 0 or other == row.reference or row.cells[other].standing is Standing.ABSENT:
            other = row.closest
        if other >= 0:
            self._open_pair(row.reference, other, _place(row, other))

    def _open_pair(self, left: int, right: int, place: tuple[int, int] | None = None) -> None:
        chosen = CompareChoice(self._identities[left], self._identities[right], place)
        self.compare_requested.emit(chosen)

    def _on_report(self) -> None:
        if self._plans is not None:
            self.report_requested.emit(FamiliesReportRequest(self._plans, self.mine))


def _place(row: FamilyRow, other: int) -> tuple[int, int] | None:
    """Return where a passage stands in its reference and in another plan: in the middle of it.

    The bounds of a family may lie a few letters beside those of the passage of the pair.
    """
    ours, theirs = row.cells[row.reference].span, row.cells[other].span
    if ours is None or theirs is None:
        return None
    return (ours.start + ours.end) // 2, (theirs.start + theirs.end) // 2


def _count(value: object, usual: int) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if whole else usual  # type: ignore[return-value]  # it is one then
