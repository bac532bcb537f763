"""Mark passages as used while the open draft holds them, and take the marks back with them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.compare.decisions import Decision, Verdict, holds_most
from plandraft.core.draft.draft import Draft
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.ui.models.picks import TextPick
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.draft_controller import DraftController
from plandraft.ui.shell.review_controller import ReviewController

# Whoever called a passage a formula or no re-use keeps that, and the shares with it.
_GIVES_WAY = frozenset({Verdict.OPEN, Verdict.ACCEPTED})


@dataclass(slots=True)
class _Mark:
    """Hold one mark; `span` of the `text` of the document `sha256` has to be in the draft."""

    draft: int
    comparison: Comparison
    row: PassageRow
    sha256: str
    span: Span
    text: str
    before: Decision
    used: Decision
    on: bool = True


class UsedMarks(QObject):
    """Follow what is put into the draft and what is taken out of it again.

    A mark is taken back only while the decision is still the one that was set here.
    """

    def __init__(
        self,
        desk: Desk,
        review: ReviewController,
        draft: DraftController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review = review
        self._controller = draft
        self._marks: list[_Mark] = []
        draft.inserted.connect(self._on_inserted)
        desk.window.draft.draft_changed.connect(self._on_draft_changed)
        review.decided.connect(self._forget)

    def _identity(self) -> int:
        saver = self._controller.saver
        return saver.identity if saver is not None else 0

    def _on_inserted(self, pick: object) -> None:
        assert isinstance(pick, TextPick)
        comparison, draft = self._desk.window.compare.comparison, self._desk.window.draft.draft
        if comparison is None or draft is None:
            return
        sha256, text = pick.document.origin.sha256, pick.document.text
        taken = _taken_spans(draft, sha256)
        for left in (True, False):
            document = comparison.left if left else comparison.right
            if document.origin.sha256 != sha256 or document.text != text:
                continue
            for row in comparison.rows:
                span = row.passage.left if left else row.passage.right
                if span.overlap(pick.span) and holds_most(taken, span, text):
                    self._mark(comparison, row, pick.document, span)

    def _mark(
        self, comparison: Comparison, row: PassageRow, document: Document, span: Span
    ) -> None:
        before = self._review.decisions.get(row.number, Decision(Verdict.OPEN))
        if before.verdict in _GIVES_WAY:
            used = Decision(Verdict.USED, before.note)
            self._review.exchange(comparison, row, before, used)
            sha256, text = document.origin.sha256, document.text
            mark = _Mark(self._identity(), comparison, row, sha256, span, text, before, used)
            self._marks.append(mark)

    def _on_draft_changed(self, draft: object) -> None:
        assert isinstance(draft, Draft)
        identity = self._identity()
        # Another draft has a history of its own: nothing there takes back what was done here.
        self._marks = [mark for mark in self._marks if mark.draft == identity]
        taken = {
            sha256: _taken_spans(draft, sha256) for sha256 in {mark.sha256 for mark in self._marks}
        }
        for mark in self._marks:
            held = holds_most(taken[mark.sha256], mark.span, mark.text)
            if held != mark.on:
                mark.on = held
                change = (mark.before, mark.used) if held else (mark.used, mark.before)
                self._review.exchange(mark.comparison, mark.row, *change)

    def _forget(self, comparison: object, numbers: object) -> None:
        """Leave alone from now on what the reader decided himself."""
        assert isinstance(numbers, frozenset)
        self._marks = [
            mark
            for mark in self._marks
            if mark.comparison is not comparison or mark.row.number not in numbers
        ]


def _taken_spans(draft: Draft, sha256: str) -> tuple[Span, ...]:
    """Return what the draft holds of the document with this digest."""
    sources = (block.provenance for section in draft.sections for block in section.blocks)
    return tuple(one.span for one in sources if one is not None and one.sha256 == sha256)
