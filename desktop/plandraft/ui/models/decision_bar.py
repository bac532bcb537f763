"""What the reader says of the current passage: four verdicts and a note."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.ui.models.decision_names import verdict_name
from plandraft.ui.models.widgets import GAP, ToolButton

# What can be chosen; choosing it again takes it back.
CHOICES = (Verdict.ACCEPTED, Verdict.NOT_REUSE, Verdict.FORMULA, Verdict.USED)
# Not shortcuts of the buttons: a button clicks a tenth of a second after its key, and by then
# another passage may be the current one.
KEYS = {verdict: f"Alt+{number}" for number, verdict in enumerate(CHOICES, start=1)}
_LONGEST_NOTE = 2000


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
        self.note.editingFinished.connect(self.finish_note)
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
            Verdict.USED: self.tr("已写进自己的草稿；送入草稿时自动标记，撤销插入时一并取消"),
        }
        button = ToolButton()
        button.setObjectName("verdict")
        button.setText(verdict_name(verdict))
        button.setToolTip(f"{hints[verdict]}（{KEYS[verdict]}）")
        button.setAccessibleName(verdict_name(verdict))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.choose(verdict))
        return button

    def finish_note(self) -> None:
        """Tell a note that is being written; before another passage is shown in its place."""
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
