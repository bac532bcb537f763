"""What the reader says of the current passage: four verdicts and a note."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.ui.models.widgets import GAP

# What can be chosen; choosing it again takes it back.
CHOICES = (Verdict.ACCEPTED, Verdict.NOT_REUSE, Verdict.FORMULA, Verdict.USED)
_LONGEST_NOTE = 2000


def verdict_name(verdict: Verdict) -> str:
    """Return what a verdict is called, "" for none."""
    return {
        Verdict.OPEN: "",
        Verdict.ACCEPTED: QCoreApplication.translate("decisions", "认可"),
        Verdict.NOT_REUSE: QCoreApplication.translate("decisions", "非借用"),
        Verdict.FORMULA: QCoreApplication.translate("decisions", "套话"),
        Verdict.USED: QCoreApplication.translate("decisions", "已采用"),
    }[verdict]


class DecisionBar(QWidget):
    """Show and change one decision; `decided` carries it as soon as the reader has made it."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decision = Decision(Verdict.OPEN)
        self.buttons = {verdict: self._button(verdict) for verdict in CHOICES}
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("备注"))
        self.note.setAccessibleName(self.tr("对这一处的备注"))
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.editingFinished.connect(self._on_note_finished)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP // 2)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addSpacing(GAP)
        row.addWidget(self.note, 1)
        self.show_decision(None)

    @property
    def decision(self) -> Decision:
        """Return what is shown."""
        return self._decision

    def show_decision(self, decision: Decision | None, *, enabled: bool = False) -> None:
        """Show a decision without telling it back; disabled where there is no passage."""
        self._decision = decision or Decision(Verdict.OPEN)
        self._mark()
        blocker = QSignalBlocker(self.note)
        self.note.setText(self._decision.note)
        blocker.unblock()
        self.setEnabled(enabled)

    def choose(self, verdict: Verdict) -> None:
        """Decide as a click on the button does: the same verdict again takes it back."""
        if not self.isEnabled():
            return
        wanted = Verdict.OPEN if verdict is self._decision.verdict else verdict
        self._decide(Decision(wanted, self.note.text().strip()))

    def _button(self, verdict: Verdict) -> QToolButton:
        hints = {
            Verdict.ACCEPTED: self.tr("确是借用，保留在比例里"),
            Verdict.NOT_REUSE: self.tr("不是借用，不计入比例"),
            Verdict.FORMULA: self.tr("各地通用的套话，不计入比例"),
            Verdict.USED: self.tr("已写进自己的草稿"),
        }
        button = QToolButton()
        button.setObjectName("verdict")
        button.setText(verdict_name(verdict))
        button.setToolTip(hints[verdict])
        button.setAccessibleName(verdict_name(verdict))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.choose(verdict))
        return button

    def _on_note_finished(self) -> None:
        note = self.note.text().strip()
        if note != self._decision.note:
            self._decide(Decision(self._decision.verdict, note))

    def _decide(self, decision: Decision) -> None:
        self._decision = decision
        self._mark()
        self.decided.emit(decision)

    def _mark(self) -> None:
        for verdict, button in self.buttons.items():
            button.setChecked(verdict is self._decision.verdict)
