"""The pages of the open draft follow it: laid out in the background, while somebody looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from plandraft.core.draft.export import Preset
from plandraft.core.draft.page_values import PagedPlan
from plandraft.core.draft.slots import fill_slots
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.export_choices import ExportChoice
from plandraft.services.fonts import FaceStatus
from plandraft.system.messages import error_text
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.preview.outputs import print_plan, write_plan_pdf
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.export_controller import ExportController
from plandraft.ui.shell.main_window import DRAFT

# Long enough that a fast typist does not lay out every letter, short enough to look at once.
UPDATE_DELAY_MS = 350


class PreviewController(QObject):
    """Lay the open draft out as it would be exported, print it, and write it as PDF."""

    def __init__(
        self, desk: Desk, exports: ExportController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._exports = exports
        self._page = desk.window.draft
        self._panel = self._page.editor.preview
        self._choice: ExportChoice | None = None
        self._delay = QTimer(self, singleShot=True, interval=UPDATE_DELAY_MS)
        self._delay.timeout.connect(self.update_now)
        self._page.draft_changed.connect(lambda _draft: self._soon())
        panel = self._panel
        panel.shown.connect(self._on_shown)
        panel.hidden.connect(self._delay.stop)
        panel.preset_chosen.connect(self._on_preset)
        panel.pdf_requested.connect(self._write_pdf)
        panel.print_requested.connect(self._print)
        panel.fonts_requested.connect(exports.show_faces)
        exports.preview_with(self.show)

    def show(self, choice: ExportChoice) -> None:
        """Show the pages of the open draft as `choice` says."""
        self._choice = choice
        was_shown = self._panel.isVisible()
        self._page.editor.show_pages(on=True)
        if was_shown:
            self._on_shown()

    def forget(self) -> None:
        """Take the last choice of the draft that is opened next."""
        self._choice = None

    def update_now(self) -> None:
        """Lay the draft out as it is now."""
        draft, choice = self._page.draft, self._choice
        if draft is None or choice is None or not self._panel.isVisible():
            return
        rendering = self._desk.services.rendering

        def work(progress: Progress) -> PagedPlan:
            options = choice.options(rendering.houses())
            base = Path(choice.base) if choice.base else None
            return rendering.lay_out(draft, options, progress, base=base)

        self._panel.show_note(self.tr("正在排版…"))
        self._desk.runner.submit(
            "preview",
            work,
            lane=Lane.COMPUTE,
            on_done=self._on_laid_out,
            on_error=self._on_failed,
        )

    def _soon(self) -> None:
        if self._panel.isVisible():
            self._delay.start()

    def _on_shown(self) -> None:
        if self._choice is None:
            self._choice = self._exports.choice()
        preset = self._choice.preset
        self._panel.show_preset(Preset.FINAL if preset is Preset.PLAIN else preset)
        self._exports.with_faces(self._tell_faces)
        self.update_now()

    def _on_preset(self, preset: object) -> None:
        assert isinstance(preset, Preset)
        self._choice = replace(self._choice or self._exports.choice(), preset=preset)
        self._exports.keep(self._choice)
        self.update_now()

    def _on_laid_out(self, paged: PagedPlan) -> None:
        first = self._panel.view.paged is None
        self._panel.show_plan(paged)
        if first:
            self._panel.view.show_place(self._page.editor.current_place)

    def _on_failed(self, error: PlanError) -> None:
        self._panel.show_note(error_text(error, self._desk.language))

    def _tell_faces(self, faces: tuple[FaceStatus, ...]) -> None:
        self._panel.show_missing_faces(sum(not face.installed for face in faces))

    def _write_pdf(self, paged: object) -> None:
        assert isinstance(paged, PagedPlan)
        draft = self._page.draft
        if draft is None:
            return
        title = fill_slots(draft.title, dict(draft.slots))
        target = self._desk.dialogs.choose_target(self._desk.window, title, ".pdf")
        if target is None:
            return
        self._desk.runner.submit(
            "plan-pdf",
            lambda progress: write_plan_pdf(paged, target, progress),
            lane=Lane.COMPUTE,
            title=self.tr("写 PDF"),
            on_done=lambda path: self._desk.show_written(DRAFT, path),
            on_error=lambda error: self._desk.show_error(DRAFT, error),
        )

    def _print(self, paged: object) -> None:
        assert isinstance(paged, PagedPlan)
        dialogs = self._desk.dialogs
        if not dialogs.has_printer():
            self._panel.show_note(self.tr("这台电脑上没有打印机，可以存成 PDF。"))
            return
        printer = dialogs.choose_printer(self._desk.window, len(paged.pages))
        if printer is None:
            return
        self._desk.runner.submit(
            "plan-print",
            lambda progress: print_plan(paged, printer, progress),
            lane=Lane.COMPUTE,
            title=self.tr("打印"),
            on_done=lambda pages: self._panel.show_note(
                self.tr("已送去打印：{count} 页").format(count=pages)
            ),
            on_error=lambda error: self._desk.show_error(DRAFT, error),
        )
