"""The one row of tools: which two plans, where in the passages, and what to do with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from plandraft.core.compare.versions import Reading
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.picks import CompareChoice, ReportForm
from plandraft.ui.models.title_box import TitleBox
from plandraft.ui.models.widgets import (
    GAP,
    ToolButton,
    make_label,
    make_primary_button,
    make_tool_button,
)

_WIDE = 980
_NARROW = 760
_SMALLEST = 600
_MOST_TITLES = 18  # of the list, before it scrolls


class HeadRow(QFrame):
    """Emit wishes; the page fulfils them."""

    compare_requested = Signal(object)
    previous_requested = Signal()
    next_requested = Signal()
    in_step_toggled = Signal(bool)
    outline_toggled = Signal(bool)
    send_requested = Signal()
    report_requested = Signal(object)
    reading_requested = Signal(object)

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolRow")
        self.left = self._chooser(self.tr("左侧文稿 A"))
        self.right = self._chooser(self.tr("右侧文稿 B"))
        self.swap = self._button(icons, "swap", "", self.tr("左右对调"))
        self.previous = self._button(icons, "previous", "", self.tr("上一处（Shift+F8）"))
        self.next = self._button(icons, "next", "", self.tr("下一处（F8）"))
        self.place = make_label("– / 0")
        self.readings = {reading: self._reading_button(reading) for reading in Reading}
        self.outline = self._button(icons, "outline", self.tr("目录"), self.tr("显示两侧目录"))
        self.in_step = self._button(icons, "link", self.tr("同步"), self.tr("两侧同步滚动（F6）"))
        self.report = self._button(
            icons, "report", self.tr("报告"), self.tr("预览、打印或导出比对报告")
        )
        self.send = make_primary_button(
            icons, "insert", self.tr("送入草稿"), self.send_requested.emit
        )
        # What is chosen may be known before the plans are that one can choose from.
        self._wanted: tuple[object, object] = (None, None)
        self._set_up()
        self._arrange()

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these plans, as (identifier, title), and keep what is chosen."""
        for box, wanted in zip((self.left, self.right), self._wanted, strict=True):
            chosen = wanted if box.currentData() is None else box.currentData()
            box.clear()
            for identifier, title in choices:
                box.addItem(title, identifier)
                box.setItemData(box.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
            box.setCurrentIndex(self._find(box, chosen))
        self._on_choice_changed()

    def set_chosen(self, left_id: object, right_id: object) -> None:
        """Choose two plans without asking for a comparison, as soon as they are offered."""
        self._wanted = left_id, right_id
        for box, identifier in ((self.left, left_id), (self.right, right_id)):
            box.setCurrentIndex(self._find(box, identifier))
        self._on_choice_changed()

    def show_titles(self, left: str, right: str) -> None:
        """Name the two plans shown, also when they are not among the choices."""
        for box, title in ((self.left, left), (self.right, right)):
            if box.currentText() != title:
                box.setCurrentIndex(box.findText(title))
                box.setPlaceholderText(title)
            box.setToolTip(title)

    def show_place(self, number: int, total: int) -> None:
        """Say which of the passages shown is current; 0 for none."""
        self.place.setText(f"{number or '–'} / {total}")
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)

    def set_active(self, active: bool) -> None:
        """Enable what needs a comparison."""
        readings = self.readings.values()
        for widget in (self.send, self.report, self.in_step, self.outline, *readings):
            widget.setEnabled(active)

    def show_reading(self, reading: Reading) -> None:
        """Show how the pair is read, without asking for anything."""
        self.readings[reading].setChecked(True)

    def show_outline_state(self, shown: bool) -> None:
        """Show whether the outlines are there, without asking for anything."""
        blocker = QSignalBlocker(self.outline)
        self.outline.setChecked(shown)
        blocker.unblock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show pictures only where there is no room for words."""
        super().resizeEvent(event)
        words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        wide = self.width() >= _WIDE
        for button in (self.outline, self.in_step, self.report):
            button.setToolButtonStyle(words if wide else Qt.ToolButtonStyle.ToolButtonIconOnly)
        for reading, button in self.readings.items():
            button.setText(self._reading_name(reading, short=not wide))
        self.send.setText(self.tr("送入草稿") if self.width() >= _NARROW else "")

    def minimumSizeHint(self) -> QSize:
        """Return the size at which pictures stand for words."""
        return QSize(_SMALLEST, super().minimumSizeHint().height())

    def _set_up(self) -> None:
        for box in (self.left, self.right):
            box.activated.connect(self._on_chosen)
        self.swap.clicked.connect(self._on_swapped)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.outline.setCheckable(True)
        self.in_step.setCheckable(True)
        self.in_step.setChecked(True)
        self.in_step.toggled.connect(self.in_step_toggled)
        self.outline.toggled.connect(self.outline_toggled)
        self.send.setAccessibleName(self.tr("送入草稿"))
        self.send.setToolTip(self.tr("把选中的文字或当前段落送入草稿（Ctrl+Enter）"))
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place.setMinimumWidth(52)
        menu = QMenu(self)
        for text, form in (
            (self.tr("打印预览…"), ReportForm.PREVIEW),
            (self.tr("打印…"), ReportForm.PRINT),
            (self.tr("PDF 报告…"), ReportForm.PDF),
            (self.tr("Word 报告…"), ReportForm.WORD),
            (self.tr("Excel 报告…"), ReportForm.EXCEL),
            (self.tr("网页报告…"), ReportForm.HTML),
        ):
            if form is ReportForm.PDF:
                menu.addSeparator()
            action = QAction(text, menu)
            action.triggered.connect(
                lambda _checked=False, form=form: self.report_requested.emit(form)
            )
            menu.addAction(action)
        self.report.setMenu(menu)
        self.report.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, GAP, 8, GAP)
        row.setSpacing(4)
        for label, box in (("A", self.left), ("B", self.right)):
            name = make_label(label, "muted")
            name.setBuddy(box)
            row.addWidget(name)
            row.addWidget(box, 3)
            if box is self.left:
                row.addWidget(self.swap)
        row.addSpacing(8)
        group = QButtonGroup(self)
        for button in self.readings.values():
            group.addButton(button)
            row.addWidget(button)
        row.addSpacing(8)
        for widget in (self.previous, self.place, self.next):
            row.addWidget(widget)
        row.addSpacing(8)
        for widget in (self.outline, self.in_step):
            row.addWidget(widget)
        row.addStretch(0)  # what is to spare goes to the titles first
        row.addWidget(self.report)
        row.addWidget(self.send)

    def _chooser(self, name: str) -> QComboBox:
        box = TitleBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setPlaceholderText(self.tr("选择规划…"))
        box.setMaxVisibleItems(_MOST_TITLES)
        box.setMinimumContentsLength(2)
        box.setMinimumWidth(72)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(420)
        return box

    def _reading_button(self, reading: Reading) -> QToolButton:
        hint = {
            Reading.PASSAGES: self.tr("两份规划之间借用的段落，次序不限"),
            Reading.VERSIONS: self.tr("同一规划的两个版本：新增、删除、改动、移动"),
        }[reading]
        button = ToolButton()
        button.setText(self._reading_name(reading, short=False))
        button.setToolTip(hint)
        button.setAccessibleName(self._reading_name(reading, short=False))
        button.setObjectName("reading")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.reading_requested.emit(reading))
        return button

    def _reading_name(self, reading: Reading, *, short: bool) -> str:
        if reading is Reading.VERSIONS:
            return self.tr("版本") if short else self.tr("版本对照")
        return self.tr("段落") if short else self.tr("相似段落")

    @staticmethod
    def _button(icons: IconSet, icon: str, text: str, hint: str) -> QToolButton:
        button = make_tool_button(icons, icon, text, lambda: None, tip=hint)
        button.setAccessibleName(hint)
        return button

    def _on_chosen(self) -> None:
        self._on_choice_changed()
        left, right = self.left, self.right
        if left.currentIndex() >= 0 <= right.currentIndex() != left.currentIndex():
            self.compare_requested.emit(CompareChoice(left.currentData(), right.currentData()))

    def _on_swapped(self) -> None:
        left, right = self.left.currentIndex(), self.right.currentIndex()
        self.left.setCurrentIndex(right)
        self.right.setCurrentIndex(left)
        self._on_chosen()

    def _on_choice_changed(self) -> None:
        both = self.left.currentIndex() >= 0 or self.right.currentIndex() >= 0
        self.swap.setEnabled(both)

    @staticmethod
    def _find(box: QComboBox, identifier: object) -> int:
        for index in range(box.count()):
            if identifier is not None and box.itemData(index) == identifier:
                return index
        return -1
