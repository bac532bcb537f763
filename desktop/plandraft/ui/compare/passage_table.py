"""The table of passages: rows go to the ends by key, and are dragged to the draft."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QTableView

from plandraft.ui.compare.draft_drag import Dragged, mark_as


class PassageTable(QTableView):
    """Treat a row as one thing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last row; Qt would go to the ends of the row."""
        rows = self.model().rowCount()
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: rows - 1}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not plain or event.key() not in ends or not rows:
            super().keyPressEvent(event)
            return
        column = max(0, self.currentIndex().column())
        index = self.model().index(ends[Qt.Key(event.key())], column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the current passage."""
        drag = QDrag(self)
        drag.setMimeData(self.make_mime())
        drag.exec(Qt.DropAction.CopyAction)

    def make_mime(self) -> QMimeData:
        """Return what a drag of the current row carries."""
        data = QMimeData()
        data.setText(str(self.currentIndex().data() or ""))
        return mark_as(data, Dragged.PASSAGE)
