"""What the reader takes out of a comparison: a selection, or the current passage of one side."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from plandraft.core.text.outline import section_at, sections_of
from plandraft.ui.compare.compare_stage import CompareStage
from plandraft.ui.compare.explain import cite
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.entries import PairView
from plandraft.ui.models.picks import TextPick


class PickTools(QObject):
    """Remember which side is in use, and pick and copy from it."""

    def __init__(self, stage: CompareStage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._view: PairView | None = None
        self._current: int | None = None
        self.pane: TextPane = stage.left
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def set_view(self, view: PairView | None) -> None:
        """Pick from these two plans from now on, first from the left."""
        self._view, self._current, self.pane = view, None, self._stage.left

    def set_current(self, entry: int | None) -> None:
        """Take this passage where nothing is selected."""
        self._current = entry

    def pick(self, *, passage: bool = False) -> TextPick | None:
        """Return the selection of the side in use, else its side of the current passage.

        With `passage` the selection does not count.
        """
        view, left = self._view, self.pane is self._stage.left
        if view is None:
            return None
        document = view.comparison.left if left else view.comparison.right
        selected = self.pane.selected_span()
        if selected is not None and not passage:
            return TextPick(document, selected)
        if self._current is None:
            return None
        entry = view.entries[self._current]
        span = entry.left if left else entry.right
        return TextPick(document, span) if span.length else None

    def take_focus(self) -> None:
        """Go back to the side that was in use."""
        self.pane.setFocus()

    def copy(self) -> None:
        """Copy the pick as plain text."""
        pick = self.pick()
        if pick is not None:
            QGuiApplication.clipboard().setText(pick.span.slice(pick.document.text))

    def copy_with_source(self) -> None:
        """Copy the pick with its plan and section behind it."""
        pick = self.pick()
        if pick is not None:
            section = section_at(sections_of(pick.document), pick.span.start)
            QGuiApplication.clipboard().setText(cite(pick, section.title if section else ""))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for pane in (self._stage.left, self._stage.right):
            if now is pane:  # the viewport hands its focus to the pane
                self.pane = pane
