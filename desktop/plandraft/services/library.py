"""Fill the library, look into it, find passages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress
from plandraft.core.text.metadata import Metadata, find_metadata
from plandraft.core.text.places import Gazetteer
from plandraft.io.background_file import load_gazetteer
from plandraft.io.worker import ReaderPool, shared_readers
from plandraft.services.common_phrases import CommonPhraseService
from plandraft.services.correcting import CorrectingService
from plandraft.services.importing import (
    IMPORTABLE_SUFFIXES,
    Importer,
    ImportReport,
    can_be_converted,
    expand_paths,
    suffix_of,
)
from plandraft.services.passage_search import PassageHit, WordFinder, find_in_document
from plandraft.store import documents
from plandraft.store.database import open_library
from plandraft.store.documents import DocumentDetails, DocumentRecord
from plandraft.system.paths import resources_dir

__all__ = [
    "IMPORTABLE_SUFFIXES",
    "DocumentDetails",
    "DocumentRecord",
    "ImportReport",
    "LibraryService",
    "PassageHit",
    "WordFinder",
    "can_be_converted",
    "expand_paths",
    "suffix_of",
]

# What was removed can be brought back for so long; after that it goes for good.
KEEP_REMOVED = timedelta(days=30)
# As many hits as a list beside the editor can show; the best documents come first.
SEARCH_LIMIT = 200


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
        return self._importer.add_file(path, progress)

    def add_files(
        self, paths: Iterable[Path], progress: Progress = SILENT, *, convert: bool = False
    ) -> ImportReport:
        """Add all files, those in folders too, read on all cores; one that fails stops no other.

        With `convert` what no reader of ours can read goes through the LibreOffice of the
        machine. Raises PlanError LIBRARY_* when the library itself cannot be used, and Cancelled
        through `progress`; what was added until then stays.
        """
        return self._importer.add_files(paths, progress, convert=convert)

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

    @cached_property
    def correcting(self) -> CorrectingService:
        """Return what corrects the documents of this library."""
        return CorrectingService(self._database, lambda: self._gazetteer)

    @cached_property
    def common_phrases(self) -> CommonPhraseService:
        """Return what finds the wording that most plans of this library have."""
        return CommonPhraseService(self._database)

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

    @cached_property
    def _importer(self) -> Importer:
        return Importer(self._database, self._readers, self._clock, lambda: self._gazetteer)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer(self._resources)
