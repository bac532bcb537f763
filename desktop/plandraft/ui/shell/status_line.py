"""The status bar: one true thing at the left, the running job at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from plandraft.ui.jobs.runner import JobState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import GAP, ElidedLabel, make_label, make_tool_button

# Work that is over before one could read about it is not announced.
_SHOW_AFTER_MS = 250
_BAR_WIDTH = 140


class StatusLine(QStatusBar):
    """Show a line of text, and of the jobs the one that began last."""

    cancel_requested = Signal(str)

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._jobs: dict[str, JobState] = {}
        self.text = ElidedLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setContentsMargins(8, 0, 0, 0)
        self.addWidget(self.text, 1)
        self.job_label = make_label()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.cancel_button = make_tool_button(
            icons, "close", "", self._on_cancel, tip=self.tr("取消")
        )
        self._job = QWidget()
        row = QHBoxLayout(self._job)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(GAP)
        for widget in (self.job_label, self.bar, self.cancel_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addPermanentWidget(self._job)
        self._job.hide()
        self._patience = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._patience.timeout.connect(self._show_job)

    def show_text(self, text: str) -> None:
        """Show one line."""
        self.text.setText(text)

    def show_job(self, state: JobState) -> None:
        """Show where a job is."""
        self._jobs[state.slot] = state
        if self._job.isVisible():
            self._show_job()
        elif not self._patience.isActive():
            self._patience.start()

    def end_job(self, slot: str) -> None:
        """Show the job that is left, or none."""
        self._jobs.pop(slot, None)
        if self._jobs:
            self._show_job()
        else:
            self._patience.stop()
            self._job.hide()

    def _show_job(self) -> None:
        if not self._jobs:
            return
        state = list(self._jobs.values())[-1]
        text = f"{state.title} · {state.label}" if state.label else state.title
        self.job_label.setText(text)
        # A share of nothing says nothing: then the bar only shows that something is being done.
        self.bar.setRange(0, 1000 if state.done > 0 else 0)
        self.bar.setValue(round(state.done * 1000))
        self._job.show()

    def _on_cancel(self) -> None:
        if self._jobs:
            self.cancel_requested.emit(list(self._jobs)[-1])
