"""The pages of the open draft with their tools, in place of the editor's sheet."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.draft.export import Preset
from plandraft.core.draft.page_values import PagedPlan
from plandraft.ui.models.elided_label import ElidedLabel
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label, make_tool_button
from plandraft.ui.preview.export_names import preset_name
from plandraft.ui.preview.page_list import PageList
from plandraft.ui.preview.plan_view import PlanView
from plandraft.ui.preview.zoom_chooser import PagesBox, ZoomChooser

_LIST_WIDTH = 168
# Narrower, a page beside the list would be too small to read.
_LIST_FROM = 640


class PreviewPanel(QWidget):
    """Show pages and say what is wished for.

    `preset_chosen` carries the Preset to be shown; `print_requested` and `pdf_requested` carry the
    PagedPlan; `fonts_requested` asks which faces are missing; `section_shown` carries the id of the
    section that is looked at; `shown` and `hidden` tell when the pages need to follow the draft.
    """

    preset_chosen = Signal(object)
    print_requested = Signal(object)
    pdf_requested = Signal(object)
    fonts_requested = Signal()
    section_shown = Signal(str)
    shown = Signal()
    hidden = Signal()

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self.view = PlanView()
        self.list = PageList()
        self.presets = PagesBox(self.view)
        self.zooms = ZoomChooser(self.view)
        self.count = make_label("", "muted")
        self.note = ElidedLabel("muted")
        self.previous = make_tool_button(
            icons,
            "previous",
            "",
            lambda: self.view.go_to(self.view.page - 1),
            tip=self.tr("上一页"),
        )
        self.next = make_tool_button(
            icons, "next", "", lambda: self.view.go_to(self.view.page + 1), tip=self.tr("下一页")
        )
        self.fonts = make_tool_button(icons, "info", self.tr("查看字体"), self.fonts_requested.emit)
        self.fonts.hide()
        self._shown_soon = QTimer(self, singleShot=True, interval=0)
        self._shown_soon.timeout.connect(self.shown)
        self.pdf = make_tool_button(
            icons, "save", "PDF…", self._ask_pdf, tip=self.tr("把这些页面存成 PDF")
        )
        self.print = make_tool_button(
            icons, "print", "", self._ask_print, tip=self.tr("打印这些页面（Ctrl+Alt+P）")
        )
        self._set_up()
        self._arrange()

    def show_plan(self, paged: PagedPlan) -> None:
        """Show the pages of the draft as it is now."""
        self.note.clear()
        self.view.show_plan(paged)
        self.list.show_plan(paged)
        self._on_page_changed(self.view.page)
        for button in (self.pdf, self.print):
            button.setEnabled(bool(paged.pages))

    def show_preset(self, preset: Preset) -> None:
        """Say what the pages are shown as."""
        blocker = QSignalBlocker(self.presets)
        self.presets.setCurrentIndex(self.presets.findData(preset.value))
        blocker.unblock()

    def show_note(self, text: str) -> None:
        """Say what is being done or what failed."""
        self.note.setText(text)

    def show_missing_faces(self, count: int) -> None:
        """Say in one quiet word that faces are missing, nothing when none is."""
        self.fonts.setVisible(count > 0)
        text = self.tr("缺 {count} 种字体").format(count=count)
        self.fonts.setText(text)
        self.fonts.setToolTip(self.tr("这台电脑缺少规定的字体，预览用相近的代替。点击看详情。"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages the room where there is little."""
        super().resizeEvent(event)
        self.list.setVisible(self.width() >= _LIST_FROM)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the pages are looked at, once they have their size."""
        super().showEvent(event)
        self._shown_soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nobody looks any more."""
        super().hideEvent(event)
        self._shown_soon.stop()
        self.hidden.emit()

    def _set_up(self) -> None:
        self.presets.setAccessibleName(self.tr("预览的用途"))
        for preset in Preset:
            if preset is not Preset.PLAIN:
                self.presets.addItem(preset_name(preset), preset.value)
        self.presets.currentIndexChanged.connect(self._on_preset_changed)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.section_shown.connect(self.section_shown)
        self.list.page_chosen.connect(self.view.go_to)
        shortcut = QShortcut(QKeySequence("Ctrl+Alt+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._ask_print)

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(GROUP_GAP, GAP // 2, GROUP_GAP, GAP // 2)
        tools.setSpacing(GAP)
        for widget in (self.presets, self.previous, self.count, self.next, self.zooms):
            tools.addWidget(widget)
        tools.addWidget(self.note, 1)
        for widget in (self.fonts, self.pdf, self.print):
            tools.addWidget(widget)
        head = QFrame()
        head.setObjectName("toolRow")
        head.setLayout(tools)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST_WIDTH, 600])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(split, 1)

    def _on_preset_changed(self, _index: int) -> None:
        self.preset_chosen.emit(Preset(self.presets.currentData()))

    def _on_page_changed(self, page: int) -> None:
        self.count.setText(f"{page + 1} / {max(1, self.view.page_count)}")
        self.list.show_page(page)
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < self.view.page_count)

    def _ask_pdf(self) -> None:
        if self.view.paged is not None:
            self.pdf_requested.emit(self.view.paged)

    def _ask_print(self) -> None:
        if self.view.paged is not None:
            self.print_requested.emit(self.view.paged)
