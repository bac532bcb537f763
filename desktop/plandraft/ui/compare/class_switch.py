"""Which classes of difference are marked: one switch each, in a small menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from plandraft.core.compare.changes import ChangeClass
from plandraft.ui.models.passage_names import class_name
from plandraft.ui.models.staying_menu import StayingMenu
from plandraft.ui.models.widgets import ToolButton

SWITCHED = (
    ChangeClass.PLACE,
    ChangeClass.PERIOD,
    ChangeClass.NUMBER,
    ChangeClass.ORGAN,
    ChangeClass.PUNCTUATION,
    ChangeClass.WORDING,
    ChangeClass.ORDER,
    ChangeClass.SUBSTITUTE,
)
_ALL_WORDS = 2


class ClassSwitch(ToolButton):
    """Emit `changed` when a class is switched on or off."""

    changed = Signal()
    stock_shown = Signal(bool)
    library_shown = Signal(bool)
    own_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("选择标出哪几类差异"))
        self.setAccessibleName(self.tr("标出的差异"))
        menu = StayingMenu(self)
        self.switches = {one: self._switch(menu, one) for one in SWITCHED}
        menu.addSeparator()
        everything = QAction(self.tr("全部标出"), menu)
        everything.triggered.connect(lambda _checked=False: self.hide_classes(()))
        menu.addAction(everything)
        menu.addSeparator()
        self.stock = QAction(self.tr("官方套话标灰"), menu)
        self.stock.setCheckable(True)
        self.stock.setChecked(True)
        self.stock.toggled.connect(self.stock_shown)
        menu.addAction(self.stock)
        self.library = QAction(self.tr("资料库套话标灰"), menu)
        self.library.setToolTip(self.tr("资料库里六成以上（至少四份）规划都有的文字"))
        self.library.setCheckable(True)
        self.library.setChecked(True)
        self.library.toggled.connect(self.library_shown)
        menu.addAction(self.library)
        self.own = QAction(self.tr("自定套话标灰"), menu)
        self.own.setCheckable(True)
        self.own.setChecked(True)
        self.own.toggled.connect(self.own_shown)
        menu.addAction(self.own)
        menu.setToolTipsVisible(True)
        self.setMenu(menu)
        self._words = _ALL_WORDS
        self._tell()

    @property
    def on(self) -> frozenset[ChangeClass]:
        """Return the classes that are marked."""
        return frozenset(one for one, action in self.switches.items() if action.isChecked())

    def hide_classes(self, hidden: Iterable[object]) -> None:
        """Mark all classes but these (members or their values; unknown ones do nothing)."""
        gone = {one for one in hidden if isinstance(one, str)}
        for one, action in self.switches.items():
            blocker = QSignalBlocker(action)
            action.setChecked(one.value not in gone)
            blocker.unblock()
        self._tell()

    def show_short(self, *, words: int) -> None:
        """Say how many classes are marked (2 `words`), what this is (1), or nothing (0)."""
        self._words = words
        self._name()

    def _switch(self, menu: QMenu, one: ChangeClass) -> QAction:
        action = QAction(class_name(one), menu)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(self._tell)
        menu.addAction(action)
        return action

    def _tell(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        count = len(self.on)
        text = self.tr("差异：全部")
        if count < len(SWITCHED):
            text = self.tr("差异：{count} / {total} 类").format(count=count, total=len(SWITCHED))
        self.setText(("…", self.tr("差异"), text)[self._words])
        tip = self.tr("选择标出哪几类差异")
        self.setToolTip(tip if self._words == _ALL_WORDS else f"{tip}\n{text}")
