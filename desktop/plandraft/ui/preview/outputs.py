"""Pages of a plan out of the program: into a PDF, onto a printer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from plandraft.core.draft.page_flow import PageSheet
from plandraft.core.draft.page_values import PagedPlan
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.system.files import check_target, replace_atomically
from plandraft.ui.preview.page_fonts import UNITS
from plandraft.ui.preview.page_painter import page_width, paint_page

_PDF_DOTS = 1200
_POINTS_AN_INCH = 72


def write_plan_pdf(paged: PagedPlan, target: Path, progress: Progress = SILENT) -> Path:
    """Write all pages as PDF and return its path; any thread may call.

    Raises PlanError TARGET_*, and Cancelled through `progress`; an old file stays whole.
    """
    check_target(target)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paged.title)
    writer.setCreator("PlanDraft")
    writer.setResolution(_PDF_DOTS)
    _paint_all(paged, writer, range(len(paged.pages)), progress.part(0.0, 0.95))
    replace_atomically(target, bytes(buffer.data().data()))
    progress.step(1.0)
    return target


def print_plan(paged: PagedPlan, printer: QPrinter, progress: Progress = SILENT) -> int:
    """Print the pages that were chosen in the printer's dialog; return how many.

    Raises PlanError TARGET_FAILED where the printer takes nothing, Cancelled through `progress`.
    """
    last = len(paged.pages)
    chosen = range(max(1, printer.fromPage()) - 1, min(printer.toPage() or last, last))
    _paint_all(paged, printer, chosen, progress)
    return len(chosen)


def _paint_all(
    paged: PagedPlan, device: QPdfWriter | QPrinter, pages: Iterable[int], progress: Progress
) -> None:
    numbers = list(pages)
    if not numbers:
        return
    notes = paged.has_notes
    device.setPageLayout(_layout(paged.pages[numbers[0]].sheet))
    painter = QPainter()
    if not painter.begin(device):
        raise PlanError(ErrorCode.TARGET_FAILED, None, reason="QPainter")
    try:
        for at, number in enumerate(numbers):
            page = paged.pages[number]
            if at:
                device.setPageLayout(_layout(page.sheet))
                device.newPage()
            painter.save()
            # With notes beside it a sheet is printed smaller, so that both are on the paper.
            shrink = page.sheet.width / page_width(page.sheet, notes=notes)
            scale = device.logicalDpiX() / _POINTS_AN_INCH / UNITS * shrink
            painter.scale(scale, scale)
            paint_page(painter, page, notes=notes)
            painter.restore()
            progress.step((at + 1) / len(numbers))
    except BaseException:
        if isinstance(device, QPrinter):
            device.abort()
        raise
    finally:
        painter.end()


def _layout(sheet: PageSheet) -> QPageLayout:
    """Return the paper without margins: the pages bring their own."""
    turned = sheet.width > sheet.height
    short, long = sorted((sheet.width, sheet.height))
    size = QPageSize(
        QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
