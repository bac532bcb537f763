"""Who shares how much with whom: the table, a threshold, and the groups it makes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSlider,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.issue_dates import IssueDate, first_of
from plandraft.core.compare.plan_groups import plan_groups, plan_links
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.ui.families.family_texts import date_text, plan_name, plan_title
from plandraft.ui.families.matrix_model import MatrixModel
from plandraft.ui.families.plan_graph import PlanGraph
from plandraft.ui.families.tables import MatrixTable
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label

# Plans of one subject share some formulae whoever wrote them.
DEFAULT_THRESHOLD = 10
_DATES_FROM = 300


class _GroupTree(QTreeWidget):
    """Show groups with dates, as long as the titles keep their room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the dates out of a narrow tree: its tips still tell them."""
        super().resizeEvent(event)
        self.setColumnHidden(1, self.width() < _DATES_FROM)


class MatrixView(QWidget):
    """Show the shares of a set of plans; `pair_activated` carries two plans by their indexes."""

    pair_activated = Signal(int, int)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._plans: PlanSet | None = None
        self._dates: Sequence[IssueDate | None] = ()
        self.model = MatrixModel(palette, self)
        self.table = MatrixTable(self.model)
        self.graph = PlanGraph(palette)
        self.groups = _GroupTree()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.threshold_label = make_label()
        self._hint = make_label(self._how_to_read(), "muted", wrap=True)
        self._set_up()
        self._arrange()
        self._show_threshold()

    @property
    def threshold(self) -> int:
        """Return from how many per cent on plans count as linked."""
        return self.slider.value()

    def set_threshold(self, threshold: int) -> None:
        """Link plans from so many per cent on."""
        self.slider.setValue(threshold)

    def show_plans(self, plans: PlanSet | None, dates: Sequence[IssueDate | None] = ()) -> None:
        """Show the shares of `plans`; `dates` are theirs."""
        self._plans, self._dates = plans, dates
        self.model.set_plans(plans)
        self.table.fit_columns()
        self._show_threshold()
        self._hint.setText(self._how_to_read())

    def set_mine(self, mine: int) -> None:
        """Let the plan in the middle stand out."""
        self.model.set_mine(mine)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self.model.set_colors(palette)
        self.graph.set_colors(palette)

    def _set_up(self) -> None:
        self.slider.setRange(1, 100)
        self.slider.setPageStep(5)
        self.slider.setValue(DEFAULT_THRESHOLD)
        self.slider.setAccessibleName(self.tr("相似度阈值"))
        self.slider.setToolTip(self.tr("两份规划中，一份有这么多文字见于另一份，就归为一组"))
        self.slider.valueChanged.connect(lambda _value: self._show_threshold())
        self.groups.setHeaderHidden(True)
        self.groups.setColumnCount(2)
        header = self.groups.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.groups.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.groups.setFrameShape(QFrame.Shape.NoFrame)
        self.groups.setAccessibleName(self.tr("分组"))
        self.graph.pair_activated.connect(self.pair_activated)
        self.table.activated.connect(lambda at: self._activate(at.row(), at.column()))

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GAP, GROUP_GAP)
        column.setSpacing(GAP)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        side.setSpacing(GAP)
        row = QHBoxLayout()
        name: QLabel = make_label(self.tr("阈值"), "muted")
        name.setBuddy(self.slider)
        self.threshold_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %  "))
        for widget, stretch in ((name, 0), (self.slider, 1), (self.threshold_label, 0)):
            row.addWidget(widget, stretch)
        side.addLayout(row)
        side.addWidget(self.graph, 3)
        side.addWidget(self.groups, 2)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setObjectName("familyMatrix")
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setSizes([760, 420])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(halves)

    def _how_to_read(self) -> str:
        text = self.tr("每行读作：这份规划的文字有多少见于各列的规划。双击一格并排比对。")
        excluded = self._plans.excluded if self._plans is not None else 0
        if not excluded:
            return text
        return text + self.tr("不计非借用和套话（{count} 处）。").format(count=excluded)

    def _activate(self, row: int, column: int) -> None:
        if row != column:
            self.pair_activated.emit(row, column)

    def _show_threshold(self) -> None:
        self.threshold_label.setText(f"{self.threshold} %")
        threshold = self.threshold / 100
        self.model.set_threshold(threshold)
        shares = self.model.shares
        groups = plan_groups(shares, threshold)
        titles = [plan_title(one) for one in self._plans.documents] if self._plans else []
        self.graph.show_links(titles, plan_links(shares, threshold), groups)
        self._fill_groups(groups)

    def _fill_groups(self, groups: Sequence[Sequence[int]]) -> None:
        blocker = QSignalBlocker(self.groups)
        self.groups.clear()
        linked = [group for group in groups if len(group) > 1]
        for number, group in enumerate(linked, start=1):
            text = self.tr("第 {number} 组 · {count} 份").format(number=number, count=len(group))
            self._add_group(text, group, hint=True)
        alone = [plan for group in groups if len(group) == 1 for plan in group]
        if alone:
            text = self.tr("不在组内 · {count} 份").format(count=len(alone))
            self._add_group(text, alone, hint=False)
        self.groups.expandAll()
        blocker.unblock()

    def _add_group(self, text: str, group: Sequence[int], *, hint: bool) -> None:
        assert self._plans is not None
        first = first_of(self._dates, group) if hint and self._dates else None
        item = QTreeWidgetItem([text])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        for plan in group:
            name = plan_name(plan, self._plans.documents[plan])
            date = self._dates[plan] if self._dates else None
            told = [date_text(date)] if date else []
            if plan == first:
                told.append(self.tr("最早"))
            child = QTreeWidgetItem([name, " · ".join(told)])
            tip = self.tr("按文中或资料库中的日期推断，仅供参考：日期早不等于被借用。")
            child.setToolTip(0, "\n".join((name, *told)))
            child.setToolTip(1, tip if plan == first else "")
            item.addChild(child)
        self.groups.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
