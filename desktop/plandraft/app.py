"""Put the program together and run its window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from plandraft import __version__
from plandraft.core.model.errors import PlanError
from plandraft.system.one_window import WindowClaim, claim_window
from plandraft.system.paths import (
    data_dir,
    library_file,
    log_dir,
    resources_dir,
    settings_file,
    templates_dir,
)
from plandraft.system.settings import LoadedSettings, Settings, load_settings, save_settings
from plandraft.ui.shell.first_frame import FirstFrame, place_first
from plandraft.ui.shell.theme import choose_palette

if TYPE_CHECKING:
    from plandraft.system.diagnostics import Diagnostics
    from plandraft.ui.jobs.runner import JobRunner
    from plandraft.ui.shell.dialogs import Dialogs
    from plandraft.ui.shell.workbench import Workbench

APP_ID = "plandraft"
# The window has been filled by then, and nobody has chosen files to import yet.
_WARM_UP_MS = 1500
_FAILED = 1


def run_app(files: tuple[Path, ...], *, smoke: bool = False) -> int:
    """Open the window with `files` and return the exit code when it is closed.

    One plan is imported and shown, two are compared, a .plandraft file is opened. Where a window
    is open on the same library, it takes the files over. With `smoke` the window is painted once
    and closed.
    """
    claim = WindowClaim(None) if smoke else claim_window(data_dir(), files)
    if claim is None:
        return 0
    app = make_application()
    loaded = load_settings(settings_file())
    settings = loaded.settings
    frame = FirstFrame(choose_palette(settings.theme), settings.window_geometry)
    session = _Session(frame, loaded, files, claim, smoke=smoke)
    frame.painted.connect(session.start)
    frame.show()
    try:
        return app.exec()
    finally:
        session.end()


class _Session:
    """Build the real window behind the first frame, and end what was begun."""

    def __init__(
        self,
        frame: FirstFrame,
        loaded: LoadedSettings,
        files: tuple[Path, ...],
        claim: WindowClaim,
        *,
        smoke: bool,
    ) -> None:
        self._claim = claim
        self._frame = frame
        self._loaded = loaded
        self._files = files
        self._smoke = smoke
        self._runner: JobRunner | None = None
        self._diagnostics: Diagnostics | None = None
        self._bench: Workbench | None = None

    def start(self) -> None:
        """Load everything, show the real window and take the frame away."""
        try:
            self._build()
        except BaseException:
            QApplication.exit(_FAILED)
            raise
        finally:
            self._frame.close()

    def _build(self) -> None:
        from plandraft.system.diagnostics import install_exception_hooks, start_diagnostics
        from plandraft.ui.jobs.runner import JobRunner
        from plandraft.ui.shell.crash_guard import CrashGuard

        self._diagnostics = start_diagnostics(log_dir())
        self._runner = JobRunner()
        bench = self._bench = make_workbench(self._runner, loaded=self._loaded)
        guard = CrashGuard(log_dir(), bench.dialogs.open_path)
        install_exception_hooks(guard.report)
        if not self._loaded.settings.window_geometry:
            place_first(bench.window)
        bench.show()
        bench.open_files(self._files)
        self._listen(bench)
        QTimer.singleShot(0, bench.services.library.prepare)
        QTimer.singleShot(_WARM_UP_MS, bench.services.library.prepare)
        if self._smoke:
            QTimer.singleShot(0, lambda: (bench.window.grab(), bench.window.close()))

    def _listen(self, bench: Workbench) -> None:
        from plandraft.ui.shell.other_starts import OtherStarts

        starts = OtherStarts(bench)
        self._claim.listen(starts.hear)

    def end(self) -> None:
        """Stop the jobs, let the library go and close the log."""
        self._claim.close()
        if self._runner is not None:
            self._runner.close()
        if self._diagnostics is not None:
            self._diagnostics.close()


def make_application() -> QApplication:
    """Return the application of this process, made if there is none."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(APP_ID)
    app.setApplicationDisplayName("PlanDraft")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    return app


def make_workbench(
    runner: JobRunner, dialogs: Dialogs | None = None, loaded: LoadedSettings | None = None
) -> Workbench:
    """Build the window on the user's own library and settings, read here unless `loaded`."""
    from plandraft.services.comparing import CompareService
    from plandraft.services.drafting import DraftingService
    from plandraft.services.export_choices import ExportChoices
    from plandraft.services.exporting import ExportService
    from plandraft.services.families import FamilyService
    from plandraft.services.library import LibraryService
    from plandraft.services.phrases import PhraseService
    from plandraft.services.rendering import RenderingService
    from plandraft.services.reviewing import ReviewService
    from plandraft.system.diagnostics import logger
    from plandraft.ui.shell.desk import Services
    from plandraft.ui.shell.workbench import Places, Workbench

    loaded = loaded or load_settings(settings_file())
    for name in loaded.dropped:
        logger.warning("setting dropped: %s", name)
    comparing = CompareService(resources_dir())
    phrases, reviewing = PhraseService(library_file()), ReviewService(library_file())
    services = Services(
        library=LibraryService(library_file()),
        comparing=comparing,
        families=FamilyService(comparing, phrases, reviewing),
        reviewing=reviewing,
        drafting=DraftingService(templates_dir(), library_file()),
        exporting=ExportService(templates_dir()),
        rendering=RenderingService(templates_dir()),
        choices=ExportChoices(library_file().with_name("export_choices.json")),
        phrases=phrases,
    )
    places = Places(resources_dir(), log_dir())
    return Workbench(services, runner, loaded.settings, places, _keep_settings, dialogs)


def _keep_settings(settings: Settings) -> None:
    from plandraft.system.diagnostics import logger

    try:
        save_settings(settings_file(), settings)
    except PlanError as error:
        # Losing the window's place is not worth a question at the end.
        logger.warning("settings not saved: %s", error)
