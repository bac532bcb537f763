"""Read files, several at a time, and keep their documents in the library."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Cancelled, Progress
from plandraft.core.text.metadata import find_metadata
from plandraft.core.text.places import Gazetteer
from plandraft.io.office_converter import find_office, read_converted
from plandraft.io.worker import ReaderPool
from plandraft.services.details import DetailField, found_values
from plandraft.services.many_files import for_each_file
from plandraft.store import documents
from plandraft.store.database import Library, open_library, writing
from plandraft.store.documents import DocumentDetails, DocumentRecord, kept_digests
from plandraft.system.files import is_folder

# What is looked for in folders; a file that is named itself is read whatever its suffix.
IMPORTABLE_SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown", ".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"),
    *(".wps", ".wpt", ".rtf", ".odt", ".ott", ".fodt", ".xml"),
    *(".pdf", ".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"),
)
_LOCK_FILE_PREFIXES = ("~$", ".")
# What Windows itself puts into folders.
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
# What an office program does not open as a text.
_NO_TEXTS = ("Excel", "PowerPoint", "OFD")
# What reading a file gives: its document, or the digest of bytes that are kept already.
_Found: TypeAlias = Document | str
# So many documents, or those of so many seconds, are written at once: the index is built in
# fewer steps, and the right to write is never held while a slow file is read.
_WRITTEN_AT_ONCE = 16
_LONGEST_WAIT_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Say what became of each file: newly added, known already, or failed and why.

    `known_paths` are the files whose content is that of `known`, in the same order. `changed`
    holds new records with that of the same file when it was read before: both are kept. `skipped`
    are the files in folders that are of no format to be imported.
    """

    added: tuple[DocumentRecord, ...] = ()
    known: tuple[DocumentRecord, ...] = ()
    failed: tuple[tuple[Path, PlanError], ...] = ()
    known_paths: tuple[Path, ...] = ()
    changed: tuple[tuple[DocumentRecord, DocumentRecord], ...] = ()
    skipped: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Hold the files to be read, those beside them that are not, and folders that did not open."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()
    closed: tuple[tuple[Path, PlanError], ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """Hold the record of a file, and whether its bytes were in the library before."""

    record: DocumentRecord
    was_known: bool


@dataclass(slots=True)
class _Forward:
    """Pass progress on, never backwards: reading runs ahead of what is kept."""

    outer: Progress
    reached: float = 0.0

    def step(self, done: float, label: str = "") -> None:
        """Report the most that was done until now; raises Cancelled."""
        self.reached = max(self.reached, done)
        self.outer.step(self.reached, label)

    def part(self, start: float, end: float) -> Progress:
        """Return a part of the outer progress."""
        return self.outer.part(start, end)


class Importer:
    """Read files with `readers` and keep them in the database file `database`."""

    def __init__(
        self,
        database: Path,
        readers: ReaderPool,
        clock: Callable[[], datetime],
        gazetteer: Callable[[], Gazetteer],
    ) -> None:
        self._database = database
        self._readers = readers
        self._clock = clock
        self._gazetteer = gazetteer

    def add_file(self, path: Path, progress: Progress = SILENT) -> DocumentRecord:
        """Read the file and keep its document; raises as `LibraryService.add_file`."""
        with open_library(self._database) as database:
            digests = kept_digests(database)
        found = self._read(digests, path, progress.part(0.0, 0.9))
        with open_library(self._database) as database:
            kept = self._keep(database, found)
        if isinstance(kept, PlanError):
            raise kept
        progress.step(1.0)
        return kept.record

    def add_files(
        self, paths: Iterable[Path], progress: Progress = SILENT, *, convert: bool = False
    ) -> ImportReport:
        """Add all files, those in folders too; raises as `LibraryService.add_files`."""
        progress = _Forward(progress)
        found_files = find_files(paths, progress)
        files = found_files.files
        added: list[DocumentRecord] = []
        known: list[tuple[Path, DocumentRecord]] = []
        failed = list(found_files.closed)
        with open_library(self._database, in_bulk=True) as database:
            before = _by_file(documents.list_documents(database))
            work = partial(self._converting if convert else self._read, kept_digests(database))
            found = self._read_all(files, work, progress)
            for done, (path, kept) in enumerate(self._keep_all(database, found), 1):
                if isinstance(kept, PlanError):
                    failed.append((path, kept))
                elif kept.was_known:
                    known.append((path, kept.record))
                else:
                    added.append(kept.record)
                progress.step(done / len(files), path.name)
        progress.step(1.0)
        return ImportReport(
            tuple(added),
            tuple(record for _path, record in known),
            tuple(failed),
            tuple(path for path, _record in known),
            tuple((one, before[_key(one)]) for one in added if _key(one) in before),
            found_files.skipped,
        )

    def _read_all(
        self,
        files: tuple[Path, ...],
        work: Callable[[Path, Progress], _Found],
        progress: Progress,
    ) -> Iterator[tuple[Path, _Found | PlanError]]:
        """Yield what became of each file, in the order of `files`."""
        try:
            for _index, path, found in for_each_file(files, work, self._readers.size, progress):
                yield path, found
        finally:
            self._readers.shrink()

    def _read(self, kept: frozenset[str], path: Path, progress: Progress) -> _Found:
        """Return the digest of a file whose bytes are kept, or its document."""
        place = path.absolute()
        digest = self._readers.digest(place, progress)
        return digest if digest in kept else self._readers.read(place, progress)

    def _converting(self, kept: frozenset[str], path: Path, progress: Progress) -> _Found:
        """Read a file, through LibreOffice where no reader of ours can."""
        try:
            return self._read(kept, path, progress)
        except PlanError as error:
            if not can_be_converted(error):
                raise
            return read_converted(path.absolute(), self._readers.read, progress)

    def _keep_all(
        self, database: Library, found: Iterator[tuple[Path, _Found | PlanError]]
    ) -> Iterator[tuple[Path, _Kept | PlanError]]:
        """Keep what was found, some at a time, and yield what became of each."""
        waiting: list[tuple[Path, _Found | PlanError]] = []
        due = time.monotonic() + _LONGEST_WAIT_SECONDS
        try:
            for one in found:
                waiting.append(one)
                if len(waiting) >= _WRITTEN_AT_ONCE or time.monotonic() >= due:
                    some, waiting = waiting, []
                    yield from self._keep_some(database, some)
                    due = time.monotonic() + _LONGEST_WAIT_SECONDS
        except Cancelled:
            self._keep_some(database, waiting)
            raise
        yield from self._keep_some(database, waiting)

    def _keep_some(
        self, database: Library, found: list[tuple[Path, _Found | PlanError]]
    ) -> list[tuple[Path, _Kept | PlanError]]:
        with writing(database):
            return [
                (path, one if isinstance(one, PlanError) else self._keep(database, one))
                for path, one in found
            ]

    def _keep(self, database: Library, found: _Found) -> _Kept | PlanError:
        """Keep a document that is new.

        What another program removed while its file was looked at is an error of that file.
        """
        digest = found if isinstance(found, str) else found.origin.sha256
        known = documents.find_document(database, digest)
        if known is not None:
            return _Kept(known, was_known=True)
        if isinstance(found, str):
            return PlanError(ErrorCode.DOCUMENT_GONE, digest)
        details = self._details(found)
        record = documents.add_document(database, found, details=details, added_at=self._clock())
        return _Kept(record, was_known=False)

    def _details(self, document: Document) -> DocumentDetails:
        found = find_metadata(document, self._gazetteer())
        values = found_values(document, found)
        return DocumentDetails(
            **{one.name: values[DetailField(one.name)] for one in fields(DocumentDetails)}
        )


def can_be_converted(error: PlanError) -> bool:
    """Tell whether a file that failed with `error` may be read by LibreOffice."""
    unread = error.code is ErrorCode.FILE_UNSUPPORTED
    a_text = not str(error.details.get("reason", "")).startswith(_NO_TEXTS)
    return unread and a_text and find_office() is not None


def expand_paths(paths: Iterable[Path], progress: Progress = SILENT) -> tuple[Path, ...]:
    """Return `paths` with each folder replaced by the documents in and below it, in order.

    A folder without documents stays, so that importing it says so. Raises Cancelled through
    `progress`.
    """
    return find_files(paths, progress).files


def find_files(paths: Iterable[Path], progress: Progress = SILENT) -> FoundFiles:
    """Return what `expand_paths` does, and what of the folders is not read and why."""
    files: dict[Path, None] = {}
    skipped: dict[Path, None] = {}
    closed: dict[Path, PlanError] = {}
    for path in paths:
        if not is_folder(path):
            files[path] = None
            continue
        inside = []
        for item in _files_below(path, closed):
            progress.step(0.0, path.name or str(path))
            if suffix_of(item) in IMPORTABLE_SUFFIXES:
                inside.append(item)
            else:
                skipped[item] = None
        told = inside or (path in closed)
        files.update(dict.fromkeys(sorted(inside) if told else [path]))
    return FoundFiles(tuple(files), tuple(sorted(skipped)), tuple(closed.items()))


def _files_below(folder: Path, closed: dict[Path, PlanError]) -> Iterator[Path]:
    """Yield the files in and below a folder; folders that cannot be listed go to `closed`.

    A network drive may go away in the middle, and a name may be too long for the system.
    """

    def keep_error(error: OSError) -> None:
        path = Path(error.filename or folder)
        reason = error.strerror or str(error)
        closed[path] = PlanError(ErrorCode.FILE_UNREADABLE, path, reason=reason)

    for parent, _folders, names in os.walk(folder, onerror=keep_error):
        for name in names:
            item = Path(parent, name)
            usual = not name.startswith(_LOCK_FILE_PREFIXES) and name.lower() not in _OF_THE_SYSTEM
            if usual and _is_file(item):
                yield item


def suffix_of(path: Path) -> str:
    """Return the suffix of a name in small letters, also where a mail program put a dot behind."""
    return Path(path.name.rstrip(" .")).suffix.lower()


def _by_file(records: Iterable[DocumentRecord]) -> dict[str, DocumentRecord]:
    """Return the newest record of each file; `records` come newest first."""
    found: dict[str, DocumentRecord] = {}
    for record in records:
        found.setdefault(_key(record), record)
    return found


def _key(record: DocumentRecord) -> str:
    """Return a file's path as the system compares it: Windows knows no capitals."""
    return os.path.normcase(record.path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # Reading it says what is wrong with it.
        return True
