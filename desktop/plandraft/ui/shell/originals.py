"""Open the file that a document was read from, in the program the system has for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.library import DocumentRecord
from plandraft.services.originals import OriginalState, check_original
from plandraft.system.files import is_folder
from plandraft.system.messages import error_text
from plandraft.ui.draft.source_panel import SourcePanel
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.picks import OriginalPick
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE, DRAFT, LIBRARY
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind


class Originals(QObject):
    """Open originals and say on a page what became of it.

    No program of the system can be told a place for certain, so the words to look for are put on
    the clipboard.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def open_here(self) -> None:
        """Open the file that belongs to the place in use on the page that is shown."""
        window = self._desk.window
        if window.page == COMPARE:
            window.compare.open_original()
        elif window.page == DRAFT:
            self.open_source(DRAFT, window.draft.editor.source)
        else:
            for record in window.library.table.chosen()[:1]:
                self.open_record(LIBRARY, record)

    def open(self, page: str, pick: object) -> None:
        """Open the file of an OriginalPick; tell where it is gone or was changed."""
        assert isinstance(pick, OriginalPick)
        path, sha256 = Path(pick.path), pick.sha256
        self._submit(page, pick, lambda progress: check_original(path, sha256, progress))

    def open_source(self, page: str, source: SourcePanel) -> None:
        """Open the file that the paragraph with the caret was taken from."""
        if source.has_source:
            source.open_original()
        else:
            text = self.tr("光标所在的段落没有引用来源，没有原件可开。")
            self._desk.show(page, Message(MessageKind.INFO, text))

    def open_record(self, page: str, record: DocumentRecord) -> None:
        """Open the file of a document of the library."""
        library, path = self._desk.services.library, Path(record.path)

        def work(progress: Progress) -> OriginalState:
            origin = library.get_document(record.id).origin
            return check_original(path, origin.sha256, progress)

        self._submit(page, OriginalPick(record.path, ""), work)

    def _open(self, page: str, pick: OriginalPick, state: OriginalState) -> None:
        path = Path(pick.path)
        if not self._desk.dialogs.open_path(path):
            text = self.tr("系统没有可以打开“{name}”的程序。").format(name=path.name)
            self._desk.show(page, Message(MessageKind.ERROR, text, self._folder(page, path)))
            return
        said = [self.tr("已打开原件“{name}”。").format(name=path.name)]
        if state is OriginalState.CHANGED:
            said.append(
                self.tr("它在导入以后改动过：打开的是现在的内容，资料库里仍是导入时的文字。")
            )
        if pick.words:
            QGuiApplication.clipboard().setText(pick.words)
            told = self.tr("“{words}”已复制，在打开的程序中按 Ctrl+F 粘贴，即可找到这一处。")
            said.append(told.format(words=pick.words))
        kind = MessageKind.INFO if state is OriginalState.CHANGED else MessageKind.DONE
        self._desk.show(page, Message(kind, "".join(said)))

    def _submit(
        self, page: str, pick: OriginalPick, work: Callable[[Progress], OriginalState]
    ) -> None:
        self._desk.runner.submit(
            "original",
            work,
            lane=Lane.COMPUTE,
            on_done=partial(self._open, page, pick),
            on_error=partial(self._tell_missing, page, Path(pick.path)),
        )

    def _tell_missing(self, page: str, path: Path, error: PlanError) -> None:
        text = error_text(error, self._desk.language) + self.tr("资料库里的文字不受影响。")
        self._desk.show(page, Message(MessageKind.ERROR, text, self._folder(page, path)))

    def _folder(self, page: str, path: Path) -> tuple[MessageAction, ...]:
        if not is_folder(path.parent):
            return ()
        opens = partial(self._desk.open, page, path.parent)
        return (MessageAction(self.tr("打开文件夹"), opens),)
