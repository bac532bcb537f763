"""The window with the pages as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from plandraft.ui.models.elided_label import ElidedLabel
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import (
    GROUP_GAP,
    make_label,
    make_primary_button,
    make_tool_button,
    make_tool_row,
    pad_number_field,
)
from plandraft.ui.preview.zoom_chooser import ZoomChooser
from plandraft.ui.printing.paging import PagedReport
from plandraft.ui.printing.report_view import ReportView

_FIRST_SIZE = (980, 900)


class PreviewWindow(QWidget):
    """Page through a report, zoom, and wish for a print or a PDF; both carry the report."""

    print_requested = Signal(object)
    pdf_requested = Signal(object)

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("打印预览"))
        self.setWindowIcon(icons.icon("plandraft"))
        self._paged: PagedReport | None = None
        self.view = ReportView()
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
        self.number = QSpinBox()
        pad_number_field(self.number)
        self.count = make_label("", "muted")
        self.note = ElidedLabel("muted")
        self.zooms = ZoomChooser(self.view)
        self.pdf = make_tool_button(icons, "save", self.tr("存为 PDF…"), self._ask_pdf)
        self.print = make_primary_button(icons, "print", self.tr("打印…"), self._ask_print)
        self._set_up()
        self._arrange(icons)
        self._fit_to_screen()

    def show_pages(self, paged: PagedReport, *, has_printer: bool = True) -> None:
        """Show a report from its first page on."""
        self._paged = paged
        self.note.clear()
        self.print.setEnabled(has_printer)
        self.print.setToolTip("" if has_printer else self._no_printer())
        self.setWindowTitle(self.tr("打印预览：{names}").format(names=paged.report.names))
        self.number.setRange(1, len(paged.pages))
        self.count.setText(f"/ {len(paged.pages)}")
        self.view.show_pages(paged)
        self._on_page_changed(0)
        self.view.setFocus()

    def show_note(self, text: str) -> None:
        """Say what became of the last wish."""
        self.note.setText(text)

    def _set_up(self) -> None:
        self.number.setAccessibleName(self.tr("页码"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(72)
        self.number.valueChanged.connect(lambda value: self.view.go_to(value - 1))
        # Whoever has named a page reads on there.
        self.number.lineEdit().returnPressed.connect(self.view.setFocus)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.view.page_changed.connect(self._on_page_changed)
        self.zooms.add_keys(self)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Print), self._ask_print),
            (QKeySequence("Esc"), self.close),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _arrange(self, icons: IconSet) -> None:
        row, tools = make_tool_row(self)
        for widget in (self.previous, self.number, self.count, self.next):
            tools.addWidget(widget)
        tools.addSpacing(GROUP_GAP)
        tools.addWidget(self.zooms)
        tools.addWidget(self.note, 1)
        tools.addWidget(self.pdf)
        tools.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self.view, 1)

    def _fit_to_screen(self) -> None:
        room = self.screen().availableGeometry().size()
        wide, high = _FIRST_SIZE
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 60))

    def _on_page_changed(self, page: int) -> None:
        blocker = QSignalBlocker(self.number)
        self.number.setValue(page + 1)
        blocker.unblock()
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < self.view.page_count)

    def _ask_pdf(self) -> None:
        if self._paged is not None:
            self.pdf_requested.emit(self._paged)

    def _ask_print(self) -> None:
        if not self.print.isEnabled():
            self.show_note(self._no_printer())
        elif self._paged is not None:
            self.print_requested.emit(self._paged)

    def _no_printer(self) -> str:
        return self.tr("这台电脑上没有打印机，可以存成 PDF。")
