"""What goes around an exported plan: the 通知, 目录, 封面, house style, base file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import Preset, Wrapper
from plandraft.core.draft.notice import NOTICE_NAMES
from plandraft.services.export_choices import ExportChoice
from plandraft.services.houses import HouseStyle
from plandraft.ui.draft.notice_form import NoticeForm
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label, make_tool_button
from plandraft.ui.preview.export_names import wrapper_name


class ExportForm(QWidget):
    """Edit an ExportChoice without its purpose; `changed` tells of each change.

    Exact pages are offered where something `measures` them.
    """

    changed = Signal()

    def __init__(
        self,
        icons: IconSet,
        houses: tuple[HouseStyle, ...],
        choose_base: Callable[[], Path | None],
        *,
        measures: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("cards")
        self._choose_base = choose_base
        self._measures = measures
        self.wrapper = QComboBox()
        self.notice = NoticeForm()
        self.contents = QCheckBox(self.tr("目录（一、二级标题和页码）"))
        self.exact_pages = QCheckBox(self.tr("用 LibreOffice 排一遍，填准页码"))
        self.title_page = QComboBox()
        self.house = QComboBox()
        self.house_note = make_label(role="muted", wrap=True)
        self.base = QLineEdit()
        self.base_button = make_tool_button(
            icons, "folder", "", self._on_choose_base, tip=self.tr("选择 Word 底稿")
        )
        self._fill(houses)
        self._arrange()
        self._connect()

    def show_choice(self, choice: ExportChoice, draft: Draft) -> None:
        """Show what was chosen before."""
        blocker = QSignalBlocker(self)
        self.wrapper.setCurrentIndex(self.wrapper.findData(choice.wrapper.value))
        self.notice.show_notice(choice.notice, draft)
        self.contents.setChecked(choice.contents)
        self.exact_pages.setChecked(choice.exact_pages)
        self.title_page.setCurrentIndex(_TITLE_PAGES.index(choice.title_page))
        self.house.setCurrentIndex(max(0, self.house.findData(choice.house)))
        self.base.setText(choice.base)
        self._show_notice()
        self._show_house()
        self._show_exact_pages()
        blocker.unblock()

    def choice(self, preset: Preset, folder: str) -> ExportChoice:
        """Return what is chosen, for a purpose and a folder."""
        return ExportChoice(
            preset,
            Wrapper(self.wrapper.currentData()),
            self.contents.isChecked(),
            _TITLE_PAGES[max(0, self.title_page.currentIndex())],
            self.notice.notice(),
            self.house.currentData() or "",
            self.base.text().strip(),
            folder,
            self.exact_pages.isChecked(),
        )

    def focus_notice(self, name: str) -> bool:
        """Put the cursor into the field of a 通知 that is called `name`, if there is one now."""
        field = self.notice.fields.get(NOTICE_NAMES.get(name, ""))
        if field is None or not self.notice.isVisibleTo(self):
            return False
        if not field.isVisibleTo(self):
            self.notice.more.setChecked(True)
        field.setFocus()
        return True

    def _fill(self, houses: tuple[HouseStyle, ...]) -> None:
        for wrapper in Wrapper:
            self.wrapper.addItem(wrapper_name(wrapper), wrapper.value)
        for text in (self.tr("按模板和版式的习惯"), self.tr("要封面"), self.tr("不要封面")):
            self.title_page.addItem(text)
        self.house.addItem(self.tr("GB/T 9704 标准版式"), "")
        for house in houses:
            self.house.addItem(house.name, house.id)
        self._abouts = {house.id: house.description for house in houses}
        self.base.setPlaceholderText(self.tr("不选则用模板自带的；可选本单位的 .docx"))
        self.base.setClearButtonEnabled(True)

    def _connect(self) -> None:
        self.wrapper.currentIndexChanged.connect(lambda _index: self._show_notice())
        self.house.currentIndexChanged.connect(lambda _index: self._show_house())
        for signal in (
            self.wrapper.currentIndexChanged,
            self.title_page.currentIndexChanged,
            self.house.currentIndexChanged,
            self.contents.toggled,
            self.base.textChanged,
        ):
            signal.connect(lambda _value: self.changed.emit())
        self.contents.toggled.connect(lambda _on: self._show_exact_pages())
        self.notice.changed.connect(self.changed)

    def _show_notice(self) -> None:
        alone = self.wrapper.currentData() == Wrapper.PLAN_ALONE.value
        self.notice.setVisible(not alone)

    def _show_exact_pages(self) -> None:
        self.exact_pages.setVisible(self._measures and self.contents.isChecked())

    def _show_house(self) -> None:
        text = self._abouts.get(self.house.currentData() or "", "")
        self.house_note.setText(text)
        self.house_note.setVisible(bool(text))

    def _on_choose_base(self) -> None:
        chosen = self._choose_base()
        if chosen is not None:
            self.base.setText(str(chosen))

    def _arrange(self) -> None:
        for widget, name in (
            (self.wrapper, self.tr("印发方式")),
            (self.title_page, self.tr("封面")),
            (self.house, self.tr("版式")),
            (self.base, self.tr("Word 底稿")),
        ):
            widget.setAccessibleName(name)
        base = QHBoxLayout()
        base.setSpacing(GAP // 2)
        base.addWidget(self.base, 1)
        base.addWidget(self.base_button)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GROUP_GAP)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("印发方式"), self.wrapper)
        form.addRow("", self.notice)
        form.addRow(self.tr("封面"), self.title_page)
        form.addRow("", self.contents)
        form.addRow("", self.exact_pages)
        form.addRow(self.tr("版式"), self.house)
        form.addRow("", self.house_note)
        form.addRow(self.tr("Word 底稿"), base)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, 0)
        column.addLayout(form)
        column.addStretch()


_TITLE_PAGES: tuple[bool | None, ...] = (None, True, False)
