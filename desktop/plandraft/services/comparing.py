"""Compare two documents."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison, InlineSpan
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.stock import stock_spans
from plandraft.core.compare.versions import build_versions
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.passages import MatchOptions, Passage
from plandraft.core.model.document import Document
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.background_file import load_background
from plandraft.io.worker import read_document
from plandraft.services.comparing_all import AllComparisons, match_all

# Reading two plans takes about a third of the time of a comparison from files.
READING_SHARE = 0.3


def open_pair(left: Path, right: Path, progress: Progress = SILENT) -> tuple[Document, Document]:
    """Read the two files of a comparison; raises PlanError FILE_* for the first unusable one."""
    first = read_document(left, progress.part(0.0, 0.5))
    return first, read_document(right, progress.part(0.5, 1.0))


class CompareService:
    """Compare documents with the names and phrases of the folder `resources` as background."""

    def __init__(self, resources: Path, clock: Callable[[], float] = time.perf_counter) -> None:
        self._resources = resources
        self._clock = clock

    def compare(
        self,
        left: Document,
        right: Document,
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> Comparison:
        """Find what two documents share; the time given is that of the matching alone.

        Raises Cancelled through `progress`.
        """
        background = self._background
        begin = self._clock()
        matches = find_matches(
            left, right, options, progress.part(0.0, 0.95), background=background
        )
        seconds = self._clock() - begin
        comparison = build_comparison(left, right, matches, seconds, background.gazetteer)
        progress.step(0.97)
        # Here and not when it is asked for: a plan of a million letters takes seconds.
        comparison = replace(
            comparison,
            versions=build_versions(comparison),
            left_stock=stock_spans(left, background),
            right_stock=stock_spans(right, background),
        )
        progress.step(1.0)
        return comparison

    def compare_all(
        self,
        documents: Sequence[Document],
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
    ) -> AllComparisons:
        """Find what each pair of `documents` shares, on all cores.

        Raises Cancelled through `progress`.
        """
        background = self._background
        begin = self._clock()
        found = match_all(documents, background, options, progress)
        seconds = self._clock() - begin
        pairs = tuple(
            (
                (left, right),
                build_comparison(
                    documents[left], documents[right], matches, seconds, background.gazetteer
                ),
            )
            for (left, right), matches in sorted(found.items())
        )
        return AllComparisons(tuple(documents), pairs, seconds)

    def with_stock(self, found: AllComparisons) -> AllComparisons:
        """Return comparisons with the official phrases of both sides, found once a document."""
        stock = [stock_spans(document, self._background) for document in found.documents]
        pairs = tuple(
            ((left, right), replace(one, left_stock=stock[left], right_stock=stock[right]))
            for (left, right), one in found.pairs
        )
        return replace(found, pairs=pairs)

    def inline(self, comparison: Comparison, passage: Passage) -> tuple[InlineSpan, ...]:
        """Return the differences inside a passage; spans are code points of the documents."""
        return build_inline(comparison, passage)

    @cached_property
    def _background(self) -> Background:
        return load_background(self._resources)
