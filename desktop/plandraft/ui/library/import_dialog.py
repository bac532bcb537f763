"""What became of the files of an import: one line each, to be copied or saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from plandraft.services.library import ImportReport
from plandraft.ui.library.import_texts import file_name, short_error
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label

_SIZE = (820, 480)
_NAME_WIDTH = 260

translate = QCoreApplication.translate


class Outcome(Enum):
    """Name what can become of a file."""

    FAILED = 0
    KNOWN = 1


@dataclass(frozen=True, slots=True)
class ImportLine:
    """Hold what became of one file; `text` says why and what to do."""

    path: Path
    outcome: Outcome
    text: str


def import_lines(report: ImportReport, language: str) -> tuple[ImportLine, ...]:
    """Return a line for each file that was not added, those that failed first."""
    failed = [
        ImportLine(path, Outcome.FAILED, short_error(path, error, language))
        for path, error in report.failed
    ]
    known = [
        ImportLine(
            path,
            Outcome.KNOWN,
            translate("ImportDialog", "内容与资料库中的“{title}”相同，没有重复导入。").format(
                title=record.title or Path(record.path).name
            ),
        )
        for path, record in zip(report.known_paths, report.known, strict=True)
    ]
    return (*failed, *known)


class ImportDialog(QDialog):
    """Show the lines; `save_wanted` carries them as text."""

    save_wanted = Signal(str)

    def __init__(self, lines: Sequence[ImportLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导入结果"))
        self.resize(*_SIZE)
        self._lines = tuple(lines)
        self.table = self._make_table()
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.copy_button = self.buttons.addButton(self.tr("复制"), role.ActionRole)
        self.copy_button.setToolTip(self.tr("复制全部；只要几行时，选中后按 Ctrl+C"))
        self.save_button = self.buttons.addButton(self.tr("保存为文本…"), role.ActionRole)
        self.buttons.addButton(self.tr("关闭"), role.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(make_label(self._summary(), wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.copy_button.clicked.connect(lambda: self._copy(self._lines))
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self.as_text(self._lines)))
        self.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self._copy_chosen)

    def as_text(self, lines: Sequence[ImportLine]) -> str:
        """Return lines as text: outcome, file and reason with tabs between."""
        rows = (f"{self._outcome(one)}\t{one.path}\t{one.text}" for one in lines)
        return "".join(f"{row}\n" for row in rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the rows their heights: the widths of their columns are known only now."""
        super().showEvent(event)
        _fit_rows(self.table)

    def _summary(self) -> str:
        failed = sum(line.outcome is Outcome.FAILED for line in self._lines)
        known = len(self._lines) - failed
        parts = []
        if failed:
            parts.append(self.tr("{count} 份未能导入").format(count=failed))
        if known:
            parts.append(self.tr("{count} 份内容重复").format(count=known))
        return self.tr("{parts}。其余文件不受影响。").format(parts="，".join(parts))

    def _copy(self, lines: Sequence[ImportLine]) -> None:
        QGuiApplication.clipboard().setText(self.as_text(lines))

    def _copy_chosen(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        self._copy([self._lines[row] for row in rows])

    def _outcome(self, line: ImportLine) -> str:
        names = {Outcome.FAILED: self.tr("未导入"), Outcome.KNOWN: self.tr("已有")}
        return names[line.outcome]

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._lines), 3)
        table.setHorizontalHeaderLabels([self.tr("结果"), self.tr("文件"), self.tr("原因和办法")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for row, line in enumerate(self._lines):
            for column, text in enumerate((self._outcome(line), file_name(line.path), line.text)):
                item = QTableWidgetItem(text)
                item.setToolTip(str(line.path) if column == 1 else text)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, _NAME_WIDTH)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setWordWrap(True)
        header.sectionResized.connect(lambda *_: _fit_rows(table))
        return table


def _fit_rows(table: QTableWidget) -> None:
    """Make each row as high as its text, with room above and below."""
    for row in range(table.rowCount()):
        table.setRowHeight(row, table.sizeHintForRow(row) + GAP)
