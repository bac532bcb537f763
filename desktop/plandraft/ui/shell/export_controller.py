"""Exports of the open draft: asked for in one dialog, made in the background, told in a strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject

from plandraft.core.draft.checks import check_draft
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions
from plandraft.core.draft.readiness import Obstacle
from plandraft.core.draft.slots import fill_slots
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.export_choices import ExportChoice
from plandraft.services.exporting import ExportReport
from plandraft.services.fonts import FaceStatus, FontService
from plandraft.services.layout import Finding, LayoutReport, LayoutService
from plandraft.services.rendering import can_render, write_true_pdf
from plandraft.ui.draft.draft_page import ExportRequest
from plandraft.ui.draft.export_dialog import ExportDialog, ExportOrder, ExportSetting
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.icons import IconSet
from plandraft.ui.preview.face_texts import face_lines, missing_faces_text
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.dialogs import documents, safe_name
from plandraft.ui.shell.main_window import DRAFT
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind


class ExportController(QObject):
    """Fulfil the wishes to export; `identity` gives the id of the open draft, 0 for none."""

    def __init__(
        self,
        desk: Desk,
        icons: IconSet,
        author: str,
        identity: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icons = icons
        self._author = author
        self._identity = identity
        self._faces: tuple[FaceStatus, ...] | None = None
        self._numbers = count(1)
        self._preview: Callable[[ExportChoice], object] = lambda _choice: None
        self.dialog: ExportDialog | None = None
        desk.window.draft.export_requested.connect(self._on_requested)

    def preview_with(self, show: Callable[[ExportChoice], object]) -> None:
        """Call `show` with the choice whose pages are wished for."""
        self._preview = show

    def choice(self) -> ExportChoice:
        """Return what the open draft was exported as the last time."""
        return self._desk.services.choices.load(self._identity())

    def keep(self, choice: ExportChoice) -> None:
        """Remember what the open draft is exported as."""
        self._desk.services.choices.save(self._identity(), choice)

    def with_faces(self, show: Callable[[tuple[FaceStatus, ...]], None]) -> None:
        """Call `show` with how the prescribed faces stand here; asked of the system once."""
        if self._faces is not None:
            show(self._faces)
            return

        def done(faces: tuple[FaceStatus, ...]) -> None:
            self._faces = faces
            show(faces)

        self._submit(f"faces-{next(self._numbers)}", lambda _p: FontService().check(), done)

    def show_faces(self) -> None:
        """Say which prescribed faces are missing, what stands in for them, whence they come."""
        self.with_faces(self._tell_faces)

    def _on_requested(self, request: object) -> None:
        assert isinstance(request, ExportRequest)
        choice = self.choice()
        if request.preset is not None:
            choice = replace(choice, preset=request.preset)
        try:
            self._open(request.draft, choice)
        except PlanError as error:
            self._desk.show_error(DRAFT, error)

    def _open(self, draft: Draft, choice: ExportChoice) -> None:
        window, services = self._desk.window, self._desk.services
        # A template that is gone is told now, not behind the dialog.
        services.exporting.find_obstacles(draft)
        name = safe_name(fill_slots(draft.title, dict(draft.slots)))
        setting = ExportSetting(
            draft,
            choice,
            services.rendering.houses(),
            Path(documents()),
            name,
            partial(self._obstacles, draft),
            lambda suffix: self._desk.dialogs.choose_target(window, name, suffix),
            lambda: self._desk.dialogs.choose_base(window),
            check_draft(draft),
            can_render(),
        )
        dialog = self.dialog = ExportDialog(self._icons, setting, window)
        dialog.export_requested.connect(self._export)
        dialog.preview_requested.connect(self._on_preview)
        dialog.obstacle_chosen.connect(window.draft.go_to_obstacle)
        dialog.finished.connect(lambda _result: self._forget(dialog))
        self.with_faces(lambda faces: self._tell_dialog(dialog, faces))
        dialog.open()

    def _obstacles(self, draft: Draft, options: ExportOptions) -> Sequence[Obstacle]:
        return self._desk.services.exporting.find_obstacles(draft, options)

    def _forget(self, dialog: ExportDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _tell_dialog(self, dialog: ExportDialog, faces: Sequence[FaceStatus]) -> None:
        if self.dialog is dialog:
            dialog.show_missing_faces(faces)

    def _on_preview(self, choice: object) -> None:
        assert isinstance(choice, ExportChoice)
        self.keep(choice)
        self._preview(choice)

    def _export(self, order: object) -> None:
        assert isinstance(order, ExportOrder)
        self.keep(order.choice)
        exporting, author = self._desk.services.exporting, self._author

        def work(progress: Progress) -> ExportReport:
            return exporting.export_draft(
                order.draft,
                order.target,
                options=order.options,
                author=author,
                base=order.base,
                measure_pages=order.choice.exact_pages and can_render(),
                progress=progress,
            )

        self._submit("export", work, self._tell_exported, self.tr("导出"))

    def _tell_exported(self, report: ExportReport) -> None:
        opens, path = partial(self._desk.open, DRAFT), report.target
        details = []
        if report.open_slots:
            names = "、".join(report.open_slots)
            note = self.tr("还有没填的要素，在文中以【】标出：{names}").format(names=names)
            details.append(note)
        if report.base is not None:
            details += report.base.notes
        actions = [
            MessageAction(self.tr("打开文件"), partial(opens, path)),
            MessageAction(self.tr("打开文件夹"), partial(opens, path.parent)),
        ]
        if path.suffix.lower() == ".docx":
            actions.append(MessageAction(self.tr("检查版面"), partial(self._check, path)))
            if can_render():
                make = partial(self._true_pdf, path)
                actions.append(MessageAction(self.tr("真实版面 PDF"), make))
        text = self.tr("已导出：{path}").format(path=path)
        self._desk.show(DRAFT, Message(MessageKind.DONE, text, tuple(actions), tuple(details)))

    def _check(self, path: Path) -> None:
        def work(progress: Progress) -> LayoutReport:
            return LayoutService().check(path, progress)

        self._submit("layout", work, self._tell_layout, self.tr("检查版面"))

    def _tell_layout(self, report: LayoutReport) -> None:
        findings = report.findings
        open_file = MessageAction(self.tr("打开文件"), partial(self._desk.open, DRAFT, report.path))
        if not findings:
            text = self.tr("版面符合 GB/T 9704：{name}").format(name=report.path.name)
            self._desk.show(DRAFT, Message(MessageKind.DONE, text, (open_file,)))
            return
        details = tuple(map(self._finding_line, findings))
        text = self.tr("版面有 {count} 处与 GB/T 9704 不同：").format(count=len(findings))
        self._desk.show(DRAFT, Message(MessageKind.INFO, text, (open_file,), details))

    def _finding_line(self, finding: Finding) -> str:
        line = self.tr("{place}：{found}，应为{wanted}")
        place = f"“{finding.words}…”" if finding.words else self.tr("全文")
        return line.format(place=place, found=finding.found, wanted=finding.wanted)

    def _true_pdf(self, source: Path) -> None:
        target = self._desk.dialogs.choose_target(self._desk.window, source.stem, ".pdf")
        if target is None:
            return

        def work(progress: Progress) -> Path:
            return write_true_pdf(source, target, progress)

        title = self.tr("真实版面 PDF")
        self._submit("true-pdf", work, lambda path: self._desk.show_written(DRAFT, path), title)

    def _tell_faces(self, faces: Sequence[FaceStatus]) -> None:
        details = face_lines(faces)
        if not details:
            text = self.tr("规定的字体都已安装。")
            self._desk.show(DRAFT, Message(MessageKind.DONE, text))
            return
        text = missing_faces_text(len(details))
        self._desk.show(DRAFT, Message(MessageKind.INFO, text, (), details))

    def _submit(
        self,
        slot: str,
        work: Callable[[Progress], object],
        on_done: Callable[..., None],
        title: str = "",
    ) -> None:
        self._desk.runner.submit(
            slot,
            work,
            lane=Lane.COMPUTE,
            title=title,
            on_done=on_done,
            on_error=lambda error: self._desk.show_error(DRAFT, error),
        )
