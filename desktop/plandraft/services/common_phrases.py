"""Find the wording that most plans of the library have, once for each state of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.common_phrases import (
    CommonPhrases,
    CommonSpan,
    common_spans,
    find_common,
)
from plandraft.core.model.progress import SILENT, Progress, each
from plandraft.store.common_phrases import (
    library_digest,
    load_common,
    plan_texts,
    save_common,
)
from plandraft.store.database import Library, open_library

__all__ = ["CommonPhraseService", "CommonSpan", "FoundPhrases", "MarkedPair", "MarkedTexts"]

# The newest plans, up to so many letters: two seconds of work and 100 MB.
MOST_LETTERS = 2_000_000
LONGEST_PLAN = 300_000


@dataclass(frozen=True, slots=True)
class FoundPhrases:
    """Hold the phrases of the library of this hash; `fresh` ones are not kept yet."""

    digest: str
    phrases: CommonPhrases
    fresh: bool


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Hold where both plans of a comparison have what most of the library has."""

    found: FoundPhrases
    left: tuple[CommonSpan, ...]
    right: tuple[CommonSpan, ...]


@dataclass(frozen=True, slots=True)
class MarkedTexts:
    """Hold where each of several texts has what most of the library has."""

    found: FoundPhrases
    spans: tuple[tuple[CommonSpan, ...], ...]


class CommonPhraseService:
    """Serve the library in the database file `database`; any thread may call."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._last: FoundPhrases | None = None

    def find(self, progress: Progress = SILENT) -> FoundPhrases:
        """Return the phrases of the library as it is now, found only if it has changed.

        Raises PlanError LIBRARY_*, and Cancelled through `progress`.
        """
        with open_library(self._database) as database:
            digest = library_digest(database)
            last = self._last
            if last is not None and last.digest == digest:
                return last
            kept = load_common(database, digest)
            texts = [] if kept is not None else _newest(database)
        found = FoundPhrases(digest, kept or find_common(texts, progress), fresh=kept is None)
        self._last = FoundPhrases(found.digest, found.phrases, fresh=False)
        return found

    def mark(self, comparison: Comparison, progress: Progress = SILENT) -> MarkedPair:
        """Return where both plans have what most of the library has; raises as `find` does."""
        marked = self.mark_texts((comparison.left.text, comparison.right.text), progress)
        return MarkedPair(marked.found, *marked.spans)

    def mark_texts(self, texts: Sequence[str], progress: Progress = SILENT) -> MarkedTexts:
        """Return where `texts` have what most of the library has; raises as `find` does."""
        found = self.find(progress.part(0.0, 0.8))
        each_text = each(texts, len(texts), progress.part(0.8, 1.0))
        return MarkedTexts(found, tuple(common_spans(text, found.phrases) for text in each_text))

    def keep(self, found: FoundPhrases) -> None:
        """Keep what was found; raises PlanError LIBRARY_* or TARGET_*."""
        with open_library(self._database) as database:
            save_common(database, found.digest, found.phrases)


def _newest(database: Library) -> list[str]:
    texts: list[str] = []
    room = MOST_LETTERS
    for text in plan_texts(database, LONGEST_PLAN):
        room -= len(text)
        if room < 0:
            break
        texts.append(text)
    return texts
