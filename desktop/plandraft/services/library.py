"""Fill the library, look into it, find passages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from plandraft.core.model.document import Document
from plandraft.core.model.errors import PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.core.text.metadata import Metadata, find_metadata
from plandraft.core.text.places import Gazetteer, short_name
from plandraft.io.background_file import load_gazetteer
from plandraft.io.worker import ReaderPool, shared_readers
from plandraft.services.many_files import for_each_file
from plandraft.services.passage_search import PassageHit, find_in_document
from plandraft.store import documents
from plandraft.store.database import Library, open_library
from plandraft.store.documents import DocumentDetails, DocumentRecord
from plandraft.system.files import is_folder
from plandraft.system.paths import resources_dir

__all__ = [
    "DocumentDetails",
    "DocumentRecord",
    "ImportReport",
    "LibraryService",
    "PassageHit",
    "expand_paths",
]

# What is looked for in folders; a file that is named itself is read whatever its suffix.
IMPORTABLE_SUFFIXES = (
    *(".txt", ".md", ".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt"),
    *(".pdf", ".html", ".htm", ".mht", ".mhtml"),
)
# What was removed can be brought back for so long; after that it goes for good.
KEEP_REMOVED = timedelta(days=30)
# As many hits as a list beside the editor can show; the best documents come first.
SEARCH_LIMIT = 200
_LOCK_FILE_PREFIXES = ("~$", ".")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Say what became of each file: newly added, known already, or failed and why."""

    added: tuple[DocumentRecord, ...] = ()
    known: tuple[DocumentRecord, ...] = ()
    failed: tuple[tuple[Path, PlanError], ...] = ()


class LibraryService:
    """Serve the library in the database file `database`; any thread may call."""

    def __init__(
        self,
        database: Path,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        readers: ReaderPool | None = None,
        resources: Path | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._readers = readers or shared_readers()
        self._resources = resources or resources_dir()

    def prepare(self) -> None:
        """Start a reading process ahead, in the background, so that the first import is quick."""
        self._readers.warm()

    def add_file(self, path: Path, progress: Progress = SILENT) -> DocumentRecord:
        """Read the file and keep its document; the same bytes are kept once.

        Raises PlanError FILE_*, READING_*, NO_TEXT, LIBRARY_* and Cancelled through `progress`.
        """
        found = self._read(path, progress.part(0.0, 0.9))
        with open_library(self._database) as database:
            record, _known = self._keep(database, found)
        progress.step(1.0)
        return record

    def add_files(self, paths: Iterable[Path], progress: Progress = SILENT) -> ImportReport:
        """Add all files, those in folders too, read on all cores; one that fails stops no other.

        Raises PlanError LIBRARY_* when the library itself cannot be used, and Cancelled through
        `progress`; what was added until then stays.
        """
        files = expand_paths(paths)
        added: list[DocumentRecord] = []
        known: list[DocumentRecord] = []
        failed: list[tuple[Path, PlanError]] = []
        with open_library(self._database, in_bulk=True) as database:
            for index, path, found in self._read_all(files, progress):
                if isinstance(found, PlanError):
                    failed.append((path, found))
                else:
                    record, was_known = self._keep(database, found)
                    (known if was_known else added).append(record)
                progress.step((index + 1) / len(files), path.name)
        progress.step(1.0)
        return ImportReport(tuple(added), tuple(known), tuple(failed))

    def list_documents(self, query: str = "") -> tuple[DocumentRecord, ...]:
        """Return the records, newest first, or those with every word of `query`, best first."""
        with open_library(self._database) as database:
            return documents.list_documents(database, query)

    def get_document(self, identity: int) -> Document:
        """Return a document; raises PlanError DOCUMENT_GONE."""
        with open_library(self._database) as database:
            return documents.get_document(database, identity)

    def get_metadata(self, identity: int) -> Metadata:
        """Return what a document says of itself and where; raises PlanError DOCUMENT_GONE."""
        return find_metadata(self.get_document(identity), self._gazetteer)

    def set_details(self, identity: int, details: DocumentDetails) -> DocumentRecord:
        """Keep what the user corrected of a document's details; raises PlanError DOCUMENT_GONE."""
        with open_library(self._database) as database:
            return documents.set_details(database, identity, details)

    def remove(self, identities: Iterable[int]) -> tuple[int, ...]:
        """Take documents out of the library and return their ids; `restore` brings them back."""
        removed = tuple(identities)
        now = self._clock()
        with open_library(self._database) as database:
            documents.set_removed(database, removed, now)
            documents.delete_removed(database, now - KEEP_REMOVED)
        return removed

    def restore(self, identities: Iterable[int]) -> None:
        """Bring removed documents back."""
        with open_library(self._database) as database:
            documents.set_removed(database, identities, None)

    def search_passages(self, query: str, limit: int = SEARCH_LIMIT) -> tuple[PassageHit, ...]:
        """Return the paragraphs that hold every word of `query`, from the best documents first."""
        if not query.strip():
            return ()
        hits: list[PassageHit] = []
        with open_library(self._database) as database:
            for record in documents.list_documents(database, query):
                document = documents.get_document(database, record.id)
                hits += find_in_document(record.id, document, query)
                if len(hits) >= limit:
                    break
        return tuple(hits[:limit])

    def _read_all(
        self, files: tuple[Path, ...], progress: Progress
    ) -> Iterator[tuple[int, Path, DocumentRecord | Document | PlanError]]:
        """Yield what became of each file, in the order of `files`."""
        try:
            yield from for_each_file(files, self._read, self._readers.size, progress)
        finally:
            self._readers.shrink()

    def _read(self, path: Path, progress: Progress) -> DocumentRecord | Document:
        """Return the record of a file whose bytes are known, or its document."""
        place = path.absolute()
        digest = self._readers.digest(place, progress)
        with open_library(self._database) as database:
            known = documents.find_document(database, digest)
        return known or self._readers.read(place, progress)

    def _keep(
        self, database: Library, found: DocumentRecord | Document
    ) -> tuple[DocumentRecord, bool]:
        """Keep a document that is new; tell whether it was known."""
        if isinstance(found, DocumentRecord):
            return found, True
        known = documents.find_document(database, found.origin.sha256)
        if known is not None:
            return known, True
        details = self._details(found)
        record = documents.add_document(database, found, details=details, added_at=self._clock())
        return record, False

    def _details(self, document: Document) -> DocumentDetails:
        found = find_metadata(document, self._gazetteer)
        return DocumentDetails(
            place=short_name(found.place.value) if found.place else document.place,
            level=found.level.value if found.level else "",
            period=found.period.value if found.period else "",
            year=found.year.value if found.year else "",
            organ=found.organ.value if found.organ else "",
            number=found.number.value if found.number else "",
            kind=found.kind.value if found.kind else "",
        )

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer(self._resources)


def expand_paths(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return `paths` with each folder replaced by the documents in and below it, in order.

    A folder without documents stays, so that importing it says so.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if not is_folder(path):
            files[path] = None
            continue
        inside = sorted(item for item in path.rglob("*") if _is_importable(item))
        files.update(dict.fromkeys(inside or [path]))
    return tuple(files)


def _is_importable(path: Path) -> bool:
    if path.name.startswith(_LOCK_FILE_PREFIXES):
        return False
    return path.suffix.lower() in IMPORTABLE_SUFFIXES and path.is_file()
