"""Several plans at once: who shares what, what mine lacks, what mine alone has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.family_rows import FamilyRow, Standing
from plandraft.ui.families.families_model import (
    Column,
    FamiliesModel,
    FamilyFilter,
    Which,
)
from plandraft.ui.families.family_colors import plan_title
from plandraft.ui.families.matrix_model import MatrixModel
from plandraft.ui.families.source_view import SourceView
from plandraft.ui.families.tables import FamiliesTable, MatrixTable
from plandraft.ui.families.wordings import Wordings
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT, Palette
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    make_label,
    make_primary_button,
    make_search_field,
    make_separator,
    make_tool_button,
    make_tool_row,
)


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
        self.matrix_model = MatrixModel(palette, self)
        self.families_model = FamiliesModel(palette, self)
        self.matrix = MatrixTable(self.matrix_model)
        self.families = FamiliesTable(self.families_model)
        self.wordings = Wordings(palette)
        self.sources = SourceView(palette)
        self.mine_box = self._make_mine_box()
        self.which_box = self._make_which_box()
        self.search = make_search_field(icons, self.tr("在段落中查找"))
        self.report = make_tool_button(
            icons, "report", self.tr("报告…"), self._on_report, tip=self.tr("导出 Excel 报告")
        )
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
        self.views: dict[str, QToolButton] = {}
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
    def mine(self) -> int:
        """Return the plan that the others stand beside."""
        return max(0, self.mine_box.currentIndex())

    def show_plans(self, plans: PlanSet, identities: Sequence[object], mine: int = 0) -> None:
        """Show `plans`; `identities` are theirs in the library, `mine` the one in the middle."""
        self._plans, self._identities = plans, tuple(identities)
        blocker = QSignalBlocker(self.mine_box)
        self.mine_box.clear()
        for document in plans.documents:
            self.mine_box.addItem(plan_title(document))
        self.mine_box.setCurrentIndex(mine)
        blocker.unblock()
        self.matrix_model.set_plans(plans)
        self._show_mine()
        self._body.setCurrentIndex(1)
        self._set_active(active=True)

    def clear(self) -> None:
        """Show the empty state."""
        self._plans, self._identities = None, ()
        self.mine_box.clear()
        self.matrix_model.set_plans(None)
        self.families_model.set_plans(None)
        self.sources.show_plans(None)
        self.wordings.show_row(None, None)
        self._body.setCurrentIndex(0)
        self._set_active(active=False)
        self.status_changed.emit("")

    def take_focus(self) -> None:
        """Put the keyboard where one most likely goes on."""
        (self.families if self._plans is not None else self.library_button).setFocus()

    def apply_palette(self, palette: Palette) -> None:
        """Change the theme."""
        self.empty.apply_palette(palette)
        self.matrix_model.set_colors(palette)
        self.families_model.set_colors(palette)
        self.wordings.set_colors(palette)
        self.sources.set_colors(palette)

    def show_view(self, name: str) -> None:
        """Show "matrix", "families" or "sources"."""
        self.views[name].setChecked(True)
        self._stack.setCurrentIndex(list(self.views).index(name))
        for widget in (self.which_box, self.search):
            widget.setVisible(name == "families")

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

    def _make_mine_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("我的规划"))
        box.setToolTip(self.tr("以哪一份为准：其余各份与它对照"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(420)
        return box

    def _make_which_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("显示哪些段落"))
        for which, text in (
            (Which.ALL, self.tr("全部共有段落")),
            (Which.MINE, self.tr("我的规划里有的")),
            (Which.LACKING, self.tr("多数有而我没有")),
            (Which.OWN, self.tr("只有我有")),
        ):
            box.addItem(text, which)
        return box

    def _arrange(self) -> None:
        row, tools = make_tool_row(self)
        label = make_label(self.tr("我的规划"), "muted")
        label.setBuddy(self.mine_box)
        tools.addWidget(label)
        tools.addWidget(self.mine_box, 3)
        tools.addWidget(make_separator())
        self._add_views(tools)
        tools.addSpacing(GROUP_GAP)
        tools.addWidget(self.which_box)
        tools.addWidget(self.search, 2)
        tools.addStretch(1)
        tools.addWidget(self.report)
        for view in (self._matrix_view(), self._families_view(), self.sources):
            self._stack.addWidget(view)
        self._body.addWidget(self.empty)
        self._body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self._body, 1)
        self.show_view("families")

    def _add_views(self, tools: QHBoxLayout) -> None:
        group = QButtonGroup(self)
        for name, text, tip in (
            ("matrix", self.tr("相似度"), self.tr("两两之间有多少文字相同或相近")),
            ("families", self.tr("段落"), self.tr("一行一段，一列一份规划")),
            ("sources", self.tr("来源"), self.tr("我的规划全文，按最相近的来源着色")),
        ):
            button = QToolButton()
            button.setObjectName("view")
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, name=name: self.show_view(name))
            group.addButton(button)
            tools.addWidget(button)
            self.views[name] = button

    def _matrix_view(self) -> QWidget:
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GAP)
        text = self.tr("每行读作：这份规划的文字有多少见于各列的规划。双击一格并排比对。")
        column.addWidget(make_label(text, "muted"))
        column.addWidget(self.matrix, 1)
        return view

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
        self.mine_box.currentIndexChanged.connect(lambda _index: self._show_mine())
        self.which_box.currentIndexChanged.connect(lambda _index: self._on_filter_changed())
        self.search.textChanged.connect(lambda _text: self._on_filter_changed())
        self.matrix.activated.connect(self._on_matrix_activated)
        self.matrix.doubleClicked.connect(self._on_matrix_activated)
        self.families.doubleClicked.connect(self._on_family_activated)
        self.families.selectionModel().currentRowChanged.connect(
            lambda current, _before: self._on_row_changed(current)
        )
        self.families_model.shown_changed.connect(self._on_shown_changed)
        self.families_model.modelReset.connect(self._on_rows_reset)
        self.sources.source_activated.connect(lambda source: self._open_pair(self.mine, source))

    def _set_active(self, *, active: bool) -> None:
        for widget in (self.mine_box, self.which_box, self.search, self.report):
            widget.setEnabled(active)
        for button in self.views.values():
            button.setEnabled(active)

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
        self.wordings.show_row(self._plans, row)

    def _row_at(self, index: QModelIndex) -> FamilyRow | None:
        return self.families_model.shown[index.row()] if index.isValid() else None

    def _on_matrix_activated(self, index: QModelIndex) -> None:
        if index.row() != index.column():
            self._open_pair(index.row(), index.column())

    def _on_family_activated(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        if row is None:
            return
        other = index.column() - len(Column)
        if other < 0 or other == row.reference or row.cells[other].standing is Standing.ABSENT:
            other = row.closest
        if other >= 0:
            self._open_pair(row.reference, other)

    def _open_pair(self, left: int, right: int) -> None:
        self.compare_requested.emit(CompareChoice(self._identities[left], self._identities[right]))

    def _on_report(self) -> None:
        if self._plans is not None:
            self.report_requested.emit(FamiliesReportRequest(self._plans, self.mine))
