"""The row of tools of the page: whose plan, which view, which rows, report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from plandraft.ui.families.families_model import Which
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    make_label,
    make_search_field,
    make_separator,
    make_tool_button,
)


class FamiliesTools(QFrame):
    """Hold the tools; `view_chosen` carries "matrix", "families" or "sources"."""

    view_chosen = Signal(str)
    report_requested = Signal()

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self.setObjectName("toolRow")
        self.mine_box = self._make_mine_box()
        self.which_box = self._make_which_box()
        self.search = make_search_field(icons, self.tr("在段落中查找"))
        self.report = make_tool_button(
            icons,
            "report",
            self.tr("报告…"),
            self.report_requested.emit,
            tip=self.tr("导出 Excel 报告"),
        )
        self.views: dict[str, QToolButton] = {}
        self._arrange()

    @property
    def view(self) -> str:
        """Return the view that is chosen."""
        return next(name for name, button in self.views.items() if button.isChecked())

    def show_view(self, name: str) -> None:
        """Show which view is chosen, without asking for it."""
        self.views[name].setChecked(True)
        for widget in (self.which_box, self.search):
            widget.setVisible(name == "families")

    def set_active(self, *, active: bool) -> None:
        """Tell whether there is anything to work on."""
        for widget in (self.mine_box, self.which_box, self.search, self.report):
            widget.setEnabled(active)
        for button in self.views.values():
            button.setEnabled(active)

    def _arrange(self) -> None:
        tools = QHBoxLayout(self)
        tools.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GAP)
        tools.setSpacing(GAP)
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
            button.clicked.connect(lambda _checked=False, name=name: self.view_chosen.emit(name))
            group.addButton(button)
            tools.addWidget(button)
            self.views[name] = button
