"""What the actions of the window do on the page that is shown, and which of them can be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from plandraft.ui.compare import compare_page
from plandraft.ui.draft import draft_page
from plandraft.ui.shell.main_window import COMPARE, DRAFT, LIBRARY, MainWindow

_SIZES = ("view.larger", "view.smaller", "view.normal_size")


def reading_handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what to do for each action that reads on: the size of the text, and the pair."""
    page = window.compare
    return {
        **dict(zip(_SIZES, (partial(zoom, window, step) for step in (1, -1, 0)), strict=True)),
        "pair.next": page.go_next,
        "pair.previous": page.go_previous,
        "pair.back": page.reader.go_back,
        "pair.forward": page.reader.go_forward,
        "pair.in_step": page.head.in_step.toggle,
        "pair.outlines": page.head.outline.toggle,
        "pair.swap": page.head.swap.click,
        "pair.send": page.send_to_draft,
    }


def zoom(window: MainWindow, points: int) -> None:
    """Make the text of the page larger by `points`; 0 gives it its first size."""
    shown, usual = (
        (window.compare, compare_page.DEFAULT_POINTS)
        if window.page == COMPARE
        else (window.draft, draft_page.DEFAULT_POINTS)
    )
    shown.set_reading_size(shown.reading_size + points if points else usual)


def enabled_actions(window: MainWindow) -> dict[str, bool]:
    """Tell of each action that is not always of use whether it is now."""
    history = window.draft.editor.history
    writing = window.page == DRAFT and window.draft.draft is not None
    chosen = window.library.table.chosen() if window.page == LIBRARY else ()
    compared = window.compare.comparison is not None
    reading = compared and window.page == COMPARE
    pair = (name for name in reading_handlers(window) if name.startswith("pair."))
    return {
        **dict.fromkeys(pair, reading),
        **dict.fromkeys(_SIZES, reading or writing),
        "edit.undo": writing and history is not None and history.can_undo,
        "edit.redo": writing and history is not None and history.can_redo,
        "edit.find_passage": window.draft.draft is not None,
        "edit.compare": len(chosen) > 1,
        "edit.remove": bool(chosen),
        "file.save_draft": writing,
        "file.export": writing,
        "file.export_sources": writing,
        "file.report_html": compared,
        "file.report_docx": compared,
        "file.report_xlsx": compared,
    }
