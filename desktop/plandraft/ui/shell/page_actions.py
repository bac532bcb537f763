"""What the actions of the window do on the page that is shown, and which of them can be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from plandraft.core.compare.versions import Reading
from plandraft.system.settings import LANGUAGES, THEMES
from plandraft.ui.compare import compare_page
from plandraft.ui.families import source_view
from plandraft.ui.models.picks import ReportForm
from plandraft.ui.shell.main_window import COMPARE, DRAFT, FAMILIES, LIBRARY, MainWindow

_FORMS = ("preview", "print", "pdf", "docx", "xlsx", "html")
_SIZES = ("view.larger", "view.smaller", "view.normal_size")


class _Readable(Protocol):
    """Say what a text has whose size can be changed."""

    @property
    def reading_size(self) -> float:
        """Return the size of body text in points."""

    def set_reading_size(self, points: float) -> None:
        """Set it."""


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
        "pair.passages": partial(page.set_reading, Reading.PASSAGES),
        "pair.versions": partial(page.set_reading, Reading.VERSIONS),
        "pair.find": page.passages.filters.words.setFocus,
        "pair.pin": page.reader.pin_carets,
        "pair.unpin": page.reader.remove_pins,
        "pair.send": page.send_to_draft,
        "pair.phrase": page.make_phrase,
    }


def page_handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what to do for each action that needs nothing but the window."""
    names = (LIBRARY, COMPARE, DRAFT, FAMILIES)
    return {
        **{f"view.{name}": partial(window.show_page, name) for name in names},
        "view.full_screen": window.toggle_full_screen,
        "edit.undo": window.draft.editor.undo,
        "edit.redo": window.draft.editor.redo,
        "edit.box": window.draft.editor.toggle_box,
        "edit.compare": window.library.request_compare,
        "edit.remove": window.library.request_remove,
        "file.export": partial(window.draft.request_export, with_sources=False),
        "file.export_sources": partial(window.draft.request_export, with_sources=True),
        "file.pages": window.draft.pages_button.toggle,
        "file.quit": window.close,
        **reading_handlers(window),
    }


def choice_handlers(
    set_theme: Callable[[str], None],
    set_language: Callable[[str], None],
    write_report: Callable[[ReportForm], None],
) -> dict[str, Callable[[], object]]:
    """Return what to do for each action that is one of several: themes, languages, reports."""
    reports = {f"file.report_{form.value.removeprefix('.')}": form for form in ReportForm}
    return {
        **{f"view.theme_{name}": partial(set_theme, name) for name in THEMES},
        **{f"view.language_{name}": partial(set_language, name) for name in LANGUAGES},
        **{identity: partial(write_report, form) for identity, form in reports.items()},
    }


def zoom(window: MainWindow, points: int) -> None:
    """Make the text of the page larger by `points`; 0 gives it its first size."""
    if window.page == DRAFT:
        window.draft.enlarge(points)
        return
    texts: dict[str, tuple[_Readable, float]] = {
        COMPARE: (window.compare, compare_page.DEFAULT_POINTS),
        FAMILIES: (window.families.sources, source_view.DEFAULT_POINTS),
    }
    shown, usual = texts.get(window.page, texts[COMPARE])
    shown.set_reading_size(shown.reading_size + points if points else usual)


def enabled_actions(window: MainWindow) -> dict[str, bool]:
    """Tell of each action that is not always of use whether it is now."""
    history = window.draft.editor.history
    writing = window.page == DRAFT and window.draft.draft is not None
    chosen = window.library.table.chosen() if window.page == LIBRARY else ()
    compared = window.compare.comparison is not None
    reading = compared and window.page == COMPARE
    sources = window.page == FAMILIES and window.families.plans is not None
    pair = (name for name in reading_handlers(window) if name.startswith("pair."))
    return {
        **dict.fromkeys(pair, reading),
        **dict.fromkeys(_SIZES, reading or writing or sources),
        "edit.undo": writing and history is not None and history.can_undo,
        "edit.redo": writing and history is not None and history.can_redo,
        "edit.find_passage": window.draft.draft is not None,
        "edit.compare": len(chosen) > 1,
        "edit.remove": bool(chosen),
        "edit.box": writing,
        "file.save_draft": writing,
        "file.earlier": writing,
        "file.export": writing,
        "file.export_sources": writing,
        "file.pages": writing,
        **dict.fromkeys((f"file.report_{form}" for form in _FORMS), compared),
        # Whoever presses Ctrl+P elsewhere does not mean what is not in sight.
        "file.report_print": reading,
        "file.original": reading or bool(chosen) or writing,
    }
