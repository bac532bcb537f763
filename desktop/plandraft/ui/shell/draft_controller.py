"""What happens when something is wished for on the draft page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from plandraft.core.draft.assemble import provenance_of
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Progress
from plandraft.services.drafting import DraftingService
from plandraft.services.library import PassageHit
from plandraft.ui.draft.named_places import likely_first
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.picks import TextPick
from plandraft.ui.shell.autosaver import Autosaver
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.export_controller import ExportController
from plandraft.ui.shell.main_window import DRAFT
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind
from plandraft.ui.shell.preview_controller import PreviewController

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """Hold a draft that was opened; `template` is None where it is no longer installed."""

    identity: int
    draft: Draft
    template: DraftTemplate | None


class DraftController(QObject):
    """Open, save, export drafts; put passages into the open one.

    `inserted` carries each TextPick that is in the draft now.
    """

    inserted = Signal(object)

    def __init__(self, desk: Desk, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.draft
        self._saver: Autosaver | None = None
        self._pending: tuple[TextPick, str] | None = None
        self._offered: tuple[str, Message] | None = None
        self._numbers = count(1)
        self.exports = ExportController(desk, desk.window.draft.icons, author, self._identity, self)
        self.preview = PreviewController(desk, self.exports, self)
        page = self._page
        page.new_requested.connect(self.show_start)
        page.create_requested.connect(self._on_create)
        page.open_requested.connect(self.open)
        page.open_file_requested.connect(self.choose_file)
        page.save_file_requested.connect(self.save_file)
        page.remove_requested.connect(self._on_remove)
        page.draft_changed.connect(self._on_changed)
        page.search_requested.connect(self._on_search)
        page.insert_requested.connect(self._on_insert)
        page.edit_failed.connect(lambda error: desk.show_error(DRAFT, error))
        page.status_changed.connect(partial(desk.window.show_status, DRAFT))

    def _identity(self) -> int:
        return 0 if self._saver is None else self._saver.identity

    @property
    def saver(self) -> Autosaver | None:
        """Return what saves the open draft."""
        return self._saver

    def load_templates(self) -> None:
        """Offer templates and drafts on the start view, one without the other if need be."""
        drafting = self._desk.services.drafting
        self._submit("templates", lambda _p: drafting.templates(), self._page.show_templates)
        self._list()

    def show_start(self) -> None:
        """Save the open draft and show the list of drafts."""
        self._let_go()
        self._page.show_start()
        self._list()

    def open(self, identity: int) -> None:
        """Open a draft of the library."""
        load = partial(_load, self._desk.services.drafting, identity)
        self._submit("draft-open", lambda _progress: load(), self.show)

    def reopen(self, identity: int, place: FlowPlace | None = None) -> None:
        """Open the draft of last time behind the page that is shown, if it is still there."""
        load = partial(_load, self._desk.services.drafting, identity)

        def take(opened: OpenDraft) -> None:
            self._take(opened)
            if place is not None:
                self._page.editor.go_to_place(place)

        self._desk.runner.submit(
            "draft-open",
            lambda _progress: load(),
            lane=Lane.LIBRARY,
            on_done=take,
            on_error=partial(logger.info, "not opened again: %s"),
        )

    def show(self, opened: OpenDraft) -> None:
        """Show a draft and save it from now on."""
        self._take(opened)
        self._desk.window.show_page(DRAFT)
        if self._pending is not None:
            (pick, page), self._pending = self._pending, None
            self.insert(pick, page)

    def _take(self, opened: OpenDraft) -> None:
        self._let_go()
        drafting = self._desk.services.drafting
        self._saver = Autosaver(drafting.save, self._desk.runner, opened.identity, self)
        self._saver.failed.connect(lambda error: self._desk.show_error(DRAFT, error))
        self.preview.forget()
        self._page.show_draft(opened.draft, opened.template)

    def choose_file(self) -> None:
        """Let the user choose a draft file, and open it."""
        path = self._desk.dialogs.choose_draft(self._desk.window)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a .plandraft file as a new draft of the library; the file stays as it is."""
        drafting = self._desk.services.drafting

        def work(_progress: Progress) -> OpenDraft:
            draft = drafting.open_file(path)
            template = _template_of(drafting, draft)
            return OpenDraft(drafting.save(None, draft), draft, template)

        self._submit("draft-open", work, self.show)

    def save_file(self) -> None:
        """Write the open draft to a file of the user's choice."""
        draft = self._page.draft
        if draft is None:
            return
        target = self._choose_target(draft, ".plandraft")
        if target is None:
            return
        drafting = self._desk.services.drafting
        self._submit(
            f"draft-file-{next(self._numbers)}",
            lambda _progress: drafting.save_file(target, draft),
            lambda _none: self._tell_written(self.tr("草稿已另存：{path}"), target),
        )

    def insert(self, pick: TextPick, page: str) -> None:
        """Put a passage into the current section and say so on `page`.

        Without an open draft the passage waits until one is opened.
        """
        if self._page.draft is None:
            self._pending = (pick, DRAFT)
            self._desk.window.show_page(DRAFT)
            text = self.tr("先打开或新建一份草稿，所选段落随后插入。")
            self._desk.show(DRAFT, Message(MessageKind.INFO, text))
            return
        self._insert(pick, page, None)

    def undo(self) -> None:
        """Take back the last step of the open draft."""
        self._page.editor.undo()

    def finish(self) -> None:
        """Put what is not saved yet on the disk; raises PlanError."""
        if self._saver is not None:
            self._saver.finish()

    def _insert(self, pick: TextPick, page: str, section: str | None) -> None:
        try:
            goal = self._page.insert_pick(pick, section)
        except PlanError as error:
            self._desk.show_error(page, error)
            return
        self.inserted.emit(pick)
        names = self._page.section_names()
        title = dict(names).get(goal, "")
        text = self.tr("已插入到“{section}”。").format(section=title or self.tr("当前一节"))
        source = provenance_of(pick.document, pick.span).section
        others = tuple(
            (name, partial(self._insert_elsewhere, pick, page, identity))
            for identity, name in likely_first(names, source)
            if identity != goal
        )
        actions = [
            MessageAction(self.tr("撤销"), self.undo),
            MessageAction(self.tr("换一节"), choices=others),
        ]
        if page != DRAFT:
            show = partial(self._desk.window.show_page, DRAFT)
            actions.append(MessageAction(self.tr("去草稿"), show))
        message = Message(MessageKind.DONE, text, tuple(actions))
        self._desk.show(page, message)
        self._offered = (page, message)

    def _withdraw_offer(self) -> None:
        """Take the message about the last insert away: after another change, its undo lies."""
        if self._offered is None:
            return
        (page, message), self._offered = self._offered, None
        strip = self._desk.window.message_strip(page)
        if strip.message is message:
            strip.dismiss()

    def _insert_elsewhere(self, pick: TextPick, page: str, section: str) -> None:
        self.undo()
        self._insert(pick, page, section)

    def _let_go(self) -> None:
        self._withdraw_offer()
        if self._saver is not None:
            self._saver.timer.stop()
            self._saver.save_soon()

    def _list(self) -> None:
        drafting = self._desk.services.drafting
        self._submit("draft-list", lambda _p: drafting.list_drafts(), self._page.show_drafts)

    def _on_create(self, request: object) -> None:
        assert isinstance(request, NewDraftRequest)
        drafting = self._desk.services.drafting

        def work(_progress: Progress) -> OpenDraft:
            draft = drafting.new_draft(request.template_id, dict(request.slots))
            template = drafting.template(request.template_id)
            return OpenDraft(drafting.save(None, draft), draft, template)

        self._submit("draft-open", work, self.show)

    def _on_changed(self, draft: object) -> None:
        assert isinstance(draft, Draft)
        self._withdraw_offer()
        if self._saver is not None:
            self._saver.take(draft)

    def _on_remove(self, identity: int) -> None:
        drafting = self._desk.services.drafting

        def told(_none: None) -> None:
            self._list()
            undo = MessageAction(self.tr("撤销"), partial(self._restore, identity))
            message = Message(MessageKind.INFO, self.tr("已移除草稿。"), (undo,))
            self._desk.show(DRAFT, message)

        slot = f"draft-remove-{next(self._numbers)}"
        self._submit(slot, lambda _progress: drafting.remove(identity), told)

    def _restore(self, identity: int) -> None:
        drafting = self._desk.services.drafting
        slot = f"draft-remove-{next(self._numbers)}"
        self._submit(slot, lambda _p: drafting.restore(identity), lambda _none: self._list())

    def _on_search(self, query: str) -> None:
        library = self._desk.services.library

        def show(hits: tuple[PassageHit, ...]) -> None:
            self._page.show_hits(query, hits)

        def work(_progress: Progress) -> tuple[PassageHit, ...]:
            return library.search_passages(query) if query else ()

        self._submit("passages", work, show, lane=Lane.COMPUTE)

    def _on_insert(self, hit: object) -> None:
        assert isinstance(hit, PassageHit)
        library = self._desk.services.library

        def insert(document: Document) -> None:
            self.insert(TextPick(document, hit.span), DRAFT)

        number = next(self._numbers)
        self._submit(f"insert-{number}", lambda _p: library.get_document(hit.document_id), insert)

    def _choose_target(self, draft: Draft, suffix: str) -> Path | None:
        title = fill_slots(draft.title, dict(draft.slots))
        return self._desk.dialogs.choose_target(self._desk.window, title, suffix)

    def _tell_written(self, text: str, path: Path) -> None:
        opens = partial(self._desk.open, DRAFT)
        actions = (
            MessageAction(self.tr("打开文件"), partial(opens, path)),
            MessageAction(self.tr("打开文件夹"), partial(opens, path.parent)),
        )
        message = Message(MessageKind.DONE, text.format(path=path), actions)
        self._desk.show(DRAFT, message)

    def _submit(
        self,
        slot: str,
        work: Callable[[Progress], object],
        on_done: Callable[..., None],
        *,
        lane: Lane = Lane.LIBRARY,
    ) -> None:
        self._desk.runner.submit(
            slot,
            work,
            lane=lane,
            on_done=on_done,
            on_error=lambda error: self._desk.show_error(DRAFT, error),
        )


def _load(drafting: DraftingService, identity: int) -> OpenDraft:
    draft = drafting.load(identity)
    return OpenDraft(identity, draft, _template_of(drafting, draft))


def _template_of(drafting: DraftingService, draft: Draft) -> DraftTemplate | None:
    """Return the template of a draft; one that was removed since does not lock the draft."""
    try:
        return drafting.template(draft.template)
    except PlanError as error:
        if error.code in {ErrorCode.TEMPLATE_UNKNOWN, ErrorCode.TEMPLATE_DAMAGED}:
            return None
        raise
