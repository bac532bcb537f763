"""Reports of a pair from the window: files, preview, paper."""

from __future__ import annotations

import docx
import pypdfium2
import pytest
from lxml import html
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.helpers.xlsx_files import read_workbook
from tests.ui.shell.conftest import SittingDialogs

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.versions import Reading
from plandraft.ui.models.decision_names import DecisionChoice
from plandraft.ui.shell.workbench import Workbench

_NO_RAISE = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def compare_two(bench: Workbench) -> None:
    """Compare the first two samples."""
    first, second = bench.services.library.list_documents()[:2]
    bench.compare.compare_records(first, second)


def message(bench: Workbench) -> str:
    return bench.window.message_strip("compare").label.text()


def pages_of(path: object) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def test_nothing_is_offered_without_a_pair(sitting: Workbench) -> None:
    for form in ("preview", "print", "pdf", "docx", "xlsx", "html"):
        assert not sitting.actions[f"file.report_{form}"].isEnabled()
    compare_two(sitting)
    for form in ("preview", "print", "pdf", "docx", "xlsx", "html"):
        assert sitting.actions[f"file.report_{form}"].isEnabled()


def test_every_file_is_written_and_can_be_read(
    sitting: Workbench, answering: SittingDialogs
) -> None:
    compare_two(sitting)
    for form in ("pdf", "docx", "xlsx", "html"):
        sitting.actions[f"file.report_{form}"].trigger()
        assert f"out.{form}" in message(sitting)
    assert pages_of(answering.folder / "out.pdf") > 1
    assert len(docx.Document(str(answering.folder / "out.docx")).tables) > 1
    assert "相似段落" in read_workbook((answering.folder / "out.xlsx").read_bytes())
    assert "<h1>规划比对报告</h1>" in (answering.folder / "out.html").read_text(encoding="utf-8")


def test_every_file_names_the_settings_and_filters(
    sitting: Workbench, answering: SittingDialogs
) -> None:
    compare_two(sitting)
    page = sitting.window.compare
    page.set_reading(Reading.PASSAGES)
    filters, classes = page.passages.filters, page.work.difference.classes
    total = page.passages.model.total
    filters.words.setText("数据")
    filters.similarity.setValue(60)
    filters.letters.setValue(20)
    filters.decisions.setCurrentIndex(list(DecisionChoice).index(DecisionChoice.OPEN))
    classes.hide_classes([ChangeClass.PLACE.value])
    classes.library.setChecked(False)
    shown = len(page.passages.model.shown)
    assert 0 < shown < total
    wanted = {
        "比对设置": "最短",
        "比对口径": "地名、规划期、数字、机构",
        "差异类别": "窗口中未标出地名；本报告全部标出",
        "套话标灰": "官方套话开，资料库套话关，自定套话开",
        "筛选": "窗口中只看含“数据”，相似度不低于 60%，不少于 20 字，判断为未定"
        f"（{shown} 处）；本报告列出全部 {total} 处",
        "生成时间": "年",
    }
    for form in ("docx", "xlsx", "html"):
        sitting.actions[f"file.report_{form}"].trigger()
    folder = answering.folder
    sheet = read_workbook((folder / "out.xlsx").read_bytes())["说明"]
    table = docx.Document(str(folder / "out.docx")).tables[0]
    web = html.fromstring((folder / "out.html").read_text(encoding="utf-8")).iter("tr")
    heads = (
        {str(row[0]): str(row[1]) for row in sheet},
        {row.cells[0].text: row.cells[1].text for row in table.rows},
        {row[0].text: row[1].text for row in web if row.getparent().get("class") == "head"},
    )
    for head in heads:
        for name, value in wanted.items():
            assert value in head[name], name


@_NO_RAISE
def test_the_preview_prints_and_saves_what_it_shows(
    sitting: Workbench, answering: SittingDialogs
) -> None:
    compare_two(sitting)
    sitting.actions["file.report_preview"].trigger()
    preview = sitting.reports.preview
    assert preview is not None
    assert preview.isVisible()
    assert preview.view.page_count > 1
    preview.pdf.click()
    assert pages_of(answering.folder / "out.pdf") == preview.view.page_count
    assert "out.pdf" in preview.note.text()
    preview.print.click()
    assert pages_of(answering.printed) == preview.view.page_count
    assert "打印机" in message(sitting)
    sitting.actions["file.report_preview"].trigger()
    assert sitting.reports.preview is preview
    assert preview.note.text() == ""


@_NO_RAISE
def test_who_saves_from_the_preview_is_asked_in_front_of_it(
    sitting: Workbench, answering: SittingDialogs, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asking: list[QWidget] = []
    monkeypatch.setattr(
        answering, "choose_target", lambda parent, _title, _suffix: asking.append(parent)
    )
    compare_two(sitting)
    sitting.actions["file.report_preview"].trigger()
    preview = sitting.reports.preview
    assert preview is not None
    qtbot.waitUntil(preview.isActiveWindow)
    preview.pdf.click()
    assert asking == [preview]
    sitting.window.activateWindow()
    qtbot.waitUntil(sitting.window.isActiveWindow)
    sitting.actions["file.report_pdf"].trigger()
    assert asking[1:] == [sitting.window]


@_NO_RAISE
def test_the_preview_goes_with_the_window(sitting: Workbench) -> None:
    compare_two(sitting)
    sitting.actions["file.report_preview"].trigger()
    preview = sitting.reports.preview
    assert preview is not None
    sitting.window.close()
    assert not preview.isVisible()


def test_without_a_printer_a_pdf_is_offered(sitting: Workbench, answering: SittingDialogs) -> None:
    compare_two(sitting)
    answering.printer = False
    sitting.actions["file.report_print"].trigger()
    assert "没有打印机" in message(sitting)
    assert not answering.printed.exists()
    (offer,) = sitting.window.message_strip("compare").buttons
    offer.click()
    assert pages_of(answering.folder / "out.pdf") > 1


def test_it_is_printed_without_a_preview(sitting: Workbench, answering: SittingDialogs) -> None:
    compare_two(sitting)
    sitting.actions["file.report_print"].trigger()
    assert pages_of(answering.printed) > 1


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_report_that_cannot_be_written_says_why(
    sitting: Workbench, answering: SittingDialogs, form: str
) -> None:
    compare_two(sitting)
    answering.folder = answering.folder / "没有这个文件夹"
    sitting.actions[f"file.report_{form}"].trigger()
    assert "没有这个文件夹" in message(sitting)
    assert sitting.window.message_strip("compare").property("kind") == "error"
