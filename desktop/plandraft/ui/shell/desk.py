"""What the controllers of the pages share: services, jobs, dialogs, and how errors are told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from plandraft.core.model.errors import PlanError
from plandraft.services.comparing import CompareService
from plandraft.services.drafting import DraftingService
from plandraft.services.export_choices import ExportChoices
from plandraft.services.exporting import ExportService
from plandraft.services.families import FamilyService
from plandraft.services.library import LibraryService
from plandraft.services.phrases import PhraseService
from plandraft.services.rendering import RenderingService
from plandraft.services.reviewing import ReviewService
from plandraft.system.messages import error_text
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.main_window import MainWindow
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind


@dataclass(frozen=True, slots=True)
class Services:
    """Hold the use cases."""

    library: LibraryService
    comparing: CompareService
    families: FamilyService
    reviewing: ReviewService
    drafting: DraftingService
    exporting: ExportService
    rendering: RenderingService
    choices: ExportChoices
    phrases: PhraseService


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold what every controller works with; `language` is that of error texts."""

    services: Services
    runner: JobRunner
    dialogs: Dialogs
    window: MainWindow
    resources: Path
    language: str

    def show_error(self, page: str, error: PlanError) -> None:
        """Say on a page what happened, to which file, and what to do."""
        text = error_text(error, self.language)
        self.window.show_message(page, Message(MessageKind.ERROR, text))

    def show(self, page: str, message: Message) -> None:
        """Show a message on a page."""
        self.window.show_message(page, message)

    def open(self, page: str, path: Path) -> None:
        """Open a file or folder with the system's program, and say on a page where that fails."""
        if not self.dialogs.open_path(path):
            text = QCoreApplication.translate(
                "desk", "打不开“{path}”：文件已移走，或系统没有打开它的程序。"
            )
            self.show(page, Message(MessageKind.ERROR, text.format(path=path)))

    def show_written(self, page: str, path: Path) -> None:
        """Say that a report is written, and offer to open it or its folder."""
        opens = partial(self.open, page)
        actions = (
            MessageAction(QCoreApplication.translate("desk", "打开文件"), partial(opens, path)),
            MessageAction(
                QCoreApplication.translate("desk", "打开文件夹"), partial(opens, path.parent)
            ),
        )
        text = QCoreApplication.translate("desk", "报告已写好：{path}").format(path=path)
        self.show(page, Message(MessageKind.DONE, text, actions))
