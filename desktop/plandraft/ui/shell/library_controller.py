"""What happens when something is wished for on the library page."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from plandraft.core.model.document import Document
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.services.library import (
    DocumentRecord,
    ImportReport,
    can_be_converted,
)
from plandraft.system.files import replace_atomically
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.library.import_dialog import (
    ImportDialog,
    ImportLine,
    import_lines,
)
from plandraft.ui.library.import_texts import import_errors, import_summary, is_repairable
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell.correcting_controller import CorrectingController
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import LIBRARY
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

SAMPLE_SUFFIXES = frozenset({".txt", ".docx"})
# So often the list shows what a long import has read until then.
_LIST_ANEW_SECONDS = 2.0

_Listing = tuple[tuple[DocumentRecord, ...], tuple[DocumentRecord, ...]]


class LibraryController(QObject):
    """Import, list, remove; `records_changed` carries all records of the library."""

    records_changed = Signal(object)

    # What is done with files that only LibreOffice can read: "ask", "always" or "never".
    convert_files = "ask"

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.library
        self._query = ""
        self._choose: tuple[int, ...] = ()
        self._imports = count(1)
        self.correcting = CorrectingController(desk, self)
        self.correcting.records_changed.connect(lambda _ids: self.refresh())
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
        self._import(paths, convert=self.convert_files == "always")

    def _import(self, paths: tuple[Path, ...], *, convert: bool) -> None:
        library = self._desk.services.library
        told: list[bool] = []
        listed = time.monotonic()

        def moved_on(_share: float, _label: str) -> None:
            nonlocal listed
            if time.monotonic() - listed > _LIST_ANEW_SECONDS:
                listed = time.monotonic()
                self.refresh()

        def work(progress: Progress) -> ImportReport:
            try:
                return library.add_files(paths, progress, convert=convert)
            except Exception as error:
                # A fault of the program is told as such, not as if the user had cancelled.
                if not isinstance(error, Cancelled):
                    told.append(True)
                raise

        def done(report: ImportReport) -> None:
            told.append(True)
            self._on_imported(report)

        def failed(error: PlanError) -> None:
            told.append(True)
            self._desk.show_error(LIBRARY, error)

        def ended() -> None:
            # After a cancel, what was added until then is there.
            self.refresh()
            if not told:
                text = self.tr("导入已取消，取消前读好的文件保留在资料库里。")
                self._desk.show(LIBRARY, Message(MessageKind.INFO, text))

        self._desk.runner.submit(
            # Each import is its own: one must not supersede the other.
            f"import-{next(self._imports)}",
            work,
            lane=Lane.IMPORT,
            title=self.tr("导入"),
            on_done=done,
            on_error=failed,
            on_progress=moved_on,
            on_end=ended,
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
            lane=Lane.IMPORT,
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
            # Of many the last one, which the list has on top.
            last = report.added[-1:]
            self.refresh((last[0].id,) if len(report.added) > 2 else new[:2])

    def _summary(self, report: ImportReport) -> Message:
        kind = MessageKind.ERROR if report.failed else MessageKind.DONE
        if not report.added and not report.failed:
            kind = MessageKind.INFO
        errors = import_errors(report, self._desk.language)
        return Message(kind, import_summary(report), self._offers(report), errors)

    def _offers(self, report: ImportReport) -> tuple[MessageAction, ...]:
        """Return what can be done about what was told of an import."""
        actions = []
        lines = import_lines(report, self._desk.language)
        if lines:
            actions.append(MessageAction(self.tr("查看清单…"), partial(self._show_lines, lines)))
        if report.changed:
            actions += self._version_offers(report.changed)
        paths = tuple(path for path, error in report.failed if can_be_converted(error))
        if paths and self.convert_files == "ask":
            text = self.tr("用 LibreOffice 转换 {count} 份").format(count=len(paths))
            choices = (
                (self.tr("只这一次"), partial(self._import, paths, convert=True)),
                (self.tr("以后都这样"), partial(self._remember, "always", paths)),
                (self.tr("不转换，以后也不问"), partial(self._remember, "never", ())),
            )
            actions.append(MessageAction(text, choices=choices))
        damaged = [one for one in report.added if is_repairable(one)]
        if damaged:
            text = self.tr("查看修复建议…")
            actions.append(
                MessageAction(text, partial(self.correcting.offer_repairs, damaged[0].id))
            )
        return tuple(actions)

    def _version_offers(
        self, changed: tuple[tuple[DocumentRecord, DocumentRecord], ...]
    ) -> tuple[MessageAction, ...]:
        """Return what can be done about new versions of files that the library has."""
        old = tuple(before.id for _now, before in changed)
        remove = MessageAction(self.tr("移除旧版"), partial(self.remove, old))
        if len(changed) > 1:
            return (remove,)
        now, before = changed[0]
        pair = CompareChoice(before.id, now.id)
        compare = partial(self._page.compare_requested.emit, pair)
        return (MessageAction(self.tr("新旧对照"), compare), remove)

    def _remember(self, choice: str, paths: tuple[Path, ...]) -> None:
        self.convert_files = choice
        if paths:
            self._import(paths, convert=True)

    def _show_lines(self, lines: tuple[ImportLine, ...]) -> None:
        dialog = ImportDialog(lines, self._desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_wanted.connect(self._save_lines)
        dialog.open()

    def _save_lines(self, text: str) -> None:
        title = self.tr("导入结果")
        path = self._desk.dialogs.choose_target(self._desk.window, title, ".txt")
        if path is None:
            return
        # The mark lets older editors on Windows tell UTF-8 from GBK.
        data = text.encode("utf-8-sig", "replace")
        try:
            replace_atomically(path, data)
        except PlanError as error:
            self._desk.show_error(LIBRARY, error)

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
