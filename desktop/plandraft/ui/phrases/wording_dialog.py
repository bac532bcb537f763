"""The user's own lists, to be looked through and changed; what is changed holds at once."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from plandraft.services.phrases import (
    OwnWording,
    Substitution,
    is_phrase,
    is_substitution,
    phrase_key,
)
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label
from plandraft.ui.phrases.list_model import Cells
from plandraft.ui.phrases.list_panel import ListPanel

_SIZE = (620, 540)


class OwnList(Enum):
    """Name the lists; the value is the place of its tab."""

    PHRASES = 0
    SUBSTITUTIONS = 1


class PhrasePanel(ListPanel):
    """Show the phrases."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((self.tr("套话"),), (self.tr("写一条套话，例如：加强组织领导"),), parent)

    def rule(self) -> str:
        """Say what a phrase has to be, and how it is found."""
        return self.tr("4 至 2000 个字；8 个字以上的，地名、数字不同也算。")

    def check(self, cells: Cells) -> str:
        """Say why this is no phrase, or that it is known."""
        if not is_phrase(cells[0]):
            return self.tr("一条套话要有 4 至 2000 个字。")
        return self.tr("名单里已经有这一条。") if self.is_known(cells) else ""

    def key_of(self, cells: Cells) -> str:
        """Return the letters of a phrase."""
        return phrase_key(cells[0])

    def empty_text(self) -> str:
        """Say where phrases come from."""
        return self.tr(
            "还没有自定套话。\n\n在比对页或多份页选中文字，单击右键选“设为套话”；也可以在上方写一条，"
            "或导入每行一条的文本文件。"
        )


class SubstitutionPanel(ListPanel):
    """Show the pairs of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        headers = (self.tr("一种写法"), self.tr("另一种写法"))
        examples = (self.tr("例如：经信委"), self.tr("例如：工信局"))
        super().__init__(headers, examples, parent)

    def rule(self) -> str:
        """Say what a pair has to be."""
        return self.tr("两边可以对调：左文用哪一种写法都算。")

    def check(self, cells: Cells) -> str:
        """Say why this is no pair, or that it is known."""
        if not is_substitution(Substitution(*cells)):
            return self.tr("两边要不同，各有 2 至 100 个字。")
        return self.tr("名单里已经有这一对。") if self.is_known(cells) else ""

    def key_of(self, cells: Cells) -> tuple[str, str]:
        """Return the letters of a pair, in whatever order."""
        return Substitution(*cells).key

    def empty_text(self) -> str:
        """Say what pairs do."""
        return self.tr(
            "还没有替换。\n\n写下一对词，例如“经信委 = 工信局”：比对时这一对视为相同，"
            "只以“替换”一类淡淡标出，可在“差异”中关掉。"
        )


class WordingDialog(QDialog):
    """Show both lists.

    `change_requested` carries what is to be put in and what to be taken out (OwnWording each),
    `import_requested` and `export_requested` an OwnList.
    """

    change_requested = Signal(object, object)
    import_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, wording: OwnWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("自定套话和替换"))
        self.resize(*_SIZE)
        self._undo: list[tuple[OwnWording, OwnWording]] = []
        self.phrases = PhrasePanel()
        self.pairs = SubstitutionPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.note = make_label(role="muted", wrap=True)
        self.undo_button = QPushButton(self.tr("撤销上一步"))
        self.undo_button.setAutoDefault(False)
        self.buttons = QDialogButtonBox()
        self.done_button = self.buttons.addButton(
            self.tr("完成"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.done_button.setAutoDefault(False)
        self._arrange()
        self._connect()
        self.show_wording(wording)
        self.phrases.fields[0].setFocus()

    def show_wording(self, wording: OwnWording) -> None:
        """Show the lists as they are now."""
        self.phrases.set_rows([(one,) for one in wording.phrases])
        self.pairs.set_rows([(one.first, one.second) for one in wording.substitutions])
        self.undo_button.setEnabled(bool(self._undo))

    def show_list(self, which: OwnList) -> None:
        """Show the tab of a list."""
        self.tabs.setCurrentIndex(which.value)

    def tell(self, text: str) -> None:
        """Say below the lists what happened."""
        self.note.setText(text)

    def change(self, add: OwnWording, remove: OwnWording) -> None:
        """Ask for a change that can be undone."""
        self._undo.append((remove, add))
        self.tell("")
        self.change_requested.emit(add, remove)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field add what is written there, and not close the dialog."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
            return
        super().keyPressEvent(event)

    def _undo_last(self) -> None:
        if self._undo:
            add, remove = self._undo.pop()
            self.tell(self.tr("已撤销。"))
            self.change_requested.emit(add, remove)

    def _connect(self) -> None:
        nothing = OwnWording()
        self.phrases.added.connect(lambda cells: self.change(OwnWording(cells), nothing))
        self.phrases.removed.connect(lambda rows: self._remove(_phrases(rows)))
        self.pairs.added.connect(lambda cells: self.change(_pairs((cells,)), nothing))
        self.pairs.removed.connect(lambda rows: self._remove(_pairs(rows)))
        for which, panel in ((OwnList.PHRASES, self.phrases), (OwnList.SUBSTITUTIONS, self.pairs)):
            panel.imported.connect(lambda which=which: self.import_requested.emit(which))
            panel.exported.connect(lambda which=which: self.export_requested.emit(which))
        self.undo_button.clicked.connect(self._undo_last)
        self.buttons.accepted.connect(self.accept)

    def _remove(self, wording: OwnWording) -> None:
        self.change(OwnWording(), wording)
        count = len(wording.phrases) + len(wording.substitutions)
        self.tell(self.tr("已移除 {count} 条。").format(count=count))

    def _arrange(self) -> None:
        self.tabs.addTab(self.phrases, self.tr("套话"))
        self.tabs.addTab(self.pairs, self.tr("替换"))
        text = self.tr(
            "两份比对时都会用到，更改立即生效：套话在文中标灰，由套话组成的段落不计入比例；"
            "替换的两种写法视为相同。"
        )
        head = QHBoxLayout()
        head.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, 0)
        head.addWidget(make_label(text, "muted", wrap=True))
        foot = QHBoxLayout()
        foot.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GAP)
        foot.setSpacing(GAP)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)


def _phrases(rows: tuple[Cells, ...]) -> OwnWording:
    return OwnWording(phrases=tuple(one for (one,) in rows))


def _pairs(rows: tuple[Cells, ...]) -> OwnWording:
    return OwnWording(substitutions=tuple(Substitution(*row) for row in rows))
