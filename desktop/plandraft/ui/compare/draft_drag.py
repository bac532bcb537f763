"""Passages that are dragged to the draft: what they carry, and where they may be dropped."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QMimeData

from plandraft.ui.models.drops import DropTarget

_FORMAT = "application/x-plandraft-pick"


class Dragged(StrEnum):
    """Name what is dragged: what is selected in a text, or the current passage of the list."""

    SELECTION = "selection"
    PASSAGE = "passage"


def mark_as(data: QMimeData, what: Dragged) -> QMimeData:
    """Let `data` be dropped on the draft, with its source; elsewhere it stays plain text."""
    data.setData(_FORMAT, what.value.encode("ascii"))
    return data


class DraftDrop(DropTarget):
    """Let passages be dropped on a widget; `dropped` carries a Dragged."""

    def read(self, data: QMimeData) -> Dragged | None:
        """Return what is dragged where the drag began in this program."""
        found = bytes(data.data(_FORMAT).data()).decode("ascii", "replace")
        return Dragged(found) if found in set(Dragged) else None
