"""Earlier states of the open draft: listed, looked at, and come back to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.earlier import edit_to
from plandraft.core.model.progress import Progress
from plandraft.services.drafting import SnapshotRecord
from plandraft.ui.draft.earlier_dialog import EarlierDialog
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.palette import Palette
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.draft_controller import DraftController
from plandraft.ui.shell.main_window import DRAFT
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind


class EarlierController(QObject):
    """Show the states of the draft that `drafts` has open; `palette` gives the colours of now."""

    def __init__(
        self,
        desk: Desk,
        drafts: DraftController,
        palette: Callable[[], Palette],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._palette = palette
        self.dialog: EarlierDialog | None = None
        desk.window.draft.earlier_requested.connect(self.open_dialog)

    def open_dialog(self) -> None:
        """Read which states there are, and show them."""
        saver = self._drafts.saver
        if saver is None or self._desk.window.draft.draft is None:
            return
        drafting, identity = self._desk.services.drafting, saver.identity
        self._submit("draft-states", lambda _p: drafting.list_snapshots(identity), self._show)

    def _show(self, states: tuple[SnapshotRecord, ...]) -> None:
        page = self._desk.window.draft
        if page.draft is None:
            return
        dialog = EarlierDialog(page.icons, self._palette(), page.draft, states, self._desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.state_wanted.connect(self._load)
        dialog.restore_requested.connect(self._restore)
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.open()
        if states:
            self._load(states[0].id)

    def _load(self, identity: int) -> None:
        drafting = self._desk.services.drafting

        def show(state: Draft) -> None:
            if self.dialog is not None:
                self.dialog.show_state(identity, state)

        self._submit("draft-state", lambda _progress: drafting.load_snapshot(identity), show)

    def _restore(self, state: object, moment: str) -> None:
        assert isinstance(state, Draft)
        editor = self._desk.window.draft.editor
        edit = edit_to(editor.draft, state) if editor.draft is not None else None
        if edit is None:
            return
        editor.apply(edit)
        text = self.tr("已恢复到{moment}的版本。").format(moment=moment)
        undo = MessageAction(self.tr("撤销"), partial(self._undo, editor.draft))
        self._desk.show(DRAFT, Message(MessageKind.DONE, text, (undo,)))

    def _undo(self, restored: Draft | None) -> None:
        """Take the step back, unless another one has followed it."""
        editor = self._desk.window.draft.editor
        if editor.draft is restored:
            editor.undo()

    def _forget(self) -> None:
        self.dialog = None

    def _submit(
        self, slot: str, work: Callable[[Progress], object], show: Callable[..., None]
    ) -> None:
        self._desk.runner.submit(
            slot,
            work,
            lane=Lane.LIBRARY,
            on_done=show,
            on_error=lambda error: self._desk.show_error(DRAFT, error),
        )
