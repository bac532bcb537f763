"""The list of what became of files: its sentence, and what is copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from plandraft.ui.library.import_dialog import ImportDialog, ImportLine, Outcome

FAILED = [ImportLine(Path(f"/plans/{at}.txt"), Outcome.FAILED, "是空文件。") for at in range(2)]
KNOWN = [ImportLine(Path("/plans/抄.txt"), Outcome.KNOWN, "没有重复导入。")]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (FAILED, "2 份未能导入。其余文件不受影响。"),
        (KNOWN, "1 份内容重复。其余文件不受影响。"),
        ([*FAILED, *KNOWN], "2 份未能导入，1 份内容重复。其余文件不受影响。"),
    ],
)
def test_it_says_how_many_and_why(qtbot: QtBot, lines: list[ImportLine], sentence: str) -> None:
    dialog = ImportDialog(lines)
    qtbot.addWidget(dialog)
    assert sentence in [label.text() for label in dialog.findChildren(QLabel)]


def test_only_what_is_chosen_is_copied_by_keys(qtbot: QtBot) -> None:
    dialog = ImportDialog([*FAILED, *KNOWN])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for row in (2, 0):
        dialog.table.selectionModel().select(
            dialog.table.model().index(row, 0),
            dialog.table.selectionModel().SelectionFlag.Select
            | dialog.table.selectionModel().SelectionFlag.Rows,
        )
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "未导入\t/plans/0.txt\t是空文件。\n已有\t/plans/抄.txt\t没有重复导入。\n"
    )


def test_a_long_reason_can_be_read_whole(qtbot: QtBot) -> None:
    long = ImportLine(Path("/plans/长.txt"), Outcome.FAILED, "请用 Word 打开后另存一份再导入。" * 8)
    dialog = ImportDialog([*KNOWN, long])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    table = dialog.table
    assert table.rowHeight(1) > 2 * table.rowHeight(0)
    before = table.rowHeight(1)
    table.horizontalHeader().resizeSection(1, 500)
    assert table.rowHeight(1) > before, "a narrower column takes more lines"
