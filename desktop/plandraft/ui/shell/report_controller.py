"""Reports of the pair that is shown: written to a file, seen before, printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.own_phrases import with_formulae
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.progress import Progress
from plandraft.services.printed_report import print_report
from plandraft.ui.compare.looked_at import report_view
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.picks import ReportForm, ReportRequest
from plandraft.ui.printing.outputs import print_pages, write_pdf
from plandraft.ui.printing.paging import PagedReport, make_pages
from plandraft.ui.printing.preview_window import PreviewWindow
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

T = TypeVar("T")

# Putting the passages on pages is quick beside painting them.
_PAGING_SHARE = 0.5


class ReportController(QObject):
    """Fulfil the wishes for reports; `clock` gives the local time printed in them."""

    def __init__(
        self,
        desk: Desk,
        options: MatchOptions,
        icons: IconSet,
        parent: QObject | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._options = options
        self._icons = icons
        self._clock = clock
        self._page = desk.window.compare
        self.preview: PreviewWindow | None = None
        self._page.report_requested.connect(self._on_report)
        desk.window.closing.connect(self._close_preview)

    def write_report(self, form: ReportForm) -> None:
        """Make a report of the comparison that is shown."""
        comparison = self._page.comparison
        if comparison is not None:
            self._on_report(ReportRequest(comparison, form))

    def export_decisions(self) -> None:
        """Write all decisions about passages to a workbook."""
        title = self.tr("段落判断")
        target = self._desk.dialogs.choose_target(self._desk.window, title, ".xlsx")
        if target is None:
            return
        reviewing = self._desk.services.reviewing

        def work(_progress: Progress) -> Path:
            reviewing.export(target)
            return target

        self._submit("decisions", work, partial(self._desk.show_written, COMPARE), title)

    def _on_report(self, request: object) -> None:
        assert isinstance(request, ReportRequest)
        comparison, form = request.comparison, request.form
        if form is ReportForm.PREVIEW:
            self._submit("preview", self._paging(comparison), self._show_preview)
        elif form is ReportForm.PRINT:
            if self._check_printer(comparison):
                self._submit("preview", self._paging(comparison), self._print)
        else:
            self._write(comparison, form)

    def _write(self, comparison: Comparison, form: ReportForm) -> None:
        target = self._choose_target(comparison.left.title, comparison.right.title, form)
        if target is None:
            return
        if form is ReportForm.PDF:
            paging = self._paging(comparison)
            self._submit("report", lambda progress: _to_pdf(paging, target, progress), self._tell)
            return
        exporting, reviewing = self._desk.services.exporting, self._desk.services.reviewing
        options, view = self._options, report_view(self._page)
        self._submit(
            "report",
            lambda progress: exporting.write_report(
                comparison,
                target,
                options=options,
                progress=progress,
                decisions=with_formulae(comparison, reviewing.decisions_of(comparison).items()),
                view=view,
            ),
            self._tell,
        )

    def _paging(self, comparison: Comparison) -> Callable[[Progress], PagedReport]:
        reviewing, options, moment = self._desk.services.reviewing, self._options, self._clock()

        view = report_view(self._page)

        def work(progress: Progress) -> PagedReport:
            report = print_report(
                comparison,
                made_at=moment,
                options=options,
                decisions=with_formulae(comparison, reviewing.decisions_of(comparison).items()),
                view=view,
            )
            return make_pages(report, progress=progress)

        return work

    def _show_preview(self, paged: PagedReport) -> None:
        if self.preview is None:
            self.preview = PreviewWindow(self._icons, self._desk.window)
            self.preview.pdf_requested.connect(self._on_pdf_requested)
            self.preview.print_requested.connect(self._print)
        self.preview.show_pages(paged, has_printer=self._desk.dialogs.has_printer())
        self.preview.show()
        self.preview.raise_()
        self.preview.activateWindow()

    def _on_pdf_requested(self, paged: object) -> None:
        assert isinstance(paged, PagedReport)
        left, right = paged.report.titles
        target = self._choose_target(left, right, ReportForm.PDF)
        if target is not None:
            self._submit("report", lambda progress: write_pdf(paged, target, progress), self._tell)

    def _print(self, paged: object) -> None:
        assert isinstance(paged, PagedReport)
        printer = self._desk.dialogs.choose_printer(self._asking(), len(paged.pages))
        if printer is not None:
            self._submit(
                "print",
                lambda progress: print_pages(paged, printer, progress),
                partial(self._on_printed, printer),
                self.tr("打印"),
            )

    def _on_printed(self, printer: QPrinter, pages: int) -> None:
        text = self.tr("已送往打印机“{printer}”：{pages} 页").format(
            printer=printer.printerName(), pages=pages
        )
        self._desk.show(COMPARE, Message(MessageKind.DONE, text))
        self._note(text)

    def _check_printer(self, comparison: Comparison) -> bool:
        if self._desk.dialogs.has_printer():
            return True
        text = self.tr("这台电脑上没有打印机。可以先存为 PDF，再到有打印机的电脑上打印。")
        instead = MessageAction(
            self.tr("存为 PDF…"), partial(self._write, comparison, ReportForm.PDF)
        )
        self._desk.show(COMPARE, Message(MessageKind.INFO, text, (instead,)))
        return False

    def _choose_target(self, left: str, right: str, form: ReportForm) -> Path | None:
        title = self.tr("比对报告 {left} 与 {right}").format(left=left, right=right)
        return self._desk.dialogs.choose_target(self._asking(), title, form.value)

    def _asking(self) -> QWidget:
        """Return the window in front of which the user is asked."""
        preview = self.preview
        return preview if preview is not None and preview.isActiveWindow() else self._desk.window

    def _submit(
        self,
        slot: str,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        title: str = "",
    ) -> None:
        self._desk.runner.submit(
            slot,
            work,
            lane=Lane.COMPUTE,
            title=title or self.tr("写报告"),
            on_done=on_done,
            on_error=lambda error: self._desk.show_error(COMPARE, error),
        )

    def _tell(self, path: Path) -> None:
        self._desk.show_written(COMPARE, path)
        self._note(self.tr("已写好：{path}").format(path=path))

    def _note(self, text: str) -> None:
        if self.preview is not None:
            self.preview.show_note(text)

    def _close_preview(self) -> None:
        if self.preview is not None:
            self.preview.close()


def _to_pdf(paging: Callable[[Progress], PagedReport], target: Path, progress: Progress) -> Path:
    paged = paging(progress.part(0.0, _PAGING_SHARE))
    return write_pdf(paged, target, progress.part(_PAGING_SHARE, 1.0))
