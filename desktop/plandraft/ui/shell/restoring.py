"""What of the window is kept over a restart, and how it is put back."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QByteArray

from plandraft.system.settings import Settings
from plandraft.ui.shell.main_window import MainWindow


def restore_window(window: MainWindow, settings: Settings) -> None:
    """Put a window back as it was closed; what makes no sense changes nothing."""
    if settings.window_geometry:
        geometry = QByteArray.fromBase64(settings.window_geometry.encode("ascii", "ignore"))
        window.restoreGeometry(geometry)
    window.restore_splitters(settings.splitters)
    window.set_reading_family(settings.reading_family)
    window.draft.set_reading_size(settings.text_size)
    window.compare.restore_state(read_json(settings.compare_view))
    window.families.restore_state(read_json(settings.families_view))
    window.show_page(settings.last_page)
    window.take_focus()


def remember_window(window: MainWindow, settings: Settings) -> Settings:
    """Return `settings` with how the window looks now."""
    return replace(
        settings,
        last_page=window.page,
        window_geometry=bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
        splitters=window.splitter_states(),
        text_size=round(window.draft.reading_size),
        compare_view=json.dumps(window.compare.state(), ensure_ascii=False),
        families_view=json.dumps(window.families.state(), ensure_ascii=False),
    )


def read_json(text: str) -> object:
    """Return what `text` says, None where it is no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
