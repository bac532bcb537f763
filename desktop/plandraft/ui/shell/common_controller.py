"""Grey in the pair and in the plans that are shown what most plans of the library have."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject

from plandraft.core.compare.changes import Comparison
from plandraft.core.model.document import Document
from plandraft.core.model.errors import PlanError
from plandraft.services.common_phrases import FoundPhrases, MarkedPair, MarkedTexts
from plandraft.ui.families.greys import LibraryPhrases
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.shell.desk import Desk

logger = logging.getLogger(__name__)


class CommonController(QObject):
    """Find it in the background, for what is shown and after each change of the library.

    Nobody waits for it: what goes wrong is written to the log, and nothing is greyed.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.compare
        self._families = desk.window.families
        self._shown: Comparison | None = None
        self._page.reader.view_changed.connect(self._on_view_changed)

    def refresh(self) -> None:
        """Look again, at the library as it is now."""
        self._refresh_pair()
        self.refresh_families()

    def refresh_families(self) -> None:
        """Look for it in the plans of the page of several."""
        plans = self._families.plans
        if plans is None:
            return
        common = self._desk.services.library.common_phrases
        texts = [document.text for document in plans.documents]
        self._desk.runner.submit(
            "common-phrases-of-several",
            lambda progress: common.mark_texts(texts, progress),
            lane=Lane.COMPUTE,
            on_done=partial(self._on_texts_marked, plans.documents),
            on_error=_tell_log,
        )

    def _refresh_pair(self) -> None:
        comparison = self._page.comparison
        if comparison is None:
            return
        common = self._desk.services.library.common_phrases
        self._desk.runner.submit(
            "common-phrases",
            lambda progress: common.mark(comparison, progress),
            lane=Lane.COMPUTE,
            on_done=partial(self._on_marked, comparison),
            on_error=_tell_log,
        )

    def _on_view_changed(self) -> None:
        comparison = self._page.comparison
        if comparison is self._shown:
            return
        old, self._shown = self._shown, comparison
        same = old is not None and comparison is not None and old.matches is comparison.matches
        if not same:  # else only what the own lists say of the pair is new
            self._page.stage.set_library((), (), 0)
        self._refresh_pair()

    def _on_marked(self, comparison: Comparison, marked: MarkedPair) -> None:
        if comparison is self._page.comparison:
            plans = marked.found.phrases.plans
            self._page.stage.set_library(marked.left, marked.right, plans)
        if marked.found.fresh:
            self._keep(marked.found)

    def _on_texts_marked(self, documents: tuple[Document, ...], marked: MarkedTexts) -> None:
        plans = self._families.plans
        if plans is not None and plans.documents is documents:
            count = marked.found.phrases.plans
            self._families.set_library(LibraryPhrases(count, marked.spans))
        if marked.found.fresh:
            self._keep(marked.found)

    def _keep(self, found: FoundPhrases) -> None:
        common = self._desk.services.library.common_phrases
        self._desk.runner.submit(
            "keep-common-phrases",
            lambda _progress: common.keep(found),
            lane=Lane.LIBRARY,
            on_done=lambda _none: None,
            on_error=_tell_log,
        )


def _tell_log(error: PlanError) -> None:
    logger.warning("phrases of the library not found: %s", error)
