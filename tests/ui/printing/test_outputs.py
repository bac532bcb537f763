"""Pages as PDF and on a printer, read again."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from tests.ui.printing.reports import made_report, small_report

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.core.text.normalize import normalize
from plandraft.ui.printing.outputs import print_pages, write_pdf
from plandraft.ui.printing.paging import make_pages


def read_pdf(path: Path) -> list[str]:
    """Return the letters of each page."""
    document = pypdfium2.PdfDocument(path)
    texts = [normalize(page.get_textpage().get_text_range()).text for page in document]
    document.close()
    return texts


class Stopping:
    """Cancel when half is done."""

    def step(self, done: float, label: str = "") -> None:
        if done > 0.4:
            raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        return self


def test_a_pdf_is_a4_and_says_everything(qtbot: QtBot, tmp_path: Path) -> None:
    paged = make_pages(small_report())
    target = tmp_path / "报告.pdf"
    assert write_pdf(paged, target) == target
    pages = read_pdf(target)
    assert len(pages) == len(paged.pages)
    whole = "".join(pages)
    for words in (
        "规划比对报告",
        "云汀市防灾减灾规划",
        "第4处",
        "120个社区服务站",
        "见于乙",
        f"共{len(pages)}页",
    ):
        assert normalize(words).text in whole
    document = pypdfium2.PdfDocument(target)
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


def test_an_old_pdf_stays_whole(qtbot: QtBot, tmp_path: Path) -> None:
    paged = make_pages(made_report(20, 400))
    target = tmp_path / "报告.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_pdf(paged, target, Stopping())
    assert target.read_bytes() == b"old"
    target.chmod(0o444)
    with pytest.raises(PlanError) as raised:
        write_pdf(paged, target)
    assert raised.value.code is ErrorCode.TARGET_READ_ONLY
    assert [one.name for one in tmp_path.iterdir()] == ["报告.pdf"]


def printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_pages_chosen_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    paged = make_pages(made_report(20, 400))
    whole, some = tmp_path / "whole.pdf", tmp_path / "some.pdf"
    assert print_pages(paged, printer_into(whole)) == len(paged.pages)
    assert len(read_pdf(whole)) == len(paged.pages)
    printer = printer_into(some)
    printer.setFromTo(2, 3)
    assert print_pages(paged, printer) == 2
    first = read_pdf(some)[0]
    assert normalize("规划比对报告甲乙第2").text in first
    printer = printer_into(some)
    printer.setFromTo(2, 999)
    assert print_pages(paged, printer) == len(paged.pages) - 1


@pytest.mark.qt_log_ignore("QPdf|QPrinter|QPainter|No such file", extend=True)
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "没有" / "x.pdf")
    with pytest.raises(PlanError) as raised:
        print_pages(make_pages(small_report()), printer)
    assert raised.value.code is ErrorCode.TARGET_FAILED
