"""What of the window is kept over a restart, and how it is put back."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QByteArray

from plandraft.core.draft.page_flow import FlowPlace
from plandraft.system.settings import Settings
from plandraft.ui.shell.first_frame import place_first
from plandraft.ui.shell.main_window import MainWindow


def restore_window(window: MainWindow, settings: Settings) -> None:
    """Put a window back as it was closed; what makes no sense changes nothing."""
    if settings.window_geometry:
        geometry = QByteArray.fromBase64(settings.window_geometry.encode("ascii", "ignore"))
        if not window.restoreGeometry(geometry):
            # Qt takes none from a screen of another size, a docked notebook's for one.
            place_first(window)
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
        draft_place=_place_text(window.draft.editor.current_place) if window.draft.draft else "",
    )


def read_place(text: str) -> FlowPlace | None:
    """Return the place in a draft that `text` tells, None where it tells none."""
    data = read_json(text)
    if not isinstance(data, dict):
        return None
    section, block = data.get("section"), data.get("block")
    if not isinstance(section, str) or not isinstance(block, int) or isinstance(block, bool):
        return None
    return FlowPlace(section, block)


def _place_text(place: FlowPlace) -> str:
    return json.dumps({"section": place.section, "block": place.block}, ensure_ascii=False)


def read_json(text: str) -> object:
    """Return what `text` says, None where it is no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
