"""What happens when something is wished for on the library page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from plandraft.core.model.document import Document
from plandraft.core.model.progress import Progress
from plandraft.services.library import DocumentRecord, ImportReport
from plandraft.system.messages import error_text
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import LIBRARY
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

SAMPLE_SUFFIXES = frozenset({".txt", ".docx"})

_Listing = tuple[tuple[DocumentRecord, ...], tuple[DocumentRecord, ...]]


class LibraryController(QObject):
    """Import, list, remove; `records_changed` carries all records of the library."""

    records_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.library
        self._query = ""
        self._choose: tuple[int, ...] = ()
        self._imports = count(1)
        self._page.import_requested.connect(self.import_paths)
        self._page.samples_requested.connect(self.import_samples)
        self._page.search_requested.connect(self._on_search)
        self._page.remove_requested.connect(self.remove)
        self._page.open_requested.connect(self._on_open)
        self._page.details_requested.connect(self._on_details)

    def refresh(self, choose: tuple[int, ...] = ()) -> None:
        """List the library anew and choose these documents.

        A choice waits for its listing, also when another listing takes the place of the first.
        """
        self._choose = choose or self._choose
        library, query = self._desk.services.library, self._query

        def work(_progress: Progress) -> _Listing:
            everything = library.list_documents()
            return everything, library.list_documents(query) if query else everything

        self._desk.runner.submit(
            "library-list",
            work,
            lane=Lane.LIBRARY,
            on_done=self._show,
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
        )

    def choose_files(self) -> None:
        """Let the user choose files, and import them."""
        paths = self._desk.dialogs.choose_documents(self._desk.window)
        if paths:
            self.import_paths(paths)

    def choose_folder(self) -> None:
        """Let the user choose a folder, and import what is in it."""
        paths = self._desk.dialogs.choose_folder(self._desk.window)
        if paths:
            self.import_paths(paths)

    def import_paths(self, paths: object) -> None:
        """Import files and folders; without any, let the user choose."""
        assert isinstance(paths, tuple)
        if not paths:
            self.choose_files()
            return
        library = self._desk.services.library
        self._desk.runner.submit(
            # Each import is its own: one must not supersede the other.
            f"import-{next(self._imports)}",
            lambda progress: library.add_files(paths, progress),
            lane=Lane.LIBRARY,
            title=self.tr("导入"),
            on_done=self._on_imported,
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
            # After a cancel, what was added until then is there.
            on_end=self.refresh,
        )

    def import_pair(
        self, left: Path, right: Path, then: Callable[[DocumentRecord, DocumentRecord], None]
    ) -> None:
        """Import two files and hand their records on in this order."""
        library = self._desk.services.library

        def work(progress: Progress) -> tuple[DocumentRecord, DocumentRecord]:
            first = library.add_file(left, progress.part(0.0, 0.5))
            return first, library.add_file(right, progress.part(0.5, 1.0))

        self._desk.runner.submit(
            f"import-{next(self._imports)}",
            work,
            lane=Lane.LIBRARY,
            title=self.tr("导入"),
            on_done=lambda pair: then(*pair),
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
            on_end=self.refresh,
        )

    def import_samples(self) -> None:
        """Import the plans that come with the program."""
        folder = self._desk.resources / "samples"
        files = sorted(path for path in folder.iterdir() if path.suffix in SAMPLE_SUFFIXES)
        self.import_paths(tuple(files))

    def remove(self, identities: object) -> None:
        """Remove documents and offer to take that back."""
        assert isinstance(identities, tuple)
        library = self._desk.services.library
        self._desk.runner.submit(
            f"remove-{next(self._imports)}",
            lambda _progress: library.remove(identities),
            lane=Lane.LIBRARY,
            on_done=self._on_removed,
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
        )

    def _restore(self, identities: tuple[int, ...]) -> None:
        library = self._desk.services.library
        self._desk.runner.submit(
            f"restore-{next(self._imports)}",
            lambda _progress: library.restore(identities),
            lane=Lane.LIBRARY,
            on_done=lambda _none: self.refresh(identities),
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
        )

    def _show(self, listing: _Listing) -> None:
        everything, found = listing
        self._page.show_records(found)
        choose, self._choose = self._choose, ()
        if choose:
            self._page.choose(choose)
        text = self.tr("{count} 份文档").format(count=len(everything))
        if self._query:
            text = self.tr("找到 {found} 份，共 {count} 份文档").format(
                found=len(found), count=len(everything)
            )
        self._desk.window.show_status(LIBRARY, text if everything else "")
        self.records_changed.emit(everything)

    def _on_search(self, query: str) -> None:
        if query != self._query:
            self._query = query
            self.refresh()

    def _on_imported(self, report: ImportReport) -> None:
        self._desk.show(LIBRARY, self._summary(report))
        new = tuple(record.id for record in (*report.added, *report.known))
        if new:
            self.refresh(new[:1] if len(report.added) > 2 else new[:2])

    def _summary(self, report: ImportReport) -> Message:
        parts = []
        if report.added:
            parts.append(self.tr("已导入 {count} 份").format(count=len(report.added)))
        if report.known:
            parts.append(self.tr("{count} 份已在资料库中").format(count=len(report.known)))
        if report.failed:
            parts.append(self.tr("{count} 份未能导入").format(count=len(report.failed)))
        if not parts:
            parts.append(self.tr("这里没有可以导入的文件"))
        details = tuple(error_text(error, self._desk.language) for _path, error in report.failed)
        kind = MessageKind.ERROR if report.failed else MessageKind.DONE
        if not report.added and not report.failed:
            kind = MessageKind.INFO
        return Message(kind, "，".join(parts) + "。", details=details)

    def _on_removed(self, identities: tuple[int, ...]) -> None:
        self.refresh()
        text = self.tr("已移除 {count} 份文档，原文件没有改动。").format(count=len(identities))
        undo = MessageAction(self.tr("撤销"), partial(self._restore, identities))
        self._desk.show(LIBRARY, Message(MessageKind.INFO, text, (undo,)))

    def _on_open(self, path: object) -> None:
        assert isinstance(path, Path)
        if not path.exists() or not self._desk.dialogs.open_path(path):
            text = self.tr("无法打开“{path}”。文件可能已被移走；资料库里的内容不受影响。")
            self._desk.show(LIBRARY, Message(MessageKind.ERROR, text.format(path=path)))

    def _on_details(self, identity: int) -> None:
        library = self._desk.services.library

        def show(document: Document) -> None:
            self._page.show_document(identity, document)

        self._desk.runner.submit(
            "details",
            lambda _progress: library.get_document(identity),
            lane=Lane.COMPUTE,
            on_done=show,
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
        )
