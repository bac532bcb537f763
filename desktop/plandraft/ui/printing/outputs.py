"""Pages out of the program: into a PDF, onto a printer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.system.files import check_target, replace_atomically
from plandraft.ui.printing.paging import PagedReport, unit_scale
from plandraft.ui.printing.pdf_letters import name_letters
from plandraft.ui.printing.sheet import Sheet

_PDF_DOTS = 1200


def write_pdf(paged: PagedReport, target: Path, progress: Progress = SILENT) -> Path:
    """Write all pages as PDF and return its path; any thread may call.

    Raises PlanError TARGET_*, and Cancelled through `progress`; an old file stays whole.
    """
    check_target(target)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{paged.report.title}：{paged.report.names}")
    writer.setCreator("PlanDraft")
    writer.setResolution(_PDF_DOTS)
    writer.setPageLayout(page_layout(paged.sheet))
    _paint_all(paged, writer, range(len(paged.pages)), progress.part(0.0, 0.95))
    replace_atomically(target, name_letters(bytes(buffer.data().data())))
    progress.step(1.0)
    return target


def print_pages(paged: PagedReport, printer: QPrinter, progress: Progress = SILENT) -> int:
    """Print the pages that were chosen in the printer's dialog; return how many.

    Raises PlanError TARGET_FAILED where the printer takes nothing, Cancelled through `progress`.
    """
    printer.setPageLayout(page_layout(paged.sheet))
    last = len(paged.pages)
    chosen = range(max(1, printer.fromPage()) - 1, min(printer.toPage() or last, last))
    _paint_all(paged, printer, chosen, progress)
    return len(chosen)


def page_layout(sheet: Sheet) -> QPageLayout:
    """Return the paper without margins: the pages bring their own."""
    size = QPageSize(QSizeF(sheet.width_mm, sheet.height_mm), QPageSize.Unit.Millimeter)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint_all(
    paged: PagedReport, device: QPdfWriter | QPrinter, pages: Iterable[int], progress: Progress
) -> None:
    alone = paged.alone()
    painter = QPainter()
    if not painter.begin(device):
        raise PlanError(ErrorCode.TARGET_FAILED, _name_of(device), reason="QPainter")
    try:
        scale = unit_scale(device.logicalDpiX())
        painter.scale(scale, scale)
        for at, page in enumerate(pages):
            if at:
                device.newPage()
            alone.paint(painter, page)
            progress.step((page + 1) / len(paged.pages))
    except BaseException:
        if isinstance(device, QPrinter):
            device.abort()
        raise
    finally:
        painter.end()


def _name_of(device: QPdfWriter | QPrinter) -> Path | None:
    name = device.printerName() if isinstance(device, QPrinter) else ""
    return Path(name) if name else None
