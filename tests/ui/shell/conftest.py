"""A sitting at the window: real services in a folder of its own, and answers to its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plandraft.app import make_application, make_workbench
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.workbench import Workbench


class SittingDialogs(Dialogs):
    """Answer in the user's place; remember what was opened and printed."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.opened: list[Path] = []
        self.opens = True
        self.printer = True
        self.printed = folder / "printed.pdf"
        self.lists: list[Path] = []

    def choose_target(self, parent: QWidget, title: str, suffix: str) -> Path | None:
        return self.folder / f"out{suffix}"

    def choose_list(self, parent: QWidget) -> Path | None:
        return self.lists.pop() if self.lists else None

    def open_path(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens

    def has_printer(self) -> bool:
        return self.printer

    def choose_printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        return printer


@pytest.fixture
def answering(qtbot: QtBot, tmp_path: Path) -> SittingDialogs:
    """Return what answers the dialogs."""
    return SittingDialogs(tmp_path)


@pytest.fixture
def open_sitting(qtbot: QtBot, answering: SittingDialogs) -> Iterator[Callable[..., Workbench]]:
    """Return a function that opens the window; a second one stands for a restart."""
    made: list[Workbench] = []
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()

    def opened(runner: JobRunner | None = None) -> Workbench:
        for bench in made:
            bench.window.close()
        bench = make_workbench(runner or JobRunner(serial=True), answering)
        if not made:
            bench.set_language("zh_CN")
        bench.show()
        made.append(bench)
        return bench

    yield opened
    for bench in made:
        bench.window.close()
        bench.window.deleteLater()
        app.styleHints().colorSchemeChanged.disconnect(bench._on_scheme_changed)
    app.setFont(font)
    app.setPalette(palette)
    app.setStyleSheet("")
    QLocale.setDefault(locale)


@pytest.fixture
def sitting(open_sitting: Callable[..., Workbench]) -> Workbench:
    """Return the window with the samples in the library."""
    bench = open_sitting()
    bench.library.import_samples()
    return bench
