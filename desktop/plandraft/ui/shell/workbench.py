"""Put window, controllers and settings together, and take them apart again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import PlanError
from plandraft.system.settings import Settings
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell.actions import ActionTable, make_actions
from plandraft.ui.shell.common_controller import CommonController
from plandraft.ui.shell.compare_controller import CompareController
from plandraft.ui.shell.correcting_controller import compare_again
from plandraft.ui.shell.desk import Desk, Services
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.draft_controller import DraftController, OpenDraft
from plandraft.ui.shell.earlier_controller import EarlierController
from plandraft.ui.shell.families_controller import FamiliesController
from plandraft.ui.shell.i18n import Translations, choose_language
from plandraft.ui.shell.keys_dialog import show_keys
from plandraft.ui.shell.library_controller import LibraryController
from plandraft.ui.shell.main_window import COMPARE, DRAFT, FAMILIES, LIBRARY, MainWindow
from plandraft.ui.shell.originals import Originals
from plandraft.ui.shell.page_actions import choice_handlers, enabled_actions, page_handlers
from plandraft.ui.shell.phrases_controller import PhrasesController
from plandraft.ui.shell.reading_font import ask_for_face
from plandraft.ui.shell.report_controller import ReportController
from plandraft.ui.shell.restoring import read_place, remember_window, restore_window
from plandraft.ui.shell.review_controller import ReviewController
from plandraft.ui.shell.settings_keeper import SettingsKeeper
from plandraft.ui.shell.theme import apply_theme, choose_palette
from plandraft.ui.shell.used_marks import UsedMarks

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """Say where things are: resources of the program, and the folder of the log."""

    resources: Path
    log: Path


class Workbench(QObject):
    """Hold the window with everything behind it; `language` and `theme` can change while it runs.

    `save_settings` is called with what to remember when the window closes.
    """

    def __init__(
        self,
        services: Services,
        runner: JobRunner,
        settings: Settings,
        places: Places,
        save_settings: Callable[[Settings], None],
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__()
        self.services = services
        self._runner = runner
        self._places = places
        self._save_settings = save_settings
        self.dialogs = dialogs or Dialogs()
        self.settings = settings
        self._colors = choose_palette(settings.theme)
        self._icons = IconSet(places.resources / "icons", self._colors)
        self.translations = Translations(self, places.resources)
        self._language = choose_language(settings.language)
        self.translations.install(self._language)
        apply_theme(_app(), self._colors, places.resources)
        _app().styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.dialogs.import_folder = settings.import_folder
        self.dialogs.output_folder = settings.output_folder
        self.window, self.library, self.compare, self.draft = self._build()
        self._finish_window()
        self._keeper = SettingsKeeper(runner, self._remembered, save_settings, self)

    def show(self) -> None:
        """Show the window and fill it."""
        self.window.show()
        self.library.refresh()
        self.draft.load_templates()

    def open_files(self, files: tuple[Path, ...]) -> None:
        """Open what was given at the start: drafts, one plan to look into, two to compare.

        Without files, what was open last time.
        """
        if not files:
            self._reopen()
        plans = self._open_drafts(files)
        if len(plans) == 2:
            self.library.import_pair(plans[0], plans[1], self.compare.compare_records)
        else:
            self._import(plans)

    def _open_drafts(self, files: tuple[Path, ...]) -> tuple[Path, ...]:
        """Open the drafts among `files` and return the others."""
        for path in files:
            if path.suffix == ".plandraft":
                self.draft.open_file(path)
        return tuple(path for path in files if path.suffix != ".plandraft")

    def _import(self, plans: tuple[Path, ...]) -> None:
        if plans:
            self.window.show_page(LIBRARY)
            self.library.import_paths(plans)

    def _reopen(self) -> None:
        if self.settings.open_draft:
            self.draft.reopen(self.settings.open_draft, read_place(self.settings.draft_place))
        if len(self.settings.open_pair) == 2:
            self.compare.reopen(CompareChoice(*self.settings.open_pair))
        if self.settings.open_families:
            self.families.reopen(self.settings.open_families)

    def set_theme(self, theme: str) -> None:
        """Change to "system", "light" or "dark"."""
        self.settings = replace(self.settings, theme=theme)
        self._colors = choose_palette(theme)
        self._icons.apply_palette(self._colors)
        apply_theme(_app(), self._colors, self._places.resources)
        self.window.apply_palette(self._colors)

    def set_language(self, language: str) -> None:
        """Change to "system", "zh_CN" or "en"; the window is made anew with what is in it."""
        self.settings = replace(self._remembered(), language=language)
        chosen = choose_language(language)
        if chosen == self._language:
            return
        self._language = chosen
        self.translations.install(chosen)
        self._rebuild()

    def close(self) -> None:
        """End all jobs, save what is not saved, remember the window."""
        self._keeper.stop()
        self.settings = self._remembered()
        self._runner.close()
        try:
            self.draft.finish()
        except PlanError:
            logger.exception("the draft could not be saved at the end")
        self._save_settings(self.settings)
        self.translations.remove()

    def _build(self) -> tuple[MainWindow, LibraryController, CompareController, DraftController]:
        window = MainWindow(self._icons, self._colors)
        desk = self._desk = Desk(
            self.services,
            self._runner,
            self.dialogs,
            window,
            self._places.resources,
            self._language,
        )
        options = MatchOptions(self.settings.min_length, self.settings.min_similarity)
        self.families = FamiliesController(desk, options, window)
        self.review = ReviewController(desk, window)
        self.reports = ReportController(desk, options, self._icons, window)
        self.originals = Originals(desk, window)
        self.common = CommonController(desk, window)
        draft = DraftController(desk, self.settings.author, window)
        self.earlier = EarlierController(desk, draft, lambda: self._colors, window)
        self.used_marks = UsedMarks(desk, self.review, draft, window)
        self.phrases = PhrasesController(desk, window)
        compare = CompareController(desk, options, window)
        return window, LibraryController(desk, window), compare, draft

    def _finish_window(self) -> None:
        self.actions = self._make_actions()
        self._connect()
        restore_window(self.window, self.settings)
        self._enable_actions()

    def _rebuild(self) -> None:
        old, old_draft = self.window, self.draft
        opened = None
        if old_draft.saver is not None and old.draft.draft is not None:
            editor = old.draft.editor
            opened = OpenDraft(old_draft.saver.identity, old.draft.draft, editor.template)
        old_draft.show_start()
        page, comparison, choice = old.page, old.compare.comparison, self.compare.choice
        self.window, self.library, self.compare, self.draft = self._build()
        self._finish_window()
        self.window.show()
        self.library.refresh()
        self.draft.load_templates()
        if comparison is not None:
            self.compare.take_over(choice, comparison)
        if opened is not None:
            self.draft.show(opened)
        plans = old.families.plans
        if plans is not None:
            self.window.families.take_over(old.families)
        else:
            self.families.reopen(self.settings.open_families)
        self.window.show_page(page)
        old.closing.disconnect()
        old.close()
        old.deleteLater()

    def _make_actions(self) -> dict[str, QAction]:
        table = ActionTable()
        specs = table.specs()
        actions = make_actions(specs, self._handlers(), self._icons, self.window)
        self.window.set_actions(table.menus(), specs, actions)
        actions[f"view.theme_{self.settings.theme}"].setChecked(True)
        actions[f"view.language_{self.settings.language}"].setChecked(True)
        return actions

    def _handlers(self) -> dict[str, Callable[[], object]]:
        window, library, draft = self.window, self.library, self.draft
        return {
            **page_handlers(window),
            **choice_handlers(self.set_theme, self.set_language, self.reports.write_report),
            "file.import": library.choose_files,
            "file.import_folder": library.choose_folder,
            "file.samples": self._open_samples,
            "file.new_draft": self._new_draft,
            "file.open_draft": draft.choose_file,
            "file.save_draft": draft.save_file,
            "file.earlier": self.earlier.open_dialog,
            "file.decisions": self.reports.export_decisions,
            "file.original": self.originals.open_here,
            "edit.search": self._search,
            "edit.find_passage": self._find_passage,
            "view.palette": self._open_palette,
            "view.reading_font": self._choose_reading_font,
            "pair.phrases": self.phrases.open_dialog,
            "help.keys": partial(show_keys, window),
            "help.log": lambda: self._desk.open(window.page, self._places.log),
            "help.about": lambda: self.dialogs.show_about(window),
        }

    def _connect(self) -> None:
        window = self.window
        self._runner.job_changed.connect(window.status.show_job)
        self._runner.job_ended.connect(window.status.end_job)
        window.status.cancel_requested.connect(self._runner.cancel)
        window.drop.dropped.connect(lambda files: self._import(self._open_drafts(files)))
        window.library.compare_requested.connect(self.compare.compare)
        window.library.compare_many_requested.connect(self.families.compare)
        window.families.compare_requested.connect(self.compare.compare)
        for page, pages in ((FAMILIES, window.families), (COMPARE, window.compare)):
            pages.send_to_draft_requested.connect(partial(self.draft.insert, page=page))
            pages.library_requested.connect(partial(window.show_page, LIBRARY))
        window.compare.original_requested.connect(partial(self.originals.open, COMPARE))
        window.draft.editor.source.original_requested.connect(partial(self.originals.open, DRAFT))
        window.full_screen_changed.connect(self.actions["view.full_screen"].setChecked)
        window.page_changed.connect(lambda _name: self._enable_actions())
        window.draft.history_changed.connect(self._enable_actions)
        window.families.status_changed.connect(lambda _text: self._enable_actions())
        window.library.table.chosen_changed.connect(self._enable_actions)
        window.closing.connect(self.close)
        self.library.records_changed.connect(self.compare.show_choices)
        self.library.records_changed.connect(lambda _records: self.common.refresh())
        self.library.convert_files = self.settings.convert_files
        again = partial(compare_again, self.compare, self.families)
        self.library.correcting.texts_changed.connect(again)
        self.library.correcting.pick_sent.connect(lambda pick: self.draft.insert(pick, LIBRARY))
        self.compare.compared.connect(self._on_compared)
        self.phrases.changed.connect(self.families.refresh)
        self.review.kept.connect(self.families.refresh)
        self.families.shown.connect(self.common.refresh_families)

    def _remembered(self) -> Settings:
        saver = self.draft.saver
        return replace(
            remember_window(self.window, self.settings),
            open_draft=saver.identity if saver is not None and self.window.draft.draft else 0,
            open_pair=self.compare.open_pair(),
            open_families=self.families.open_set(),
            convert_files=self.library.convert_files,
            import_folder=self.dialogs.import_folder,
            output_folder=self.dialogs.output_folder,
        )

    def _enable_actions(self) -> None:
        for identity, on in enabled_actions(self.window).items():
            self.actions[identity].setEnabled(on)
        self.actions[f"view.{self.window.page}"].setChecked(True)

    def _open_samples(self) -> None:
        self.window.show_page(LIBRARY)
        self.library.import_samples()

    def _new_draft(self) -> None:
        self.window.show_page(DRAFT)
        self.draft.show_start()

    def _search(self) -> None:
        self.window.show_page(LIBRARY)
        self.window.library.focus_search()

    def _find_passage(self) -> None:
        self.window.show_page(DRAFT)
        self.window.draft.focus_search()

    def _choose_reading_font(self) -> None:
        points = self.window.compare.reading_size
        ask_for_face(self.settings.reading_family, points, self._read_in, self.window)

    def _read_in(self, family: str, points: float) -> None:
        self.settings = replace(self.settings, reading_family=family)
        self.window.set_reading_family(family)
        self.window.compare.set_reading_size(points)
        self.window.families.sources.set_reading_size(points)

    def _open_palette(self) -> None:
        usable: list[tuple[str, QAction]] = [
            (identity, action)
            for identity, action in self.actions.items()
            if identity != "view.palette"
        ]
        self.window.palette_box.open_with(usable)

    def _on_compared(self, comparison: object) -> None:
        self._enable_actions()
        self.window.draft.set_gazetteer(comparison.gazetteer)  # type: ignore[attr-defined]

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.settings.theme == "system":
            self.set_theme("system")


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
