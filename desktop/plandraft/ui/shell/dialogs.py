"""The few questions that need a dialog of the system: which files, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from plandraft import __version__
from plandraft.services.library import IMPORTABLE_SUFFIXES

# What file systems of Windows refuse in names.
_REFUSED = dict.fromkeys(map(ord, '\\/:*?"<>|\n\r\t'), "_")
# Devices of Windows, whatever suffix comes behind.
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL"}).union(
    *({f"{port}{number}" for number in range(1, 10)} for port in ("COM", "LPT"))
)


class Dialogs(QObject):
    """Ask the user for files; tests put another one in its place.

    Files are looked for where the last ones were taken from, and written where the last one went:
    the folder that the program was started in is nobody's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.import_folder = ""
        self.output_folder = ""

    def choose_documents(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the chosen documents, none when the user changed his mind."""
        patterns = " ".join(f"*{suffix}" for suffix in IMPORTABLE_SUFFIXES)
        kinds = self.tr("规划文档 ({patterns});;所有文件 (*)").format(patterns=patterns)
        names, _kind = QFileDialog.getOpenFileNames(
            parent, self.tr("导入文件"), self.import_folder or documents(), kinds
        )
        if names:
            self.import_folder = str(Path(names[0]).parent)
        return tuple(map(Path, names))

    def choose_folder(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the chosen folder, or none."""
        name = QFileDialog.getExistingDirectory(
            parent, self.tr("导入文件夹"), self.import_folder or documents()
        )
        if name:
            self.import_folder = name
        return (Path(name),) if name else ()

    def choose_draft(self, parent: QWidget) -> Path | None:
        """Return the draft file to open."""
        kinds = self.tr("草稿 (*.plandraft);;所有文件 (*)")
        return self._choose_one(parent, self.tr("打开草稿文件"), kinds)

    def choose_list(self, parent: QWidget) -> Path | None:
        """Return the text file to read a list from, a row a line."""
        kinds = self.tr("纯文本 (*.txt);;所有文件 (*)")
        return self._choose_one(parent, self.tr("导入名单"), kinds)

    def choose_base(self, parent: QWidget) -> Path | None:
        """Return the Word file to export into."""
        kinds = self.tr("Word 文档 (*.docx)")
        return self._choose_one(parent, self.tr("选择 Word 底稿"), kinds)

    def choose_target(self, parent: QWidget, title: str, suffix: str) -> Path | None:
        """Return where to write; `title` becomes the proposed name."""
        kinds = {
            ".docx": self.tr("Word 文档 (*.docx)"),
            ".html": self.tr("网页 (*.html)"),
            ".xlsx": self.tr("Excel 工作簿 (*.xlsx)"),
            ".pdf": self.tr("PDF 文件 (*.pdf)"),
            ".plandraft": self.tr("草稿 (*.plandraft)"),
            ".txt": self.tr("纯文本 (*.txt)"),
        }
        proposed = Path(self.output_folder or documents()) / (safe_name(title) + suffix)
        name, _kind = QFileDialog.getSaveFileName(
            parent, self.tr("保存到"), str(proposed), kinds[suffix]
        )
        if not name:
            return None
        path = Path(name)
        self.output_folder = str(path.parent)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _choose_one(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        folder = self.output_folder or documents()
        name, _kind = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        return Path(name) if name else None

    def has_printer(self) -> bool:
        """Tell whether the system knows a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def choose_printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        """Return the printer with the pages chosen out of so many, or None."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def open_path(self, path: Path) -> bool:
        """Open a file or folder with the program that the system has for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_about(self, parent: QWidget) -> None:
        """Say what this is, in which version, under which licence."""
        text = self.tr(
            "PlanDraft {version}\n\n规划比对与起草：并排比对规划，找出相同和改写的段落，"
            "记住每一段的出处，按公文版式导出。\n\n许可：LGPL-3.0-or-later"
        )
        box = QMessageBox(parent)
        box.setWindowTitle(self.tr("关于"))
        box.setText(text.format(version=__version__))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Only this dialog would have a picture on its button, out of another set.
        box.addButton(QMessageBox.StandardButton.Ok).setIcon(QIcon())
        box.open()


def documents() -> str:
    """Return the folder of the user's documents, or his home where there is none."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if place and Path(place).is_dir() else str(Path.home())


def safe_name(title: str) -> str:
    """Return `title` as a file name that every system takes."""
    name = title.translate(_REFUSED).strip(" .")[:80].rstrip(" .") or "PlanDraft"
    return f"_{name}" if name.partition(".")[0].rstrip().upper() in _DEVICES else name
