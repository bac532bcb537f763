"""Files and folders that are dropped on the window, whatever page is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from plandraft.ui.models.drops import DropTarget


class FileDrop(DropTarget):
    """Let files be dropped on a widget; `dropped` carries a tuple of paths."""

    def read(self, data: QMimeData) -> tuple[Path, ...] | None:
        """Return what lies on this machine."""
        return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()) or None
