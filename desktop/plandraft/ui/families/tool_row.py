"""The row of tools of the page: whose plan, which view, which rows, report."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from plandraft.ui.families.families_model import Which
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.title_box import TitleBox
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    make_label,
    make_search_field,
    make_separator,
    make_tool_button,
)

_WIDE = 980
_SMALLEST = 640
_NARROWEST_BOX = 72


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
        self.search.setMinimumWidth(_NARROWEST_BOX)
        self.found = make_label("", "muted")
        self.report = make_tool_button(
            icons,
            "report",
            self.tr("报告…"),
            self.report_requested.emit,
            tip=self.tr("导出 Excel 报告"),
        )
        self._label = make_label(self.tr("我的规划"), "muted")
        self._label.setBuddy(self.mine_box)
        self.views: dict[str, QToolButton] = {}
        self._arrange()

    @property
    def view(self) -> str:
        """Return the view that is chosen."""
        return next(name for name, button in self.views.items() if button.isChecked())

    @property
    def which(self) -> Which:
        """Return which rows are chosen."""
        return Which(self.which_box.currentData())

    def show_view(self, name: str) -> None:
        """Show which view is chosen, without asking for it."""
        self.views[name].setChecked(True)
        for widget in (self.which_box, self.search, self.found):
            widget.setVisible(name == "families")

    def show_counts(self, counts: Mapping[Which, int]) -> None:
        """Say beside each choice of rows how many there are."""
        for at in range(self.which_box.count()):
            which = Which(self.which_box.itemData(at))
            name = self._which_names()[which]
            self.which_box.setItemText(at, f"{name} {counts[which]}" if counts else name)

    def show_found(self, shown: int, total: int) -> None:
        """Say how many rows a search has found."""
        self.found.setText(f"{shown} / {total}" if self.search.text().strip() else "")

    def set_active(self, *, active: bool) -> None:
        """Tell whether there is anything to work on."""
        for widget in (self.mine_box, self.which_box, self.search, self.report):
            widget.setEnabled(active)
        for button in self.views.values():
            button.setEnabled(active)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        style = Qt.ToolButtonStyle
        self.report.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if wide else style.ToolButtonIconOnly
        )
        self._label.setVisible(wide)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which boxes show the beginning of what is chosen."""
        return QSize(_SMALLEST, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        tools = QHBoxLayout(self)
        tools.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GAP)
        tools.setSpacing(GAP)
        tools.addWidget(self._label)
        tools.addWidget(self.mine_box, 3)
        tools.addWidget(make_separator())
        self._add_views(tools)
        tools.addSpacing(GAP)
        tools.addWidget(self.which_box, 2)
        tools.addWidget(self.search, 2)
        tools.addWidget(self.found)
        tools.addStretch(0)
        tools.addWidget(self.report)

    def _make_mine_box(self) -> QComboBox:
        box = TitleBox()
        box.setAccessibleName(self.tr("我的规划"))
        box.setToolTip(self.tr("以哪一份为准：其余各份与它对照"))
        _make_narrow(box)
        box.setMaximumWidth(420)
        return box

    def _make_which_box(self) -> QComboBox:
        box = TitleBox()
        box.setAccessibleName(self.tr("显示哪些段落"))
        for which, text in self._which_names().items():
            box.addItem(text, which)
        tip = self.tr("由自定套话组成的，以及判为非借用或套话的，不计入相似度和段落")
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        _make_narrow(box)
        box.setMaximumWidth(200)
        return box

    def _which_names(self) -> dict[Which, str]:
        return {
            Which.ALL: self.tr("全部共有段落"),
            Which.MINE: self.tr("我的规划里有的"),
            Which.LACKING: self.tr("多数有而我没有"),
            Which.OWN: self.tr("只有我有"),
            Which.QUIET: self.tr("套话和非借用"),
        }

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


def _make_narrow(box: QComboBox) -> None:
    """Let a box take what room there is."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(2)
    box.setMinimumWidth(_NARROWEST_BOX)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
