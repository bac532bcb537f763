"""Passages that are dragged to the draft: what they carry, and where they may be dropped."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_FORMAT = "application/x-plandraft-pick"


class Dragged(StrEnum):
    """Name what is dragged: what is selected in a text, or the current passage of the list."""

    SELECTION = "selection"
    PASSAGE = "passage"


def mark_as(data: QMimeData, what: Dragged) -> QMimeData:
    """Let `data` be dropped on the draft, with its source; elsewhere it stays plain text."""
    data.setData(_FORMAT, what.value.encode("ascii"))
    return data


class DraftDrop(QObject):
    """Let passages be dropped on a widget; `dropped` carries a Dragged."""

    dropped = Signal(object)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of passages that began in this program."""
        takes = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}
        if event.type() not in takes or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        found = bytes(event.mimeData().data(_FORMAT).data()).decode("ascii", "replace")
        if found not in set(Dragged):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(Dragged(found))
        return True
